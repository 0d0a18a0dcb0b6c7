using PaperGraph.Extraction.Introductions;
using PaperGraph.Papers;

namespace PaperGraph.Extraction.Relations;

/// <summary>Narrower → broader: <c>X, a Y</c>, <c>a Y called X</c>, <c>X is a Y</c>, <c>a variant of Y</c>, <c>as a type of Y, X</c>, and a concept whose name ends in another's.</summary>
internal static class BroaderRelations
{
    public static void Find(RelationPaper paper)
    {
        for (int first = 0; first < paper.Words.Count;)
        {
            int end = paper.EndOfSentence(first);
            ReadAsKindOf(paper, first, end);
            for (int i = first; i < end; i++)
            {
                if (i > first && paper.Written(i) is "a" or "an" && (paper.Words[i].Mark is ',' or '–' or '—' or '(' || ClosesAndGoesOn(paper, i) || paper.Written(i - 1) is "is"))
                {
                    ReadAfterArticle(paper, first, i, end);
                }
                else if (i > first && paper.Words[i].Is(CueKinds.Naming) && i + 1 < end)
                {
                    ReadBeforeNaming(paper, first, i, end);
                }
            }

            first = end;
        }

        FindContained(paper);
    }

    /// <summary>As a (popular) type of Y, X …: what follows the comma is narrower.</summary>
    private static void ReadAsKindOf(RelationPaper paper, int first, int end)
    {
        if (paper.Written(first) is not ("As" or "as") || first + 5 >= end || paper.Written(first + 1) is not ("a" or "an"))
        {
            return;
        }

        int kind = first + 2;
        while (kind + 2 < end && kind < first + 6 && !(IsKindWord(paper.Written(kind)) && paper.Written(kind + 1) is "of"))
        {
            kind++;
        }

        if (kind + 2 >= end || !IsKindWord(paper.Written(kind)) || paper.Written(kind + 1) is not "of")
        {
            return;
        }

        int comma = kind + 2;
        while (comma < end && paper.Words[comma].Mark != ',')
        {
            comma++;
        }

        int last = EndOfPhrase(paper, kind + 2, comma);
        if (comma < end && last >= 0 && (IntroducedAt(paper, comma, end) ?? ConceptStartingAt(paper, paper.Words[comma].Start)) is { } narrower && Broader(paper, kind + 2, last, comma) is { } broader)
        {
            paper.Add(narrower, RelationType.Broader, broader, paper.Span(first, end));
        }
    }

    private static bool IsKindWord(ReadOnlySpan<char> word) => word is "variant" or "extension" or "generalization" or "version" or "form" or "type" or "kind" or "case" or "variation" or "instance" or "subfield" or "branch" or "class";

    /// <summary>The longest concept that has a place from here on.</summary>
    private static string? ConceptStartingAt(RelationPaper paper, int start)
    {
        (string? name, int end) = (null, start);
        foreach (ConceptMention concept in paper.Draft.Concepts)
        {
            foreach (TextSpan span in concept.Spans)
            {
                if (span.Start == start && span.End > end)
                {
                    (name, end) = (concept.Name, span.End);
                }
            }
        }

        return name;
    }

    /// <summary>A long form (SHORT), a Y: the comma stands after the bracket.</summary>
    private static bool ClosesAndGoesOn(RelationPaper paper, int index) =>
        paper.Words[index].Mark == ')' && paper.Draft.Abstract.AsSpan(paper.Words[index - 1].End, paper.Words[index].Start - paper.Words[index - 1].End).Contains(',');

    /// <summary>X, a Y; X is a Y; X (a Y).</summary>
    private static void ReadAfterArticle(RelationPaper paper, int first, int article, int end)
    {
        bool copula = paper.Words[article].Mark == '\0';
        int subjectLast = copula ? article - 2 : article - 1;
        if (subjectLast < first || (copula && paper.Words[article - 1].Mark != '\0') || Narrower(paper, first, subjectLast, copula) is not { } narrower)
        {
            return;
        }

        int from = article + 1;
        int last = EndOfPhrase(paper, from, end);
        if (last >= 0 && !GoesOnBehindBracket(paper, last, end) && Broader(paper, from, last, end) is { } broader)
        {
            paper.Add(narrower, RelationType.Broader, broader, paper.Span(first, end));
        }
    }

