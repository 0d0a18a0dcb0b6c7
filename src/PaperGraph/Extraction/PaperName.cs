namespace PaperGraph.Extraction;

/// <summary>The short name that a paper goes by.</summary>
public static class PaperName
{
    private const int MostCharacters = 40;

    /// <summary>The first introduced name; else the title up to a colon or, where that is long, its first words: 40 characters at most, then <c>…</c>.</summary>
    public static string Of(string title, IReadOnlyList<string> introduces)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(introduces);
        if (introduces.Count > 0)
        {
            return introduces[0];
        }

        int colon = title.IndexOf(": ", StringComparison.Ordinal);
        string head = colon > 0 ? title[..colon] : title;
        if (head.Length <= MostCharacters)
        {
            return head;
        }

        int space = head.LastIndexOf(' ', MostCharacters);
        return head[..(space > 0 ? space : MostCharacters)].TrimEnd(',', ';', ':', '-', ' ') + "…";
    }
}
