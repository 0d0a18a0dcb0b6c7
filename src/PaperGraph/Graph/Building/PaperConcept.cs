using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using PaperGraph.Concepts;
using PaperGraph.Extraction;
using PaperGraph.Graph.Image;
using PaperGraph.Papers;

namespace PaperGraph.Graph.Building;

/// <summary>A spelling of a concept in one paper, and why it is one (<see cref="MergeReason"/>).</summary>
internal readonly record struct ConceptSpelling(string Text, string Reason);

/// <summary>A concept in one paper, under the key that the paper itself settles.</summary>
/// <remarks>There are millions of these in a large collection: what extraction gave is shared, not copied.</remarks>
internal sealed class PaperConcept(string key)
{
    /// <summary>The canonical key; a short form's is that of the long form where the paper defines it.</summary>
    public string Key { get; set; } = key;

    /// <summary>The best ranked of the names that extraction gave it; null before the first.</summary>
    public string? Name { get; private set; }

    /// <summary>Each spelling once.</summary>
    public ImmutableArray<ConceptSpelling> Spellings { get; private set; } = [];

    public ConceptKind Kind { get; set; } = ConceptKind.Other;

    public double Score { get; private set; }

    public bool IsMain { get; private set; }

    public bool IsIntroduced { get; set; }

    /// <summary>Ascending, each once; spellings may lie inside one another.</summary>
    public ImmutableArray<TextSpan> Spans { get; private set; } = [];

    /// <summary>Likewise, in the title.</summary>
    public ImmutableArray<TextSpan> TitleSpans { get; private set; } = [];

    public bool IsMentioned => Spans.Length + TitleSpans.Length > 0;

    /// <summary>Spans without those that lie inside another: nested spellings of one concept are one place.</summary>
    public ImmutableArray<TextSpan> Places
    {
        get
        {
            for (int i = 1; i < Spans.Length; i++)
            {
                if (Spans[i].Overlaps(Spans[i - 1]))
                {
                    return [.. Spans.Where(span => !Spans.Any(other => other != span && other.Contains(span)))];
                }
            }

            return Spans;
        }
    }

    public void Add(ConceptMention mention)
    {
        if (Name is null || mention.Score > Score)
        {
            Kind = mention.Kind;
        }

        Name ??= mention.Name;
        AddSpellings(mention);
        Score = Math.Max(Score, mention.Score);
        IsMain |= mention.Main;
        Spans = Union(Spans, mention.Spans);
        TitleSpans = Union(TitleSpans, mention.TitleSpans);
    }

    /// <summary>A name that stands in no ranked mention.</summary>
    public void AddName(string name)
    {
        if (Name is null)
        {
            Name = name;
            AddSpellings([name], MergeReason.Spelling);
        }
    }

    public void Join(PaperConcept other)
    {
        Name ??= other.Name;
        foreach (ConceptSpelling spelling in other.Spellings)
        {
            AddSpellings([spelling.Text], spelling.Reason);
        }

        if (other.Score > Score)
        {
            (Score, Kind) = (other.Score, other.Kind);
        }

        IsMain |= other.IsMain;
        IsIntroduced |= other.IsIntroduced;
        Spans = Union(Spans, other.Spans);
        TitleSpans = Union(TitleSpans, other.TitleSpans);
    }

    /// <summary>Packs what a vote over all papers looks at: name, kind and spellings.</summary>
    public void WriteTo(ByteBuffer buffer)
    {
        buffer.WriteByte((byte)Kind);
        buffer.WriteByte(Name is null ? (byte)0 : (byte)1);
        buffer.WriteText(Name ?? "");
        buffer.WriteVarint((ulong)Spellings.Length);
        foreach (ConceptSpelling spelling in Spellings)
        {
            // Mostly the name itself.
            buffer.WriteText(spelling.Text == Name ? "" : spelling.Text);
            buffer.WriteText(spelling.Reason);
        }
    }

    /// <summary>What <see cref="WriteTo"/> packed; the rest is as in a concept without mention.</summary>
    public static PaperConcept Read(string key, ByteReader reader)
    {
        var concept = new PaperConcept(key) { Kind = (ConceptKind)reader.Byte(), Name = ReadNameBehindKind(ref reader) };
        string name = concept.Name ?? "";
        var spellings = new ConceptSpelling[reader.Count()];
        for (int i = 0; i < spellings.Length; i++)
        {
            ReadOnlySpan<byte> text = reader.Bytes();
            spellings[i] = new ConceptSpelling(text.IsEmpty ? name : Encoding.UTF8.GetString(text), MergeReason.Read(reader.Bytes()));
        }

        concept.Spellings = ImmutableCollectionsMarshal.AsImmutableArray(spellings);
        return concept;
    }

