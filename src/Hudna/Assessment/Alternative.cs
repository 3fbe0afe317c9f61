using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Assessment;

/// <summary>One of the alleged authors or targets: those whom the claims of one camp name.</summary>
/// <param name="Parties">Distinct, in order of their keys; spans left out.</param>
/// <param name="ClaimIds">The claims that name them, in order of id.</param>
internal sealed record Alternative(IReadOnlyList<Party> Parties, IReadOnlyList<string> ClaimIds)
{
    /// <summary>Sorts claims into camps: two claims stand together when they name somebody in common, or one whom the other's belongs
    /// to, or when one only describes ("armed factions") what the other names. A claim that names nobody, or says that it is not
    /// known who, contests nothing; a name that the gazetteer does not know does.</summary>
    /// <param name="claims">Claims in order of id.</param>
    /// <param name="partiesOf">The claim's authors, or its targets.</param>
    /// <param name="affiliations">Who belongs to whom.</param>
    /// <returns>The camps, in order of their first claim; empty when no claim names anybody.</returns>
    public static IReadOnlyList<Alternative> Of(
        IReadOnlyList<Claim> claims, Func<ClaimContent, IReadOnlyList<Party>> partiesOf, Affiliations affiliations)
    {
        List<Camp> camps = [];
        foreach (Claim claim in claims)
        {
            List<Party> parties = [.. partiesOf(claim.Content).Where(p => !PartyWords.IsUnknown(p))];
            if (parties.Count > 0)
            {
                Join(camps, claim.Id, parties, affiliations);
            }
        }

        return [.. camps.Select(c => c.Told())];
    }

    private static void Join(List<Camp> camps, string claimId, IReadOnlyList<Party> parties, Affiliations affiliations)
    {
        List<Camp> related = camps.FindAll(c => c.Parties.Exists(a => parties.Any(b => Related(a, b, affiliations))));
        var joined = new Camp([.. parties], [claimId]);
        if (related.Count == 0)
        {
            camps.Add(joined);
            return;
        }

        int at = camps.IndexOf(related[0]);
        camps.RemoveAll(related.Contains);
        camps.Insert(at, Camp.Merged([.. related, joined]));
    }

    private static bool Related(Party a, Party b, Affiliations affiliations)
    {
        if (a.ActorId is not { } aId || b.ActorId is not { } bId)
        {
            return string.Equals(IncidentView.PartyKey(a), IncidentView.PartyKey(b), StringComparison.Ordinal)
                || PartyWords.Share(a, b) || (IsFaction(a) && IsFaction(b));
        }

        return string.Equals(aId, bId, StringComparison.Ordinal)
            || affiliations.Of(aId, a.Type).Contains(bId, StringComparer.Ordinal)
            || affiliations.Of(bId, b.Type).Contains(aId, StringComparer.Ordinal)
            || (IsFaction(a) && IsFaction(b) && (Affiliations.IsDescription(aId) || Affiliations.IsDescription(bId)));
    }

    private static bool IsFaction(Party party) => party.Type is ActorType.ArmedGroup or ActorType.Opposition;

    private sealed record Camp(List<Party> Parties, List<string> ClaimIds)
    {
        public static Camp Merged(IReadOnlyList<Camp> camps) => new([.. camps.SelectMany(c => c.Parties)], [.. camps.SelectMany(c => c.ClaimIds)]);

        // A name that nobody recognised beside one that it only words otherwise is left out: it would leave open what the other settles.
        public Alternative Told() => new(
            Parties.Count == 1 ? [Parties[0] with { Span = null }]
                :
                [
                    .. Parties.Where(p => p.ActorId is not null || !Parties.Exists(o => o.ActorId is not null && (PartyWords.Share(p, o) || (IsFaction(p) && IsFaction(o)))))
                        .Select(p => p with { Span = null }).GroupBy(IncidentView.PartyKey, StringComparer.Ordinal)
                        .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.OrderBy(p => p.Text, StringComparer.Ordinal).First()),
                ],
            ClaimIds.Count == 1 ? ClaimIds : [.. ClaimIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
