using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Bulletins;

/// <summary>All that a bulletin is built from. The order within its lists does not matter, and what lies outside the period may be
/// there or not, but for desks (in order of their first acts) and earlier bulletins.</summary>
public sealed record BulletinInput
{
    /// <summary>The mission's name.</summary>
    public required BilingualText Mission { get; init; }

    /// <summary>Which Arabic month names it writes.</summary>
    public required MonthNames Months { get; init; }

    /// <summary>Zone of its days.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, inclusive; not before <see cref="From"/>.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Sequence number of the last act that is taken into account.</summary>
    public required long State { get; init; }

    /// <summary>The agreement; null when none is filed.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>Names of places and actors, as they were known at the state.</summary>
    public required Gazetteer Gazetteer { get; init; }

    /// <summary>All desks, in order of their first acts.</summary>
    public required IReadOnlyList<Desk> Desks { get; init; }

    /// <summary>Incidents: those of the period, of the one before and of every earlier bulletin's, and those determined in the period.</summary>
    public required IReadOnlyList<BulletinRow> Rows { get; init; }

    /// <summary>How many incidents of the record have no day.</summary>
    public required int Undated { get; init; }

    /// <summary>Records of coverage of the period and of the one before.</summary>
    public required IReadOnlyList<CoverageRecord> Coverage { get; init; }

    /// <summary>All complaints.</summary>
    public required IReadOnlyList<Complaint> Complaints { get; init; }

    /// <summary>Ids of adherence records and listings that were recorded since the last bulletin; empty before the first.</summary>
    public IReadOnlySet<string> RecordedSince { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Every bulletin published up to the state.</summary>
    public required IReadOnlyList<PublishedBulletin> Earlier { get; init; }
}

/// <summary>An incident with what was made of it.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Assessment">Its assessment; null when not assessed.</param>
/// <param name="Findings">Findings as they stand.</param>
/// <param name="Determination">The determination; null when there is none.</param>
/// <param name="Dead">People killed.</param>
/// <param name="Injured">People injured.</param>
public sealed record BulletinRow(
    Incident Incident, IncidentAssessment? Assessment, IReadOnlyList<Finding> Findings, Determination? Determination, Toll Dead, Toll Injured);

/// <summary>A bulletin that was published.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Content">What it says.</param>
public sealed record PublishedBulletin(int Number, BulletinContent Content);
