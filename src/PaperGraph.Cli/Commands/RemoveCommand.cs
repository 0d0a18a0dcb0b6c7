using System.Collections.Immutable;
using System.CommandLine;
using PaperGraph.Cli.Output;
using PaperGraph.Graph;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>remove SOURCE…</c>: takes pages or files back; what nothing else holds goes with them.</summary>
internal static class RemoveCommand
{
    private const int MostNamed = 10;

    public static Command Create(Terminal terminal)
    {
        var names = new Argument<string[]>("SOURCE") { Description = "Names of pages or files, as 'build' took them.", Arity = ArgumentArity.OneOrMore };
        Option<string?> store = StoreOption.Create();
        var command = new Command("remove", "Takes pages or files back out of the store, with what only they hold.") { names, store };
        command.SetAction(parsed => Execute(terminal, [.. parsed.GetValue(names)!.Distinct(StringComparer.Ordinal)], parsed.GetValue(store)));
        return command;
    }

    private static int Execute(Terminal terminal, string[] names, string? storePath)
    {
        using PaperGraphStore store = PaperGraphStore.Open(StoreOption.PathOf(terminal, storePath));
        int before = store.Graph.CountOf(NodeLabel.Paper);
        ImmutableArray<string> unknown = store.Remove(names);
        if (!unknown.IsEmpty)
        {
            string known = string.Join(", ", store.Sources.Take(MostNamed)) + (store.Sources.Length > MostNamed ? ", …" : "");
            throw CommandFailure.Usage($"the store holds no source '{unknown[0]}': nothing was removed. It holds {(known.Length == 0 ? "none" : known)}.");
        }

        int after = store.Graph.CountOf(NodeLabel.Paper);
        terminal.Output.WriteLine($"{Count.Of(names.Length, "source")} removed, {Count.Of(before - after, "paper")} with {(names.Length == 1 ? "it" : "them")}; {Count.Of(after, "paper")} left");
        return ExitCode.Done;
    }
}
