namespace PaperGraph.Cli;

/// <summary>Whoever read standard output has gone (<c>papergraph read … | head</c>): there is nobody left to work for, and nothing is wrong.</summary>
internal sealed class OutputClosedException(IOException inner) : IOException(inner.Message, inner);
