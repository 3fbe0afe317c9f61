using System.Globalization;
using System.Text.Json.Serialization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Places;

/// <summary>How a holder is known.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<HolderSort>))]
public enum HolderSort
{
    /// <summary>A state, with all that belongs to it.</summary>
    State,

    /// <summary>A named actor, or the alliance that it belongs to.</summary>
    Actor,

    /// <summary>Opposition or armed groups that a source describes without naming them.</summary>
    Unnamed,

    /// <summary>Nobody that the mission knows; the source's words.</summary>
    Words,
}

/// <summary>Who holds, as claims are compared: the army and the government of a state are one, a unit and its alliance are one.</summary>
/// <param name="Id">The state's or actor's id; <c>unnamed-sy</c> for what is only described; <c>words:</c> and the folded words else.</param>
/// <param name="Sort">How it is known.</param>
/// <param name="Text">The words of the claim that was met first, by claim id.</param>
/// <param name="Name">Usual English name of that claim's party; null when not recognised.</param>
public sealed record HolderGroup(string Id, HolderSort Sort, string Text, string? Name)
{
    private const string StatePrefix = "state-";

    /// <summary>The group that a party belongs to.</summary>
    /// <param name="party">The party as a claim names it.</param>
    /// <param name="place">Where: "government forces" without a country are those of the country that the place lies in.</param>
    /// <param name="affiliations">What belongs to what.</param>
    public static HolderGroup Of(Party party, ClaimPlace? place, Affiliations affiliations)
    {
        string country = place?.Country?.ToLower(CultureInfo.InvariantCulture) ?? "";
        bool described = party.ActorId is null || Affiliations.IsDescription(party.ActorId);
        if (described && party.Type is ActorType.Opposition or ActorType.ArmedGroup)
        {
            string of = party.ActorId is { } known ? known[..2] : country;
            return new HolderGroup(of.Length == 0 ? "unnamed" : $"unnamed-{of}", HolderSort.Unnamed, party.Text, party.Name);
        }

        if (party.ActorId is { } id)
        {
            IReadOnlyList<string> all = affiliations.Of(id, party.Type);
            string? state = all.FirstOrDefault(a => a.StartsWith(StatePrefix, StringComparison.Ordinal));
            return new HolderGroup(state ?? all[^1], state is null ? HolderSort.Actor : HolderSort.State, party.Text, party.Name);
        }

        return party.Type is ActorType.Government or ActorType.Military && country.Length > 0
            ? new HolderGroup(StatePrefix + country, HolderSort.State, party.Text, party.Name)
            : new HolderGroup("words:" + SearchFold.Of(party.Text), HolderSort.Words, party.Text, party.Name);
    }

    /// <summary>Groups once each, in order of id.</summary>
    internal static IReadOnlyList<HolderGroup> Distinct(IEnumerable<HolderGroup> groups) =>
        [.. groups.GroupBy(g => g.Id, StringComparer.Ordinal).Select(g => g.First()).OrderBy(g => g.Id, StringComparer.Ordinal)];
}
