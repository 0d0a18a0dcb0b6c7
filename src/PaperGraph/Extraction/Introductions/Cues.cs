using System.Collections.Frozen;

namespace PaperGraph.Extraction.Introductions;

/// <summary>What a word says about an introduction.</summary>
[Flags]
internal enum CueKinds
{
    None = 0,

    /// <summary>propose, introduce …, of which the authors have to be the subject.</summary>
    Propose = 1,

    /// <summary>proposes, presents …, of a paper.</summary>
    Proposes = 2,

    /// <summary>proposing, introducing …</summary>
    Proposing = 4,

    /// <summary>proposed, presented …: passive, or before a noun.</summary>
    Proposed = 8,

    /// <summary>called, dubbed …: a name follows.</summary>
    Naming = 16,

    /// <summary>we, our.</summary>
    Author = 32,

    /// <summary>paper, work, article.</summary>
    Work = 64,

    /// <summary>Ends the noun phrase after the verb.</summary>
    Boundary = 128,

    /// <summary>method, framework, dataset …: what a name is said to be.</summary>
    ClassNoun = 256,

    /// <summary>A class noun of data.</summary>
    DataNoun = 512,

    /// <summary>a, the, our, two.</summary>
    Determiner = 1024,

    /// <summary>call, name, dub, of which the authors are the subject.</summary>
    Name = 2048,

    /// <summary>Its object is only a name when it looks like one: build, release, collect.</summary>
    Weak = 4096,
}

internal static class Cues
{
    private static readonly FrozenDictionary<string, CueKinds>.AlternateLookup<ReadOnlySpan<char>> s_words = Build().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>For each first letter, the lengths of the cues that begin with it, as bits.</summary>
    private static readonly uint[] s_lengths = Lengths();

    public static CueKinds Of(ReadOnlySpan<char> word) =>
        word.Length < 32 && !word.IsEmpty && char.IsAsciiLetter(word[0]) && (s_lengths[(word[0] | 0x20) - 'a'] >> word.Length & 1) != 0 && s_words.TryGetValue(word, out CueKinds kinds) ? kinds : CueKinds.None;

    private static uint[] Lengths()
    {
        uint[] lengths = new uint[26];
        foreach (string word in s_words.Dictionary.Keys)
        {
            lengths[(word[0] | 0x20) - 'a'] |= 1u << word.Length;
        }

        return lengths;
    }

    private static FrozenDictionary<string, CueKinds> Build()
    {
        var words = new Dictionary<string, CueKinds>(StringComparer.OrdinalIgnoreCase);
        Add(CueKinds.Propose, "propose introduce present develop devise design invent");
        Add(CueKinds.Propose | CueKinds.Weak, "construct build create release contribute establish curate collect open-source describe derive form");
        Add(CueKinds.Proposes, "proposes introduces presents develops devises");
        Add(CueKinds.Proposes | CueKinds.Weak, "describes");
        Add(CueKinds.Proposing, "proposing introducing presenting");
        Add(CueKinds.Proposed | CueKinds.Weak, "proposed introduced presented developed devised designed built created constructed released resulting");
        Add(CueKinds.Naming, "called named dubbed termed coined denoted christened titled entitled nicknamed namely codenamed code-named designated abbreviated shortened");
        Add(CueKinds.Name, "call name dub term coin refer");
        Add(CueKinds.Author, "we our us");
        Add(CueKinds.Work, "paper work article study thesis report letter manuscript");
        Add(CueKinds.Boundary, "that which for to with by based using via in on from where whose as through is are was can has have than over into at when while under between towards toward capable designed consisting leveraging combining inspired without against");
        Add(CueKinds.ClassNoun, "method methods model models framework approach architecture network networks algorithm algorithms system technique scheme strategy mechanism module layer loss paradigm pipeline solution procedure family class variant "
            + "tool toolkit library toolbox platform environment simulator agent language operator estimator optimizer transformer detector tracker planner controller policy metric measure protocol formulation regularizer regularization robot gripper hand attack defense");
        Add(CueKinds.ClassNoun | CueKinds.DataNoun, "dataset datasets benchmark benchmarks corpus corpora suite collection database testbed challenge treebank");
        Add(CueKinds.Determiner, "a an the our two three new novel this these another first");
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(CueKinds kinds, string list)
        {
            foreach (string word in list.Split(' '))
            {
                words[word] = words.GetValueOrDefault(word) | kinds;
            }
        }
    }
}
