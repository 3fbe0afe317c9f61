using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>Who speaks, and for whom.</summary>
/// <param name="gazetteer">Known actors with their affiliations.</param>
internal sealed class PositionSpeakers(Gazetteer gazetteer)
{
    /// <summary>What the key of a speaker begins with that the gazetteer does not know.</summary>
    public const string Unrecognised = "~";

    // The gazetteer's classes of persons who speak for the state they are of, when it names no other body. A politician, commander or
    // opposition leader need not.
    private static readonly HashSet<string> Offices = new(StringComparer.Ordinal)
    {
        "president", "vice-president", "prime-minister", "minister", "deputy-minister", "king", "emir", "sultan", "crown-prince", "chancellor",
        "supreme-leader", "diplomat", "spokesman", "envoy", "official",
    };

    private readonly Affiliations affiliations = new(gazetteer);

    /// <summary>What tells one speaker from another: the id, or the folded words.</summary>
    public static string KeyOf(Party speaker) => speaker.ActorId ?? Unrecognised + SearchFold.Of(speaker.Text);

    /// <summary>The wording that is used most; of several, the first in ordinal order.</summary>
    public static Party Usual(IEnumerable<Party> wordings) => wordings.GroupBy(p => p.Text, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
        .First().OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Type).ThenBy(p => p.Span?.Start ?? -1).ThenBy(p => p.Span?.End ?? -1).First();

    /// <summary>Whom a speaker speaks for: of a person or a state's body, what it belongs to first; else itself.</summary>
    public string GroupOf(Party speaker)
    {
        if (speaker.ActorId is not { } id)
        {
            return KeyOf(speaker);
        }

        ActorEntry? entry = gazetteer.Actors.GetValueOrDefault(id);
        ActorType? type = entry?.Type ?? speaker.Type;
        return type is not (ActorType.Person or ActorType.Government or ActorType.Military) ? id
            : affiliations.Of(id, type) is [_, var nearest, ..] ? nearest
            : entry is { Type: ActorType.Person, Country: { } country } && Offices.Contains(entry.Class) && StateOf(country) is { } state ? state
            : id;
    }

    private string? StateOf(string country)
    {
        string id = "state-" + country.ToLowerInvariant();
        return gazetteer.Actors.ContainsKey(id) ? id : null;
    }
}
