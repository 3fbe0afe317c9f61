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
/// <param name="gazetteer">What actors belong to; null when nobody can tell.</param>
internal sealed class PartyPairs(Gazetteer? gazetteer)
{
    private readonly Affiliations? affiliations = gazetteer is null ? null : new(gazetteer);

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

        var wider = a.SelectMany(Wider).ToHashSet(StringComparer.Ordinal);
        return b.SelectMany(Wider).Any(wider.Contains) ? PartyRelation.Related : PartyRelation.Different;
    }

    public static bool Shares(IReadOnlyList<Party> a, IReadOnlyList<Party> b) =>
        a.Select(IncidentView.PartyKey).Intersect(b.Select(IncidentView.PartyKey), StringComparer.Ordinal).Any();

    private IReadOnlyList<string> Wider(Party party) => affiliations?.Of(party.ActorId!, party.Type) ?? [party.ActorId!];
}
