using Hudna.Agreements;

namespace Hudna.Server.Features.Agreements;

/// <summary>What of an agreement holds on one day of its zone.</summary>
/// <param name="Day">The day.</param>
/// <param name="InForce">True when it binds on that day, or on a part of it.</param>
/// <param name="Participants">Roles held.</param>
/// <param name="Adherences">The record by which each actor stands, whatever it says; those whose record has run out are left out.</param>
/// <param name="Scope">Where it holds and where not.</param>
/// <param name="Provisions">Numbers of the provisions that hold.</param>
/// <param name="Listers">Ids of those whose lists it goes by.</param>
/// <param name="Listings">Entries that hold.</param>
/// <param name="Commission">The commission in office, with the members of that day; null when there is none.</param>
public sealed record AgreementDay(
    DateOnly Day, bool InForce, IReadOnlyList<Participant> Participants, IReadOnlyList<Adherence> Adherences, IReadOnlyList<ScopeRule> Scope,
    IReadOnlyList<string> Provisions, IReadOnlyList<string> Listers, IReadOnlyList<Listing> Listings, Commission? Commission)
{
    internal static AgreementDay Of(Agreement agreement, DateOnly day)
    {
        bool begun = DateOnly.FromDateTime(agreement.InForceFrom) <= day;
        bool ended = agreement.EndedAt is { } end && end <= day.ToDateTime(TimeOnly.MinValue);
        Commission? commission = agreement.CommissionOn(day);
        string[] listers = [.. agreement.Listers.Where(l => l.Period.Holds(day)).Select(l => l.Id)];
        return new AgreementDay(
            day, begun && !ended,
            [.. agreement.Participants.Where(p => p.Period.Holds(day))],
            [.. agreement.Adherences.GroupBy(a => a.ActorId, StringComparer.Ordinal).Select(g => On([.. g], day)).OfType<Adherence>()],
            [.. agreement.Scope.Where(s => s.Period.Holds(day))],
            [.. agreement.Provisions.Where(p => p.Period.Holds(day)).Select(p => p.Number)],
            listers,
            [.. agreement.Listings.Where(l => l.Period.Holds(day) && listers.Contains(l.ListerId, StringComparer.Ordinal))],
            commission is null ? null : commission with { Members = [.. commission.Members.Where(m => m.Period.Holds(day))] });
    }

    /// <summary>The record by which an actor stands on a day: the last that has begun, unless its last day is past.</summary>
    /// <param name="own">The actor's records.</param>
    /// <param name="day">The day.</param>
    internal static Adherence? On(IReadOnlyList<Adherence> own, DateOnly day) =>
        own.Where(a => a.Period.From is null || a.Period.From <= day).OrderBy(a => a.Period.From).LastOrDefault() is { } last && !(last.Period.Until < day) ? last : null;

    /// <summary>The last day of a record: its own, or the day before the next of the same actor; null for without end.</summary>
    /// <param name="own">The actor's records.</param>
    /// <param name="record">One of them.</param>
    internal static DateOnly? EndOf(IReadOnlyList<Adherence> own, Adherence record)
    {
        DateOnly? next = own.Where(a => a.Period.From > record.Period.From).Min(a => a.Period.From)?.AddDays(-1);
        return next is null ? record.Period.Until : record.Period.Until is { } until && until < next ? until : next;
    }
}
