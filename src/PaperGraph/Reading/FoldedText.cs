using System.Text;

namespace PaperGraph.Reading;

/// <summary>A text on one line.</summary>
internal static class FoldedText
{
    /// <summary>Every run of white space to one space, none at the ends. The same instance where nothing changes.</summary>
    public static string Of(string text)
    {
        if (!NeedsFolding(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        bool gap = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = folded.Length > 0;
                continue;
            }

            if (gap)
            {
                folded.Append(' ');
                gap = false;
            }

            folded.Append(c);
        }

        return folded.ToString();
    }

    private static bool NeedsFolding(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || i == 0 || i == text.Length - 1 || text[i - 1] == ' '))
            {
                return true;
            }
        }

        return false;
    }
}
