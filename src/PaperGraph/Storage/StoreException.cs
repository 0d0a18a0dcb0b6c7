namespace PaperGraph.Storage;

/// <summary>The store cannot be used: the message names the file, what is wrong with it and what to do.</summary>
public sealed class StoreException : Exception
{
    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
