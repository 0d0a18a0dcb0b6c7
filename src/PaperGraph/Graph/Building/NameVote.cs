using PaperGraph.Concepts;

namespace PaperGraph.Graph.Building;

/// <summary>What a concept is called, by vote of its papers.</summary>
internal static class NameVote
{
    /// <summary>The commonest name that spells the key itself; a short form only where no long form stands anywhere.</summary>
    /// <param name="names">One a paper, one at least.</param>
    public static string Of(string key, List<string> names)
    {
        string name = names.Count == 1 ? NameForm.Of(names[0], key) : Commonest(key, names);
        return names.Count == 1 && name == names[0] ? name : NameForm.WithCapitals(name, names.Where(written => NameForm.Of(written, key) == name));
    }

    private static string Commonest(string key, List<string> names)
    {
        (string Name, int Papers)[] forms = [.. names.GroupBy(name => NameForm.Of(name, key), StringComparer.Ordinal).Select(same => (same.Key, same.Count()))];
        return forms.Length == 1 ? forms[0].Name : forms
            .OrderByDescending(form => ConceptKey.Of(form.Name) == key)
            .ThenByDescending(form => form.Papers)
            .ThenBy(form => form.Name, StringComparer.Ordinal)
            .First().Name;
    }
}
