using System.Globalization;

namespace Hudna.Reading.Arabic.Explaining;

/// <summary>What a lexicon entry is, in the words of the data files.</summary>
internal static class EntryText
{
    /// <summary>Kind, lemma or id, and what the entry says.</summary>
    public static (string Kind, string Lemma, List<EntryFeature> Features) Of(Entry entry) => entry switch
    {
        VerbEntry verb => ("verb", verb.Verb.Lemma, Verb(verb)),
        EventNounEntry noun => ("act_noun", string.Empty, EventNoun(noun)),
        TimeEntry time => (KindOf(time.Cat), string.Empty, Some(("value", Number(time.Value)), ("class", time.Tag))),
        NumberEntry number => ("number", string.Empty, Some(("class", number.Class), ("low", Number(number.Low)), ("high", Number(number.High)))),
        ApproximatorEntry bound => ("approximator", string.Empty, Some(("bound", bound.Bound))),
        MeasureEntry measure => ("counted", string.Empty, Some(("measure", measure.Measure is { } m ? Wire.Name(m) : "person"), ("dual", measure.Dual ? "y" : null))),
        StateEntry state => (KindOf(state.Cat), state.State.Code, Some(("name_en", state.Cat == Cat.Capital ? state.State.CapitalEn : state.State.NameEn))),
        PlaceNameEntry { Place: var place } => ("place", place.Id, Some(("name_en", place.NameEn), ("kind", Wire.Name(place.Kind)), ("country", place.Country), ("rank", Number(place.Rank)))),
        PlaceTypeEntry type => ("place_type", string.Empty, Some(("kind", Wire.Name(type.Kind)), ("class", type.Class))),
        ActorNameEntry { Actor: var actor } => ("actor", actor.Id, Some(("name_en", actor.NameEn), ("type", Wire.Name(actor.Type)), ("country", actor.Country))),
        TitleEntry title => ("title", title.Lemma, Some(("class", title.Class))),
        GroupEntry group => ("group_word", group.Lemma, Some(("type", Wire.Name(group.Type)), ("needs", group.Needs))),
        GroupAdjectiveEntry adjective => ("group_adjective", string.Empty, Some(("type", adjective.Type is { } t ? Wire.Name(t) : null))),
        GivenNameEntry given => ("given_name", string.Empty, Some(("name_en", given.NameEn), ("common", given.Common ? "y" : null))),
        ParticleEntry particle => ("particle", string.Empty, Some(("class", RoleName(particle.Role)))),
        _ => (KindOf(entry.Cat), string.Empty, []),
    };

    /// <summary>Categories in lower case, words parted by _: <c>month</c>, <c>place_type</c>.</summary>
    public static string KindOf(Cat cat) => Snake(cat.ToString());

    private static List<EntryFeature> Verb(VerbEntry entry)
    {
        Verb verb = entry.Verb;
        string report = verb.Report == Complement.None ? string.Empty : verb.Report.ToString().Replace(", ", "|", StringComparison.Ordinal).ToLowerInvariant();
        return Some(
            ("form", Snake(entry.Form.ToString())), ("type", verb.Type is { } type ? Wire.Name(type) : null), ("mode", verb.Mode), ("report", report),
            ("with", string.Join('|', verb.With)), ("voice", entry.Voice == Voice.Unmarked ? null : Snake(entry.Voice.ToString())),
            ("person", entry.Concord.Person == 0 ? null : Number(entry.Concord.Person)), ("gender", Letter(entry.Concord.Gender)), ("number", Letter(entry.Concord.Number)));
    }

    private static List<EntryFeature> EventNoun(EventNounEntry noun) => Some(
        ("type", Wire.Name(noun.Type)), ("mode", noun.Mode), ("modality", noun.Modality is { } modality ? Wire.Name(modality) : null),
        ("with", string.Join('|', noun.With)), ("before", string.Join('|', noun.Before)));

    private static List<EntryFeature> Some(params ReadOnlySpan<(string Name, string? Value)> features)
    {
        List<EntryFeature> some = [];
        foreach ((string name, string? value) in features)
        {
            if (!string.IsNullOrEmpty(value))
            {
                some.Add(new EntryFeature(name, value));
            }
        }

        return some;
    }

    // The file writes classes of particles as one word.
    private static string RoleName(Role role) => role.ToString().ToLowerInvariant();

    private static string? Letter(char letter) => letter == '\0' ? null : letter.ToString();

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
