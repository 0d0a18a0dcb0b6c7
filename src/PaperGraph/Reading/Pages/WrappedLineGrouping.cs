using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Wrapped lines with no blank ones between title and abstract: the likeliest cut into titles and abstracts, over all lines at once (Viterbi 1967).</summary>
/// <remarks>A line with room for the next line's first word was ended by the author: there a text ends. A line without room says nothing, and there a text ends only
/// where the words say so: abstracts end with a sentence, titles are short and have capitals. The costs are weights of evidence, in rough natural logarithms.</remarks>
internal sealed class WrappedLineGrouping(WrapWidth width) : ILineGrouping
{
    private const int Roles = 6;
    private const double Never = double.NegativeInfinity;

    private enum LineRole
    {
        Frame,
        Title,
        SecondOfTitle,
        ThirdOfTitle,
        Abstract,
        RestOfAbstract,
    }

    public ImmutableArray<Paragraph> Group(ImmutableArray<PageLine> lines)
    {
        PageLine[] texts = [.. lines.Where(line => !line.IsBlank)];
        if (texts.Length == 0)
        {
            return [];
        }

        LineRole[] roles = Likeliest(texts);
        ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        for (int start = 0; start < texts.Length;)
        {
            int end = start + 1;
            while (end < texts.Length && roles[end] is LineRole.SecondOfTitle or LineRole.ThirdOfTitle or LineRole.RestOfAbstract)
            {
                end++;
            }

            paragraphs.Add(new Paragraph(texts[start].Number, LineJoining.Join(texts[start..end])));
            start = end;
        }

        return paragraphs.DrainToImmutable();
    }

    private LineRole[] Likeliest(PageLine[] lines)
    {
        double[,] best = new double[lines.Length, Roles];
        int[,] from = new int[lines.Length, Roles];
        for (int i = 0; i < lines.Length; i++)
        {
            for (int role = 0; role < Roles; role++)
            {
                best[i, role] = Never;
                for (int before = 0; before < Roles; before++)
                {
                    double score = i == 0
                        ? (before == (int)LineRole.Frame ? StartOf((LineRole)role) : Never)
                        : best[i - 1, before] + Step((LineRole)before, (LineRole)role, lines[i - 1], lines[i]);
                    if (score > best[i, role])
                    {
                        (best[i, role], from[i, role]) = (score, before);
                    }
                }

                best[i, role] += Fit((LineRole)role, lines[i].Text);
            }
        }

        return Trace(best, from);
    }

    private static double StartOf(LineRole role) => role switch
    {
        LineRole.Frame or LineRole.Title => 0,
        LineRole.RestOfAbstract => -3,
        _ => Never,
    };

    private static double Fit(LineRole role, string line)
    {
        double capitals = TextShape.CapitalShare(line);
        bool isFrame = !TextShape.HasAddress(line) && InterfaceText.Is(line);
        return role switch
        {
            LineRole.Frame => isFrame ? 2 : -1.5,
            LineRole.Title when isFrame => -5,
            LineRole.Title or LineRole.SecondOfTitle or LineRole.ThirdOfTitle => (capitals >= 0.7 ? 1.5 : capitals <= 0.3 ? -0.5 : 0) - (TextShape.EndsSentence(line) ? 2 : 0),
            LineRole.Abstract when isFrame => -5,
            _ => capitals >= 0.7 ? -2 : capitals <= 0.3 ? 0.5 : 0,
        };
    }

    private double Step(LineRole before, LineRole role, PageLine line, PageLine next)
    {
        bool isOpen = next.Number == line.Number + 1 && width.HadNoRoom(line.Text, next.Text);
        double ends = isOpen ? -1.5 : 0;
        double goesOn = isOpen ? 0 : -4;
        bool inTitle = before is LineRole.Title or LineRole.SecondOfTitle or LineRole.ThirdOfTitle;
        bool inAbstract = before is LineRole.Abstract or LineRole.RestOfAbstract;
        double endsWhole = TextShape.EndsLast(line.Text) ? 0 : -4;
        return role switch
        {
            LineRole.Frame when before == LineRole.Frame => 0,
            LineRole.Frame when inAbstract => ends + endsWhole,
            LineRole.Frame => -8 + ends,
            LineRole.Title when before == LineRole.Frame => ends,
            LineRole.Title when inAbstract => ends + endsWhole - (char.IsLower(next.Text[0]) ? 2 : 0) - (before == LineRole.Abstract ? 2 : 0),
            LineRole.SecondOfTitle when before == LineRole.Title => goesOn - 0.5,
            LineRole.ThirdOfTitle when before == LineRole.SecondOfTitle => goesOn - 0.5,
            LineRole.Abstract when inTitle => ends - (char.IsLower(next.Text[0]) ? 3 : 0),
            LineRole.RestOfAbstract when inAbstract => goesOn,
            _ => Never,
        };
    }

    private static LineRole[] Trace(double[,] best, int[,] from)
    {
        var roles = new LineRole[best.GetLength(0)];
        int last = roles.Length - 1;
        int role = Enumerable.Range(0, Roles).MaxBy(end => best[last, end] - (end is >= (int)LineRole.Title and <= (int)LineRole.ThirdOfTitle ? 6 : 0));
        for (int i = last; i >= 0; i--)
        {
            roles[i] = (LineRole)role;
            role = from[i, role];
        }

        return roles;
    }
}