    /// <summary>X, an oak planning (OP) dataset, is no planning.</summary>
    private static bool GoesOnBehindBracket(RelationPaper paper, int last, int end) =>
        last + 2 < end && paper.Words[last + 1].Mark == '(' && paper.Words[last + 2].Mark == ')' && paper.Words[last + 2].Is(CueKinds.ClassNoun);

    /// <summary>A Y called X.</summary>
    private static void ReadBeforeNaming(RelationPaper paper, int first, int naming, int end)
    {
        if (paper.Written(naming) is "namely" or "denoted" || paper.Words[naming].Mark is not ('\0' or ','))
        {
            return;
        }

        int name = naming + 1;
        name += paper.Written(name) is "as" or "the" && name + 1 < end ? 1 : 0;
        string? narrower = IntroducedAt(paper, name, end);
        if (narrower is null)
        {
            return;
        }

        int last = naming - 1;
        last -= paper.Written(last) is "is" or "are" or "which" ? 1 : 0;
        int from = StartOfPhrase(paper, first, last);
        if (paper.Words[from].Is(CueKinds.Boundary) && from > first)
        {
            // A framework for oak planning called X is a framework, not a planning.
            last = from - 1;
            from = StartOfPhrase(paper, first, last);
        }

        if (last >= from && Broader(paper, from, last, end) is { } broader)
        {
            paper.Add(narrower, RelationType.Broader, broader, paper.Span(first, end));
        }
    }

    private static int StartOfPhrase(RelationPaper paper, int first, int last)
    {
        int from = last;
        while (from > first && paper.Words[from].Mark == '\0' && !paper.Words[from].Is(CueKinds.Boundary | CueKinds.Determiner | CueKinds.Propose | CueKinds.Proposes) && last - from < 8)
        {
            from--;
        }

        return from;
    }

    /// <summary>What ends at this word: an introduced name, or a concept; before "is a" the sentence has to start with it.</summary>
    private static string? Narrower(RelationPaper paper, int first, int last, bool copula)
    {
        int stop = paper.Words[last].End;
        ReadOnlySpan<char> before = paper.Draft.Abstract.AsSpan(0, stop);
        foreach (string name in paper.Draft.Introduces)
        {
            if (before.EndsWith(name, StringComparison.Ordinal) && (stop == name.Length || !char.IsLetterOrDigit(before[stop - name.Length - 1])))
            {
                return name;
            }
        }

        ConceptMention? concept = paper.ConceptEndingAt(stop, paper.Words[first].Start);
        if (concept is null)
        {
            return null;
        }

        // Before ", a" many things stand; only a name is sure to be what is explained.
        return copula ? StartsSentence(paper, concept, first, stop) ? concept.Name : null : NameWords.IsMarked(paper.Written(last)) && concept.Kind != ConceptKind.Metric ? concept.Name : null;
    }

    private static bool StartsSentence(RelationPaper paper, ConceptMention concept, int first, int stop)
    {
        foreach (TextSpan span in concept.Spans)
        {
            if (span.End == stop)
            {
                int start = paper.Words[first].Start;
                return span.Start == start || (paper.Draft.Abstract.AsSpan(start, span.Start - start).Trim() is "The" or "A" or "An");
            }
        }

        return false;
    }

