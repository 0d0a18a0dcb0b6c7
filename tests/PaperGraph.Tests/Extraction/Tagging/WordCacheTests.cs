using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Tests.Extraction.Tagging;

/// <summary>The cache saves time and changes nothing: everything is compared with the long way round.</summary>
public class WordCacheTests
{
    private const int Seed = 20261121;

    private readonly ExtractionModel _model = ExtractionModel.Shipped;

    [Fact]
    public void Prepare_CachedWords_KnowsWhatTheWordsSay()
    {
        WordCache cache = NewCache();
        foreach ((string title, string text) in Texts(80))
        {
            TaggedText plain = Prepared(title, text, null), cached = Prepared(title, text, cache);
            Assert.NotNull(cached.Cache);
            Assert.Equal(plain.Words[..plain.Count], cached.Words[..plain.Count]);
            Assert.Equal(plain.Lemmas[..plain.Count], cached.Lemmas[..plain.Count]);
            Assert.Equal(plain.Shapes[..plain.Count], cached.Shapes[..plain.Count]);
            Assert.Equal(plain.Signs[..plain.Count], cached.Signs[..plain.Count]);
            for (int i = 0; i < plain.Count; i++)
            {
                Assert.Equal(plain.PartsOf(i), cached.PartsOf(i));
            }
        }
    }

    [Fact]
    public void Tag_CachedWords_GivesTheSamePartsOfSpeech()
    {
        WordCache cache = NewCache();
        foreach ((string title, string text) in Texts(80))
        {
            TaggedText plain = Prepared(title, text, null), cached = Prepared(title, text, cache);
            _model.PosTagger.Tag(plain);
            _model.PosTagger.Tag(cached);

            Assert.Equal(plain.Tags[..plain.Count], cached.Tags[..plain.Count]);
        }
    }

    [Fact]
    public void Sum_CachedWords_IsTheSumOfTheFeaturesRows()
    {
        WordCache cache = NewCache();
        var features = new TermFeatures(_model.Phrases);
        var rows = new TermRows(_model.TermTagger.Weights);
        Span<ulong> keys = stackalloc ulong[TermFeatures.Count];
        foreach ((string title, string text) in Texts(80))
        {
            TaggedText cached = Prepared(title, text, cache);
            _model.PosTagger.Tag(cached);
            features.Prepare(cached);
            var scorer = new TermScorer(rows, cached, cache, features);
            foreach (int i in Enumerable.Range(0, cached.Count).Where(i => !TermFeatures.IsOutside(cached, i)))
            {
                features.Fill(cached, i, keys);
                Assert.Equal(Labels(_model.TermTagger.Weights.Sum(keys)), Labels(scorer.Sum(i)));
            }
        }
    }

    [Fact]
    public void Prepare_MoreWordsThanTheCacheHolds_WorksWithoutIt()
    {
        WordCache cache = NewCache();
        string text = string.Join(' ', Enumerable.Range(0, WordCache.MostWords).Select(i => "word" + i));

        Assert.Null(Prepared("", text, cache).Cache);
        Assert.Same(cache, Prepared("", "A short text comes after it.", cache).Cache);
    }

    private WordCache NewCache() => new(_model.Lexicon, _model.PosTagger.Weights, _model.TermTagger.Weights);

    private TaggedText Prepared(string title, string text, WordCache? cache)
    {
        var tagged = new TaggedText();
        _model.Tokenizer.Tokenize(title, text, [], tagged.Text);
        tagged.Prepare(_model.Lexicon, cache);
        return tagged;
    }

    /// <summary>Enough different words to fill the cache and start it anew.</summary>
    private static IEnumerable<(string Title, string Text)> Texts(int count)
    {
        var random = new Random(Seed);
        for (int i = 0; i < count; i++)
        {
            string strange = string.Join(' ', Enumerable.Range(0, 250).Select(word => "x" + i + "y" + word));
            yield return (GeneratedText.Of(random, 8), GeneratedText.Of(random, 150) + strange);
        }
    }

    private static short[] Labels(Vector256<short> row) => [.. Enumerable.Range(0, TermLabel.Count).Select(label => row[label])];
}
