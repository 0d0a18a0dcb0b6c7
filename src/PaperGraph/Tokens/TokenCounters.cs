namespace PaperGraph.Tokens;

/// <summary>The token counters of this build.</summary>
public static partial class TokenCounters
{
    /// <summary>The vocabulary of current OpenAI models, and the default.</summary>
    public const string DefaultEncoding = "o200k_base";

    /// <summary>An exact counter where the build has one, else an estimate.</summary>
    /// <exception cref="ArgumentException">No counter of this build knows the encoding.</exception>
    public static ITokenCounter For(string encoding = DefaultEncoding)
    {
        if (encoding != DefaultEncoding)
        {
            throw new ArgumentException($"No vocabulary '{encoding}' in this build; there is {DefaultEncoding}.", nameof(encoding));
        }

        ITokenCounter? packaged = null;
        CreatePackaged(encoding, ref packaged);
        return packaged ?? new EstimatedTokenCounter();
    }

    /// <summary>Filled in by PackagedAdapters/; without that folder the compiler drops the call.</summary>
    static partial void CreatePackaged(string encoding, ref ITokenCounter? counter);
}
