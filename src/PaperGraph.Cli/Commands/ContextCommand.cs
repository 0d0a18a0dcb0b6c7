using System.CommandLine;
using System.Globalization;
using PaperGraph.Cli.Output;
using PaperGraph.Graph;
using PaperGraph.Queries;
using PaperGraph.Relatedness;
using PaperGraph.Storage;
using PaperGraph.Tokens;

namespace PaperGraph.Cli.Commands;

/// <summary><c>context QUERY --tokens N</c>: evidence for a language model, within a budget.</summary>
internal sealed class ContextCommand : QuestionCommand
{
    private readonly Argument<string[]> _question = new("QUERY") { Description = "Words and fields, as for search; or a paper's id: that paper and what is related.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int> _tokens = new("--tokens") { Description = "Budget of the whole text.", HelpName = "N", DefaultValueFactory = _ => 4000 };
    private readonly Option<string> _encoding = new("--encoding") { Description = "Vocabulary that the budget counts in.", HelpName = "NAME", DefaultValueFactory = _ => TokenCounters.DefaultEncoding };

    public ContextCommand(Terminal terminal)
        : base(terminal, "context", "An evidence pack for a language model: the best papers and sentences within a budget of tokens, with ids to cite.")
    {
        Take(_question, _tokens, _encoding);
    }

    protected override void Answer(ParseResult parsed)
    {
        int budget = parsed.GetValue(_tokens);
        if (budget < 1)
        {
            throw CommandFailure.Usage($"--tokens takes a number from 1 up, not '{budget.ToString(CultureInfo.InvariantCulture)}'.");
        }

        string text = SearchArguments.Join(parsed.GetValue(_question)!);
        SearchQuestion question = SearchArguments.Question(text);
        ITokenCounter counter = CounterFor(parsed.GetValue(_encoding)!);
        using PaperGraphStore opened = Open(parsed);
        (string asked, IReadOnlyList<(NodeId, double)> papers) = ContextPapers.For(opened, text, question, () => new NodeChoice(opened.Graph).Filter(question));
        ContextPack pack = new ContextQuery(opened.Graph, counter, RelatednessModel.Shipped).Ask(asked, papers, budget);
        if (IsJson(parsed))
        {
            WriteJson(pack);
        }
        else
        {
            Terminal.Output.Write(pack.Text);
        }

        WriteNotes(pack, budget, counter, papers.Count);
    }

    private static ITokenCounter CounterFor(string encoding)
    {
        try
        {
            return TokenCounters.For(encoding);
        }
        catch (ArgumentException exception)
        {
            throw CommandFailure.Usage(exception.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private void WriteJson(ContextPack pack) => JsonRows.Write(Terminal.Output, pack.Papers, (json, row) =>
    {
        json.WriteStartObject();
        json.WriteNumber("number", row.Number);
        json.WritePaper(row.Paper);
        json.WriteTexts("sentences", row.Sentences);
        json.WriteTexts("code", row.Code);
        json.WriteEndObject();
    });

    private void WriteNotes(ContextPack pack, int budget, ITokenCounter counter, int found)
    {
        if (found == 0)
        {
            Terminal.Note("No paper holds a word of it; try 'papergraph search' with others.");
            return;
        }

        string estimate = pack.IsEstimate ? ", estimated: this build lacks the vocabulary" : "";
        Terminal.Note($"{Count.Of(pack.Papers.Length, "paper")} of {Count.Number(found)}, {Count.Number(pack.Tokens)} of {Count.Number(budget)} tokens ({counter.Encoding}{estimate})");
        if (pack.Papers.IsEmpty)
        {
            Terminal.Note("The budget holds not one sentence with its title; try --tokens 500.");
        }
    }
}
