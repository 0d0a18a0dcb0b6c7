namespace PaperGraph.Extraction.Links;

/// <summary>The words by which claims of release are told, and told from other things.</summary>
internal static class ClaimWords
{
    /// <summary>Every word that can be the predicate of a release.</summary>
    public static readonly WordSet Predicates = new(
        "available availabe avaliable released release releasing releases open-sourced open-source open-sourcing opensource opensourced sourced source sourcing"
        + " public publicly accessible share shared sharing publish published publishing uploaded attached downloaded found downloadable provide provided");

    /// <summary>Verbs whose object is released, in the forms that stand behind <c>we</c>.</summary>
    public static readonly WordSet Verbs = new(
        "release releases released open-source open-sourced opensource share publish releasing open-sourcing sharing publishing");

    public static readonly WordSet Participles = new("releasing open-sourcing sourcing sharing publishing");

    public static readonly WordSet OpenSource = new("source sourced sourcing");

    public static readonly WordSet OpenSourceThing = new("open-source opensource");

    public static readonly WordSet Be = new("is are was were be been being");

    /// <summary>What may stand between a form of <c>be</c> and the predicate.</summary>
    public static readonly WordSet BetweenBeAndPredicate = new(
        "publicly freely openly fully now also all both currently completely be been being made to and or online already"
            + " released available open open-access offered public further soon going entirely free here"
        + " provided shared open-sourced open-source accessible as in the anonymously jointly hosted put published later gradually"
            + " therefore hereby immediately eventually commonly");

    /// <summary>What may stand between <c>we</c> and the verb, beside adverbs in <c>-ly</c>.</summary>
    public static readonly WordSet BetweenWeAndVerb = new(
        "will also further have plan to then hereby are be been open furthermore soon here shall intend would now both moreover therefore thus make can");

    /// <summary>Auxiliaries and adverbs between a subject and its form of <c>be</c>.</summary>
    public static readonly WordSet BeforeBe = new("will shall can to has have also soon going would may must should not is are be expected gradually");

    public static readonly WordSet Needs = new("need needs has have ought required assumed");

    /// <summary>Predicates that release only where the sentence says where the thing is.</summary>
    public static readonly WordSet NeedsPlace = new("found downloaded provided");

    /// <summary>Predicates that say nothing of a release without a word for the public or a place.</summary>
    public static readonly WordSet Vague = new("shared published attached");

    public static readonly WordSet Plain = new("available accessible provided");

    public static readonly WordSet Madeable = new("available public publicly accessible open-source source");

    public static readonly WordSet Make = new("make made making");

    /// <summary>Words with which a thing is other people's, or not there.</summary>
    public static readonly WordSet Foreign = new(
        "existing other others many few several most these those currently their such some any no not if when where whenever"
            + " unless without although though because since until only little limited"
        + " lack lacking scarce typically usually often hardly rarely assume assumes assuming prior previously previous unlabeled"
            + " abundant insufficient sufficient enough whose never cannot widely"
        + " two three four five multiple various different original");

    public static readonly WordSet Conditions = new("when where if because since although while whereas unless");

    public static readonly WordSet Relatives = new("which that");

    public static readonly WordSet We = new("we authors");

    public static readonly WordSet Our = new("our");

    /// <summary>Words that say that others get the thing.</summary>
    public static readonly WordSet Public = new(
        "publicly public freely openly free online community request upon github huggingface website webpage page download"
            + " license research researchers made repository link url here via");

    public static readonly WordSet Places = new("github online supplementary supplement website webpage page link link1 repository huggingface here web url");

    /// <summary>What may stand in a subject that lost its verb, beside things.</summary>
    public static readonly WordSet AroundThings = new("our the all and publicly full training online made freely also both trained");

    /// <summary>Words that begin the subject of a new clause.</summary>
    public static readonly WordSet SubjectStarts = new("our the all both source code");

    public static readonly WordSet Joints = new("and while whereas when if where because since although");

    /// <summary>Words of a finished clause: what stands before them is no item of the list behind.</summary>
    public static readonly WordSet FiniteVerbs = new("is are was were we will has have while can when");

    /// <summary>Words that end the object of a verb.</summary>
    public static readonly WordSet ObjectEnds = new("which that to so because where upon whose");

    public static readonly WordSet Introducing = new(
        "introduce introduces introduced present presents propose develop developed release released provide describe describes built build contribute"
            + " implement implemented create created offered");

    public static readonly WordSet Offering = new("offering provide providing offer");

    public static readonly WordSet Articles = new("a an our");

    public static readonly WordSet Prepositions = new("on in of using from with to via by over for");

    public static readonly WordSet Degrees = new("fully new novel completely free simple efficient collaborative");

    /// <summary>Words with which parameters are shared, not published.</summary>
    public static readonly WordSet SharedBetween = new("across through among between over same");

    public static readonly WordSet Pronouns = new("it them this everything");
}
