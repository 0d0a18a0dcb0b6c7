using System.Collections.Immutable;
using PaperGraph.Concepts;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;
using PaperGraph.Papers;

namespace PaperGraph.Extraction.Concepts;

/// <summary>Ranked candidates → concepts: spellings put together, a name, a kind, all places.</summary>
internal static class ConceptAssembler
{
    /// <summary>A candidate is listed when it is a term with this chance …</summary>
    private const float LikelyTerm = 0.32f;

    /// <summary>… or would be chosen with this one …</summary>
    private const float LikelyChoice = 0.26f;

    /// <summary>… or with this one where it stands in several noun phrases, so that it is a term by itself …</summary>
    private const float LikelyChoiceAmongSeveral = 0.17f;

    /// <summary>… or with this one where it stands in the title.</summary>
    private const float LikelyChoiceOfTitle = 0.1f;

    /// <summary>… or with this one where the paper has a title, and no ten are better: the chances of short and of plainly worded papers are small, yet they have a subject.</summary>
    private const float LeastAmongFirst = 0.05f;
    private const int First = 10;

    /// <summary>A common word alone (<c>layer</c>, <c>inference</c>) must be likely to be chosen: as a term it would be one everywhere.</summary>
    private const float LikelyCommonWord = 0.4f;
    private const int CommonFrequency = 11;

    /// <summary>Steps of the frequency's bins (each a factor of 1.8) that a term with a grading adjective may be rarer than without.</summary>
    private const int GradedTermSteps = 3;

    /// <summary>Half of what is that likely to be what the paper is about, or more, is.</summary>
    private const float LikelyMain = 0.2f;
    private const int MostSurfaces = 8;

    /// <summary>A pair of words in so many papers of the corpus belongs together, in the steps of the table.</summary>
    private const int KnownPhrase = 6;

    /// <summary>Other is what the tagger falls back on: a kind that says more wins from a quarter of its weight on.</summary>
    private const float OtherShare = 0.25f;

    public static void Assemble(Workspace workspace, ExtractionDraft draft)
    {
        Group(workspace);
        Rank(workspace);
        foreach (int leader in workspace.Groups.Ranked)
        {
            draft.Concepts.Add(Mention(workspace, leader));
        }
    }

    /// <summary>Puts spellings together and decides what may be listed.</summary>
    internal static void Group(Workspace workspace)
    {
        CandidateSet candidates = workspace.Candidates;
        ConceptGroups groups = workspace.Groups;
        groups.Reset(candidates);
        MergeShortForms(workspace);
        MergeClassWords(workspace);
        MergeModified(workspace);
        for (int i = 0; i < candidates.Count; i++)
        {
            if (groups.LeaderOf(i) == i && MayBeListed(workspace, ref candidates.Items[i]))
            {
                groups.Ranked.Add(i);
            }
        }

        workspace.Enclosing.Count(workspace.Text.Count, candidates, groups);
    }

    /// <summary>Puts what the paper is about first: from here on, a score is the chance of that.</summary>
    private static void Rank(Workspace workspace)
    {
        Span<float> features = stackalloc float[CentralFeatures.Count];
        foreach (int leader in workspace.Groups.Ranked)
        {
            ref Candidate candidate = ref workspace.Candidates.Items[leader];
            FillFeatures(workspace, leader, features);
            candidate.Score = ConceptRanker.Logistic(workspace.Model.Central.Of(features));
        }

        Sort(workspace.Candidates, workspace.Groups.Ranked);
        KeepListed(workspace.Candidates, workspace.Groups.Ranked);
    }

    /// <param name="features">Takes <see cref="CentralFeatures.Count"/> values.</param>
    internal static void FillFeatures(Workspace workspace, int leader, Span<float> features)
    {
        ref readonly Candidate candidate = ref workspace.Candidates.Items[leader];
        PhraseCounts corpus = workspace.Features.Phrases.CountsOf(workspace.Text, candidate.BestFirst, candidate.BestLast);
        CentralFeatures.Fill(in candidate, corpus, workspace.Enclosing[leader], features);
    }

    private static void Sort(CandidateSet candidates, List<int> ranked) =>
        ranked.Sort((left, right) => candidates.Items[left].Score != candidates.Items[right].Score
            ? candidates.Items[right].Score.CompareTo(candidates.Items[left].Score)
            : candidates.Items[left].Earliest != candidates.Items[right].Earliest
                ? candidates.Items[left].Earliest.CompareTo(candidates.Items[right].Earliest)
                : left.CompareTo(right));

