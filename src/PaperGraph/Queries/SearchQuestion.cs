using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using PaperGraph.Extraction.Links;
using PaperGraph.Papers;

namespace PaperGraph.Queries;

/// <summary>What a person typed to search for: words, and fields that narrow.</summary>
/// <param name="Text">The words outside fields.</param>
/// <param name="Kind">Concepts of this kind are searched for, in the place of papers.</param>
/// <param name="Concept">As written; papers that name it.</param>
/// <param name="Code">A paper's code status.</param>
/// <param name="Source">Name of a page or file.</param>
/// <param name="Title">Words that the title must hold.</param>
public sealed record SearchQuestion(
    string Text, string? Kind = null, string? Concept = null, string? Code = null, PaperDate? After = null, PaperDate? Before = null, string? Source = null, string? Title = null)
{
    /// <summary>What the fields are called.</summary>
    public static ImmutableArray<string> Fields { get; } = ["kind", "concept", "code", "after", "before", "source", "title"];

    private static readonly ImmutableArray<string> CodeStatuses = [.. Enum.GetValues<CodeStatus>().Reverse().Select(Extraction.ValueNames.Of)];
    private static readonly ImmutableArray<string> Kinds = [.. Enum.GetNames<Extraction.ConceptKind>()];

    /// <summary>Reads <c>sparse routing concept:"mixture of experts" code:released after:2024</c>. A word before a colon that is no field is a word.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SearchQuestion? question, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        question = new SearchQuestion("");
        problem = null;
        var words = new StringBuilder();
        foreach ((string? field, string value) in Parts(text))
        {
            if (field is null)
            {
                words.Append(words.Length > 0 ? " " : "").Append(value);
                continue;
            }

            question = question.With(field, value, out problem);
            if (problem is not null)
            {
                question = null;
                return false;
            }
        }

        question = question with { Text = words.ToString() };
        return true;
    }

    private SearchQuestion With(string field, string value, out string? problem)
    {
        problem = null;
        switch (field)
        {
            case "kind":
                string? kind = Kinds.FirstOrDefault(known => known.Equals(value, StringComparison.OrdinalIgnoreCase));
                problem = kind is null ? $"kind:{value} is none of {string.Join(", ", Kinds)}." : null;
                return this with { Kind = kind };
            case "code":
                string? code = CodeStatuses.FirstOrDefault(known => known.Equals(value, StringComparison.OrdinalIgnoreCase));
                problem = code is null ? $"code:{value} is none of {string.Join(", ", CodeStatuses)}." : null;
                return this with { Code = code };
            case "after" or "before":
                bool isDate = PaperDate.TryParse(value, out PaperDate date);
                problem = isDate ? null : $"{field}:{value} is no date such as 2024, 2024-05 or 2024-05-17.";
                return field == "after" ? this with { After = date } : this with { Before = date };
            case "concept":
                return this with { Concept = value };
            case "source":
                return this with { Source = value };
            default:
                return this with { Title = value };
        }
    }

    /// <summary>Words, and fields with their values; double quotes hold a value of several words together.</summary>
    private static IEnumerable<(string? Field, string Value)> Parts(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (':' or '"'))
            {
                at++;
            }

            string? field = at > start && at < text.Length && text[at] == ':' ? Fields.FirstOrDefault(known => text.AsSpan(start, at - start).Equals(known, StringComparison.OrdinalIgnoreCase)) : null;
            if (field is not null)
            {
                at++;
                string value = Value(text, ref at);
                if (value.Length > 0)
                {
                    yield return (field, value);
                }

                continue;
            }

            at = start;
            yield return (null, Value(text, ref at));
        }
    }

    private static string Value(string text, ref int at)
    {
        int start = at;
        if (at < text.Length && text[at] == '"')
        {
            int close = text.IndexOf('"', at + 1);
            at = close < 0 ? text.Length : close + 1;
            return text[(start + 1)..(close < 0 ? text.Length : close)].Trim();
        }

        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return text[start..at];
    }
}
