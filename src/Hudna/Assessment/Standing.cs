using Hudna.Agreements;
using Hudna.Incidents;

namespace Hudna.Assessment;

/// <summary>How a party stands to the agreement in a span of days, and by what record.</summary>
/// <param name="Answer">Bound, not bound, or not to be told.</param>
/// <param name="Reason">Reason code of the step.</param>
/// <param name="RecordOf">The actor whose record decides: the party itself or one it belongs to; null when there is none.</param>
/// <param name="Since">First day of that record; null when there is none.</param>
/// <param name="Clause">What it rests on; null when on nothing.</param>
/// <param name="Missing">What is missing when it cannot be told.</param>
internal readonly record struct Bond(Answer Answer, string Reason, string? RecordOf, DateOnly? Since, string? Clause, MissingFact? Missing);

/// <summary>Who is bound when: the adherence of actors and of those they belong to, and the roles of parties and guarantors.</summary>
internal sealed class Bonds
{
    private readonly Dictionary<string, Adherence[]> records;
    private readonly ILookup<string, Participant> bearers;
    private readonly Affiliations affiliations;

    public Bonds(Agreement agreement, Affiliations affiliations)
    {
        this.affiliations = affiliations;
        records = agreement.Adherences.GroupBy(a => a.ActorId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(a => a.Period.From).ToArray(), StringComparer.Ordinal);
        bearers = agreement.Participants.Where(p => p.Role is ParticipantRole.Party or ParticipantRole.Guarantor).ToLookup(p => p.ActorId, StringComparer.Ordinal);
    }

    /// <summary>How a party stands on all days of a span; unknown when that changes within it.</summary>
    public Bond Of(Party party, DateOnly first, DateOnly last)
    {
        if (party.ActorId is not { } actorId)
        {
            return new Bond(Answer.Unknown, "author_bound.unrecognised", null, null, null, MissingFact.AuthorIdentity);
        }

        IReadOnlyList<string> chain = affiliations.Of(actorId, party.Type);
        Bond bond = On(chain, first);
        if (last > first)
        {
            foreach (DateOnly day in Changes(chain, first, last))
            {
                if (On(chain, day).Answer != bond.Answer)
                {
                    return bond with { Answer = Answer.Unknown, Reason = "author_bound.changes", Missing = MissingFact.Date };
                }
            }
        }

        return bond;
    }

    // An own record decides before those of whoever the actor belongs to.
    private Bond On(IReadOnlyList<string> chain, DateOnly day)
    {
        foreach (string actorId in chain)
        {
            if (records.TryGetValue(actorId, out Adherence[]? own))
            {
                return On(own, day);
            }

            foreach (Participant participant in bearers[actorId])
            {
                if (participant.Period.Holds(day))
                {
                    bool isParty = participant.Role == ParticipantRole.Party;
                    return new Bond(
                        Answer.Yes, isParty ? "author_bound.party" : "author_bound.guarantor", actorId, participant.Period.From,
                        $"participant:{actorId}", null);
                }
            }
        }

        return Affiliations.IsDescription(chain[0])
            ? new Bond(Answer.Unknown, "author_bound.description", null, null, null, MissingFact.AuthorIdentity)
            : new Bond(Answer.No, "author_bound.no_record", null, null, null, null);
    }

    private static Bond On(Adherence[] own, DateOnly day)
    {
        Adherence? last = null;
        foreach (Adherence record in own)
        {
            last = record.Period.From is not { } from || from <= day ? record : last;
        }

        return last is null ? new Bond(Answer.No, "author_bound.not_yet", own[0].ActorId, own[0].Period.From, Clause(own[0]), null)
            : last.Period.Until < day ? new Bond(Answer.No, "author_bound.lapsed", last.ActorId, last.Period.From, Clause(last), null)
            : last.Status switch
            {
                AdherenceStatus.Adheres => new Bond(Answer.Yes, "author_bound.adheres", last.ActorId, last.Period.From, Clause(last), null),
                AdherenceStatus.Declined => new Bond(Answer.No, "author_bound.declined", last.ActorId, last.Period.From, Clause(last), null),
                _ => new Bond(Answer.No, "author_bound.withdrawn", last.ActorId, last.Period.From, Clause(last), null),
            };
    }

    private static string Clause(Adherence record) => "adherence:" + record.Id;

    private IEnumerable<DateOnly> Changes(IReadOnlyList<string> chain, DateOnly first, DateOnly last) => chain
        .SelectMany(a => (records.GetValueOrDefault(a) ?? []).Select(r => r.Period).Concat(bearers[a].Select(p => p.Period)))
        .SelectMany(p => new[] { p.From, p.Until?.AddDays(1) })
        .OfType<DateOnly>().Where(d => d > first && d <= last).Distinct();
}

/// <summary>Who stands on whose exclusion list when.</summary>
internal sealed class Lists
{
    private readonly ILookup<string, Listing> entries;
    private readonly Dictionary<string, Lister> listers;
    private readonly Affiliations affiliations;

    public Lists(Agreement agreement, Affiliations affiliations)
    {
        this.affiliations = affiliations;
        entries = agreement.Listings.OrderBy(l => l.Id, StringComparer.Ordinal).ToLookup(l => l.ActorId, StringComparer.Ordinal);
        listers = agreement.Listers.ToDictionary(l => l.Id, StringComparer.Ordinal);
    }

    /// <summary>True when the party, or one it belongs to, stands on any list on any day: else no list can matter for it.</summary>
    public bool IsEverListed(Party party) => party.ActorId is { } id && affiliations.Of(id, party.Type).Any(a => entries.Contains(a));

    /// <summary>The entry by which a party is excluded for one lister: an own one, or one of a common list.</summary>
    /// <returns>Yes with the entry; no; or unknown with an entry that holds on some of the days only.</returns>
    public (Answer Answer, Listing? Entry) Of(Party party, string? listerId, DateOnly first, DateOnly last)
    {
        (Answer Answer, Listing? Entry) found = (Answer.No, null);
        if (party.ActorId is not { } actorId || listerId is null)
        {
            return found;
        }

        foreach (string id in affiliations.Of(actorId, party.Type))
        {
            foreach (Listing entry in entries[id])
            {
                Lister lister = listers[entry.ListerId];
                if (!lister.IsCommon && !string.Equals(lister.Id, listerId, StringComparison.Ordinal))
                {
                    continue;
                }

                bool begins = Holds(entry, lister, first), ends = Holds(entry, lister, last);
                if (begins && ends)
                {
                    return (Answer.Yes, entry);
                }

                if (entry.Period.Meets(new Period(first, last)))
                {
                    found = (Answer.Unknown, entry);
                }
            }
        }

        return found;
    }

    private static bool Holds(Listing entry, Lister lister, DateOnly day) => entry.Period.Holds(day) && lister.Period.Holds(day);
}
