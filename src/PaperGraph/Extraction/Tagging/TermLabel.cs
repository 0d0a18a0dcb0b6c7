namespace PaperGraph.Extraction.Tagging;

/// <summary>Labels of the term tagger: outside, and begin and inside of each type of mention.</summary>
internal static class TermLabel
{
    public const int Outside = 0;
    public const int Count = 13;

    /// <summary>The types, in the order of their labels; <c>Generic</c> mentions ("the method") are told apart so that they are not taken for terms.</summary>
    public const int Types = 6;
    public const int Method = 0;
    public const int Task = 1;
    public const int Metric = 2;
    public const int Material = 3;
    public const int Other = 4;
    public const int Generic = 5;

    public static int Begin(int type) => 1 + (2 * type);

    public static int Inside(int type) => 2 + (2 * type);

    public static bool IsBegin(int label) => label > 0 && (label & 1) == 1;

    /// <summary>The label's type; -1 for <see cref="Outside"/>.</summary>
    public static int TypeOf(int label) => (label - 1) >> 1;

    /// <summary>An inside label goes on from its own begin or inside.</summary>
    public static bool MayFollow(int before, int label) => label == Outside || IsBegin(label) || before == label || before == label - 1;
}
