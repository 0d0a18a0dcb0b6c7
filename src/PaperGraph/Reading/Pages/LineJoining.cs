using System.Text;

namespace PaperGraph.Reading;

/// <summary>Puts wrapped lines together again.</summary>
internal static class LineJoining
{
    /// <summary>One space between two lines; none where a compound word was broken after its hyphen.</summary>
    public static string Join(IReadOnlyList<PageLine> lines)
    {
        if (lines.Count == 1)
        {
            return lines[0].Text;
        }

        var joined = new StringBuilder(lines[0].Text);
        for (int i = 1; i < lines.Count; i++)
        {
            if (!IsBrokenCompound(lines[i - 1].Text, lines[i].Text))
            {
                joined.Append(' ');
            }

            joined.Append(lines[i].Text);
        }

        return joined.ToString();
    }

    /// <summary>"state-of-the-" before "art"; but not "long-" before "and short-term", nor a dash.</summary>
    private static bool IsBrokenCompound(string line, string next) =>
        line.Length > 1 && line[^1] == '-' && char.IsLetterOrDigit(line[^2]) && char.IsLetterOrDigit(next[0])
        && !StartsWithWord(next, "and") && !StartsWithWord(next, "or") && !StartsWithWord(next, "to") && !StartsWithWord(next, "as");

    private static bool StartsWithWord(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || text[word.Length] == ' ');
}
