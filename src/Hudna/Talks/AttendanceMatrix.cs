using Hudna.Incidents;

namespace Hudna.Talks;

/// <summary>Where one actor stands in one track.</summary>
/// <param name="TrackId">The track; null for talks that are not named.</param>
/// <param name="Current">The last stance put forward as so; null when none is.</param>
/// <param name="Changed">See <see cref="Attendance.Changed"/>.</param>
/// <param name="Disputed">See <see cref="Attendance.Disputed"/>.</param>
public sealed record MatrixCell(string? TrackId, StanceTaken? Current, bool Changed, bool Disputed);

/// <summary>One actor in all tracks that speak of its part.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Cells">Tracks that say anything of it, in the order of the view; the talks that are not named come last.</param>
public sealed record MatrixRow(Party Actor, IReadOnlyList<MatrixCell> Cells)
{
    /// <summary>The matrix of actors and tracks: those spoken of in most tracks first, then by name.</summary>
    public static IReadOnlyList<MatrixRow> Of(TalksView view) =>
    [
        .. view.Tracks.SelectMany(t => t.Attendance.Select(a => (Track: (string?)t.Id, Attendance: a)))
            .Concat((view.Unspecified?.Attendance ?? []).Select(a => (Track: (string?)null, Attendance: a)))
            .GroupBy(a => TalksClaims.KeyOf(a.Attendance.Actor), StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new MatrixRow(
                TalksClaims.Shown(g.Select(a => a.Attendance.Actor)),
                [.. g.Select(a => new MatrixCell(a.Track, a.Attendance.Current, a.Attendance.Changed, a.Attendance.Disputed))])),
    ];
}
