using Hudna.Agreements;

namespace Hudna.Server.Features.Agreements;

/// <summary>An actor across the exclusion lists.</summary>
/// <param name="ActorId">The actor.</param>
/// <param name="Differs">True when on the day some of those who keep a list of their own have it on theirs and others do not.</param>
/// <param name="IsListed">True when it stands on any list that day.</param>
internal sealed record ListRow(string ActorId, bool Differs, bool IsListed)
{
    /// <summary>All who ever stand on a list; those on whom the lists differ first.</summary>
    public static IReadOnlyList<ListRow> Of(Agreement agreement, AgreementDay on) =>
    [
        .. agreement.Listings.Select(l => l.ActorId).Distinct(StringComparer.Ordinal).Select(id => Of(agreement, on, id))
            .OrderByDescending(r => r.Differs).ThenByDescending(r => r.IsListed),
    ];

    private static ListRow Of(Agreement agreement, AgreementDay on, string actorId)
    {
        string[] by = [.. on.Listings.Where(l => string.Equals(l.ActorId, actorId, StringComparison.Ordinal)).Select(l => l.ListerId)];
        Lister[] keeping = [.. agreement.Listers.Where(l => on.Listers.Contains(l.Id, StringComparer.Ordinal))];
        bool onCommon = keeping.Any(l => l.IsCommon && by.Contains(l.Id, StringComparer.Ordinal));
        Lister[] own = [.. keeping.Where(l => !l.IsCommon)];
        int having = own.Count(l => by.Contains(l.Id, StringComparer.Ordinal));
        return new ListRow(actorId, !onCommon && having > 0 && having < own.Length, by.Length > 0);
    }
}
