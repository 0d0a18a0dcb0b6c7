using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PaperGraph.Reading;

/// <summary>A page as lines: whatever ends them (LF, CR LF or CR), whatever bytes are broken.</summary>
/// <param name="Problems">One for each line that held broken UTF-8 or control characters; each of them became U+FFFD.</param>
internal sealed record PageText(ImmutableArray<PageLine> Lines, ImmutableArray<ReadingProblem> Problems)
{
    /// <summary>White space beside the ordinary space, each read as one: no-break spaces, tabs, form feeds.</summary>
    private static readonly SearchValues<char> OddSpaces = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(c => char.IsWhiteSpace(c) && c != ' ')]);

    public static PageText Decode(ReadOnlySpan<byte> utf8, string source)
    {
        string text = Encoding.UTF8.GetString(utf8);
        bool isValid = System.Text.Unicode.Utf8.IsValid(utf8);
        ImmutableArray<PageLine>.Builder lines = ImmutableArray.CreateBuilder<PageLine>();
        ImmutableArray<ReadingProblem>.Builder problems = ImmutableArray.CreateBuilder<ReadingProblem>();
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOfAny('\r', '\n');
            ReadOnlySpan<char> line = end < 0 ? rest : rest[..end];
            int ending = end < 0 ? 0 : rest[end..] is ['\r', '\n', ..] ? 2 : 1;
            rest = rest[(line.Length + ending)..];
            lines.Add(Clean(line, lines.Count + 1, isValid, source, problems));
        }

        return new PageText(lines.DrainToImmutable(), problems.DrainToImmutable());
    }

    private static PageLine Clean(ReadOnlySpan<char> line, int number, bool isValid, string source, ImmutableArray<ReadingProblem>.Builder problems)
    {
        int controls = 0;
        foreach (char c in line)
        {
            controls += IsBrokenControl(c) ? 1 : 0;
        }

        // The page's own U+FFFD, in valid UTF-8, is no damage of this reading.
        int replaced = controls + (isValid ? 0 : line.Count('\uFFFD'));
        if (replaced > 0)
        {
            problems.Add(new ReadingProblem(ProblemCode.BrokenText, source, number, string.Create(
                CultureInfo.InvariantCulture, $"{replaced} broken {(replaced == 1 ? "character" : "characters")} (not UTF-8, or control characters), kept as U+FFFD")));
        }

        string text = line.Trim().Trim('\u200B').Trim().ToString();
        return new PageLine(number, controls == 0 && !text.AsSpan().ContainsAny(OddSpaces) ? text : string.Create(text.Length, text, (span, from) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = IsBrokenControl(from[i]) ? '\uFFFD' : char.IsWhiteSpace(from[i]) ? ' ' : from[i];
            }
        }));
    }

    /// <summary>Control characters that are neither white space nor line ends.</summary>
    private static bool IsBrokenControl(char c) => char.IsControl(c) && !char.IsWhiteSpace(c);
}
