using System.Globalization;

namespace Hudna.Agreements;

/// <summary>The parts of an agreement with the paths at which the file has them.</summary>
internal static class AgreementParts
{
    /// <summary>The path of an entry, given from 0 and written from 1.</summary>
    public static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index + 1}]");

    /// <summary>Entries with their paths.</summary>
    public static IEnumerable<(string Path, T Value)> With<T>(this IEnumerable<T> entries, string list) => entries.Select((e, i) => (At(list, i), e));

    /// <summary>Every part with days of its own.</summary>
    public static IEnumerable<(string Path, Period Period)> Periods(Agreement agreement) =>
    [
        .. agreement.Participants.With("participants").Select(p => (p.Path, p.Value.Period)),
        .. agreement.Adherences.With("adherence").Select(a => (a.Path, a.Value.Period)),
        .. agreement.Scope.With("scope").Select(s => (s.Path, s.Value.Period)),
        .. agreement.Provisions.With("provisions").Select(p => (p.Path, p.Value.Period)),
        .. agreement.Listers.With("listers").Select(l => (l.Path, l.Value.Period)),
        .. agreement.Listings.With("listings").Select(l => (l.Path, l.Value.Period)),
        .. agreement.Commissions.With("commissions").Select(c => (c.Path, c.Value.Period)),
        .. Members(agreement).Select(m => (m.Path, m.Value.Period)),
    ];

    /// <summary>Every name of an actor.</summary>
    public static IEnumerable<(string Path, string Id)> Actors(Agreement agreement) =>
    [
        .. agreement.Participants.With("participants").Select(p => (p.Path + ".actor", p.Value.ActorId)),
        .. agreement.Adherences.With("adherence").Select(a => (a.Path + ".actor", a.Value.ActorId)),
        .. agreement.Provisions.With("provisions").SelectMany(p => p.Value.By.With(p.Path + ".by").Concat(p.Value.Against.With(p.Path + ".against")))
            .Where(p => p.Value.ActorId is not null).Select(p => (p.Path, p.Value.ActorId!)),
        .. agreement.Listers.With("listers").Where(l => l.Value.ActorId is not null).Select(l => (l.Path + ".actor", l.Value.ActorId!)),
        .. agreement.Listings.With("listings").Select(l => (l.Path + ".actor", l.Value.ActorId)),
        .. Members(agreement).Select(m => (m.Path + ".actor", m.Value.ActorId)),
    ];

    /// <summary>Every part of an area, those cut out among them.</summary>
    public static IEnumerable<(string Path, AreaPart Value)> AreaParts(Agreement agreement) => agreement.Areas.With("areas").SelectMany(AreaParts);

    /// <summary>Every part of one area.</summary>
    public static IEnumerable<(string Path, AreaPart Value)> AreaParts((string Path, Area Value) area) =>
        area.Value.Include.With(area.Path + ".include").Concat(area.Value.Exclude.With(area.Path + ".exclude"));

    private static IEnumerable<(string Path, CommissionMember Value)> Members(Agreement agreement) =>
        agreement.Commissions.With("commissions").SelectMany(c => c.Value.Members.With(c.Path + ".members"));
}
