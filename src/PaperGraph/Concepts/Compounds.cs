using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace PaperGraph.Concepts;

/// <summary>Words that people write apart, with a hyphen, or together: one way for each.</summary>
internal static class Compounds
{
    /// <summary>Longer ones are no words; without a bound, a run of prefixes would grow one letter at a time.</summary>
    private const int LongestWord = 64;

    /// <summary>With the bar between them.</summary>
    private const int LongestPair = 64;

    /// <summary>Never a word of their own before another: joined to what follows, hyphen or space.</summary>
    private static readonly FrozenSet<string> s_prefixes = FrozenSet.ToFrozenSet(
    [
        "anti", "auto", "bio", "cyber", "electro", "geo", "hetero", "hyper", "infra", "inter", "intra", "iso", "macro", "magneto", "mega", "meta", "micro", "mini", "mono", "multi", "nano", "neuro", "non",
        "omni", "peri", "photo", "piezo", "poly", "pre", "proto", "pseudo", "psycho", "quasi", "retro", "semi", "socio", "spatio", "spectro", "sub", "super", "tele", "thermo", "trans", "tri", "ultra", "un", "visuo",
    ], StringComparer.Ordinal);

    /// <summary>Words too, so that mostly only a hyphen makes them a prefix; cross entropy is cross-entropy all the same.</summary>
    private static readonly FrozenSet<string> s_hyphenatedPrefixes = FrozenSet.ToFrozenSet(
        ["bi", "co", "counter", "cross", "de", "dis", "ex", "extra", "mis", "out", "over", "post", "re", "under", "uni"], StringComparer.Ordinal);

    /// <summary>Joined to any word before its hyphen: <c>layer-wise</c>.</summary>
    public const string Suffix = "wise";

    private static readonly FrozenSet<string> s_functionWords = FrozenSet.ToFrozenSet(
        ["and", "or", "to", "of", "the", "in", "for", "on", "with", "by", "at", "as", "from", "vs", "versus", "a", "an", "is", "are"], StringComparer.Ordinal);

    /// <summary>Two words that are as often one: the pair with a bar, in the singular.</summary>
    private static readonly FrozenSet<string> s_pairs = Pairs(
        """
        air|flow any|time art|work audio|book back|bone back|door back|drop back|end back|ground back|propagate back|propagated back|propagating back|propagation back|prop back|stepping
        back|track back|tracking back|translation back|up band|width batch|norm bench|mark bench|marked bench|marking bench|top bit|map bit|rate bit|width bit|wise black|box block|chain blood|stream
        body|weight book|keeping bottle|neck brain|storming break|down break|point broad|cast build|up built|in by|pass by|passing by|product call|back care|giver cart|pole change|point chat|bot check|list
        check|point check|pointing clean|up clock|wise close|up code|base code|book code|switching common|sense conv|net core|set corner|stone cost|map counter|example counter|factual
        counter|measure cross|talk cross|over cross|road crowd|source crowd|sourced crowd|sourcing crowd|worker cut|off cut|out cut|mix data|base data|bank data|center data|flow data|point data|set data|store
        data|stream day|time dead|line dead|lock deep|fake depth|wise desk|top drop|out drop|let e|book e|commerce e|learning e|mail ego|centric ego|motion eigen|decomposition eigen|function eigen|value
        eigen|vector end|effector end|point end|user exo|skeleton eye|wear feed|back feed|forward field|work finger|print finger|tip fish|eye flash|attention flip|flop flow|chart foot|print fore|cast
        fore|casting fore|ground free|hand free|form frame|rate frame|work front|end game|play gate|way gray|scale grid|map grid|world ground|truth ground|water group|norm group|wise half|space hand|craft
        hand|crafted hand|held hand|over hand|written hand|writing hard|ware head|set heat|map height|map high|light high|way hold|out home|page hot|spot hour|glass hyper|cube hyper|plane in|door
        in|painting key|board key|frame key|point key|stroke key|word key|phrase land|mark land|scape lap|top layer|norm layer|wise lay|out leader|board life|cycle life|long life|time light|weight lip|reading
        list|wise live|stream long|standing look|ahead look|up loco|manipulation mail|box main|stream make|up man|made map|reduce market|place max|out max|pooling max|sat min|max mid|point mind|set
        mini|batch mix|up mock|up name|space near|by neighbor|hood net|work news|group news|paper note|book null|space off|board off|line off|road off|loading off|load on|board on|line
        on|going open|source out|come out|door out|layer out|let out|lier out|line out|look out|painting out|perform out|put over|all over|fit over|fitting over|head over|lap over|view over|smoothing
        pair|wise pan|optic pan|sharpening pass|word patch|wise path|finding path|way pay|load pay|off pick|up piece|wise pin|hole pin|point pipe|line pixel|wise place|holder plain|text plan|space
        play|back play|ground plug|in point|cloud point|wise policy|maker pop|up post|processing power|law proof|reading push|forward quad|copter quad|rotor quad|tree race|track rain|fall range|finder
        ray|casting real|time real|world ride|sharing road|block road|map roll|out root|finding rotor|craft round|trip row|wise run|time safe|guard sand|box saw|tooth scan|line
        score|card screen|shot screw|driver sea|floor search|light semi|definite servo|motor set|back set|point set|up shape|net short|cut side|step side|walk skip|gram sky|line slow|down smart|phone
        smart|watch snap|shot soft|max soft|ware sound|scape space|craft space|time speed|up spell|checker spin|off spot|light spread|sheet stage|wise stake|holder stand|alone start|up step|size step|wise
        story|board story|telling stream|line sub|word super|net sym|link table|top tail|sitter take|away take|off task|space tele|operation tele|presence test|bed test|bench test|suite text|book
        thread|pool three|fold thumb|nail tilt|rotor time|frame time|line time|out time|scale time|stamp time|step time|table token|wise tool|box tool|chain tool|kit tool|path
        touch|pad touch|screen trade|mark trade|off tread|mill tree|bank tree|width turn|over two|fold type|face up|date up|front up|load up|sample up|sampled up|sampling up|scale up|scaling user|name view|point
        voice|over walk|through warm|up watch|dog water|fall water|mark water|marking wave|form wave|guide wave|length wave|let way|point web|log web|page web|server web|site weight|norm wheel|chair
        white|box white|board wide|spread wi|fi wind|up wing|span word|net work|bench work|flow work|force work|horse work|load work|piece work|place work|sheet work|shop work|space work|station world|wide
        write|up x|ray down|sample down|sampled down|sampling down|scaling down|stream down|time down|link up|link up|stream fine|tune fine|tuned fine|tuner fine|tuning t|sne k|nn r|cnn n|gram u|net q|a
        co|occurrence co|reference co|variate co|operate co|operative co|ordinate co|ordination pre|fill pre|filling tiny|imagenet mini|imagenet tiered|imagenet fashion|mnist split|mnist rotated|mnist permuted|mnist
        semantic|kitti pascal|voc ms|coco bird|snap free|base wiki|text wiki|data wiki|pedia open|webtext image|net audio|set res|net res|next alex|net efficient|net dense|net squeeze|net shuffle|net goog|lenet le|net
        inception|net instance|norm vgg|net seg|net style|gan cycle|gan info|gan big|gan word|piece sentence|piece py|torch tensor|flow graph|sage doc|vqa text|vqa text|caps visual|genome slow|fast swin|unet q|former
        """);

