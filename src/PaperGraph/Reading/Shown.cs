namespace PaperGraph.Reading;

/// <summary>Text of a source as it is shown in a message.</summary>
internal static class Shown
{
    private const int Length = 60;

    /// <summary>The first 60 characters on one line, without control characters that a terminal would obey.</summary>
    public static string Short(ReadOnlySpan<char> text)
    {
        Span<char> shown = stackalloc char[Length + 1];
        int length = Math.Min(text.Length, Length);
        for (int i = 0; i < length; i++)
        {
            shown[i] = char.IsControl(text[i]) || char.IsSurrogate(text[i]) && !IsPair(text, i, length) ? '\uFFFD' : text[i];
        }

        if (text.Length > Length)
        {
            shown[length++] = '…';
        }

        return new string(shown[..length]);
    }

    private static bool IsPair(ReadOnlySpan<char> text, int i, int length) => char.IsHighSurrogate(text[i])
        ? i + 1 < length && char.IsLowSurrogate(text[i + 1])
        : i > 0 && char.IsHighSurrogate(text[i - 1]);
}
