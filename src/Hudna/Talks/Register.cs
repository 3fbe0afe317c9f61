using System.Text.Json.Serialization;
using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>What the exclusion lists of the agreement say of somebody.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<RegisterAnswer>))]
public enum RegisterAnswer
{
    /// <summary>No agreement is filed, so that there is no list.</summary>
    NoAgreement,

    /// <summary>The sources name nobody in particular, or nobody that the mission's list knows.</summary>
    UnknownActor,

    /// <summary>On no list that the agreement goes by on that day.</summary>
    NotListed,

    /// <summary>On at least one.</summary>
    Listed,
}

/// <summary>An entry that holds for somebody on a day.</summary>
/// <param name="Lister">Whose list.</param>
/// <param name="ActorId">Whom the entry names: the actor itself, or one it belongs to.</param>
/// <param name="Since">First day of the entry.</param>
/// <param name="Source">Where the lister says so.</param>
public sealed record RegisterEntry(Lister Lister, string ActorId, DateOnly? Since, string Source);

/// <summary>The register's verdict beside the politics.</summary>
/// <param name="Answer">The verdict.</param>
/// <param name="On">The day it is of.</param>
/// <param name="Entries">The entries that hold on that day; empty unless listed.</param>
public sealed record RegisterVerdict(RegisterAnswer Answer, DateOnly On, IReadOnlyList<RegisterEntry> Entries);

/// <summary>Looks up actors in the exclusion lists of an agreement; whoever belongs to a listed actor is listed with it.</summary>
/// <param name="agreement">The agreement; null while none is filed.</param>
/// <param name="affiliations">Who belongs to whom.</param>
public sealed class Register(Agreement? agreement, Affiliations affiliations)
{
    /// <summary>The verdict on somebody on a day.</summary>
    public RegisterVerdict Of(Party party, DateOnly day)
    {
        if (agreement is null)
        {
            return new RegisterVerdict(RegisterAnswer.NoAgreement, day, []);
        }

        if (party.ActorId is not { } actorId || Affiliations.IsDescription(actorId))
        {
            return new RegisterVerdict(RegisterAnswer.UnknownActor, day, []);
        }

        var listers = agreement.Listers.ToDictionary(l => l.Id, StringComparer.Ordinal);
        RegisterEntry[] entries =
        [
            .. affiliations.Of(actorId, party.Type)
                .SelectMany(id => agreement.Listings.Where(l => string.Equals(l.ActorId, id, StringComparison.Ordinal)).OrderBy(l => l.Id, StringComparer.Ordinal))
                .Where(l => l.Period.Holds(day) && listers[l.ListerId].Period.Holds(day))
                .Select(l => new RegisterEntry(listers[l.ListerId], l.ActorId, l.Period.From, l.Source)),
        ];
        return new RegisterVerdict(entries.Length > 0 ? RegisterAnswer.Listed : RegisterAnswer.NotListed, day, entries);
    }
}
