using System.Text.Json.Serialization;

namespace Hudna.Reading;

/// <summary>Why a reader found a mention: the rule that decided, and for each part the words with what the lexicon knows of them.</summary>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Parts">The mention's own words first, then its slots, then the words around that decided.</param>
public sealed record Explanation(RuleText Rule, IReadOnlyList<ExplainedPart> Parts);

/// <summary>What a rule says, from the catalogue of rules.</summary>
/// <param name="Name">The rule, as a mention names it.</param>
/// <param name="En">What it says, in English; empty when the catalogue does not know it.</param>
/// <param name="Ar">The same in Arabic.</param>
/// <param name="Lines">Where the catalogue says it; more than one for a rule put together from parts.</param>
public sealed record RuleText(string Name, string En, string Ar, IReadOnlyList<DataLine> Lines);

/// <summary>A line of a data file.</summary>
/// <param name="File">The file, as <c>lang/ar/verbs.tsv</c>.</param>
/// <param name="Line">1-based.</param>
public sealed record DataLine(string File, int Line)
{
    /// <summary><c>lang/ar/verbs.tsv:57</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}");
}

/// <summary>What a part of an explanation is to its mention.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PartRole>))]
public enum PartRole
{
    /// <summary>The mention's own words. Of a statement and a fact, which may be long, only those by which it was found.</summary>
    Words,

    /// <summary>Who acts.</summary>
    Actor,

    /// <summary>To whom.</summary>
    Recipient,

    /// <summary>Where.</summary>
    Place,

    /// <summary>Where to.</summary>
    Destination,

    /// <summary>When.</summary>
    Date,

    /// <summary>How many were killed.</summary>
    Dead,

    /// <summary>How many were injured.</summary>
    Injured,

    /// <summary>How many.</summary>
    Number,

    /// <summary>Who says it.</summary>
    Speaker,

    /// <summary>The date that a relative date is counted from; without words when it was handed in.</summary>
    Anchor,

    /// <summary>The table's row by which an office stands for its holder.</summary>
    Holder,

    /// <summary>The verb or noun that reports.</summary>
    Report,

    /// <summary>Where what is reported begins.</summary>
    Opening,

    /// <summary>A word that negates.</summary>
    Negation,

    /// <summary>A word that makes it possible, planned or called for.</summary>
    Modality,

    /// <summary>A word before a place that says what sort of place it is.</summary>
    PlaceType,

    /// <summary>A word that tells what a number counts.</summary>
    Counted,

    /// <summary>A word that tells the mode of an act.</summary>
    Mode,

    /// <summary>A word that makes the act passive.</summary>
    Passive,

    /// <summary>Who acts, only described (مسلحون مجهولون).</summary>
    AgentPhrase,

    /// <summary>To whom, only described.</summary>
    PatientPhrase,

    /// <summary>Whether the sentence reports a happening: <c>actual</c>, <c>generic</c> or <c>other</c>, with the cues that were weighed.</summary>
    Realis,

    /// <summary>Whom a speaker's bare noun means, named elsewhere.</summary>
    Antecedent,

    /// <summary>Who relays what is said; without words when no rule of names knows them.</summary>
    Via,

    /// <summary>What is named inside a title or a body's name.</summary>
    Within,
}

/// <summary>One part of an explanation.</summary>
/// <param name="Role">What it is to the mention.</param>
/// <param name="Span">Where it stands; null for what stands in no words, as a date handed in.</param>
/// <param name="Text">The slice, or the value that stands in no words.</param>
/// <param name="Rule">The rule that found the part itself, as an actor in a slot; null when it is no mention of its own.</param>
/// <param name="Tokens">Its words.</param>
/// <param name="Entries">Lexicon entries of more than one word among them, and rows that are no words.</param>
public sealed record ExplainedPart(
    PartRole Role, Span? Span, string Text, RuleText? Rule, IReadOnlyList<ExplainedToken> Tokens, IReadOnlyList<ExplainedEntry> Entries);

/// <summary>One word, as the reader saw it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">The slice.</param>
/// <param name="Form">Folded for looking up; empty for a mark or number.</param>
/// <param name="Entries">What the lexicon knows of it by itself; empty when it knows nothing.</param>
public sealed record ExplainedToken(Span Span, string Text, string Form, IReadOnlyList<ExplainedEntry> Entries);

/// <summary>One entry of the lexicon.</summary>
/// <param name="Kind">What sort: <c>verb</c>, <c>place</c>, <c>title</c> …</param>
/// <param name="Lemma">The word or id that the entry goes by.</param>
/// <param name="Text">The slice that it covers; null for one word, where it is the word.</param>
/// <param name="Proclitic">Letters taken off the front to find it; null when none.</param>
/// <param name="Pronoun">Letters of a pronoun taken off the end; null when none.</param>
/// <param name="Fits">True when it is of the sort that the part's rule looks for, and says what the part says.</param>
/// <param name="Features">What the entry says.</param>
/// <param name="Line">Its row; null for what the mission added.</param>
public sealed record ExplainedEntry(
    string Kind, string Lemma, string? Text, string? Proclitic, string? Pronoun, bool Fits, IReadOnlyList<EntryFeature> Features, DataLine? Line);

/// <summary>One thing that an entry says.</summary>
/// <param name="Name">As the data file's column calls it: <c>type</c>, <c>mode</c>, <c>country</c>.</param>
/// <param name="Value">As the data file writes it.</param>
public sealed record EntryFeature(string Name, string Value);
