using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PaperGraph.Graph;
using PaperGraph.Papers;
using PaperGraph.Relatedness;
using PaperGraph.Tokens;

namespace PaperGraph.Queries;

/// <summary>What one paper brings to an evidence pack.</summary>
/// <param name="Number">From 1: what the pack cites it by.</param>
/// <param name="Sentences">Of its abstract, in their order there.</param>
public sealed record ContextPaper(int Number, PaperRow Paper, ImmutableArray<string> Sentences, ImmutableArray<string> Code);

/// <summary>Evidence for a language model, within a budget.</summary>
/// <param name="Text">Ready to paste: a paper a paragraph, with a number and an id to cite.</param>
/// <param name="Tokens">Of <paramref name="Text"/>; never above the budget, and where they are estimated at most 95 % of it.</param>
/// <param name="IsEstimate">Whether <paramref name="Tokens"/> is estimated, for want of the vocabulary.</param>
public sealed record ContextPack(string Text, int Tokens, bool IsEstimate, ImmutableArray<ContextPaper> Papers);

/// <summary>The best papers and sentences on a question, as many as a budget of tokens holds.</summary>
/// <remarks>Each paper opens with its title; sentences come in by how much they say about the question per token, across papers, so that one paper with a
/// long abstract does not fill the pack.</remarks>
public sealed class ContextQuery(KnowledgeGraph graph, ITokenCounter tokens, RelatednessModel model)
{
    /// <summary>A paper's second sentence must be this much better than another's first, its third twice, and so on.</summary>
    private const double Repetition = 0.7;

    /// <summary>What scores below this part of the best is beside the point: a pack need not be full.</summary>
    private const double LeastShare = 0.2;

    /// <summary>Of a budget, where tokens are estimated: one abstract in some hundreds is estimated a tenth too low.</summary>
    private const double EstimateShare = 0.95;

    /// <param name="question">What the sentences are chosen by.</param>
    /// <param name="papers">Best first, with scores above 0.</param>
    /// <param name="budget">Tokens of the whole text; at least 1.</param>
    public ContextPack Ask(string question, IReadOnlyList<(NodeId Paper, double Score)> papers, int budget)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(papers);
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        HashSet<ulong> asked = TermsOf(question);
        var chosen = new SortedDictionary<int, SortedSet<TextSpan>>();
        var open = new PriorityQueue<Candidate, (double Worth, int Paper, int Start)>();
        double best = papers.Count == 0 ? 0 : papers.Max(paper => paper.Score);
        for (int paper = 0; paper < papers.Count; paper++)
        {
            if (papers[paper].Score < best * LeastShare)
            {
                continue;
            }

            foreach (Candidate candidate in Candidates(paper, papers[paper], asked))
            {
                open.Enqueue(candidate, (-candidate.Worth, candidate.Paper, candidate.Sentence.Start));
            }
        }

        var taken = new Stack<Candidate>();
        var lengths = new Dictionary<int, int>();
        int limit = tokens.IsEstimate ? (int)(budget * EstimateShare) : budget;
        int length = 0;
        while (open.TryDequeue(out Candidate? candidate, out (double Worth, int, int) at))
        {
            int already = chosen.TryGetValue(candidate.Paper, out SortedSet<TextSpan>? sentences) ? sentences.Count : 0;
            double worth = candidate.Worth * Math.Pow(Repetition, already);
            if (worth < -at.Worth)
            {
                open.Enqueue(candidate, (-worth, candidate.Paper, candidate.Sentence.Start));
                continue;
            }

            sentences ??= chosen[candidate.Paper] = [];
            sentences.Add(candidate.Sentence);
            int before = lengths.GetValueOrDefault(candidate.Paper);
            int after = tokens.Count(ParagraphOf(PaperOf(1, papers[candidate.Paper].Paper, sentences)));
            if (length - before + after <= limit)
            {
                lengths[candidate.Paper] = after;
                length += after - before;
                taken.Push(candidate);
            }
            else
            {
                Drop(candidate);
            }
        }

        // Paragraphs were counted one by one; what they take together decides.
        string text = TextOf(papers, chosen);
        int count = text.Length == 0 ? 0 : tokens.Count(text);
        while (count > limit && taken.TryPop(out Candidate? last))
        {
            Drop(last);
            text = TextOf(papers, chosen);
            count = text.Length == 0 ? 0 : tokens.Count(text);
        }

        return new ContextPack(text, count, tokens.IsEstimate, [.. chosen.Select((pair, index) => PaperOf(index + 1, papers[pair.Key].Paper, pair.Value))]);

        void Drop(Candidate candidate)
        {
            SortedSet<TextSpan> sentences = chosen[candidate.Paper];
            sentences.Remove(candidate.Sentence);
            if (sentences.Count == 0)
            {
                chosen.Remove(candidate.Paper);
            }
        }
    }

    /// <param name="Worth">The paper's score times what the sentence holds of the question, per token.</param>
    private sealed record Candidate(int Paper, TextSpan Sentence, double Worth);

    private IEnumerable<Candidate> Candidates(int number, (NodeId Paper, double Score) paper, HashSet<ulong> asked)
    {
        string text = graph.PropertiesOf(paper.Paper).Text(PropertyKey.Abstract) ?? "";
        foreach (TextSpan sentence in Sentences.Of(text))
        {
            string words = sentence.In(text).ToString();
            double held = TermsOf(words).Where(asked.Contains).Sum(term => model.Idf(term));
            // What the question does not ask for still tells what the paper is about, a little.
            yield return new Candidate(number, sentence, paper.Score * (held + 0.5) / Math.Sqrt(tokens.Count(words) + 10));
        }
    }

    private string TextOf(IReadOnlyList<(NodeId Paper, double Score)> papers, SortedDictionary<int, SortedSet<TextSpan>> chosen)
    {
        int number = 0;
        return string.Join('\n', chosen.Select(pair => ParagraphOf(PaperOf(++number, papers[pair.Key].Paper, pair.Value))));
    }

    /// <summary>A paper as the pack shows it.</summary>
    private static string ParagraphOf(ContextPaper paper)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"[{paper.Number}] {paper.Paper.Title}{(paper.Paper.Date is null ? "" : $" ({paper.Paper.Date})")}\n{paper.Paper.Id}\n");
        text.AppendJoin(' ', paper.Sentences).Append('\n');
        if (!paper.Code.IsEmpty)
        {
            text.Append("Code: ").AppendJoin(", ", paper.Code).Append('\n');
        }

        return text.ToString();
    }

    private ContextPaper PaperOf(int number, NodeId paper, SortedSet<TextSpan> sentences)
    {
        string text = graph.PropertiesOf(paper).Text(PropertyKey.Abstract) ?? "";
        var code = ImmutableArray.CreateBuilder<string>();
        foreach (Edge edge in graph.OutEdges(paper, EdgeType.HasCode))
        {
            if (graph.PropertiesOf(edge).Text(PropertyKey.Status) != "promised")
            {
                code.Add(graph.PropertiesOf(edge.Target).Text(PropertyKey.Url) ?? graph.KeyOf(edge.Target));
            }
        }

        return new ContextPaper(number, PaperRow.Of(graph, paper), [.. sentences.Select(sentence => sentence.In(text).ToString().ReplaceLineEndings(" "))], code.ToImmutable());
    }

    private static HashSet<ulong> TermsOf(string text)
    {
        var terms = new List<Term>();
        TermReader.Read(text, terms);
        return [.. terms.Select(term => term.Hash)];
    }
}
