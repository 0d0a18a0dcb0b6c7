using PaperGraph.Extraction.Introductions;
using PaperGraph.Papers;

namespace PaperGraph.Extraction.Relations;

/// <summary>The introduced system → the datasets it is evaluated on: names after <c>on</c> or before <c>datasets</c>, in the authors' own sentences on results.</summary>
internal static class EvaluationRelations
{
    private const int MostNames = 12;

    public static void Find(RelationPaper paper)
    {
        string? system = MainSystem(paper.Draft);
        if (system is null)
        {
            return;
        }

        bool own = false;
        for (int first = 0; first < paper.Words.Count;)
        {
            int end = paper.EndOfSentence(first);
            own |= IsOwn(paper, first, end);
            if (own && SpeaksOfResults(paper, first, end))
            {
                string head = SystemOf(paper, first, end) ?? system;
                ReadSentence(paper, first, end, head);
            }

            first = end;
        }
    }

    /// <summary>The first introduced name, else the method that the title is about; null where neither is.</summary>
    private static string? MainSystem(ExtractionDraft draft)
    {
        if (draft.Introduces.Count > 0)
        {
            return draft.Introduces[0];
        }

        foreach (ConceptMention concept in draft.Concepts)
        {
            if (concept.Main && concept.Kind == ConceptKind.Method && concept.Name.Contains(' ', StringComparison.Ordinal) && concept.TitleSpans.Any(span => TitleSubject.Is(draft.Title, span)))
            {
                return concept.Name;
            }
        }

        return null;
    }

    private static string? SystemOf(RelationPaper paper, int first, int end)
    {
        ReadOnlySpan<char> sentence = paper.Draft.Abstract.AsSpan(paper.Words[first].Start, paper.Words[end - 1].End - paper.Words[first].Start);
        foreach (string name in paper.Draft.Introduces)
        {
            if (sentence.Contains(name, StringComparison.Ordinal))
            {
                return name;
            }
        }

        return null;
    }

    private static bool IsOwn(RelationPaper paper, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (paper.Words[i].Is(CueKinds.Author | CueKinds.Proposes) || paper.Written(i) is "proposed" or "experiments" or "Experiments" or "experimental" or "Experimental" or "evaluations" or "Evaluations")
            {
                return true;
            }
        }

