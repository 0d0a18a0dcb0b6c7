using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using PaperGraph.Reading;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Reading;

public sealed class PaperSourcesTests
{
    private static readonly byte[] Lines = Encoding.UTF8.GetBytes(SamplePage.JsonLines(50));

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj", "PDF")]
    [InlineData("PK\u0003\u0004rest", "zip")]
    [InlineData("GIF89a", "GIF")]
    [InlineData("a\0b\0c\0", "NUL")]
    public void Open_Binary_IsOneProblemThatSaysWhatItIs(string content, string expected)
    {
        PaperSource source = Open(Encoding.Latin1.GetBytes(content));

        ReadingProblem problem = Assert.Single(source.Read()).Problem!;
        Assert.Equal((SourceFormat.Unknown, ProblemCode.NotText, 1), (source.Format, problem.Code, problem.Line));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_RandomBytes_AreNoText()
    {
        byte[] bytes = new byte[5000];
        new Random(1).NextBytes(bytes);

        Assert.Equal(ProblemCode.NotText, Assert.Single(Open(bytes).Read()).Problem!.Code);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Open_ByteOrderMark_IsNoPartOfTheText(string encoding)
    {
        Encoding with = Encoding.GetEncoding(encoding);
        ReadOutcome[] page = [.. Open([.. with.GetPreamble(), .. with.GetBytes(SamplePage.Spaced(SamplePage.Entries))]).Read()];
        ReadOutcome[] lines = [.. Open([.. with.GetPreamble(), .. with.GetBytes(SamplePage.JsonLines(3))]).Read()];

        Assert.Equal(SamplePage.Entries.Select(entry => entry.Title), page.Select(outcome => outcome.Record!.Paper.Title));
        Assert.Equal(["p0", "p1", "p2"], lines.Select(outcome => outcome.Record!.Paper.Id));
    }

    [Fact]
    public void Open_Gzip_IsUnpackedWhateverItHolds()
    {
        Assert.Equal(50, Open(Packed(Lines)).Read().Count(outcome => outcome.Record is not null));
        Assert.Equal(SourceFormat.FlatPage, Open(Packed(Encoding.UTF8.GetBytes(SamplePage.Flat()))).Format);
        Assert.Equal(100, Open([.. Packed(Lines), .. Packed(Lines)]).Read().Count(outcome => outcome.Record is not null));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void Read_GzipCutOrDamaged_KeepsWhatCameBefore(double share)
    {
        byte[] many = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 4000).Select(i => $$"""{"title": "Paper {{i}} {{Convert.ToHexString(BitConverter.GetBytes(i * 2654435761L))}}", "abstract": ""}{{"\n"}}""")));
        byte[] packed = Packed(many);
        ReadOutcome[] outcomes = [.. Open(packed[..(int)(packed.Length * share)]).Read()];

        int records = outcomes.Count(outcome => outcome.Record is not null);
        Assert.InRange(records, 1, 3999);
        Assert.Equal(Enumerable.Range(1, records), outcomes.Where(outcome => outcome.Record is not null).Select(outcome => outcome.Record!.Paper.Position));
        Assert.Contains(outcomes, outcome => outcome.Problem?.Code == ProblemCode.BrokenCompression);
    }

    [Fact]
    public void Read_MoreThanTheLimit_EndsWithAProblem()
    {
        var options = new PaperSourceOptions { Records = new JsonRecordOptions { Limits = new ReadingLimits { SourceBytes = 300_000 } } };
        byte[] bomb = Packed(Encoding.UTF8.GetBytes(SamplePage.JsonLines(5000)));
        ReadOutcome[] outcomes = [.. PaperSources.Open([SourceInput.OfBytes("bomb", bomb)], options)[0].Read()];

        Assert.Equal(ProblemCode.SourceTooLarge, outcomes[^1].Problem!.Code);
        Assert.InRange(outcomes.Count(outcome => outcome.Record is not null), 1, 4999);
    }

    [Fact]
    public void Read_PageOverTheLimit_KeepsItsBeginning()
    {
        var options = new PaperSourceOptions { Records = new JsonRecordOptions { Limits = new ReadingLimits { PageBytes = 900 } } };
        PaperSource source = PaperSources.Open([SourceInput.OfBytes("page", Encoding.UTF8.GetBytes(SamplePage.Spaced()))], options)[0];

        Assert.Equal(SamplePage.Entries[0].Title, source.Page!.Records.First().Paper.Title);
        Assert.Equal(ProblemCode.SourceTooLarge, source.Page.Problems.Last().Code);
    }

    /// <summary>Records do not depend on the pieces in which their bytes come.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Read_BytesInSmallPieces_GivesTheSame(int piece)
    {
        byte[] array = Encoding.UTF8.GetBytes("[" + SamplePage.JsonLines(20).Trim().Replace("}\n", "},\n", StringComparison.Ordinal) + "]");
        foreach (byte[] bytes in new[] { Lines, array })
        {
            string[] whole = [.. Open(bytes).Read().Select(Show)];
            string[] pieces = [.. PaperSources.Open([new SourceInput("lines", () => new SlowStream(bytes, piece), CanReopen: false)])[0].Read().Select(Show)];

            Assert.Equal(whole, pieces);
            Assert.All(whole, line => Assert.StartsWith("record", line, StringComparison.Ordinal));
        }

        static string Show(ReadOutcome outcome) => outcome.Record is { } record ? $"record {record.Line} {record.Paper.Position} {record.Paper.Id} {record.Paper.Title} {record.Paper.Abstract}" : outcome.Problem!.ToString();
    }

