using System.Diagnostics.CodeAnalysis;
using PaperGraph.Papers;
using PaperGraph.Reading;

namespace PaperGraph.Wire;

/// <summary>What <see cref="PaperRecordWriter"/> wrote → the same paper, with the source and position that stand in it.</summary>
public static class PaperRecordReader
{
    private static readonly JsonRecordOptions Options = new() { KeepsStatedPlace = true, NeedsTitle = false };

    /// <param name="json">One JSON object.</param>
    /// <returns>False where the text is no such object; <paramref name="message"/> says why.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, [NotNullWhen(true)] out PaperRecord? paper, [NotNullWhen(false)] out string? message)
    {
        var outcomes = new List<ReadOutcome>();
        JsonRecordParser.Parse(json, new RecordPlace("", 1, 1), Options, outcomes);
        paper = outcomes[^1].Record?.Paper;
        message = paper is null ? outcomes[^1].Problem!.Message : null;
        return paper is not null;
    }
}