        return SystemOf(paper, first, end) is not null;
    }

    private static bool SpeaksOfResults(RelationPaper paper, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<char> word = paper.Written(i);
            if (IsResultWord(word) || (paper.Words[i].End < paper.Draft.Abstract.Length && paper.Draft.Abstract[paper.Words[i].End] == '%'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsResultWord(ReadOnlySpan<char> word) =>
        word.StartsWith("experiment", StringComparison.OrdinalIgnoreCase) || word.StartsWith("evaluat", StringComparison.OrdinalIgnoreCase) || word.StartsWith("result", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("outperform", StringComparison.Ordinal) || word.StartsWith("achiev", StringComparison.OrdinalIgnoreCase) || word.StartsWith("improve", StringComparison.Ordinal) || word.StartsWith("surpass", StringComparison.Ordinal)
        || word.StartsWith("demonstrat", StringComparison.OrdinalIgnoreCase) || word.StartsWith("validat", StringComparison.OrdinalIgnoreCase) || word.StartsWith("benchmark", StringComparison.Ordinal) || word.StartsWith("state-of-the-art", StringComparison.OrdinalIgnoreCase)
        || word is "accuracy" or "performance" or "score" or "scores" or "tested" or "test" or "show" or "shows" or "attains" or "attain" or "reaches" or "SOTA" or "study" or "studies" or "competitive" or "superior" or "perplexity" or "compared" or "yields" or "verify" or "assess";

    private static void ReadSentence(RelationPaper paper, int first, int end, string head)
    {
        TextSpan span = paper.Span(first, end);
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<char> word = paper.Written(i);
            if (word is "on" or "On" or "over" or "across" or "using" or "in" or "for" or "from" or "with" or "of")
            {
                bool strong = word is "on" or "On" && i > first && LeadsToData(paper, i - 1);
                if (word is "on" or "On" && i > first && IsTraining(paper.Written(i - 1)))
                {
                    continue;
                }

                ReadList(paper, i + 1, end, head, span, strong, sayData: word is "on" or "On" or "over" or "across" or "using" or "in" or "with");
            }
            else if (paper.Words[i].Is(CueKinds.DataNoun) && i + 1 < end)
            {
                ReadAfterNoun(paper, i, end, head, span);
            }
        }
    }

    private static bool IsTraining(ReadOnlySpan<char> word) =>
        word.Contains("train", StringComparison.OrdinalIgnoreCase) || word is "based" or "Based" or "built" or "focus" or "relies" or "rely" or "run" or "runs" or "depends" or "conditioned" or "deployed" or "finetuned" || word.StartsWith("fine-tun", StringComparison.Ordinal);

    /// <summary>Experiments on, evaluated on, 93 % accuracy on: what follows is data more often than anything else.</summary>
    private static bool LeadsToData(RelationPaper paper, int index)
    {
        ReadOnlySpan<char> word = paper.Written(index);
        return word.StartsWith("experiment", StringComparison.OrdinalIgnoreCase) || word.StartsWith("evaluat", StringComparison.OrdinalIgnoreCase) || word.StartsWith("result", StringComparison.OrdinalIgnoreCase)
            || word is "accuracy" or "performance" or "scores" or "score" or "tested" or "improvement" or "improvements" or "FID" or "mAP" or "AP" or "mIoU" or "BLEU" or "perplexity" or "F1" or "state-of-the-art" or "SOTA" or "baselines" or "methods" or "models" or "networks" or "approaches" or "counterparts" or "validated" or "benchmarked"
            || (paper.Words[index].End < paper.Draft.Abstract.Length && paper.Draft.Abstract[paper.Words[index].End] == '%');
    }

    /// <summary>A list of names that starts here: taken when a data noun closes it, or name by name where it is known or the words before leave no doubt.</summary>
    private static void ReadList(RelationPaper paper, int at, int end, string head, TextSpan span, bool strong, bool sayData)
    {
        while (at < end && at - 4 < end && paper.Words[at].Mark == '\0' && (paper.Words[at].Is(CueKinds.Determiner) || IsListLead(paper.Written(at))))
        {
            at++;
        }

        Span<(int First, int Last)> names = stackalloc (int, int)[MostNames];
        int count = 0;
        int next = at;
        while (next < end && count < MostNames)
        {
            int last = NameEnd(paper, next, end);
            if (last < 0)
            {
                break;
            }

            names[count++] = (next, last);
            next = last + 1;
            if (next >= end)
            {
                break;
            }

            if (paper.Written(next) is "and" or "or" or "as" && paper.Words[next].Mark is '\0' or ',' && next + 1 < end)
            {
                next++;
                next += next < end && paper.Written(next) is "the" or "well" or "as" ? 1 : 0;
                next += next < end && paper.Written(next) is "the" or "as" ? 1 : 0;
            }
            else if (paper.Words[next].Mark is not (',' or '/'))
            {
                break;
            }
        }

        if (count == 0)
        {
            return;
        }

        bool closed = sayData && ClosedByDataNoun(paper, names[count - 1].Last + 1, end);
        for (int i = 0; i < count; i++)
        {
            Take(paper, names[i], head, span, closed || strong);
        }
    }

    /// <summary>Datasets such as X, Y; benchmarks: X and Y; benchmarks (X, Y).</summary>
    private static void ReadAfterNoun(RelationPaper paper, int noun, int end, string head, TextSpan span)
    {
        int next = noun + 1;
        bool list = paper.Words[next].Mark is ':' or '(' or '–' or '—';
        if (!list && paper.Words[next].Mark is '\0' or ',' && paper.Written(next) is "including" or "namely" or "like" or "such" or "i.e" or "e.g" or "called")
        {
            list = true;
            next += paper.Written(next) is "such" ? 2 : 1;
        }

        if (list && next < end)
        {
            ReadList(paper, next, end, head, span, strong: true, sayData: true);
        }
    }

    private static bool IsListLead(ReadOnlySpan<char> word) =>
        word is "both" or "popular" or "challenging" or "standard" or "public" or "large-scale" or "widely-used" or "well-known" or "benchmark" or "benchmarks" or "datasets" or "dataset" or "four" or "five" or "six" or "real-world" or "synthetic" or "full" or "original" or "recent" or "all" or "various"
            or "common" or "established" or "widely" or "used" or "publicly" or "available" or "multiple" or "several" or "large" or "simulated" or "small" or "downsampled";

    /// <summary>The last word of the name that starts here; -1 where none does.</summary>
    private static int NameEnd(RelationPaper paper, int at, int end)
    {
        int last = -1;
        for (int i = at; i < end && i < at + 4 && (i == at || paper.Words[i].Mark == '\0'); i++)
        {
            ReadOnlySpan<char> word = paper.Written(i);
            bool capital = char.IsUpper(word[0]) || NameWords.IsMarked(word) || (i > at && char.IsDigit(word[0]) && word.Length <= 6) || KnownDatasets.IsDataset(word) && char.IsLetter(word[0]) && word.Length > 4;
            if (!capital || paper.Words[i].Is(CueKinds.DataNoun))
            {
                break;
            }

            last = i;
        }

        return last;
    }

    private static bool ClosedByDataNoun(RelationPaper paper, int at, int end)
    {
        for (int i = at; i < end && i < at + 4 && paper.Words[i].Mark == '\0'; i++)
        {
            if (paper.Words[i].Is(CueKinds.DataNoun) || paper.Written(i) is "leaderboard" or "leaderboards" or "environments" && i == at)
            {
                return true;
            }

            if (paper.Words[i].Is(CueKinds.Boundary | CueKinds.ClassNoun) || paper.Written(i) is "and" or "or" or "is" or "are")
            {
                return false;
            }
        }

        return false;
    }

    private static void Take(RelationPaper paper, (int First, int Last) name, string head, TextSpan span, bool sure)
    {
        int start = paper.Words[name.First].Start, stop = paper.Words[name.Last].End;
        ReadOnlySpan<char> written = paper.Draft.Abstract.AsSpan(start, stop - start);
        if (written.Length < 2 || written.Length > 40 || IsIntroduced(paper.Draft, written) || KnownDatasets.IsOther(written) || KnownDatasets.IsOther(paper.Written(name.Last)) || !AllUppersOrMarked(paper, name))
        {
            return;
        }

        if (written.IndexOf('@') >= 0 || (LooksLikeModel(written) && !KnownDatasets.IsDataset(written)))
        {
            return;
        }

        ConceptMention? concept = paper.ConceptAt(start, stop);
        bool known = KnownDatasets.IsDataset(written) || concept?.Kind == ConceptKind.Dataset;
        bool looksLike = NameWords.IsMarked(paper.Written(name.First)) || NameWords.IsMarked(paper.Written(name.Last)) || name.Last > name.First;
        if (!known && !(sure && looksLike && concept?.Kind is not (ConceptKind.Task or ConceptKind.Metric) && IsFreeName(paper.Draft, written)))
        {
            return;
        }

        string tail = concept?.Name ?? written.ToString();
        paper.Add(head, RelationType.EvaluatedOn, tail, span);
        if (concept is null)
        {
            IntroducedConcepts.Ensure(paper.Draft, new IntroducedName(tail, IsData: true), score: 0.5, main: false);
        }
    }

    /// <summary>Names that end like a model's: <c>PonderNet</c>, <c>FooFormer</c>.</summary>
    private static bool LooksLikeModel(ReadOnlySpan<char> name) =>
        name.EndsWith("Net", StringComparison.Ordinal) || name.EndsWith("former", StringComparison.OrdinalIgnoreCase) || name.EndsWith("BERT", StringComparison.OrdinalIgnoreCase) || name.EndsWith("GAN", StringComparison.Ordinal) || name.EndsWith("GPT", StringComparison.Ordinal)
        || name.EndsWith("LM", StringComparison.Ordinal) || name.EndsWith("NN", StringComparison.Ordinal) || name.EndsWith("ViT", StringComparison.Ordinal);

    private static bool AllUppersOrMarked(RelationPaper paper, (int First, int Last) name) =>
        name.Last > name.First || NameWords.IsMarked(paper.Written(name.First)) || paper.Written(name.First).Length > 3;

    private static bool IsIntroduced(ExtractionDraft draft, ReadOnlySpan<char> written)
    {
        foreach (string name in draft.Introduces)
        {
            if (written.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A short form of something else than data, by the paper's definition or by common knowledge, is no dataset.</summary>
    private static bool IsFreeName(ExtractionDraft draft, ReadOnlySpan<char> written)
    {
        foreach (Acronym acronym in draft.Acronyms)
        {
            if (Acronyms.ShortForm.Singular(written).SequenceEqual(acronym.Short))
            {
                return acronym.Long.Contains("dataset", StringComparison.OrdinalIgnoreCase) || acronym.Long.Contains("benchmark", StringComparison.OrdinalIgnoreCase) || acronym.Long.Contains("corpus", StringComparison.OrdinalIgnoreCase)
                    || acronym.Long.Contains("challenge", StringComparison.OrdinalIgnoreCase) || char.IsUpper(acronym.Long[0]) && acronym.Long.Contains("database", StringComparison.OrdinalIgnoreCase);
            }
        }

        return !NameWords.IsWellKnown(written);
    }
}
