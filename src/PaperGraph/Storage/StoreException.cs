namespace PaperGraph.Storage;

/// <summary>A store cannot be used: there is none, it is no store, of another version, busy, read-only, or the disk is full. The message says which, and what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : IOException(message, inner);
