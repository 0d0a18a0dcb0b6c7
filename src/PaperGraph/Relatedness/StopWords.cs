using System.Collections.Frozen;

namespace PaperGraph.Relatedness;

/// <summary>Words that say nothing about what a paper is about: function words of English, and the small change of abstracts.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = (
        "a about above across after again against all almost along already also although always am among amongst an and another any anyone anything are aren around as at away "
        + "back be became because become becomes been before behind being below beside besides better between beyond both but by can cannot could couldn did didn do does doesn doing don done down due during "
        + "each either else elsewhere enough especially et etc even ever every everyone everything except far few first for former found from further furthermore "
        + "gave get gets give given gives giving go goes gone got had hardly has hasn have haven having he hence her here hers herself him himself his how however "
        + "i ie if in indeed instead into is isn it its itself just keep kept know known last latter least less let like likely made mainly make makes making many may me meanwhile might mine more moreover most mostly much must my myself "
        + "namely nearly neither never nevertheless next no nobody none nor not nothing now nowhere of off often on once one ones only onto or other others otherwise ought our ours ourselves out over overall own "
        + "per perhaps please put quite rather re really respectively same second see seem seemed seems seen several shall she should shouldn simply since so some someone something sometimes somewhat somewhere still such "
        + "take taken than that the their theirs them themselves then there thereby therefore therein these they thing things third this those though three through throughout thus to together too toward towards truly two "
        + "under unless unlike until up upon us usually various very via vs was wasn we well went were weren what whatever when whenever where whereas whereby wherein whether which while who whole whom whose why will with within without won would wouldn yet you your yours yourself "
        + "abstract according achieve achieved achieves achieving address addressed addresses addressing aim aims allow allowing allows available based called code com comprehensive consider considered considering demonstrate demonstrated demonstrates demonstrating "
        + "develop developed develops effective effectively enable enabled enables enabling experiment experimental experiments extensive extensively finally github http https html importantly improve improved improvement improvements improves improving including "
        + "introduce introduced introduces introducing investigate investigated lead leading leads literature need needs new novel obtain obtained obtains outperform outperformed outperforming outperforms paper papers present presented presents previous prior problem "
        + "propose proposed proposes proposing provide provided provides providing publicly recent recently reported require required requires result resulting results show showed showing shown shows significant significantly specifically state study studied suggest "
        + "use used useful user uses using validate widely work works www").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="word">Lower case.</param>
    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
