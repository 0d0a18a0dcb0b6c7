using System.Collections.Immutable;
using System.CommandLine;
using PaperGraph.Cli.Filters;
using PaperGraph.Reading;
using PaperGraph.Wire;

namespace PaperGraph.Cli.Commands;

/// <summary><c>read [INPUT…]</c>: papers as JSON Lines, each as it was read, before any merging.</summary>
internal static class ReadCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> inputs = CommonOptions.Inputs(" Standard input when none is named.");
        Option<int?> year = CommonOptions.Year();
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet();
        var command = new Command("read", "Papers of pages and files as JSON Lines, each as it was read.") { inputs, year, threads, quiet };
        command.SetAction((parsed, cancellation) =>
        {
            var options = new PaperSourceOptions { Year = parsed.GetValue(year) };
            ImmutableArray<SourceInput> sources = InputExpansion.Expand(InputNames.Of(parsed.GetValue(inputs)), terminal.OpenInput);
            return new RecordFilter
            {
                Terminal = terminal,
                Write = static (writer, paper) => PaperRecordWriter.Write(writer.Json, paper),
                ErrorsNameSource = true,
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                IsQuiet = parsed.GetValue(quiet),
            }.RunAsync(PaperSources.Open(sources, options), cancellation);
        });
        return command;
    }
}
