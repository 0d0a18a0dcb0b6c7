using System.CommandLine;
using PaperGraph.Cli.Output;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>--store FILE</c>, else <c>PAPERGRAPH_STORE</c>, else <c>graph.papergraph</c> in the current folder.</summary>
internal static class StoreOption
{
    public const string DefaultFile = "graph.papergraph";

    public static Option<string?> Create() => new("--store") { Description = $"The store; else PAPERGRAPH_STORE, else {DefaultFile} here.", HelpName = "FILE" };

    public static string PathOf(Terminal terminal, string? given) =>
        given ?? (terminal.Environment("PAPERGRAPH_STORE") is { Length: > 0 } path ? path : DefaultFile);

    /// <summary>The store that is there, for reading; a question does not make an empty one. Says so where its graph is not in step.</summary>
    public static PaperGraphStore Open(Terminal terminal, string? given)
    {
        PaperGraphStore store = PaperGraphStore.Open(PathOf(terminal, given));
        if (store.IsGraphBehind)
        {
            terminal.Note($"The graph in {store.Path} is older than its sources or than this program (a build that was stopped, another version); 'papergraph build' with the same inputs brings it in step.");
        }

        return store;
    }
}
