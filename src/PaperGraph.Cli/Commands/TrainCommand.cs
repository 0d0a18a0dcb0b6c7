using System.CommandLine;
using PaperGraph.Relatedness;
using PaperGraph.Training;

namespace PaperGraph.Cli.Commands;

/// <summary><c>train</c>: learns the model files again from data given.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var evaluation = new Option<string>("--eval") { Description = "Folder with inspec-train.jsonl, kdd.jsonl, scierc-train.jsonl, silver-pos.jsonl.gz and seeds-dev-concepts.jsonl.", Required = true, HelpName = "DIR" };
        var corpus = new Option<string>("--corpus") { Description = "Papers as JSON Lines, plain or gzip, some with the authors' keywords.", Required = true, HelpName = "FILE" };
        var pages = new Option<string?>("--pages") { Description = "Folder of the pages that seeds-dev-concepts.jsonl annotates; by default ../../seeds, seen from the folder of --eval.", HelpName = "DIR" };
        var output = new Option<string>("--out") { Description = "The model file to write.", Required = true, HelpName = "FILE" };
        var command = new Command("train", "Learns the extraction model again from annotated papers and a corpus: the same files give the same bytes.") { evaluation, corpus, pages, output };
        command.SetAction((parsed, cancellation) =>
        {
            var training = new ExtractionTraining(parsed.GetRequiredValue(evaluation), parsed.GetRequiredValue(corpus), parsed.GetValue(pages), step => terminal.Error.WriteLine(step));
            byte[] model;
            try
            {
                model = training.Train(cancellation);
            }
            catch (InvalidDataException exception)
            {
                throw CommandFailure.Failed(exception.Message);
            }

            string path = parsed.GetRequiredValue(output);
            File.WriteAllBytes(path, model);
            terminal.Output.WriteLine($"{path}: {model.Length} bytes");
            return Task.FromResult(ExitCode.Done);
        });
        command.Add(Relatedness(terminal));
        command.Add(ShortForms(terminal));
        return command;
    }

    /// <summary><c>train short-forms</c>: counts how a corpus defines its short forms.</summary>
    private static Command ShortForms(Terminal terminal)
    {
        var corpus = new Option<string>("--corpus") { Description = "Papers as JSON Lines, plain or gzip.", Required = true, HelpName = "FILE" };
        var output = new Option<string>("--out") { Description = "The table to write.", Required = true, HelpName = "FILE" };
        var command = new Command("short-forms", "Learns the table of well-known short forms again from a corpus: the same papers give the same bytes.") { corpus, output };
        command.SetAction((parsed, cancellation) =>
        {
            try
            {
                byte[] table = ShortFormTraining.Train(parsed.GetRequiredValue(corpus), cancellation);
                File.WriteAllBytes(parsed.GetRequiredValue(output), table);
                terminal.Output.WriteLine($"{parsed.GetRequiredValue(output)}: {table.Length} bytes");
            }
            catch (InvalidDataException exception)
            {
                throw CommandFailure.Failed(exception.Message);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    /// <summary><c>train relatedness</c>: counts a corpus's terms.</summary>
    private static Command Relatedness(Terminal terminal)
    {
        var corpus = new Option<string>("--corpus") { Description = "Papers as JSON Lines, plain or gzip.", Required = true, HelpName = "FILE" };
        var output = new Option<string>("--out") { Description = "The model file to write.", Required = true, HelpName = "FILE" };
        var command = new Command("relatedness", "Learns the relatedness model again from a corpus: the same papers give the same bytes.") { corpus, output };
        command.SetAction((parsed, cancellation) =>
        {
            try
            {
                RelatednessModel model = RelatednessTraining.Train(parsed.GetRequiredValue(corpus), cancellation);
                string path = parsed.GetRequiredValue(output);
                byte[] bytes = model.ToBytes();
                File.WriteAllBytes(path, bytes);
                terminal.Output.WriteLine($"{path}: {bytes.Length} bytes, {model.Terms} terms of {model.Papers} papers");
            }
            catch (InvalidDataException exception)
            {
                throw CommandFailure.Failed(exception.Message);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
