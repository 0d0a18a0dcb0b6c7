namespace PaperGraph.Cli.Output;

/// <summary>Remarks beside an answer: on standard error, so that they never stand among results.</summary>
internal static class Notes
{
    public static void Note(this Terminal terminal, string text) => terminal.Error.WriteLine("papergraph: " + text);
}
