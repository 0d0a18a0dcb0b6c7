using System.Collections.Immutable;

namespace PaperGraph;

/// <summary>What this build can do. <c>--version</c> prints it; commands ask it before they start.</summary>
public static partial class BuildCapabilities
{
    /// <summary>In a fixed order: transports, then graph algorithms, then token counting.</summary>
    public static ImmutableArray<BuildCapability> All { get; } = Describe();

    /// <summary>One line, such as <c>+http -bolt -quikgraph ~tokens(estimated)</c>.</summary>
    public static string Line => string.Join(' ', All);

    public static bool Has(string name) => All.Any(capability => capability.Name == name && capability.Level == CapabilityLevel.Full);

    private static ImmutableArray<BuildCapability> Describe()
    {
        var capabilities = new Dictionary<string, BuildCapability>(StringComparer.Ordinal)
        {
            ["http"] = new("http", CapabilityLevel.Full, null),
            ["bolt"] = new("bolt", CapabilityLevel.None, null),
            ["quikgraph"] = new("quikgraph", CapabilityLevel.None, null),
            ["tokens"] = new("tokens", CapabilityLevel.Partial, "estimated"),
        };
        AddPackaged(capabilities);
        return [.. capabilities.Values];
    }

    /// <summary>Filled in by PackagedAdapters/; without that folder the compiler drops the call.</summary>
    static partial void AddPackaged(Dictionary<string, BuildCapability> capabilities);
}

/// <summary>How well a build can do a thing.</summary>
public enum CapabilityLevel
{
    /// <summary>Not at all: asking for it says how to get it.</summary>
    None,

    /// <summary>In a lesser way, which the detail names.</summary>
    Partial,

    Full,
}

/// <summary>One thing that a build can do, or cannot.</summary>
/// <param name="Name">Lower case, one word.</param>
/// <param name="Detail">What is lesser or special about it; null where nothing is.</param>
public sealed record BuildCapability(string Name, CapabilityLevel Level, string? Detail)
{
    /// <summary><c>+name</c>, <c>-name</c> or <c>~name</c>, with the detail in brackets.</summary>
    public override string ToString() =>
        (Level switch { CapabilityLevel.Full => "+", CapabilityLevel.Partial => "~", _ => "-" }) + Name + (Detail is null ? "" : $"({Detail})");
}
