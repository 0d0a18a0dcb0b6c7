using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Which paragraphs of one page are its frame: those known for it anywhere, and those that stand three times and more. Titles differ, buttons repeat;
/// a title that stands on several pages put into one file has the same abstract after it each time.</summary>
internal sealed class FrameTexts
{
    private const int Repetitions = 3;
    private const int LongestRepeated = 60;

    private readonly HashSet<string> _repeated;

    private FrameTexts(HashSet<string> repeated) => _repeated = repeated;

    public static FrameTexts Of(ImmutableArray<PageSection> sections) => new(sections
        .SelectMany(section => section.Paragraphs.Select((paragraph, i) => (paragraph.Text, Next: i + 1 < section.Paragraphs.Length ? section.Paragraphs[i + 1].Text : "")))
        .Where(pair => pair.Text.Length <= LongestRepeated && !TextShape.EndsSentence(pair.Text))
        .GroupBy(pair => WithoutDigits(pair.Text), pair => pair.Next, StringComparer.Ordinal)
        .Where(group => group.Count() >= Repetitions && !IsCopiedTitle([.. group]))
        .Select(group => group.Key)
        .ToHashSet(StringComparer.Ordinal));

    public bool Contains(Paragraph paragraph) => InterfaceText.Is(paragraph.Text) || (paragraph.Text.Length <= LongestRepeated && _repeated.Contains(WithoutDigits(paragraph.Text)));

    /// <param name="followers">What stands after each of its places.</param>
    private static bool IsCopiedTitle(string[] followers) =>
        followers.Distinct(StringComparer.Ordinal).Count() * 2 <= followers.Length && Array.TrueForAll(followers, follower => TextShape.Prose(follower) > 0);

    private static string WithoutDigits(string text) => string.Create(text.Length, text, (span, from) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = char.IsAsciiDigit(from[i]) ? '#' : from[i];
        }
    });
}
