namespace PaperGraph;

/// <summary>Adds what the packages bring.</summary>
public static partial class BuildCapabilities
{
    static partial void AddPackaged(Dictionary<string, BuildCapability> capabilities)
    {
        capabilities["bolt"] = new("bolt", CapabilityLevel.Full, null);
        capabilities["quikgraph"] = new("quikgraph", CapabilityLevel.Full, null);
        capabilities["tokens"] = new("tokens", CapabilityLevel.Full, null);
    }
}
