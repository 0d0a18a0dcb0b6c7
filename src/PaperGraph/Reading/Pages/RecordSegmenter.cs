namespace PaperGraph.Reading;

/// <summary>What a paragraph is on its page.</summary>
internal enum ParagraphRole
{
    /// <summary>The page's frame, or text that belongs to no paper.</summary>
    Frame,
    Title,

    /// <summary>The frame's text between a title and its abstract, such as a button.</summary>
    Between,
    Abstract,

    /// <summary>A further paragraph of the same abstract.</summary>
    Continuation,
}

/// <summary>Finds titles and abstracts in a run of paragraphs, by looking at all of them at once.</summary>
/// <remarks>The likeliest sequence of roles (Viterbi 1967) under three rules: an abstract follows a title, at most with the frame's text between; a paragraph of prose after an abstract
/// continues it; what is neither belongs to the frame. How well a paragraph fits a role is <see cref="TextShape"/>'s word and <see cref="InterfaceText"/>'s.</remarks>
internal static class RecordSegmenter
{
    private const int Roles = 5;
    private const double Never = double.NegativeInfinity;

    /// <summary>What a further paragraph must show above being prose: pages mostly give an abstract as one.</summary>
    private const double ContinuationCost = 1;

    /// <param name="frame">For each paragraph, whether it is known for a part of the frame.</param>
    /// <param name="endsWithTrailer">Whether authors and date follow: then the last title needs no abstract to be one.</param>
    public static ParagraphRole[] Segment(IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<bool> frame, bool endsWithTrailer)
    {
        int count = paragraphs.Count;
        if (count == 0)
        {
            return [];
        }

        double[,] best = new double[count, Roles];
        int[,] from = new int[count, Roles];
        Span<double> fit = stackalloc double[Roles];
        for (int i = 0; i < count; i++)
        {
            Fit(paragraphs[i].Text, frame[i], fit);
            for (int role = 0; role < Roles; role++)
            {
                best[i, role] = Never;
                for (int before = 0; before < Roles; before++)
                {
                    double score = (i == 0 ? (before == (int)ParagraphRole.Frame ? 0 : Never) : best[i - 1, before]) + Step((ParagraphRole)before, (ParagraphRole)role) + fit[role];
                    if (score > best[i, role])
                    {
                        (best[i, role], from[i, role]) = (score, before);
                    }
                }
            }
        }

        ParagraphRole[] roles = Trace(best, from, BestEnd(best, count - 1, Never));

        // Authors and date vouch for one paper: where nothing else can be it, the last phrase is its title, and the abstract is missing.
        return endsWithTrailer && !roles.Contains(ParagraphRole.Title) ? Trace(best, from, BestEnd(best, count - 1, 4)) : roles;
    }

    private static void Fit(string text, bool isFrame, Span<double> fit)
    {
        double prose = TextShape.Prose(text);
        bool isTitle = !isFrame && TextShape.HasWord(text);
        fit[(int)ParagraphRole.Frame] = isFrame ? 3 : prose > 0 ? -4 : 0;
        fit[(int)ParagraphRole.Title] = isTitle ? Math.Min(1, 1 - prose) : -8;
        fit[(int)ParagraphRole.Between] = isFrame ? 0 : Never;
        fit[(int)ParagraphRole.Abstract] = isFrame ? -8 : prose;
        fit[(int)ParagraphRole.Continuation] = isFrame ? -8 : TextShape.HasAddress(text) ? Math.Max(1, prose - ContinuationCost) : prose - ContinuationCost;
    }

    private static double Step(ParagraphRole before, ParagraphRole role) => role switch
    {
        ParagraphRole.Frame => before is ParagraphRole.Title or ParagraphRole.Between ? Never : 0,
        ParagraphRole.Title => before is ParagraphRole.Title or ParagraphRole.Between ? Never : 0,
        ParagraphRole.Between => before is ParagraphRole.Title or ParagraphRole.Between ? 0 : Never,
        ParagraphRole.Abstract => before is ParagraphRole.Title or ParagraphRole.Between ? 0 : Never,
        _ => before is ParagraphRole.Abstract or ParagraphRole.Continuation ? 0 : Never,
    };

    /// <param name="openTitle">What it counts for that the last title has no abstract.</param>
    private static int BestEnd(double[,] best, int last, double openTitle)
    {
        int end = 0;
        for (int role = 1; role < Roles; role++)
        {
            bool isOpen = role is (int)ParagraphRole.Title or (int)ParagraphRole.Between;
            if (best[last, role] + (isOpen ? openTitle : 0) > best[last, end])
            {
                end = role;
            }
        }

        return end;
    }

    private static ParagraphRole[] Trace(double[,] best, int[,] from, int end)
    {
        var roles = new ParagraphRole[best.GetLength(0)];
        for (int i = roles.Length - 1; i >= 0; i--)
        {
            roles[i] = (ParagraphRole)end;
            end = from[i, end];
        }

        return roles;
    }
}