    private static string? IntroducedAt(RelationPaper paper, int word, int end)
    {
        if (word >= end)
        {
            return null;
        }

        ReadOnlySpan<char> rest = paper.Draft.Abstract.AsSpan(paper.Words[word].Start);
        foreach (string name in paper.Draft.Introduces)
        {
            if (rest.StartsWith(name, StringComparison.Ordinal) && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length])))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The last word of the noun phrase; -1 where it is none.</summary>
    private static int EndOfPhrase(RelationPaper paper, int from, int end)
    {
        int last = -1;
        for (int i = from; i < end && i < from + 9; i++)
        {
            bool mark = i > from && paper.Words[i].Mark is not ('\0' or ',') || i > from && paper.Words[i].Mark == ',' && !EndsLikeAdjective(paper.Written(i - 1));
            if (mark || (paper.Words[i].Is(CueKinds.Boundary) && !paper.Words[i].Is(CueKinds.ClassNoun)) || paper.Written(i) is "of" or "and" or "or" or "we" or "but" || Participle(paper, i, from))
            {
                break;
            }

            last = i;
        }

        return last;
    }

    /// <summary>A novel, training-free approach: the comma is inside the phrase.</summary>
    private static bool EndsLikeAdjective(ReadOnlySpan<char> word) =>
        word.EndsWith("-free", StringComparison.Ordinal) || word is "novel" or "new" or "simple" or "general" or "efficient" or "effective" or "scalable" or "fast" or "lightweight" or "flexible" or "robust" or "large-scale" or "unified" or "principled" || word.EndsWith("able", StringComparison.Ordinal)
        || word.EndsWith("ive", StringComparison.Ordinal) || word.EndsWith("-based", StringComparison.Ordinal) || word.EndsWith("-agnostic", StringComparison.Ordinal) || word.EndsWith("-efficient", StringComparison.Ordinal);

    private static bool Participle(RelationPaper paper, int index, int from) =>
        index > from && paper.Words[index - 1].Is(CueKinds.ClassNoun) && (paper.Written(index).EndsWith("ed", StringComparison.Ordinal) || paper.Written(index).EndsWith("ing", StringComparison.Ordinal));

    /// <summary>The concept that the phrase is headed by, a class word (method, framework) left out.</summary>
    private static string? Broader(RelationPaper paper, int from, int last, int end)
    {
        // A variation on the theme of Y.
        int of = last + 1 < end && paper.Written(last) is "variation" && paper.Written(last + 1) is "on" ? AfterTheme(paper, last + 1, end) : last + 1;
        if ((IsKindWord(paper.Written(last)) || paper.Written(last) is "special") && of + 1 < end && paper.Written(of) is "of")
        {
            int after = of + 1;
            after += paper.Words[after].Is(CueKinds.Determiner) && after + 1 < end ? 1 : 0;
            int phraseEnd = EndOfPhrase(paper, after, end);
            return phraseEnd < after ? null : Broader(paper, after, phraseEnd, after);
        }

        int start = paper.Words[from].Start;

        // A KV cache compression method is a kind of KV cache compression.
        if (last > from && paper.Written(last) is "method" or "methods" or "approach" or "algorithm" or "technique" or "framework" or "scheme" or "strategy" or "procedure"
            && paper.ConceptEndingAt(paper.Words[last - 1].End, start) is { } rest && IsSure(rest) && rest.Kind is ConceptKind.Method or ConceptKind.Task)
        {
            return rest.Name;
        }

        return paper.ConceptEndingAt(paper.Words[last].End, start) is { } whole && IsSure(whole) ? whole.Name : null;
    }

    /// <returns>The word after <c>on (the) theme</c>; <paramref name="on"/> where there is no theme.</returns>
    private static int AfterTheme(RelationPaper paper, int on, int end)
    {
        int theme = on + 1;
        theme += theme < end && paper.Written(theme) is "the" or "a" ? 1 : 0;
        return theme + 1 < end && paper.Written(theme) is "theme" ? theme + 1 : on;
    }

    /// <summary>A concept that an expert would have chosen, and no evaluation: a simple architecture broadens nothing.</summary>
    private static bool IsSure(ConceptMention concept) => concept.Score >= LeastScore && !IsGeneric(concept) && !StartsEvaluative(concept.Name);

    /// <summary>A chance of one in five that an expert would have chosen it.</summary>
    private const double LeastScore = 0.2;

    private static bool StartsEvaluative(ReadOnlySpan<char> name)
    {
        int blank = name.IndexOf(' ');
        return blank > 0 && name[..blank] is "simple" or "general" or "efficient" or "effective" or "novel" or "new" or "specific" or "larger" or "large" or "deeper" or "final" or "initial" or "frequent" or "recent" or "pioneering" or "unified" or "complex"
            or "typical" or "popular" or "powerful" or "better" or "sub-optimal" or "suboptimal" or "various" or "different" or "particular" or "similar" or "lightweight" or "fast" or "robust" or "scalable" or "automatic" or "training-free" or "principled"
            or "natural" or "real-world" or "consider" or "learning" or "reducing" or "removing" or "controlling" or "improving" or "using" or "countless" or "widespread" or "practical" or "existing" or "standard" or "common" or "modern" or "current" or "single" or "general-purpose"
            && !name.StartsWith("large language", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("natural language", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("large vision", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsGeneric(ConceptMention concept) =>
        concept.Name.AsSpan().IndexOfAny(' ', '-') < 0 && (Cues.Of(concept.Name) & CueKinds.ClassNoun) != 0 && concept.Name is not "transformer";

    /// <summary>A name that ends in another concept's name is narrower: graph neural network, neural network.</summary>
    private static void FindContained(RelationPaper paper)
    {
        List<ConceptMention> concepts = paper.Draft.Concepts;
        List<ConceptMention> sure = concepts.FindAll(IsSure);
        foreach (ConceptMention narrow in concepts)
        {
            ConceptMention? nearest = null;
            if (narrow.Score < LeastScore || StartsEvaluative(narrow.Name) || narrow.Name.AsSpan().IndexOfAny("(;,") >= 0)
            {
                continue;
            }

            foreach (ConceptMention broad in sure)
            {
                int border = narrow.Name.Length - broad.Name.Length - 1;
                if (border >= 3 && broad.Name.Length > (nearest?.Name.Length ?? 3) && narrow.Name[border] == ' ' && narrow.Name.EndsWith(broad.Name, StringComparison.OrdinalIgnoreCase)
                    && !IsPrivative(narrow.Name.AsSpan(0, border)) && !IsOwnersThing(narrow.Name.AsSpan(0, border), broad.Name))
                {
                    nearest = broad;
                }
            }

            if (nearest is not null && Evidence(paper, narrow) is { } span)
            {
                paper.Add(narrow.Name, RelationType.Broader, nearest.Name, span);
            }
        }
    }

    /// <summary>A pseudo label is no label; and what is before "of" or "and" heads the phrase itself.</summary>
    private static bool IsPrivative(ReadOnlySpan<char> modifier) =>
        modifier.Contains(" of ", StringComparison.Ordinal) || modifier.Contains(" for ", StringComparison.Ordinal) || modifier.Contains(" from ", StringComparison.Ordinal) || modifier.Contains(" with ", StringComparison.Ordinal)
        || modifier.StartsWith("pseudo", StringComparison.OrdinalIgnoreCase) || modifier.StartsWith("fake", StringComparison.OrdinalIgnoreCase) || modifier.StartsWith("non", StringComparison.OrdinalIgnoreCase) || modifier.StartsWith("anti", StringComparison.OrdinalIgnoreCase)
        || modifier.EndsWith(" of", StringComparison.Ordinal) || modifier.EndsWith(" and", StringComparison.Ordinal) || modifier.EndsWith(" for", StringComparison.Ordinal) || modifier.EndsWith(" to", StringComparison.Ordinal) || modifier.EndsWith("-to", StringComparison.Ordinal)
        || modifier.EndsWith(" in", StringComparison.Ordinal) || modifier.EndsWith(" with", StringComparison.Ordinal) || modifier.EndsWith(" on", StringComparison.Ordinal) || modifier.EndsWith(" from", StringComparison.Ordinal)
        || modifier.EndsWith(" near", StringComparison.Ordinal) || modifier.EndsWith(" between", StringComparison.Ordinal);

    /// <summary>Time's arrow is no arrow, but Fisher's discriminant criterion is a discriminant criterion.</summary>
    private static bool IsOwnersThing(ReadOnlySpan<char> modifier, string thing) =>
        !thing.Contains(' ', StringComparison.Ordinal) && (modifier.EndsWith("'s", StringComparison.Ordinal) || modifier.EndsWith("’s", StringComparison.Ordinal));

    /// <summary>The sentence that names it first.</summary>
    private static TextSpan? Evidence(RelationPaper paper, ConceptMention concept)
    {
        if (concept.Spans.IsEmpty)
        {
            return null;
        }

        for (int first = 0; first < paper.Words.Count;)
        {
            int end = paper.EndOfSentence(first);
            TextSpan sentence = paper.Span(first, end);
            if (concept.Spans[0].Start >= sentence.Start && concept.Spans[0].Start < sentence.End)
            {
                return sentence;
            }

            first = end;
        }

        return null;
    }
}
