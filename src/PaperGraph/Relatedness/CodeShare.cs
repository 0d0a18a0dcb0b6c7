namespace PaperGraph.Relatedness;

/// <summary>What one repository that holds both papers' code adds to their relatedness.</summary>
/// <remarks>It closes this part of the distance to 1 that words leave: the score stays below 1, and papers without code lose nothing.</remarks>
internal static class CodeShare
{
    /// <summary>The same code, as far as the addresses tell.</summary>
    public const double SameCode = 0.2;

    /// <summary>Different folders: an organisation's common repository says little.</summary>
    public const double OtherFolder = 0.03;

    public static double Of(ulong folder, ulong otherFolder) => folder == otherFolder || folder == 0 || otherFolder == 0 ? SameCode : OtherFolder;

    public static double Add(double score, double share) => score + ((1 - score) * share);

    /// <summary>0 where the whole repository is meant.</summary>
    public static ulong FolderKey(string? folder) => string.IsNullOrEmpty(folder) ? 0 : TermHash.Node(folder);
}
