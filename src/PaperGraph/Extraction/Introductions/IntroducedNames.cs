namespace PaperGraph.Extraction.Introductions;

/// <summary>An introduced name, and whether it was said to be data.</summary>
internal readonly record struct IntroducedName(string Name, bool IsData);

/// <summary>The names found so far, each once, under its short form where it has one.</summary>
internal sealed class IntroducedNames(List<Acronym> acronyms)
{
    private readonly List<IntroducedName> _names = [];

    public int Count => _names.Count;

    public IntroducedName this[int index] => _names[index];

    public Acronym? AcronymOf(ReadOnlySpan<char> shortForm)
    {
        ReadOnlySpan<char> singular = Acronyms.ShortForm.Singular(shortForm);
        foreach (Acronym acronym in acronyms)
        {
            if (singular.SequenceEqual(acronym.Short) || shortForm.SequenceEqual(acronym.Short))
            {
                return acronym;
            }
        }

        return null;
    }

    public bool Has(ReadOnlySpan<char> name)
    {
        foreach (IntroducedName known in _names)
        {
            if (SameName(known.Name, name))
            {
                return true;
            }
        }

        return false;
    }

    public void Add(ReadOnlySpan<char> name, bool isData)
    {
        name = name.Trim().Trim(",.;:-'’").Trim();
        foreach (Acronym acronym in acronyms)
        {
            if (name.Equals(acronym.Long, StringComparison.OrdinalIgnoreCase))
            {
                name = acronym.Short;
                break;
            }
        }

        if (name.Length is < 2 or > 60)
        {
            return;
        }

        for (int i = 0; i < _names.Count; i++)
        {
            if (SameName(_names[i].Name, name))
            {
                _names[i] = _names[i] with { IsData = _names[i].IsData || isData };
                return;
            }
        }

        _names.Add(new IntroducedName(name.ToString(), isData));
    }

    /// <summary>Letters and digits alone count, and no plural s behind capitals.</summary>
    private static bool SameName(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        one = Acronyms.ShortForm.Singular(one);
        other = Acronyms.ShortForm.Singular(other);
        int i = 0, j = 0;
        while (true)
        {
            while (i < one.Length && !char.IsLetterOrDigit(one[i]))
            {
                i++;
            }

            while (j < other.Length && !char.IsLetterOrDigit(other[j]))
            {
                j++;
            }

            if (i == one.Length || j == other.Length)
            {
                return i == one.Length && j == other.Length;
            }

            if (char.ToLowerInvariant(one[i++]) != char.ToLowerInvariant(other[j++]))
            {
                return false;
            }
        }
    }
}