    /// <summary>Decides whether its chances list it, or else whether it may be listed for its place.</summary>
    private static bool MayBeListed(Workspace workspace, ref Candidate candidate)
    {
        (float choice, float? term) = Needed(workspace.Text, in candidate);
        candidate.IsListed = candidate.Score >= choice || candidate.TermScore >= term;
        return (candidate.IsListed || (candidate.Score >= LeastAmongFirst && term is not null && workspace.Text.Text.TitleCount > 0)) && !IsNoOneThing(workspace, in candidate);
    }

    /// <summary>Whatever its chances, what comes among the first ten is listed.</summary>
    private static void KeepListed(CandidateSet candidates, List<int> ranked)
    {
        int kept = 0;
        for (int i = 0; i < ranked.Count; i++)
        {
            if (i < First || candidates.Items[ranked[i]].IsListed)
            {
                ranked[kept++] = ranked[i];
            }
        }

        ranked.RemoveRange(kept, ranked.Count - kept);
    }

    /// <summary>A candidate is listed with this chance of being chosen, or this one of being a term; null where that does not help.</summary>
    internal static (float Choice, float? Term) Needed(TaggedText text, in Candidate candidate) => IsCommonWord(text, in candidate)
        ? (LikelyCommonWord, null)
        : (candidate.TitleCount > 0 ? LikelyChoiceOfTitle : candidate.DistinctRuns > 1 ? LikelyChoiceAmongSeveral : LikelyChoice, LikelyTerm);

    /// <summary>Whether its words stand together without naming one thing.</summary>
    internal static bool IsNoOneThing(Workspace workspace, in Candidate candidate) => BelongsToSomething(workspace, in candidate) || IsCoordination(workspace, in candidate) || IsHow(workspace.Text, in candidate);

    /// <summary><c>in an end-to-end manner</c> says how, as an adverb does: such a head names nothing.</summary>
    private static bool IsHow(TaggedText text, in Candidate candidate) => candidate.BestLast > candidate.BestFirst
        && text.Text.FormOf(candidate.BestLast) is "manner" or "manners" or "fashion" or "way" or "ways";

    /// <summary><c>the model's weights</c> are weights; a name's (<c>Newton's method</c>) and what the corpus knows (<c>driver's license</c>) stay.</summary>
    private static bool BelongsToSomething(Workspace workspace, in Candidate candidate)
    {
        TaggedText text = workspace.Text;
        for (int i = candidate.BestFirst + 1; i < candidate.BestLast; i++)
        {
            if (text.Text[i].Kind == TokenKind.Possessive && !text.Text[i - 1].Has(TokenTraits.InitialUpper | TokenTraits.AllUpper))
            {
                return workspace.Model.Phrases[candidate.Phrase].Frequency == 0;
            }
        }

        return false;
    }

    /// <summary>
    /// <c>synthetic and real data</c> are two things, unless the corpus has the whole (<c>question and answer</c>). Not in running text without a title, where readers mark the whole.
    /// </summary>
    private static bool IsCoordination(Workspace workspace, in Candidate candidate)
    {
        for (int i = candidate.BestFirst + 1; i < candidate.BestLast && workspace.Text.Text.TitleCount > 0; i++)
        {
            if (workspace.Text.Text.FormOf(i) is "and" or "or")
            {
                return workspace.Model.Phrases[candidate.Phrase].Frequency == 0;
            }
        }

        return false;
    }

    /// <summary>A plain word alone that a large share of all papers has.</summary>
    private static bool IsCommonWord(TaggedText text, in Candidate candidate) => candidate.BestFirst == candidate.BestLast
        && text.Words[candidate.BestFirst] is { Frequency: >= CommonFrequency, IsCased: false } && !text.Text[candidate.BestFirst].Has(TokenTraits.AllUpper | TokenTraits.InnerUpper | TokenTraits.HasHyphen);

    private static void MergeShortForms(Workspace workspace)
    {
        foreach ((ulong meant, ulong written) in workspace.ShortForms)
        {
            int longForm = workspace.Candidates.Find(meant), shortForm = workspace.Candidates.Find(written);
            if (longForm >= 0 && shortForm >= 0)
            {
                workspace.Groups.Merge(workspace.Candidates, longForm, shortForm);
                workspace.Candidates.Items[workspace.Groups.LeaderOf(longForm)].HasShortForm = true;
            }
        }
    }

