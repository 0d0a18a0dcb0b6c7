using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Which paragraphs of one page are its frame: those known for it anywhere, and those that stand three times and more. Titles differ, buttons repeat.</summary>
internal sealed class FrameTexts
{
    private const int Repetitions = 3;
    private const int LongestRepeated = 60;

    private readonly HashSet<string> _repeated;

    private FrameTexts(HashSet<string> repeated) => _repeated = repeated;

    public static FrameTexts Of(ImmutableArray<PageSection> sections) => new(sections
        .SelectMany(section => section.Paragraphs)
        .Where(paragraph => paragraph.Text.Length <= LongestRepeated && !TextShape.EndsSentence(paragraph.Text))
        .GroupBy(paragraph => WithoutDigits(paragraph.Text), StringComparer.Ordinal)
        .Where(group => group.Count() >= Repetitions)
        .Select(group => group.Key)
        .ToHashSet(StringComparer.Ordinal));

    public bool Contains(Paragraph paragraph) => InterfaceText.Is(paragraph.Text) || (paragraph.Text.Length <= LongestRepeated && _repeated.Contains(WithoutDigits(paragraph.Text)));

    private static string WithoutDigits(string text) => string.Create(text.Length, text, (span, from) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = char.IsAsciiDigit(from[i]) ? '#' : from[i];
        }
    });
}
