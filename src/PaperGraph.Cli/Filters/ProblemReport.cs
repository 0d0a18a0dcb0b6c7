using System.Globalization;
using PaperGraph.Reading;

namespace PaperGraph.Cli.Filters;

/// <summary>Lists the first problems of a run as they come, counts all.</summary>
internal sealed class ProblemReport(Terminal terminal)
{
    /// <summary>So many are listed; a file of another format has one in each line.</summary>
    private const int MostListed = 20;

    private readonly SortedDictionary<ProblemCode, int> _counts = [];
    private long _lost;
    private int _unread;

    public long Count { get; private set; }

    /// <summary>Records that are not in the output, each for one of the problems.</summary>
    public long Lost => _lost;

    public void Add(IReadOnlyList<ReadingProblem> problems, ProgressLine? progress = null)
    {
        foreach (ReadingProblem problem in problems)
        {
            Count++;
            _lost += problem.LosesRecord ? 1 : 0;
            _unread += problem.LosesSource ? 1 : 0;
            _counts[problem.Code] = _counts.GetValueOrDefault(problem.Code) + 1;
            if (Count <= MostListed)
            {
                progress?.Clear();
                terminal.Error.WriteLine(problem.ToString());
            }
        }
    }

    /// <summary>Says how many were not listed.</summary>
    public void Finish()
    {
        if (Count > MostListed)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {Count - MostListed:N0} more problems"));
        }
    }

    /// <summary>One line in which every record is accounted for: read = written + rejected, with reasons.</summary>
    public string Balance(int sources, long written)
    {
        string balance = string.Create(CultureInfo.InvariantCulture, $"{Plural(sources, "source")} · {Plural(written + _lost, "record")} = {written:N0} written + {_lost:N0} rejected");
        string reasons = string.Join(", ", _counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value:N0} {ProblemNames.Of(count.Key)}")));
        return balance + (_unread == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" · {Plural(_unread, "source")} not read to the end")) + (reasons.Length == 0 ? "" : $" ({reasons})");
    }

    private static string Plural(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