    /// <summary>Whether there are words that this one may join before them, as a prefix, a letter or the first of a pair; <see cref="Suffix"/> aside.</summary>
    public static bool MayBegin(string word) => word.Length == 1 || s_prefixes.Contains(word) || s_hyphenatedPrefixes.Contains(word) || s_pairStarts.Contains(word);

    /// <summary>Whether the two are joined where they stand side by side.</summary>
    public static bool AreOne(in KeyWord left, in KeyWord right)
    {
        Span<char> buffer = stackalloc char[LongestPair];
        return Joins(left, right, buffer);
    }

    /// <summary>Joins pairs and prefixes. What comes out joins no further.</summary>
    public static void Join(List<KeyWord> words)
    {
        if (words.Count < 2)
        {
            return;
        }

        Span<KeyWord> all = CollectionsMarshal.AsSpan(words);
        Span<char> buffer = stackalloc char[LongestPair];
        int first = all.Length - 1;
        for (int i = all.Length - 2; i >= 0; i--)
        {
            if (Joins(all[i], all[first], buffer))
            {
                all[i].Text += all[first].Text.ToLowerInvariant();
                all[i].IsName |= all[first].IsName;
                all[i].IsAcronym = false;
                all[i].KeepsCase = false;
                all[i].Text = PluralRules.Singular(all[i].Text);
            }
            else
            {
                first--;
                all[first] = all[i];
                continue;
            }

            all[first] = all[i];
        }

        words.RemoveRange(0, first);
    }

    private static bool Joins(in KeyWord left, in KeyWord right, Span<char> buffer)
    {
        if (right.Text.Length == 0 || char.IsAsciiDigit(right.Text[0]) || (left.KeepsCase && left.Text.Length > 2) || left.Text.Length + right.Text.Length > LongestWord)
        {
            return false;
        }

        string text = left.KeepsCase ? left.Text.ToLowerInvariant() : left.Text;
        if (right.IsTight && (text.Length == 1 && char.IsAsciiLetter(text[0]) && (right.IsAcronym || (right.IsName && right.Text.Length <= 6)) || right.Text is Suffix))
        {
            // K-NN, U-Net; layer-wise.
            return true;
        }

        bool prefix = s_prefixes.Contains(text) || (right.IsTight ? s_hyphenatedPrefixes.Contains(text) : text is "cross" or "co" or "bi" && !left.IsAcronym);
        if (prefix)
        {
            return right.Text.Length > 1 && !s_functionWords.Contains(right.Text);
        }

        if (text.Length + right.Text.Length + 1 > buffer.Length)
        {
            return false;
        }

        text.CopyTo(buffer);
        buffer[text.Length] = '|';
        right.Text.CopyTo(buffer[(text.Length + 1)..]);
        Span<char> pair = buffer[..(text.Length + right.Text.Length + 1)];
        if (right.KeepsCase)
        {
            for (int i = text.Length + 1; i < pair.Length; i++)
            {
                pair[i] = char.ToLowerInvariant(pair[i]);
            }
        }

        return s_pairLookup.Contains(pair);
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_pairLookup = s_pairs.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> s_pairStarts = s_pairs.Select(pair => pair[..pair.IndexOf('|', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Pairs(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
