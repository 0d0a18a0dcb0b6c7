namespace PaperGraph.Extraction.Concepts;

/// <summary>A place in the table of sums of features that few small values decide together: one look-up stands for the look-ups of all of them.</summary>
/// <param name="Place">Below <see cref="Places"/> once every value of the group was told.</param>
internal readonly record struct FeatureGroup(int Start, int Place)
{
    private const int Lengths = 7;
    private const int Bins = 16;
    private const int Eighths = 8;
    private const int Tens = 11;

    private const int ChancesStart = Lengths * 6 * 6 * 2 * 3 * 4;
    private const int MeansStart = ChancesStart + (Tens * Lengths * 2 * 3 * 2 * 6);
    private const int ContainersStart = MeansStart + (Tens * 3 * 6 * 2);
    private const int FrequenciesStart = ContainersStart + (Tens * Tens * Tens * Lengths);
    private const int KeywordsStart = FrequenciesStart + (Bins * Lengths * 6 * Eighths);
    private const int TitlesStart = KeywordsStart + (Eighths * Lengths * 2 * Eighths * 6);
    private const int TitlePlacesStart = TitlesStart + (Eighths * 2 * 6 * Eighths * 3);
    private const int GrowthsStart = TitlePlacesStart + (5 * Lengths * 2 * Eighths * Eighths);
    private const int RepetitionsStart = GrowthsStart + (Bins * Bins * Lengths * 3 * 2);
    private const int PlacesStart = RepetitionsStart + (7 * 6 * Lengths * 4 * 2 * 3 * 2);
    private const int BoundsStart = PlacesStart + (10 * 10 * 6 * 2 * 2 * 2);
    private const int ShapesStart = BoundsStart + (4 * 4 * Lengths * Bins);
    private const int RarestStart = ShapesStart + (Shapes * Shapes * Lengths * 2);
    private const int EndsStart = RarestStart + (Bins * Lengths * 6);
    private const int NeighboursStart = EndsStart + (Bins * Bins * Lengths);
    private const int LongerStart = NeighboursStart + (18 * 18 * 3);
    private const int ShorterStart = LongerStart + (10 * 10 * Lengths);

    /// <summary>Values of <see cref="Tagging.TaggedText.Shapes"/>.</summary>
    private const int Shapes = 28;

    /// <summary>Number of groups.</summary>
    public const int Count = 18;

    /// <summary>Of all groups.</summary>
    public const int Places = ShorterStart + (10 * 10 * 2);

    public int Index => Start + Place;

    public static FeatureGroup Counts(ulong length, ulong tokens, ulong count, ulong title, ulong wholes, ulong around) =>
        new FeatureGroup(0, 0).By(length, Lengths).By(tokens, 6).By(count, 6).By(title, 2).By(wholes, 3).By(around, 4);

    public static FeatureGroup Chances(ulong chance, ulong length, ulong title, ulong wholes, ulong known, ulong type) =>
        new FeatureGroup(ChancesStart, 0).By(chance, Tens).By(length, Lengths).By(title, 2).By(wholes, 3).By(known, 2).By(type, 6);

    public static FeatureGroup Means(ulong mean, ulong wholes, ulong count, ulong title) =>
        new FeatureGroup(MeansStart, 0).By(mean, Tens).By(wholes, 3).By(count, 6).By(title, 2);

    public static FeatureGroup Containers(ulong container, ulong chance, ulong generic, ulong length) =>
        new FeatureGroup(ContainersStart, 0).By(container, Tens).By(chance, Tens).By(generic, Tens).By(length, Lengths);

    public static FeatureGroup Frequencies(ulong frequency, ulong length, ulong count, ulong alone) =>
        new FeatureGroup(FrequenciesStart, 0).By(frequency, Bins).By(length, Lengths).By(count, 6).By(alone, Eighths);

    public static FeatureGroup Keywords(ulong keyword, ulong length, ulong title, ulong gazetteer, ulong count) =>
        new FeatureGroup(KeywordsStart, 0).By(keyword, Eighths).By(length, Lengths).By(title, 2).By(gazetteer, Eighths).By(count, 6);

    public static FeatureGroup Titles(ulong titles, ulong title, ulong count, ulong alone, ulong wholes) =>
        new FeatureGroup(TitlesStart, 0).By(titles, Eighths).By(title, 2).By(count, 6).By(alone, Eighths).By(wholes, 3);

    public static FeatureGroup TitlePlaces(ulong inTitleRun, ulong length, ulong known, ulong alone, ulong titles) =>
        new FeatureGroup(TitlePlacesStart, 0).By(inTitleRun, 5).By(length, Lengths).By(known, 2).By(alone, Eighths).By(titles, Eighths);

    public static FeatureGroup Growths(ulong left, ulong right, ulong length, ulong wholes, ulong title) =>
        new FeatureGroup(GrowthsStart, 0).By(left, Bins).By(right, Bins).By(length, Lengths).By(wholes, 3).By(title, 2);

    public static FeatureGroup Repetitions(ulong least, ulong count, ulong length, ulong titleWords, ulong title, ulong wholes, ulong presented) =>
        new FeatureGroup(RepetitionsStart, 0).By(least, 7).By(count, 6).By(length, Lengths).By(titleWords, 4).By(title, 2).By(wholes, 3).By(presented, 2);

    public static FeatureGroup InText(ulong place, ulong size, ulong count, ulong shortForm, ulong proposed, ulong title) =>
        new FeatureGroup(PlacesStart, 0).By(place, 10).By(size, 10).By(count, 6).By(shortForm, 2).By(proposed, 2).By(title, 2);

    public static FeatureGroup Bounds(ulong beyondLeft, ulong beyondRight, ulong length, ulong tag) =>
        new FeatureGroup(BoundsStart, 0).By(beyondLeft, 4).By(beyondRight, 4).By(length, Lengths).By(tag, Bins);

    public static FeatureGroup Written(ulong shape, ulong lastShape, ulong length, ulong bracketed) =>
        new FeatureGroup(ShapesStart, 0).By(shape, Shapes).By(lastShape, Shapes).By(length, Lengths).By(bracketed, 2);

    public static FeatureGroup Rarest(ulong rarest, ulong length, ulong count) =>
        new FeatureGroup(RarestStart, 0).By(rarest, Bins).By(length, Lengths).By(count, 6);

    public static FeatureGroup Ends(ulong head, ulong first, ulong length) =>
        new FeatureGroup(EndsStart, 0).By(head, Bins).By(first, Bins).By(length, Lengths);

    public static FeatureGroup Neighbours(ulong left, ulong right, ulong wholes) =>
        new FeatureGroup(NeighboursStart, 0).By(left, 18).By(right, 18).By(wholes, 3);

    public static FeatureGroup Longer(ulong right, ulong left, ulong length) =>
        new FeatureGroup(LongerStart, 0).By(right, 10).By(left, 10).By(length, Lengths);

    public static FeatureGroup Shorter(ulong withoutFirst, ulong withoutLast, ulong known) =>
        new FeatureGroup(ShorterStart, 0).By(withoutFirst, 10).By(withoutLast, 10).By(known, 2);

    private FeatureGroup By(ulong value, int values) => new(Start, (Place * values) + (int)value);
}
