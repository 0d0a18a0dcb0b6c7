using System.Collections.Immutable;
using System.CommandLine;
using PaperGraph.Cli.Filters;
using PaperGraph.Extraction;
using PaperGraph.Reading;
using PaperGraph.Wire;

namespace PaperGraph.Cli.Commands;

/// <summary><c>extract [INPUT…]</c>: concepts, acronyms, relations and links of each paper as JSON Lines, from its title and abstract alone.</summary>
internal static class ExtractCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> inputs = CommonOptions.Inputs(" Standard input when none is named.");
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet();
        var command = new Command("extract", "Concepts, acronyms, relations and links of each paper as JSON Lines.") { inputs, threads, quiet };
        command.SetAction((parsed, cancellation) =>
        {
            // An abstract alone can be extracted from; dates play no part, so that each page is read in its turn.
            var options = new PaperSourceOptions { Records = new JsonRecordOptions { NeedsTitle = false } };
            ImmutableArray<SourceInput> sources = InputExpansion.Expand(InputNames.Of(parsed.GetValue(inputs)), terminal.OpenInput);
            Extractor extractor = Extractor.Default;
            return new RecordFilter
            {
                Terminal = terminal,
                Write = (writer, paper) => PaperExtractionWriter.Write(writer.Json, paper.Id, paper.Title, extractor.Extract(paper.Title, paper.Abstract)),
                ErrorsNameSource = false,
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                IsQuiet = parsed.GetValue(quiet),
            }.RunAsync(PaperSources.OpenEach(sources, options), cancellation);
        });
        return command;
    }
}