    /// <summary><c>ImageNet dataset</c> is <c>ImageNet</c>: a class word after a name adds nothing. An <c>NER dataset</c> is no NER: the key knows.</summary>
    private static void MergeClassWords(Workspace workspace)
    {
        CandidateSet candidates = workspace.Candidates;
        TaggedText text = workspace.Text;
        for (int i = 0; i < candidates.Count; i++)
        {
            (int first, int last) = (candidates.Items[i].BestFirst, candidates.Items[i].BestLast);
            if (last > first && NameClassWord.Is(text.Text.FormOf(last)) && IsName(text, first, last - 1)
                && ConceptKey.Of(text.Text.Written(first, last).ToString()) == ConceptKey.Of(text.Text.Written(first, last - 1).ToString()) && candidates.Find(text.PhraseOf(first, last - 1)) is >= 0 and int name)
            {
                workspace.Groups.Merge(candidates, name, i);
            }
        }
    }

    /// <summary>
    /// <c>limited memory budget</c> is a <c>memory budget</c>, unless the corpus has the whole as a term (<c>large language model</c>), the paper gives the whole a short form, writes it as a name, or
    /// the word sorts rather than praises (<c>long document classification</c>). <c>predicting optical flow</c> is about <c>optical flow</c>, unless the corpus has the whole (<c>learning rate</c>).
    /// </summary>
    private static void MergeModified(Workspace workspace)
    {
        CandidateSet candidates = workspace.Candidates;
        TaggedText text = workspace.Text;
        for (int i = 0; i < candidates.Count; i++)
        {
            (int first, int last) = (candidates.Items[i].BestFirst, candidates.Items[i].BestLast);
            bool doing = text.Tags[first] == PartOfSpeech.Gerund, graded = (text.Signs[first] & WordSigns.MostlyEvaluative) != 0 && !EvaluativeWords.MaySort(text.Text.FormOf(first)) && !GradesNextWord(workspace, first, last);
            if (last > first && (doing || graded) && !IsWrittenAsName(text, first) && candidates.Find(text.PhraseOf(first + 1, last)) is >= 0 and int rest)
            {
                int whole = workspace.Model.Phrases[candidates.Items[i].Phrase].Frequency, part = workspace.Model.Phrases[candidates.Items[rest].Phrase].Frequency;
                ulong phrase = candidates.Items[i].Phrase;
                if ((whole == 0 || (graded && part - whole >= GradedTermSteps)) && !workspace.ShortForms.Exists(form => form.Long == phrase))
                {
                    workspace.Groups.Merge(candidates, rest, i);
                }
            }
        }
    }

    /// <summary>In <c>large margin classifier</c> the margin is large.</summary>
    private static bool GradesNextWord(Workspace workspace, int first, int last) =>
        last - first >= 2 && workspace.Model.Phrases[workspace.Text.PhraseOf(first, first + 1)].Frequency >= KnownPhrase;

    /// <summary>A capital inside a sentence of the abstract.</summary>
    private static bool IsWrittenAsName(TaggedText text, int index) =>
        index >= text.Text.TitleCount && text.Text[index].Has(TokenTraits.InitialUpper) && !text.Text[index].Has(TokenTraits.SentenceStart);

    private static bool IsName(TaggedText text, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (!text.Text[i].Has(TokenTraits.AllUpper | TokenTraits.InnerUpper) && text.Text[i].Kind != TokenKind.Number && !(text.Text[i].Has(TokenTraits.HasDigit) && text.Text[i].Has(TokenTraits.InitialUpper)))
            {
                return false;
            }
        }

