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
    /// <summary>A power of two, four times as many as cues, so that nearly every other word ends at an empty slot.</summary>
    private const int Slots = 1024;

    private static readonly (string? Word, CueKinds Kinds)[] s_slots = ToSlots(Build());

    /// <summary>In capitals or small letters; asked for each word of each text.</summary>
    public static CueKinds Of(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return CueKinds.None;
        }

        int slot = SlotOf(word);
        while (s_slots[slot] is (string known, CueKinds kinds))
        {
            if (known.Length == word.Length && word.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return kinds;
            }

            slot = (slot + 1) & (Slots - 1);
        }

        return CueKinds.None;
    }

    /// <summary>Where the look-up begins: by the length, and three letters as small ones.</summary>
    private static int SlotOf(ReadOnlySpan<char> word)
    {
        uint hash = (uint)word.Length;
        hash = (hash * 37) + (word[0] | 0x20u);
        hash = (hash * 37) + (word[word.Length / 2] | 0x20u);
        hash = (hash * 37) + (word[^1] | 0x20u);
        return (int)((hash * 2654435769) >> 22);
    }

    private static (string? Word, CueKinds Kinds)[] ToSlots(Dictionary<string, CueKinds> words)
    {
        var slots = new (string? Word, CueKinds Kinds)[Slots];
        foreach ((string word, CueKinds kinds) in words)
        {
            int slot = SlotOf(word);
            while (slots[slot].Word is not null)
            {
                slot = (slot + 1) & (Slots - 1);
            }

            slots[slot] = (word, kinds);
        }

        return slots;
    }

    private static Dictionary<string, CueKinds> Build()
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
        return words;

        void Add(CueKinds kinds, string list)
        {
            foreach (string word in list.Split(' '))
            {
                words[word] = words.GetValueOrDefault(word) | kinds;
            }
        }
    }
}
