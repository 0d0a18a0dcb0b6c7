using PaperGraph.Concepts;

namespace PaperGraph.Graph.Building;

/// <summary>What the collection decides on names that a paper leaves open: short forms that it uses without defining them, and misspelt long forms.</summary>
/// <remarks>
/// An undefined short form takes a long form only where one dominates: at least three papers define it so, and they are at least four in five of those that define it at all, slips
/// and longer forms (<c>long short-term memory network</c>) with it. Where too few papers define it, the table of well-known short forms decides, unless more than one in five of those few mean something else. One
/// of two letters never takes any. A long form that differs from a much commoner one of the same short form by a slip of the pen follows it.
/// </remarks>
internal sealed class ShortForms
{
    private const int LeastPapers = 3;
    private const double LeastShare = 0.8;
    private const int LeastLetters = 3;

    /// <summary>A slip is at most this share of the right spelling.</summary>
    private const double MostOfSlip = 0.34;

    private readonly Dictionary<string, string> _longKeyByShortKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _openKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _rightKeyBySlip = new(StringComparer.Ordinal);

    public ShortForms(IEnumerable<PaperConcepts> papers)
    {
        IEnumerable<IGrouping<string, string>> definitions = papers.SelectMany(paper => paper.Definitions).GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var slips = new List<(string Slip, string Right, int Papers)>();
        var leaders = new HashSet<string>(StringComparer.Ordinal);
        foreach (IGrouping<string, string> definition in definitions)
        {
            (string Key, int Papers)[] longForms = [.. definition.GroupBy(key => key, StringComparer.Ordinal)
                .Select(same => (same.Key, Papers: same.Count()))
                .OrderByDescending(pair => pair.Papers).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
            (string right, int rightPapers) = longForms[0];
            leaders.Add(right);
            slips.AddRange(longForms.Skip(1)
                .Where(other => rightPapers >= LeastPapers && other.Papers <= MostOfSlip * rightPapers && Slip.Of(other.Key, right))
                .Select(other => (other.Key, right, rightPapers)));
            Decide(definition.Key, longForms);
        }

        // What is the commonest for another short form is no slip; the commoner right spelling wins.
        foreach ((string slip, string right, int _) in slips.OrderByDescending(slip => slip.Papers).ThenBy(slip => slip.Right, StringComparer.Ordinal))
        {
            if (!leaders.Contains(slip))
            {
                _rightKeyBySlip.TryAdd(slip, right);
            }
        }
    }

    /// <summary>Resolves what the paper leaves open.</summary>
    public void ResolveIn(PaperConcepts paper)
    {
        foreach (PaperConcept concept in paper.Concepts.ToList())
        {
            if (RightKeyOf(concept.Key) is { } right && paper.MayMove(concept.Key, right))
            {
                paper.Move(concept, right, MergeReason.Slip);
            }
            else if (!concept.IsIntroduced && !paper.Defines(concept.Key) && LongKeyOf(concept.Key) is { } longKey && paper.MayMove(concept.Key, longKey))
            {
                paper.Move(concept, longKey, MergeReason.ShortFormElsewhere);
            }
        }
    }

    /// <summary>The key that stands for this one where no paper says otherwise; the key itself where nothing is decided.</summary>
    public string Settled(string key) => RightKeyOf(key) ?? LongKeyOf(key) ?? key;

    private string? RightKeyOf(string key) => _rightKeyBySlip.GetValueOrDefault(key) ?? KnownShortForms.Shipped.RightKeyOf(key);

    private string? LongKeyOf(string key)
    {
        string? longKey = _longKeyByShortKey.GetValueOrDefault(key) ?? (_openKeys.Contains(key) ? null : KnownShortForms.Shipped.LongKeyOf(key));
        return longKey is null ? null : RightKeyOf(longKey) ?? longKey;
    }

    private void Decide(string shortKey, (string Key, int Papers)[] longForms)
    {
        int all = longForms.Sum(form => form.Papers);
        string leader = longForms[0].Key;
        int papersOfIt = PapersOf(leader);
        if (shortKey.Count(char.IsLetter) >= LeastLetters && papersOfIt >= LeastPapers && papersOfIt >= LeastShare * all)
        {
            _longKeyByShortKey.Add(shortKey, leader);
        }
        else if (KnownShortForms.Shipped.LongKeyOf(shortKey) is not { } known || PapersOf(known) < LeastShare * all)
        {
            _openKeys.Add(shortKey);
        }

        int PapersOf(string longKey) => longForms.Where(form => form.Key == longKey || IsLonger(form.Key, longKey) || IsLonger(longKey, form.Key) || Slip.OrVariant(form.Key, longKey)).Sum(form => form.Papers);
    }

    private static bool IsLonger(string key, string start) => key.Length > start.Length && key[start.Length] == ' ' && key.StartsWith(start, StringComparison.Ordinal);
}
