using PaperGraph.Models;

namespace PaperGraph.Extraction.Concepts;

/// <summary>The ranker's chance → the share of concepts with such a chance that experts chose (Platt 1999). Keeps the order within a paper.</summary>
/// <param name="Bias">Log-odds.</param>
/// <param name="Slope">Of the ranker's log-odds.</param>
/// <param name="WithoutTitle">Added where there is no title: the ranker misses its evidence there.</param>
/// <param name="FirstPerson">Added where the authors say <c>we</c>: of abstracts written so, as most are now, experts chose more of what the ranker is unsure of.</param>
internal readonly record struct ScoreCalibration(float Bias, float Slope, float WithoutTitle, float FirstPerson)
{
    private const double Least = 1e-4;

    public static ScoreCalibration Read(ModelFile file) => file.Section<ScoreCalibration>("calibration")[0];

    /// <returns>0 to 1, rounded to four digits.</returns>
    public double Of(float chance, bool hasTitle, bool isFirstPerson) =>
        Math.Round(1 / (1 + Math.Exp(-(Bias + (Slope * LogOdds(chance)) + (hasTitle ? 0 : WithoutTitle) + (isFirstPerson ? FirstPerson : 0)))), 4);

    public static double LogOdds(float chance)
    {
        double kept = Math.Clamp(chance, Least, 1 - Least);
        return Math.Log(kept / (1 - kept));
    }
}
