namespace PaperGraph.Extraction.Tagging;

/// <summary>Parts of speech, Penn Treebank's folded to what phrases turn on. The last two are told by the token alone; the tagger weighs the others.</summary>
internal enum PartOfSpeech : byte
{
    Noun,
    PluralNoun,
    Name,
    Adjective,
    Comparative,
    BaseVerb,
    PastVerb,
    Gerund,
    Participle,
    FiniteVerb,
    Adverb,
    Preposition,
    Determiner,
    Conjunction,
    Numeral,
    Other,
}

internal static class PennTag
{
    public static PartOfSpeech Fold(string tag) => tag switch
    {
        "NN" => PartOfSpeech.Noun,
        "NNS" => PartOfSpeech.PluralNoun,
        "NNP" or "NNPS" => PartOfSpeech.Name,
        "JJ" or "AFX" => PartOfSpeech.Adjective,
        "JJR" or "JJS" => PartOfSpeech.Comparative,
        "VB" => PartOfSpeech.BaseVerb,
        "VBD" => PartOfSpeech.PastVerb,
        "VBG" => PartOfSpeech.Gerund,
        "VBN" => PartOfSpeech.Participle,
        "VBP" or "VBZ" or "MD" => PartOfSpeech.FiniteVerb,
        "RB" or "RBR" or "RBS" or "WRB" or "RP" => PartOfSpeech.Adverb,
        "IN" or "TO" => PartOfSpeech.Preposition,
        "DT" or "PDT" or "PRP" or "PRP$" or "WDT" or "WP" or "WP$" or "EX" => PartOfSpeech.Determiner,
        "CC" => PartOfSpeech.Conjunction,
        "CD" => PartOfSpeech.Numeral,
        _ => PartOfSpeech.Other,
    };
}
