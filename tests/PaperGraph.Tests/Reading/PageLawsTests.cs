using System.Text;
using PaperGraph.Reading;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Reading;

/// <summary>What holds for any page, however damaged.</summary>
public sealed class PageLawsTests
{
    private static readonly string[] Pages = [SamplePage.WithTrailers(), SamplePage.Flat(), SamplePage.Spaced(), SamplePage.Wrapped(SamplePage.Flat(), 76), SamplePage.Wrapped(SamplePage.WithTrailers(), 76)];

    private const int WrappedFlat = 3;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Read_RandomBytesChanged_NeverThrowsAndAccountsForEveryRecord(int seed)
    {
        var random = new Random(seed);
        byte[] page = Encoding.UTF8.GetBytes(Pages[seed % Pages.Length]);
        for (int round = 0; round < 10; round++)
        {
            for (int i = random.Next(1, 20); i > 0; i--)
            {
                page[random.Next(page.Length)] = (byte)random.Next(256);
            }

            AssertAccounts(PageReader.Read($"seed {seed}", page));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Read_LinesShuffledDroppedAndDoubled_NeverThrowsAndAccountsForEveryRecord(int seed)
    {
        var random = new Random(seed);
        string[] lines = Pages[seed % Pages.Length].Split('\n');
        string[] mixed = [.. Enumerable.Range(0, lines.Length).Select(_ => lines[random.Next(lines.Length)])];

        AssertAccounts(PageReader.Read($"seed {seed}", Encoding.UTF8.GetBytes(string.Join('\n', mixed))));
    }

    /// <summary>A page cut anywhere gives every paper that stands wholly before the cut. Where wrapped lines have no blank ones between, the first words of the next title
    /// may look like a last sentence that is cut: there the paper right before the cut is left out of the comparison.</summary>
    [Fact]
    public void Read_CutAtAnyCharacter_KeepsTheEarlierPapers()
    {
        for (int layout = 0; layout < Pages.Length; layout++)
        {
            string page = Pages[layout];
            PageReading whole = Read(page);
            string[] ends = [.. SamplePage.Entries.Select(entry => entry.Abstract[^12..])];
            for (int cut = page.Length; cut > 200; cut -= 13)
            {
                PageReading reading = Read(page[..cut]);
                int complete = ends.Count(end => page[..cut].Contains(end, StringComparison.Ordinal)) - (layout == WrappedFlat ? 1 : 0);

                AssertAccounts(reading);
                Assert.Equal((layout, cut, Texts(whole, complete)), (layout, cut, Texts(reading, complete)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Read_AnyUnicodeText_NeverThrows(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < 3000; i++)
        {
            text.Append(random.Next(12) switch
            {
                0 => '\n',
                1 => '·',
                2 => '•',
                3 => ' ',
                4 => (char)random.Next(0xD800, 0xE000),
                5 => (char)random.Next(0, 0x3000),
                6 => '.',
                _ => (char)random.Next('A', 'z'),
            });
        }

        AssertAccounts(Read(text.ToString()));
    }

    private static string Texts(PageReading reading, int count) => string.Join('\n', reading.Records.Take(count).Select(record => record.Paper.Title + "\n" + record.Paper.Abstract));

    private static PageReading Read(string page) => PageReader.Read("page", Encoding.UTF8.GetBytes(page));

    /// <summary>Positions run through records and losses without a gap; every record has a title on one line; every problem has a place on the page.</summary>
    private static void AssertAccounts(PageReading reading)
    {
        int lost = reading.Problems.Count(problem => problem.LosesRecord);
        ReadRecord[] records = [.. reading.Records];
        Assert.True(records.Length == 0 || records[^1].Paper.Position <= records.Length + lost);
        Assert.Equal(records.Select(record => record.Paper.Position).Distinct().Order(), records.Select(record => record.Paper.Position));
        Assert.All(records, record =>
        {
            Assert.NotEqual("", record.Paper.Title.Trim());
            Assert.DoesNotContain('\n', record.Paper.Title);
        });
        Assert.All(reading.Problems, problem => Assert.True(problem.Line >= 1 && problem.Message.Length > 0));
        Assert.True(records.Length + reading.Problems.Count() > 0);
    }
}
