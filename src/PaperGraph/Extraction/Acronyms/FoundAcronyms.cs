namespace PaperGraph.Extraction.Acronyms;

/// <summary>One short form, one definition: the first that the paper gives.</summary>
internal static class FoundAcronyms
{
    public static bool Has(List<Acronym> found, ReadOnlySpan<char> shortForm)
    {
        foreach (Acronym acronym in found)
        {
            if (shortForm.SequenceEqual(acronym.Short))
            {
                return true;
            }
        }

        return false;
    }

    public static void Add(List<Acronym> found, ReadOnlySpan<char> shortForm, ReadOnlySpan<char> longForm)
    {
        shortForm = ShortForm.Singular(shortForm);
        longForm = longForm.Trim();
        if (!Has(found, shortForm) && !IsVariant(shortForm, longForm))
        {
            found.Add(new Acronym(shortForm.ToString(), longForm.ToString()));
        }
    }

    /// <summary>A name beside its own variant defines nothing: <c>CIFAR-10 (CIFAR-100)</c>, <c>MMLU, MMLU-Pro</c>.</summary>
    private static bool IsVariant(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> longForm)
    {
        int letters = 0;
        while (letters < shortForm.Length && char.IsLetter(shortForm[letters]))
        {
            letters++;
        }

        return letters >= 3 && longForm.Length > letters && longForm.StartsWith(shortForm[..letters], StringComparison.OrdinalIgnoreCase)
            && (!char.IsLower(longForm[letters]) || letters == shortForm.Length && longForm.IndexOf(' ') < 0 && char.IsUpper(longForm[1]));
    }
}