    /// <summary>The name alone of what <see cref="WriteTo"/> packed.</summary>
    public static string? ReadName(ByteReader reader)
    {
        reader.Byte();
        return ReadNameBehindKind(ref reader);
    }

    private static string? ReadNameBehindKind(ref ByteReader reader)
    {
        bool isNamed = reader.Byte() != 0;
        ReadOnlySpan<byte> name = reader.Bytes();
        return isNamed ? Encoding.UTF8.GetString(name) : null;
    }

    /// <summary>Gives spellings another reason.</summary>
    /// <param name="reason">Null: the spelling keeps its own.</param>
    public void Explain(Func<string, string?> reason)
    {
        for (int i = 0; i < Spellings.Length; i++)
        {
            if (reason(Spellings[i].Text) is { } better && better != Spellings[i].Reason)
            {
                Spellings = Spellings.SetItem(i, Spellings[i] with { Reason = better });
            }
        }
    }

    /// <summary>Gives a reason to spellings that have none of their own.</summary>
    public void ExplainSpellings(string reason) =>
        Spellings = [.. Spellings.Select(spelling => spelling.Reason == MergeReason.Spelling ? spelling with { Reason = reason } : spelling)];

    /// <summary>The mention's own spelling comes first. Those behind it may have a word before it that grades it or says what is done with it, of which the corpus makes no term:
    /// <c>limited memory budget</c> names a <c>memory budget</c>, and is no other name for one.</summary>
    private void AddSpellings(ConceptMention mention)
    {
        ReadOnlySpan<string> surfaces = mention.Surfaces.AsSpan();
        string first = surfaces[0];
        if (surfaces.Length == 1)
        {
            AddSpellings(surfaces, MergeReason.Spelling);
            return;
        }

        var added = new List<string>(surfaces.Length) { first };
        string? key = null;
        foreach (string surface in surfaces[1..])
        {
            if (surface.Length <= first.Length + 1 || !HasWordBefore(ConceptKey.Of(surface), key ??= ConceptKey.Of(first)))
            {
                added.Add(surface);
            }
        }

        AddSpellings(CollectionsMarshal.AsSpan(added), MergeReason.Spelling);
    }

    private static bool HasWordBefore(string longer, string key) => longer.Length > key.Length && longer[^(key.Length + 1)] == ' ' && longer.EndsWith(key, StringComparison.Ordinal);

    private void AddSpellings(ReadOnlySpan<string> texts, string reason)
    {
        int known = Spellings.Length;
        var spellings = new ConceptSpelling[known + texts.Length];
        Spellings.CopyTo(spellings);
        foreach (string text in texts)
        {
            string spelling = OneSpaced(text);
            if (!Holds(spellings.AsSpan(0, known), spelling))
            {
                spellings[known++] = new ConceptSpelling(spelling, reason);
            }
        }

        Spellings = known == spellings.Length ? ImmutableCollectionsMarshal.AsImmutableArray(spellings) : [.. spellings.AsSpan(0, known)];
    }

    private static bool Holds(ReadOnlySpan<ConceptSpelling> spellings, string text)
    {
        foreach (ConceptSpelling spelling in spellings)
        {
            if (spelling.Text == text)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line's end between two words makes no other spelling.</summary>
    internal static string OneSpaced(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || (i > 0 && text[i - 1] == ' ')))
            {
                return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return text;
    }

    private static ImmutableArray<TextSpan> Union(ImmutableArray<TextSpan> first, ImmutableArray<TextSpan> second) =>
        second.IsEmpty || first == second ? first
        : first.IsEmpty && IsAscending(second) ? second
        : [.. first.Concat(second).Distinct().Order()];

    private static bool IsAscending(ImmutableArray<TextSpan> spans)
    {
        for (int i = 1; i < spans.Length; i++)
        {
            if (spans[i] <= spans[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Why a spelling belongs to a concept.</summary>
internal static class MergeReason
{
    /// <summary>Same canonical key: case, number, hyphens, British or American, a class word after a name.</summary>
    public const string Spelling = "spelling";

    /// <summary>The paper defines the short form.</summary>
    public const string ShortForm = "short form";

    /// <summary>The user's own file says so.</summary>
    public const string Vocabulary = "your vocabulary";

    /// <summary>A slip of the pen: nearly all papers write the same long form otherwise.</summary>
    public const string Slip = "misspelling";

    /// <summary>The paper does not define the short form, and nearly all papers that do mean this.</summary>
    public const string ShortFormElsewhere = "short form, as other papers define it";

    private static readonly byte[] SpellingBytes = Encoding.UTF8.GetBytes(Spelling);

    /// <param name="text">UTF-8.</param>
    public static string Read(ReadOnlySpan<byte> text) => text.SequenceEqual(SpellingBytes) ? Spelling : Encoding.UTF8.GetString(text);
}
