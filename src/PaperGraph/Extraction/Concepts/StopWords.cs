using System.Collections.Frozen;

namespace PaperGraph.Extraction.Concepts;

/// <summary>Words that no concept opens, closes or consists of.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> s_stops = Words("""
        a about above across after again against all almost alone along already also although always am among amongst an and and/or another any anyone anything are
        around as at away back be became because become becomes been before beforehand behind being below beside besides between beyond both but by can cannot could
        despite did do does doing done down due during each e.g e.g. either else enough especially et etc even ever every everything except few first for former from further
        given get gets give gives had has have having he hence her here herein hers him his how however i i.e i.e. if in indeed instead into is it its itself just
        last latter least less let lets like likewise made mainly make makes making many may me meanwhile might more moreover most mostly much must my namely near
        nearly necessary neither never nevertheless next no nobody none nonetheless nor not nothing now of off often on once one only onto or other others otherwise our ours
        ourselves out over own per perhaps rather really same second seem seems several shall she should since so some something sometimes somewhere still such than that
        the their theirs them themselves then there thereafter thereby therefore therein these they third this those though three through throughout thus to together too
        toward towards two under unless unlike until up upon us use used uses using usually various very via was we well were what whatever when whenever where whereas
        whereby wherein whether which while who whole whom whose why will with within without would yet you your vs vs. al al. resp
        allow allows achieve achieves adopt adopts aim aims analyze apply applies argue based become begin benefit bring build call called can compare compared conduct
        consider consists contain contains contribute create demonstrate demonstrates depend derive describe describes design designed determine develop developed differ discuss draw employ enable enables
        ensure establish evaluate examine exhibit exist existing exists explore extend facilitate fail fails find finds focus focuses following follows generate
        help helps identify illustrate implement improve improves include includes including incorporate increase introduce introduces investigate involve involves keep know known lack lead leads learn learns leverage leverages leveraging
        maintain need needs obtain occur offer offers optimize outperform outperforms perform performs play pose present presented presents preserve prevent produce
        propose proposed proposes prove provide provided provides providing receive reduce reduces rely relies remain remains report represent require requires require required reveal show showing shown shows solve
        study suffer suffers suggest support surpass tackle take takes tend train trained treat understand utilize utilizes utilizing validate verify yield yields address addresses addressed
        able available better best certain common comparable comprehensive considerable crucial current different difficult effective efficient entire extensive
        extremely fully general good great high higher highly important impressive interesting key large-scale larger little low lower main major mere much-needed new novel
        numerous particular popular possible potential powerful practical previous previously promising proposed prominent recent recently relevant remarkable respective respectively significant significantly similar simple single
        specific state-of-the-art strong substantial successful suitable superior traditional typical unprecedented useful well-known wide widely worse extensive
        """);

    private static readonly FrozenSet<string> s_generic = Words("""
        ability advance advantage aim algorithm amount analysis application approach area aspect assumption attention author baseline benefit case challenge change characteristic choice
        class code combination comparison component concept condition consequence contribution cost data dataset degree design detail development difference difficulty direction domain
        effect effectiveness efficiency effort element end environment evaluation evidence example experiment experience extent fact factor family feature field finding form
        framework function future gain gap goal group idea impact implementation importance improvement increase information input insight instance interest issue kind knowledge lack level limitation line literature
        loss majority manner mean measure mechanism method methodology metric model module need network number object objective observation order output overview paper parameter part performance perspective phenomenon point
        potential practice presence prior problem procedure process progress property proposal purpose quality question range rate reason region relation representation requirement research resource result role
        sample scale scenario scheme scope section self sense set setting shortcoming significance size solution source space stage state step strategy structure study success suite survey system
        table task team technique term test theory thing time tool topic training trend type understanding unit usage use user utility value variant variety version view way weakness work world year today
        experimental-result extensive-experiment source-code wide-range recent-work downstream-task real-world-application project-page experiment-result evaluation-result
        """);

    public static bool Contains(ReadOnlySpan<char> form) => s_stops.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form);

    public static bool IsGeneric(ReadOnlySpan<char> singular) => s_generic.GetAlternateLookup<ReadOnlySpan<char>>().Contains(singular);

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
