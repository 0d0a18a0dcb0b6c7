using System.Globalization;

namespace PaperGraph.Cli.Output;

/// <summary>Numbers in sentences.</summary>
internal static class Count
{
    public static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary><c>1 paper</c>, <c>2 papers</c>.</summary>
    public static string Of(int number, string noun) => Number(number) + " " + noun + (number == 1 ? "" : "s");
}
