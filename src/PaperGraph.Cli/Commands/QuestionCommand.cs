using System.CommandLine;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary>A command that opens a store, asks it one question, and prints the answer as text or as JSON.</summary>
internal abstract class QuestionCommand(Terminal terminal, string name, string description) : Command(name, description)
{
    private readonly Option<bool> _json = QuestionOptions.Json();
    private readonly Option<string?> _store = StoreOption.Create();

    protected Terminal Terminal { get; } = terminal;

    /// <summary>Takes the command's own arguments and options in the order of its help; <c>--json</c> and <c>--store</c> follow them.</summary>
    protected void Take(params ReadOnlySpan<Symbol> own)
    {
        foreach (Symbol symbol in own)
        {
            if (symbol is Argument argument)
            {
                Add(argument);
            }
            else
            {
                Add((Option)symbol);
            }
        }

        Add(_json);
        Add(_store);
        SetAction(parsed =>
        {
            Answer(parsed);
            return ExitCode.Done;
        });
    }

    protected abstract void Answer(ParseResult parsed);

    protected bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    protected PaperGraphStore Open(ParseResult parsed) => StoreOption.Open(Terminal, parsed.GetValue(_store));
}
