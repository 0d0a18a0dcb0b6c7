namespace PaperGraph.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>Done; an empty answer too.</summary>
    public const int Done = 0;

    /// <summary>Done, with problems that were counted and listed.</summary>
    public const int Problems = 1;

    /// <summary>Wrong usage: nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The world failed: no such file, no server, a broken store.</summary>
    public const int Failed = 3;

    public const int Cancelled = 130;
}