        return true;
    }

    private static ConceptMention Mention(Workspace workspace, int leader)
    {
        TaggedText text = workspace.Text;
        ref Candidate candidate = ref workspace.Candidates.Items[leader];
        (List<TextSpan> spans, List<TextSpan> titleSpans, List<string> surfaces) = (workspace.Spans, workspace.TitleSpans, workspace.Surfaces);
        spans.Clear();
        titleSpans.Clear();
        surfaces.Clear();
        surfaces.Add(text.Text.Written(candidate.BestFirst, candidate.BestLast).ToString());
        bool hasOthers = workspace.Groups.HasOthers(leader);
        for (int i = hasOthers ? 0 : leader; i < (hasOthers ? workspace.Candidates.Count : leader + 1); i++)
        {
            if (workspace.Groups.LeaderOf(i) == leader)
            {
                AddPlaces(workspace, i, spans, titleSpans, surfaces);
            }
        }

        return new ConceptMention(
            ConceptName.Of(workspace, candidate.BestFirst, candidate.BestLast),
            surfaces[0],
            [.. surfaces],
            KindOf(workspace, in candidate),
            workspace.Model.Calibration.Of(candidate.Score, hasTitle: text.Text.TitleCount > 0, workspace.Candidates.IsFirstPerson),
            candidate.Score >= LikelyMain,
            Ordered(spans),
            Ordered(titleSpans));
    }

    private static void AddPlaces(Workspace workspace, int candidate, List<TextSpan> spans, List<TextSpan> titleSpans, List<string> surfaces)
    {
        TokenizedText text = workspace.Text.Text;
        for (int number = workspace.Candidates.Items[candidate].LastOccurrence; number >= 0; number = workspace.Candidates.Occurrences[number].Previous)
        {
            (int first, int last, _) = workspace.Candidates.Occurrences[number];
            (first < text.TitleCount ? titleSpans : spans).Add(new TextSpan(text[first].Start, text[last].End));
            ReadOnlySpan<char> written = text.Written(first, last);
            bool known = false;
            foreach (string surface in surfaces)
            {
                known |= written.SequenceEqual(surface);
            }

            if (!known && surfaces.Count < MostSurfaces)
            {
                surfaces.Add(written.ToString());
            }
        }
    }

    /// <summary>Ascending; of two that overlap, the longer.</summary>
    private static ImmutableArray<TextSpan> Ordered(List<TextSpan> spans)
    {
        if (spans.Count > 1)
        {
            spans.Sort();
            int last = 0;
            for (int i = 1; i < spans.Count; i++)
            {
                TextSpan span = spans[i];
                if (!spans[last].Overlaps(span))
                {
                    spans[++last] = span;
                }
                else if (span.Length > spans[last].Length)
                {
                    spans[last] = span;
                }
            }

            spans.RemoveRange(last + 1, spans.Count - last - 1);
        }

        return [.. spans];
    }

    /// <summary>What the tagger thinks of its places here, and of all terms with this head, weigh the same.</summary>
    private static ConceptKind KindOf(Workspace workspace, in Candidate candidate)
    {
        TaggedText text = workspace.Text;
        int head = ConceptName.HeadOf(text, candidate.BestFirst, candidate.BestLast);
        ReadOnlySpan<byte> shares = workspace.Model.Kinds.Of(text, head);
        int named = workspace.Model.Kinds.NamedTypeOf(text, head);
        float sum = 0;
        for (int type = 0; type < HeadKinds.Types; type++)
        {
            sum += candidate.Types[type];
        }

        int best = TermLabel.Other;
        float top = 0;
        for (int i = 0; i < HeadKinds.Types; i++)
        {
            // Other first, so that among equals it is the one.
            int type = i == 0 ? TermLabel.Other : i - 1;
            float weight = (sum > 0 ? candidate.Types[type] / sum : 0) + (shares.IsEmpty ? 0 : shares[type] / 255f);
            weight *= type == TermLabel.Other ? OtherShare : 1;
            if (weight > top)
            {
                (best, top) = (type, weight);
            }
        }

        // A data set's name is one wherever it stands; that of a model may be a task's or a measure's elsewhere, but is none of data.
        best = named == TermLabel.Material || (named == TermLabel.Method && best == TermLabel.Material) ? named : best;
        return best switch
        {
            TermLabel.Method => ConceptKind.Method,
            TermLabel.Task => ConceptKind.Task,
            TermLabel.Metric => ConceptKind.Metric,
            TermLabel.Material => IsNamedData(text, in candidate) ? ConceptKind.Dataset : ConceptKind.Material,
            _ => ConceptKind.Other,
        };
    }

    /// <summary>Whether it ends in a name, or in a word for named data: <c>Stein's identity</c> and a <c>Boltzmann machine</c> are named after someone, and are no data.</summary>
    private static bool IsNamedData(TaggedText text, in Candidate candidate)
    {
        int last = candidate.BestLast - (candidate.BestLast > candidate.BestFirst && text.Text[candidate.BestLast].Kind == TokenKind.Number ? 1 : 0);
        bool named = false;
        for (int i = candidate.BestFirst; i <= last; i++)
        {
            named |= HeadKinds.IsName(text, i);
        }

        return (named && (HeadKinds.IsName(text, last) || IsWrittenAsName(text, last))) || NameClassWord.IsData(text.Text.FormOf(last));
    }
}
