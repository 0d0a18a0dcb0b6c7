using System.Collections.Frozen;

namespace PaperGraph.Concepts;

/// <summary>The American spelling of a lower-case word, by endings and stems.</summary>
internal static class AmericanSpelling
{
    /// <summary>Words in which -is- before an ending is no British -iz-.</summary>
    private static readonly string[] s_keepsIs =
    [
        "advis", "advertis", "apprais", "aris", "brais", "bruis", "chais", "circumcis", "compris", "compromis", "concis", "crois", "cruis", "demis", "denois", "despis", "devis", "disguis", "enterpris",
        "excis", "exercis", "expertis", "franchis", "guis", "imprecis", "improvis", "incis", "mis", "merchandis", "mortis", "nois", "paradis", "pois", "prais", "precis", "premis", "promis",
        "rais", "repris", "revis", "ris", "supervis", "surmis", "surpris", "televis", "tortois", "treatis", "turquois", "vis", "wis", "anis", "valis", "ceris", "marquis", "porpois", "emphas",
    ];

    private static readonly string[] s_isEndings = ["e", "ed", "er", "ing", "able", "ation", "ational", "ability"];

    /// <summary>Stems in -our, of which the American form lacks the u; they stand at a word's start or after a prefix.</summary>
    private static readonly string[] s_ourStems =
    [
        "armour", "behaviour", "candour", "clamour", "colour", "demeanour", "endeavour", "favour", "fervour", "flavour", "glamour", "harbour", "honour", "humour", "labour", "neighbour", "odour",
        "parlour", "rancour", "rigour", "rumour", "saviour", "savour", "splendour", "succour", "tumour", "valour", "vapour", "vigour",
    ];

    /// <summary>Verbs whose last consonant is doubled by the British alone.</summary>
    private static readonly FrozenSet<string> s_doubled = FrozenSet.ToFrozenSet(
    [
        "benefit", "bias", "cancel", "channel", "counsel", "dial", "duel", "equal", "focus", "fuel", "funnel", "gimbal", "initial", "jewel", "kernel", "kidnap", "label", "level", "marshal", "model", "panel",
        "pedal", "pencil", "quarrel", "rival", "shovel", "shrivel", "signal", "spiral", "swivel", "target", "total", "towel", "travel", "tunnel", "unravel", "worship",
    ], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_words = WordTable.Parse(
        """
        acknowledgement:acknowledgment aeroplane:airplane ageing:aging aluminium:aluminum anaemia:anemia anaesthesia:anesthesia analogue:analog
        artefact:artifact calibre:caliber catalogue:catalog centimetre:centimeter centre:center centred:centered centring:centering cheque:check
        defence:defense dialogue:dialog draught:draft encyclopaedia:encyclopedia epicentre:epicenter fibre:fiber foetal:fetal foetus:fetus fulfil:fulfill
        fulfilment:fulfillment grey:gray greyscale:grayscale gynaecology:gynecology haemoglobin:hemoglobin haemorrhage:hemorrhage instalment:installment
        judgement:judgment kerb:curb kilometre:kilometer leukaemia:leukemia licence:license litre:liter lustre:luster manoeuvre:maneuver
        manoeuvring:maneuvering manoeuvrability:maneuverability maths:math metre:meter micrometre:micrometer millimetre:millimeter modelled:modeled
        mould:mold moulding:molding monologue:monolog nanometre:nanometer oesophagus:esophagus oesophageal:esophageal oestrogen:estrogen offence:offense
        orthopaedic:orthopedic paediatric:pediatric paediatrics:pediatrics plough:plow practise:practice pretence:pretense programme:program sabre:saber
        sceptic:skeptic sceptical:skeptical scepticism:skepticism skilful:skillful spectre:specter storey:story sulphate:sulfate sulphur:sulfur
        theatre:theater tyre:tire whilst:while woollen:woolen yoghurt:yogurt learnt:learned neuroanaesthesia:neuroanesthesia haematology:hematology
        ischaemia:ischemia ischaemic:ischemic anaesthetic:anesthetic hyperparametre:hyperparameter parametre:parameter diametre:diameter
        perimetre:perimeter
        """);

    /// <summary>The word itself where there is nothing British in it. <c>Of(Of(word)) == Of(word)</c>.</summary>
    public static string Of(string word)
    {
        if (word.Length < 4)
        {
            return word;
        }

        if (s_words.TryGetValue(word, out string? american))
        {
            return american;
        }

        word = WithZ(word);
        word = WithoutU(word);
        return WithOneConsonant(word);
    }

    private static string WithZ(string word)
    {
        foreach (string ending in s_isEndings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            int s = word.Length - ending.Length - 1;
            if (s < 3 || word[s] != 's')
            {
                continue;
            }

            ReadOnlySpan<char> stem = word.AsSpan(0, s + 1);
            if (word[s - 1] == 'i' ? s >= 4 && !KeepsIs(stem) : stem.EndsWith("analys") || stem.EndsWith("paralys") || stem.EndsWith("catalys") || stem.EndsWith("dialys"))
            {
                return string.Concat(word.AsSpan(0, s), "z", ending);
            }
        }

        return word;
    }

    private static bool KeepsIs(ReadOnlySpan<char> stem)
    {
        foreach (string kept in s_keepsIs)
        {
            // Short ones stand for whole words (arise, devise), or else regularised would keep its s; -wise and -noise are second parts too.
            bool ending = kept.Length > 5 || kept is "wis" or "nois";
            if (ending ? stem.EndsWith(kept, StringComparison.Ordinal) : stem.SequenceEqual(kept))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutU(string word)
    {
        int our = word.IndexOf("our", StringComparison.Ordinal);
        if (our < 2)
        {
            return word;
        }

        foreach (string stem in s_ourStems)
        {
            if (word.AsSpan(0, our + 3).EndsWith(stem, StringComparison.Ordinal))
            {
                return string.Concat(word.AsSpan(0, our + 1), word.AsSpan(our + 2));
            }
        }

        return word;
    }

    private static string WithOneConsonant(string word)
    {
        int ending = word.EndsWith("ing", StringComparison.Ordinal) ? 3 : word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("er", StringComparison.Ordinal) ? 2 : 0;
        int last = word.Length - ending - 1;
        if (ending == 0 || last < 4 || word[last] != word[last - 1])
        {
            return word;
        }

        string stem = word[..last];
        string bare = stem.StartsWith("un", StringComparison.Ordinal) || stem.StartsWith("re", StringComparison.Ordinal) ? stem[2..] : stem.StartsWith("mis", StringComparison.Ordinal) ? stem[3..] : stem;
        return s_doubled.Contains(stem) || s_doubled.Contains(bare) ? string.Concat(stem, word.AsSpan(last + 1)) : word;
    }
}
