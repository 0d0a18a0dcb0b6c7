using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using PaperGraph.Cli.Filters;
using PaperGraph.Cli.Output;
using PaperGraph.Concepts;
using PaperGraph.Extraction;
using PaperGraph.Graph.Building;
using PaperGraph.Queries;
using PaperGraph.Reading;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>build INPUT…</c>: reads, extracts, adds to the store, and says what came of it.</summary>
internal static class BuildCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> inputs = CommonOptions.Inputs("");
        Option<string?> store = StoreOption.Create();
        Option<int?> year = CommonOptions.Year();
        Option<string?> vocabulary = VocabularyOption.Create();
        Option<bool> json = QuestionOptions.Json();
        Option<bool> quiet = CommonOptions.Quiet();
        var verbose = new Option<bool>("--verbose", "-v") { Description = "How long each stage took, on standard error." };
        json.Description = "The summary as one JSON object.";
        var command = new Command("build", "Reads pages and files into the store: papers, concepts, code, and how they hang together.") { inputs, store, year, vocabulary, json, quiet, verbose };
        command.SetAction((parsed, cancellation) =>
        {
            using StageTimes? times = parsed.GetValue(verbose) ? new StageTimes() : null;
            int exitCode = new Run(terminal, parsed.GetValue(quiet), parsed.GetValue(json))
                .Execute(parsed.GetValue(inputs)!, StoreOption.PathOf(terminal, parsed.GetValue(store)), parsed.GetValue(year), parsed.GetValue(vocabulary), cancellation);
            times?.Write(terminal.Error);
            return Task.FromResult(exitCode);
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(inputs) is null or [] && result.GetValue(vocabulary) is null)
            {
                result.AddError("build takes files or folders to read, or - for standard input; to change only the vocabulary of a store, --vocabulary FILE.");
            }
        });
        return command;
    }

    private sealed class Run(Terminal terminal, bool isQuiet, bool isJson)
    {
        public int Execute(string[] inputs, string storePath, int? year, string? vocabularyPath, CancellationToken cancellation)
        {
            long started = terminal.Clock.GetTimestamp();
            var progress = new ProgressLine(terminal, isQuiet);
            long records = 0;

            // A misspelt input or vocabulary must not leave an empty store behind.
            VocabularyFile? vocabulary = vocabularyPath is null ? null : VocabularyOption.Read(vocabularyPath);
            IEnumerable<PaperSource> sources = inputs.Length == 0 ? [] : PaperSources.Open(InputExpansion.Expand(inputs, terminal.OpenInput), new PaperSourceOptions { Year = year, WithDigest = true });
            using PaperGraphStore store = inputs.Length == 0 ? PaperGraphStore.Open(storePath) : PaperGraphStore.OpenOrCreate(storePath);
            if (vocabulary is not null)
            {
                VocabularyOption.ReportProblems(terminal, vocabularyPath!, vocabulary.Problems);
                store.SetVocabulary(vocabulary.Vocabulary);
            }

            BuildReport report = store.Add(sources, Extractor.Default, more => progress.Show(records += more, "records"), cancellation);
            progress.Clear();
            var problems = new ProblemReport(terminal);
            problems.Add(report.Problems);
            problems.Finish();
            StoreSummary summary = StoreSummary.Of(store.Graph);
            ImmutableArray<VocabularyEffect> effects = store.VocabularyEffects;
            Dictionary<string, int>? lines = vocabulary?.Vocabulary.Rules.ToDictionary(rule => rule.ToString(), rule => rule.Line, StringComparer.Ordinal);
            if (isJson)
            {
                WriteJson(report, summary, effects, lines);
            }
            else if (!isQuiet)
            {
                WriteText(report, summary, storePath, terminal.Clock.GetElapsedTime(started), () => VocabularyOption.WriteText(terminal, effects, lines));
            }

            return report.Problems.IsEmpty && (vocabulary is null || vocabulary.Problems.IsEmpty) ? ExitCode.Done : ExitCode.Problems;
        }

        private void WriteText(BuildReport report, StoreSummary summary, string storePath, TimeSpan elapsed, Action writeVocabulary)
        {
            TextWriter output = terminal.Output;
            if (!report.Sources.IsEmpty)
            {
                output.WriteLine(Balance(report));
            }

            output.WriteLine($"dates   {Count.Number(summary.Dated)} known, {Count.Number(summary.Papers - summary.Dated)} not on the page");
            output.WriteLine($"code    {Count.Of(summary.WithReleasedCode, "paper")} link their own released code{Other(summary.WithOtherAddress)}, {Count.Number(summary.WithPromisedCode)} promise it, {Count.Number(summary.ClaimingCode)} claim it without an address");
            writeVocabulary();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"graph   {Count.Of(summary.Concepts, "concept")} ({Count.Number(summary.SharedConcepts)} in two papers or more), {Repositories(summary.Repositories)}, {Count.Of(summary.Edges, "edge")} → {storePath}   {elapsed.TotalSeconds:0.0} s"));
            string lead = "Try     ";
            if (summary.ConceptToTry is { } concept)
            {
                output.WriteLine($"{lead}./papergraph code \"{concept}\"");
                lead = "        ";
            }

            if (summary.PaperToTry is { } paper)
            {
                output.WriteLine($"{lead}./papergraph related \"{paper}\"");
            }
        }

        private static string Other(int count) => count == 0 ? "" : $" ({Count.Number(count)} more by another address)";

        private static string Repositories(int count) => count == 1 ? "1 repository" : Count.Number(count) + " repositories";

        /// <summary>Every record is accounted for; what did not happen is left out, but for rejections.</summary>
        private static string Balance(BuildReport report)
        {
            bool allPages = report.Sources.All(source => source.Format.StartsWith("page-", StringComparison.Ordinal) || source.Change == SourceChange.Rejected);
            var line = new StringBuilder();
            line.Append(Count.Of(report.Sources.Length, allPages ? "page" : "source")).Append(" · ").Append(Count.Of(report.Read, "record")).Append(" = ");
            line.Append(Count.Of(report.Kept, "paper")).Append(" + ").Append(Count.Number(report.Merged)).Append(" merged");
            line.Append(report.Unchanged > 0 ? $" + {Count.Number(report.Unchanged)} unchanged" : "");
            line.Append(" + ").Append(Count.Number(report.Rejected)).Append(" rejected");
            return line.ToString();
        }

        private void WriteJson(BuildReport report, StoreSummary summary, ImmutableArray<VocabularyEffect> effects, IReadOnlyDictionary<string, int>? lines)
        {
            JsonRows.WriteObject(terminal.Output, json =>
            {
                json.WriteNumber("read", report.Read);
                json.WriteNumber("kept", report.Kept);
                json.WriteNumber("merged", report.Merged);
                json.WriteNumber("unchanged", report.Unchanged);
                json.WriteNumber("rejected", report.Rejected);
                json.WriteNumber("papers", summary.Papers);
                json.WriteNumber("dated", summary.Dated);
                json.WriteNumber("released", summary.WithReleasedCode);
                json.WriteNumber("releasedElsewhere", summary.WithOtherAddress);
                json.WriteNumber("promised", summary.WithPromisedCode);
                json.WriteNumber("claimed", summary.ClaimingCode);
                json.WriteNumber("concepts", summary.Concepts);
                json.WriteNumber("sharedConcepts", summary.SharedConcepts);
                json.WriteNumber("repositories", summary.Repositories);
                json.WriteNumber("edges", summary.Edges);
                json.WriteObjects("sources", report.Sources, source =>
                {
                    json.WriteString("name", source.Name);
                    json.WriteString("format", source.Format);
                    json.WriteString("change", source.Change.ToString().ToLowerInvariant());
                    json.WriteNumber("records", source.Records);
                    json.WriteNumber("rejected", source.Rejected);
                });
                VocabularyOption.WriteJson(json, effects, lines);
            });
        }
    }
}
