using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>How two lists of parties stand to one another.</summary>
internal enum PartyRelation
{
    /// <summary>One of them names nobody that is recognised: compatible with all.</summary>
    Unknown,

    /// <summary>They name a party in common.</summary>
    Shared,

    /// <summary>A party of one belongs to a party of the other, or both to a third.</summary>
    Related,

    /// <summary>All are recognised, and none has to do with another.</summary>
    Different,
}

/// <summary>Compares parties by id and by what they belong to.</summary>
internal sealed class PartyPairs(Gazetteer gazetteer)
{
    public PartyRelation Compare(IReadOnlyList<Party> a, IReadOnlyList<Party> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return PartyRelation.Unknown;
        }

        if (Shares(a, b))
        {
            return PartyRelation.Shared;
        }

        if (a.Concat(b).Any(p => p.ActorId is null))
        {
            return PartyRelation.Unknown;
        }

        var wider = a.SelectMany(Belongings).ToHashSet(StringComparer.Ordinal);
        return b.SelectMany(Belongings).Any(wider.Contains) ? PartyRelation.Related : PartyRelation.Different;
    }

    public static bool Shares(IReadOnlyList<Party> a, IReadOnlyList<Party> b) =>
        a.Select(IncidentView.PartyKey).Intersect(b.Select(IncidentView.PartyKey), StringComparer.Ordinal).Any();

    // The party itself and all it belongs to. A body that grammar built (sy:army) belongs to its state; a country of origin alone
    // (an opposition faction's) makes nobody part of the state.
    private IEnumerable<string> Belongings(Party party)
    {
        var found = new List<string> { party.ActorId! };
        if (party.Type is ActorType.Military or ActorType.Government && party.ActorId!.IndexOf(':', StringComparison.Ordinal) == 2)
        {
            found.Add("state-" + party.ActorId[..2]);
        }

        for (int i = 0; i < found.Count; i++)
        {
            IReadOnlyList<string> wider = gazetteer.Actors.TryGetValue(found[i], out ActorEntry? entry) ? entry.Affiliation : [];
            found.AddRange(wider.Select(StateId).Where(id => !found.Contains(id, StringComparer.Ordinal)));
        }

        return found;
    }

    private static string StateId(string id) =>
        id.Length == 2 && id.All(char.IsAsciiLetterUpper) ? string.Create(null, $"state-{(char)(id[0] | 0x20)}{(char)(id[1] | 0x20)}") : id;
}
