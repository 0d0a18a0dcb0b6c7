using System.Globalization;
using System.Text;
using PaperGraph.Concepts;
using PaperGraph.Extraction;
using PaperGraph.Extraction.Acronyms;

namespace PaperGraph.Training;

/// <summary>Counts how papers define their short forms, and keeps those that nearly all define the same way: the table behind <see cref="KnownShortForms"/>.</summary>
/// <remarks>Only keys and counts are kept. The same papers, in any order, give the same bytes.</remarks>
public sealed class ShortFormTraining
{
    /// <summary>What it takes to dominate: this many papers, so many times those of the next meaning, this share of all.</summary>
    private static readonly (int Papers, int TimesNext, double Share)[] s_dominant = [(5, 5, 0.75), (12, 3, 0.6)];

    /// <summary>A slip is at most this share of the right spelling, which this many papers use.</summary>
    private const double ShareOfSlip = 0.2;
    private const int FewestRight = 10;

    private readonly Dictionary<string, Dictionary<string, int>> _papersByLongByShort = new(StringComparer.Ordinal);
    private readonly AcronymStage _stage = new();

    public void Add(string title, string abstractText)
    {
        var draft = new ExtractionDraft(title, abstractText);
        _stage.Extract(draft);
        foreach (Acronym acronym in draft.Acronyms)
        {
            string shortKey = ConceptKey.Of(acronym.Short), longKey = ConceptKey.Of(acronym.Long);
            if (shortKey.Length == 0 || longKey.Length <= shortKey.Length || shortKey.Contains('\t', StringComparison.Ordinal) || longKey.Contains('\t', StringComparison.Ordinal))
            {
                continue;
            }

            if (!_papersByLongByShort.TryGetValue(shortKey, out Dictionary<string, int>? papersByLong))
            {
                _papersByLongByShort.Add(shortKey, papersByLong = new Dictionary<string, int>(StringComparer.Ordinal));
            }

            papersByLong[longKey] = papersByLong.GetValueOrDefault(longKey) + 1;
        }
    }

    /// <summary>Counts a corpus of papers, JSON Lines, plain or gzip.</summary>
    /// <returns>The table's file.</returns>
    public static byte[] Train(string corpusFile, CancellationToken cancellation = default)
    {
        var training = new ShortFormTraining();
        foreach (TrainingPaper paper in TrainingPaper.Read(corpusFile))
        {
            cancellation.ThrowIfCancellationRequested();
            training.Add(paper.Title, paper.Abstract);
        }

        return Encoding.UTF8.GetBytes(training.ToTable());
    }

    /// <summary>The table as <see cref="KnownShortForms.Read"/> takes it.</summary>
    public string ToTable()
    {
        var lines = new SortedDictionary<string, (string To, int Papers, int All)>(StringComparer.Ordinal);
        var spellings = new Dictionary<string, (string To, int Papers, int All)>(StringComparer.Ordinal);
        foreach ((string shortKey, Dictionary<string, int> papersByLong) in _papersByLongByShort.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            (string Key, int Papers)[] longs = [.. papersByLong.Select(entry => (entry.Key, entry.Value)).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)];
            (string right, int rightPapers) = longs[0];
            int all = longs.Sum(entry => entry.Papers), same = rightPapers, next = 0;
            foreach ((string key, int papers) in longs.AsSpan(1))
            {
                if (Slip.OrVariant(key, right))
                {
                    same += papers;
                    if (Slip.Of(key, right) && rightPapers >= FewestRight && papers <= ShareOfSlip * rightPapers && (!spellings.TryGetValue(key, out (string To, int Papers, int All) known) || known.All < rightPapers))
                    {
                        spellings[key] = (right, papers, rightPapers);
                    }
                }
                else if (key.StartsWith(right, StringComparison.Ordinal) && key[right.Length] == ' ' || right.StartsWith(key, StringComparison.Ordinal) && right[key.Length] == ' ')
                {
                    // LSTM: long short-term memory, and the network.
                    same += papers;
                }
                else
                {
                    next = Math.Max(next, papers);
                }
            }

            if (shortKey.Count(char.IsLetter) >= 3 && !shortKey.Contains(' ', StringComparison.Ordinal) && s_dominant.Any(least => same >= least.Papers && same >= least.TimesNext * next && same >= least.Share * all))
            {
                lines.Add("short\t" + shortKey, (right, same, all));
            }
        }

        foreach ((string slip, (string To, int Papers, int All) right) in spellings)
        {
            // What is right for another short form is no slip, and a slip of a slip would need two steps.
            if (!spellings.ContainsKey(right.To) && !lines.Values.Any(line => line.To == slip))
            {
                lines.Add("spelling\t" + slip, right);
            }
        }

        var table = new StringBuilder();
        foreach ((string from, (string to, int papers, int all)) in lines)
        {
            table.Append(CultureInfo.InvariantCulture, $"{from}\t{to}\t{papers}\t{all}\n");
        }

        return table.ToString();
    }
}
