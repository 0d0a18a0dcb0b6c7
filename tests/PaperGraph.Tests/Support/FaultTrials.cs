using System.Globalization;

namespace PaperGraph.Tests.Support;

/// <summary>How many trials at length are asked for: <c>PAPERGRAPH_FAULTS</c>, which <c>./test --faults N</c> sets.</summary>
internal static class FaultTrials
{
    /// <summary>Nothing else runs beside them.</summary>
    public const string Collection = "Load fault trials";

    /// <summary>Of each kind; 0 where none are asked for.</summary>
    public static int Number { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("PAPERGRAPH_FAULTS"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    public static string? ReasonToSkip => Number == 0 ? "Trials at length: './test --faults 20' runs them." : SharedNeo4j.Source.WhyNot;
}

/// <summary>Trials with a server of their own, once for each transport of the build.</summary>
internal sealed class FaultTheoryAttribute : TheoryAttribute
{
    public FaultTheoryAttribute() => Skip = FaultTrials.ReasonToSkip;
}

[CollectionDefinition(FaultTrials.Collection, DisableParallelization = true)]
public sealed class FaultTrialsCollection : ICollectionFixture<FaultTrialServer>;
