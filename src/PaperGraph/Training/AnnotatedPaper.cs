using PaperGraph.Extraction.Tagging;
using PaperGraph.Papers;
using PaperGraph.Reading;

namespace PaperGraph.Training;

/// <summary>A paper of a page, with hashes of the phrases that annotators chose.</summary>
/// <param name="Main">Those of <paramref name="Chosen"/> that the paper is about.</param>
/// <param name="Undecided">Neither right nor wrong.</param>
internal sealed record AnnotatedPaper(TrainingPaper Paper, HashSet<ulong> Chosen, HashSet<ulong> Main, HashSet<ulong> Undecided)
{
    /// <summary>The annotations know titles alone; the texts are read from the pages, as a user's would be.</summary>
    /// <returns>In the order of the annotations; none where there is no such file.</returns>
    /// <exception cref="InvalidDataException">No page has a paper that is annotated.</exception>
    public static List<AnnotatedPaper> ReadAll(string annotations, string pagesFolder)
    {
        if (!File.Exists(annotations))
        {
            return [];
        }

        Dictionary<string, string> texts = ReadPages(pagesFolder);
        return [.. TrainingPaper.Read(annotations).Select(paper => texts.TryGetValue(TitleKey.Of(paper.Title), out string? text)
            ? Of(paper with { Abstract = text })
            : throw new InvalidDataException($"{pagesFolder}: no page has the paper \"{paper.Title}\" that {annotations} annotates; name the folder of its pages with --pages"))];
    }

    /// <summary>A short form is as good as its long form.</summary>
    private static AnnotatedPaper Of(TrainingPaper paper)
    {
        HashSet<ulong> WithBothForms(IEnumerable<string> phrases)
        {
            HashSet<ulong> hashes = TrainingReader.PhrasesOf(phrases);
            foreach ((string shortForm, string longForm) in paper.Acronyms)
            {
                (ulong brief, ulong full) = (TaggedText.HashOf(shortForm), TaggedText.HashOf(longForm));
                if (hashes.Contains(brief) || hashes.Contains(full))
                {
                    hashes.Add(brief);
                    hashes.Add(full);
                }
            }

            return hashes;
        }

        HashSet<ulong> chosen = WithBothForms(paper.Keyphrases), undecided = WithBothForms(paper.Optional);
        chosen.ExceptWith(undecided);
        return new AnnotatedPaper(paper, chosen, WithBothForms(paper.Main), undecided);
    }

    private static Dictionary<string, string> ReadPages(string folder)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
        {
            return texts;
        }

        foreach (string path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            foreach (PaperSource source in PaperSources.OpenEach([SourceInput.OfFile(Path.GetFileName(path), path)]))
            {
                foreach (ReadOutcome outcome in source.Read())
                {
                    if (outcome.Record is { } record)
                    {
                        texts.TryAdd(TitleKey.Of(record.Paper.Title), record.Paper.Abstract);
                    }
                }
            }
        }

        return texts;
    }
}
