namespace Hudna.Reading.Arabic;

/// <summary>A cue for or against an act being reported as a happening.</summary>
/// <param name="Name">Its name in explanations.</param>
/// <param name="Where">Where its words count.</param>
/// <param name="Build">What the rules see; null when words tell.</param>
/// <param name="Says">The realis it speaks for.</param>
/// <param name="Assault">Weight for assaults, in hundredths of a logit; positive speaks for a happening.</param>
/// <param name="Protest">Weight for protests.</param>
/// <param name="Other">Weight for all other types.</param>
internal sealed record RealisCue(string Name, CuePlace Where, BuildCue? Build, Realis Says, int Assault, int Protest, int Other)
{
    public int Weight(EventType type) => type switch { EventType.Assault => Assault, EventType.Protest => Protest, _ => Other };
}

/// <summary>Where the words of a cue of realis stand, seen from the trigger.</summary>
internal enum CuePlace
{
    /// <summary>No words: the rules see it in the sentence's build. Must come first.</summary>
    Structure,

    /// <summary>The trigger itself.</summary>
    Trigger,

    /// <summary>The word before it.</summary>
    Beside,

    /// <summary>One of the two words before it.</summary>
    Front,

    /// <summary>Before it in its clause.</summary>
    Before,

    /// <summary>One of the two words after it.</summary>
    Next,

    /// <summary>After it in its clause.</summary>
    After,

    /// <summary>Anywhere in its clause.</summary>
    Clause,

    /// <summary>Anywhere in its clause, the trigger itself included.</summary>
    Around,

    /// <summary>One of the first three words of its sentence.</summary>
    Opening,

    /// <summary>Anywhere in its sentence.</summary>
    Sentence,
}

/// <summary>What is seen in the build of a sentence around a trigger; <c>realis_cues.tsv</c> gives each its weight.</summary>
internal enum BuildCue
{
    /// <summary>Stands with every act: where the scale begins.</summary>
    Always,

    /// <summary>A verb in the perfect.</summary>
    Finite,

    /// <summary>A verb in the imperfect.</summary>
    Present,

    /// <summary>A verbal noun (not a noun or phrase that is no verb's) with which nobody is counted.</summary>
    VerbalNoun,

    /// <summary>A noun with ال.</summary>
    Definite,

    /// <summary>A noun with a pronoun.</summary>
    Possessed,

    /// <summary>A sound feminine plural.</summary>
    Plural,

    /// <summary>A noun with neither ال nor a noun of its own.</summary>
    Indefinite,

    /// <summary>Killed or injured are counted as this act's.</summary>
    Toll,

    /// <summary>Killed or injured are counted within a clause's length.</summary>
    VictimsNear,

    /// <summary>Killed or injured are counted elsewhere in the sentence.</summary>
    VictimsFar,

    /// <summary>Both killed and injured are counted in the sentence.</summary>
    BothHarmed,

    /// <summary>A number is one of the two words after it: قتل سبعة.</summary>
    CountedNext,

    /// <summary>Who acts is named.</summary>
    Actor,

    /// <summary>To whom is named.</summary>
    Recipient,

    /// <summary>Who acts is described (مسلحون مجهولون).</summary>
    Doers,

    /// <summary>A verb, and whom it befell is named, described or counted.</summary>
    DoneTo,

    /// <summary>The place is named.</summary>
    Place,

    /// <summary>The day is told.</summary>
    Day,

    /// <summary>The day and the place are told.</summary>
    DayAndPlace,

    /// <summary>Some day is told in the sentence.</summary>
    DayInSentence,

    /// <summary>Some settlement, region or feature is named in the sentence.</summary>
    PlaceInSentence,

    /// <summary>A year before that of publication stands in the sentence.</summary>
    LongAgo,

    /// <summary>The mode, so the weapon or way, is told.</summary>
    Mode,

    /// <summary>الذي, التي stand among the three words before it.</summary>
    Relative,

    /// <summary>أن, إن stand among the three words before it.</summary>
    Reported,

    /// <summary>Inside a quotation.</summary>
    Quoted,

    /// <summary>The sentence ends in a question mark.</summary>
    Question,

    /// <summary>It stands in the first words of its sentence.</summary>
    Leading,

    /// <summary>The sentence is short.</summary>
    Short,

    /// <summary>The sentence is longer than news sentences usually are.</summary>
    Long,

    /// <summary>The sentence is longer than a paragraph usually is.</summary>
    VeryLong,

    /// <summary>The sentence is an item of a list or chronicle: it begins with a bullet or a number.</summary>
    Listed,

    /// <summary>The sentence holds no act of another type.</summary>
    Alone,

    /// <summary>The sentence holds an accusation, condemnation or investigation.</summary>
    Accused,

    /// <summary>The sentence holds talks or an agreement.</summary>
    Talked,

    /// <summary>The sentence holds a demand or a refusal.</summary>
    Demanded,

    /// <summary>من قبل, على يد tells the doer after it.</summary>
    Agentive,

    /// <summary>A verb, and people or a named party right after it or its subject: قتل ثلاثة, خطف مسلحون سائقا.</summary>
    FiniteOnPeople,

    /// <summary>A noun without ال, led by a preposition: في هجوم, بانفجار.</summary>
    IndefiniteMeans,

    /// <summary>A noun with ال and nobody counted near it.</summary>
    DefiniteAlone,

    /// <summary>The sentence speaks of an act of the type as known: a noun with ال, no plural.</summary>
    KnownAct,

    /// <summary>A noun with ال that a verb of happening follows: الهجوم وقع, الهجوم الذي أسفر.</summary>
    DefiniteHappening,
}