    [Fact]
    public void Read_LineOverTheLimit_IsOneProblemInItsPlace()
    {
        var options = new PaperSourceOptions { Records = new JsonRecordOptions { Limits = new ReadingLimits { LineBytes = 200_000 } } };
        string huge = $$"""{"title": "Huge", "abstract": "{{new string('x', 1_000_000)}}"}""";
        string text = SamplePage.JsonLines(2) + huge + "\n" + SamplePage.JsonLines(2);
        foreach (string content in new[] { text, "[" + text.Trim().Replace("}\n", "},\n", StringComparison.Ordinal) + "]" })
        {
            ReadOutcome[] outcomes = [.. PaperSources.Open([SourceInput.OfBytes("lines", Encoding.UTF8.GetBytes(content))], options)[0].Read()];

            Assert.Equal([true, true, false, true, true], outcomes.Select(outcome => outcome.Record is not null));
            Assert.Equal((ProblemCode.LineTooLong, 3), (outcomes[2].Problem!.Code, outcomes[2].Problem!.Line));
            Assert.Equal(5, outcomes[4].Record!.Paper.Position);
        }
    }

    [Fact]
    public void Read_ArrayOfObjects_GivesItsElements()
    {
        PaperSource source = Open("[\n  {\"title\": \"One, [two] {three}\", \"abstract\": \"\\\"]\\\\\"},\n\n  {\n    \"title\": \"Four\",\n    \"abstract\": \"\"\n  }\n]\n"u8.ToArray());
        ReadRecord[] records = [.. source.Read().Select(outcome => outcome.Record!)];

        Assert.Equal(SourceFormat.JsonArray, source.Format);
        Assert.Equal(["One, [two] {three}", "Four"], records.Select(record => record.Paper.Title));
        Assert.Equal("\"]\\", records[0].Paper.Abstract);
        Assert.Equal([2, 4], records.Select(record => record.Line));
    }

    [Theory]
    [InlineData("[{\"title\": \"A\", \"abstract\": \"\"}", "not closed")]
    [InlineData("[{\"title\": \"A\", \"abstract\": \"\"}] and more", "after the array")]
    public void Read_ArrayCutOrFollowed_KeepsItsElementsAndSaysSo(string text, string message)
    {
        ReadOutcome[] outcomes = [.. Open(Encoding.UTF8.GetBytes(text)).Read()];

        Assert.Equal("A", outcomes[0].Record!.Paper.Title);
        Assert.Contains(message, outcomes[1].Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FirstLineDamaged_IsStillJsonLines()
    {
        ReadOutcome[] outcomes = [.. Open(Encoding.UTF8.GetBytes("oops\n" + SamplePage.JsonLines(3))).Read()];

        Assert.Equal([ProblemCode.BrokenRecord, null, null, null], outcomes.Select(outcome => outcome.Problem?.Code));
        Assert.Equal([2, 3, 4], outcomes.Skip(1).Select(outcome => outcome.Record!.Line));
    }

    [Fact]
    public void Open_PagesTogether_GiveDatesTheYearAfterTheNewest()
    {
        SourceInput withYears = SourceInput.OfBytes("a", Encoding.UTF8.GetBytes(SamplePage.WithTrailers(SamplePage.Entries[..2])));
        SourceInput without = SourceInput.OfBytes("b", Encoding.UTF8.GetBytes(SamplePage.WithTrailers(SamplePage.Entries[2..4])));

        Assert.Equal(["2024-09-29", "2024-03-03"], DatesOf(PaperSources.Open([without, withYears])[0]));
        Assert.Equal(["2019-09-29", "2019-03-03"], DatesOf(PaperSources.Open([without, withYears], new PaperSourceOptions { Year = 2019 })[0]));
        Assert.Equal([null, null], DatesOf(PaperSources.Open([without])[0]));

        static IEnumerable<string?> DatesOf(PaperSource source) => source.Page!.Records.Select(record => record.Paper.Date?.ToString());
    }

    [Fact]
    public void Open_Unreadable_IsAProblemAndTheRestIsRead()
    {
        var broken = new SourceInput("gone", () => throw new UnauthorizedAccessException("no access"), CanReopen: true);
        ImmutableArray<PaperSource> sources = PaperSources.Open([broken, SourceInput.OfBytes("lines", Lines)]);

        Assert.Equal(ProblemCode.Unreadable, Assert.Single(sources[0].Read()).Problem!.Code);
        Assert.Equal(50, sources[1].Read().Count());
    }

    private static PaperSource Open(byte[] bytes) => PaperSources.Open([SourceInput.OfBytes("source", bytes)])[0];

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>Gives a few bytes a read, as a pipe may.</summary>
    private sealed class SlowStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(piece, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(piece, count));
    }
}
