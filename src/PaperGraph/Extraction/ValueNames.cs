using System.Collections.Immutable;
using PaperGraph.Extraction.Links;

namespace PaperGraph.Extraction;

/// <summary>How the values of closed lists are spelt, on the wire and in the graph. One table a list, in the order of the enumeration, read in both directions.</summary>
public static class ValueNames
{
    private static readonly ImmutableArray<string> Kinds = ["Method", "Task", "Dataset", "Metric", "Material", "Other"];
    private static readonly ImmutableArray<string> Relations = ["EVALUATED_ON", "BROADER"];
    private static readonly ImmutableArray<string> Roles = ["official", "mention", "list", "data", "model", "demo", "project-page"];
    private static readonly ImmutableArray<string> Statuses = ["released", "promised"];
    private static readonly ImmutableArray<string> CodeStatuses = ["none", "claimed", "promised", "released"];
    private static readonly ImmutableArray<string> Things = ["code", "data", "model", "demo"];

    public static string Of(ConceptKind kind) => Kinds[(int)kind];

    public static string Of(RelationType type) => Relations[(int)type];

    public static string Of(LinkRole role) => Roles[(int)role];

    public static string Of(ReleaseStatus status) => Statuses[(int)status];

    public static string Of(CodeStatus status) => CodeStatuses[(int)status];

    public static string Of(ReleasedThing thing) => Things[(int)thing];

    public static bool TryParse(string text, out ConceptKind kind) => TryFind(Kinds, text, out kind);

    public static bool TryParse(string text, out RelationType type) => TryFind(Relations, text, out type);

    public static bool TryParse(string text, out LinkRole role) => TryFind(Roles, text, out role);

    public static bool TryParse(string text, out ReleaseStatus status) => TryFind(Statuses, text, out status);

    public static bool TryParse(string text, out CodeStatus status) => TryFind(CodeStatuses, text, out status);

    public static bool TryParse(string text, out ReleasedThing thing) => TryFind(Things, text, out thing);

    private static bool TryFind<T>(ImmutableArray<string> names, string text, out T value)
        where T : struct, Enum
    {
        int index = names.IndexOf(text, 0, StringComparer.Ordinal);
        value = index < 0 ? default : Values<T>.All[index];
        return index >= 0;
    }

    private static class Values<T>
        where T : struct, Enum
    {
        public static readonly T[] All = Enum.GetValues<T>();
    }
}
