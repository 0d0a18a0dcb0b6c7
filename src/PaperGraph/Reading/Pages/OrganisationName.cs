namespace PaperGraph.Reading;

/// <summary>The name of an organisation as a page shows it: its picture's text, which is its short account name, runs before the name itself.</summary>
internal static class OrganisationName
{
    /// <summary><c>apple Apple</c> → <c>Apple</c>, <c>deepseek-ai DeepSeek</c> → <c>DeepSeek</c>; any other text stays as it is.</summary>
    public static string Of(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0)
        {
            return text;
        }

        string account = Letters(text.AsSpan(0, space));
        string name = Letters(text.AsSpan(space + 1));
        return name.Length > 0 && account.Length > 0 && (account.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(account, StringComparison.Ordinal))
            ? text[(space + 1)..].TrimStart()
            : text;
    }

    private static string Letters(ReadOnlySpan<char> text)
    {
        Span<char> kept = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        int count = 0;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                kept[count++] = char.ToLowerInvariant(c);
            }
        }

        return new string(kept[..count]);
    }
}
