using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Store;

/// <content>The mechanism: agreement, assessments, findings, determinations, complaints, coverage, bulletins.</content>
public partial interface IRecord
{
    /// <summary>The agreement with all that was recorded on it since its file; null when none was filed.</summary>
    Task<AgreementState?> AgreementAsync(CancellationToken cancellation);

    /// <summary>All desks, in order of their first act.</summary>
    Task<IReadOnlyList<Desk>> DesksAsync(CancellationToken cancellation);

    /// <summary>Incidents whose assessment may be out of date, in order of number: those whose claims, or the sources of these, or
    /// the agreement, or the mission's own actors and places, have changed since they were last looked at. After a rebuild, all of them.
    /// None when there is no agreement.</summary>
    /// <param name="limit">1 to 5000.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<StaleIncidents> StaleIncidentsAsync(int limit, CancellationToken cancellation);

    /// <summary>Notes that incidents were looked at, and appends the acts of those that came out differently, in one transaction. An
    /// incident that has changed after <paramref name="seen"/> stays stale and its act is left out.</summary>
    /// <param name="seen">Sequence number of the last act that was taken into account.</param>
    /// <param name="at">When.</param>
    /// <param name="by">The machine's part that assessed.</param>
    /// <param name="looked">Ids of the incidents looked at.</param>
    /// <param name="changed">The new assessment of each that came out differently, by incident id.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>How many acts were appended.</returns>
    Task<int> NoteAssessedAsync(
        long seen, DateTimeOffset at, string by, IReadOnlyCollection<string> looked, IReadOnlyDictionary<string, IncidentAssessment> changed,
        CancellationToken cancellation);

    /// <summary>The assessment of an incident as it stands; null when it was not assessed.</summary>
    Task<IncidentAssessment?> AssessmentAsync(string incidentId, CancellationToken cancellation);

    /// <summary>Incidents with their assessment, findings and determination, latest first. Incidents without live claims are left out.</summary>
    Task<Page<RulingRow>> RulingsAsync(RulingFilter filter, CancellationToken cancellation);

    /// <summary>Counts over all rows that a filter gives (paging ignored).</summary>
    Task<RulingCounts> RulingCountsAsync(RulingFilter filter, CancellationToken cancellation);

    /// <summary>Findings on an incident as they stand, in order of the desks' first acts.</summary>
    Task<IReadOnlyList<Finding>> FindingsAsync(string incidentId, CancellationToken cancellation);

    /// <summary>The determination on an incident as it stands; null when there is none.</summary>
    Task<Determination?> DeterminationAsync(string incidentId, CancellationToken cancellation);

    /// <summary>Complaints, newest first.</summary>
    Task<Page<Complaint>> ComplaintsAsync(ComplaintFilter filter, CancellationToken cancellation);

    /// <summary>One complaint by id or number; null when there is none such.</summary>
    Task<Complaint?> ComplaintAsync(string idOrNumber, CancellationToken cancellation);

    /// <summary>The highest number that a complaint has; 0 when there is none yet.</summary>
    Task<int> LastComplaintNumberAsync(CancellationToken cancellation);

    /// <summary>Records of coverage, in order of begin and id.</summary>
    Task<Page<CoverageRecord>> CoverageAsync(CoverageFilter filter, CancellationToken cancellation);

    /// <summary>One record of coverage; null when there is none such.</summary>
    Task<CoverageRecord?> CoverageRecordAsync(string id, CancellationToken cancellation);

    /// <summary>Bulletins published, newest first.</summary>
    Task<IReadOnlyList<Bulletin>> BulletinsAsync(CancellationToken cancellation);

    /// <summary>Sequence number of the last act; 0 when there is none.</summary>
    Task<long> StateAsync(CancellationToken cancellation);

    /// <summary>The record as it stood after an act: every view derived anew from the acts up to it, in memory. It is the caller's to
    /// dispose; it takes no acts.</summary>
    /// <param name="state">Sequence number of the last act to apply; 0 to the present state.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such act.</exception>
    Task<IRecord> AsOfAsync(long state, CancellationToken cancellation);
}

/// <summary>Incidents to look at again.</summary>
/// <param name="Seen">Sequence number of the last act when they were read.</param>
/// <param name="Incidents">Each with all its claims and its last assessment, in order of number.</param>
/// <param name="Total">How many are stale in all.</param>
public sealed record StaleIncidents(long Seen, IReadOnlyList<StaleIncident> Incidents, int Total);

/// <summary>An incident to look at again.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Claims">All its claims, rejected ones too.</param>
/// <param name="Before">Its last assessment; null when it was not assessed.</param>
public sealed record StaleIncident(Incident Incident, IReadOnlyList<Claim> Claims, IncidentAssessment? Before);

/// <summary>A row of the grid of rulings.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Assessment">Its assessment; null when not assessed.</param>
/// <param name="Findings">Findings as they stand.</param>
/// <param name="Determination">The determination; null when there is none.</param>
public sealed record RulingRow(Incident Incident, IncidentAssessment? Assessment, IReadOnlyList<Finding> Findings, Determination? Determination);

/// <summary>Which rows of the grid to give; null leaves a field open.</summary>
public sealed record RulingFilter
{
    /// <summary>In this province, as <c>SY/Idlib</c>; empty for incidents whose province is not known.</summary>
    public string? Province { get; init; }

    /// <summary>It may have happened on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>It may have happened on this day or before.</summary>
    public DateOnly? To { get; init; }

    /// <summary>A finding, or the determination, has this ruling.</summary>
    public Ruling? Ruling { get; init; }

    /// <summary>Only rulings of this desk count for <see cref="Ruling"/> and <see cref="Reason"/>; empty for the determination alone,
    /// which has no reason code.</summary>
    public string? DeskId { get; init; }

    /// <summary>A finding has this reason.</summary>
    public RulingReason? Reason { get; init; }

    /// <summary>An outcome of the assessment is this.</summary>
    public AssessmentOutcome? Outcome { get; init; }

    /// <summary>Whether the findings agree.</summary>
    public Agreeing? Agreeing { get; init; }

    /// <summary>True for incidents with a determination, false for those without.</summary>
    public bool? Determined { get; init; }

    /// <summary>Rows to leave out first; 0 or more.</summary>
    public int Offset { get; init; }

    /// <summary>Rows at most; 1 to 5000.</summary>
    public int Limit { get; init; } = 100;
}

/// <summary>How the findings on an incident stand to one another. Pending findings count as none.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Agreeing>))]
[SuppressMessage("Naming", "CA1720:Identifiers should not contain type names", Justification = "Single is the field's word, not System.Single.")]
public enum Agreeing
{
    /// <summary>Nobody has found.</summary>
    None,

    /// <summary>Only one desk has.</summary>
    Single,

    /// <summary>Two or more have, with the same ruling.</summary>
    Agreed,

    /// <summary>Two or more have, with different rulings.</summary>
    Diverging,
}

/// <summary>Counts over the grid.</summary>
/// <param name="Incidents">Rows.</param>
/// <param name="Outcomes">Rows with such an outcome under any list.</param>
/// <param name="Agreeing">Rows by how their findings stand to one another.</param>
/// <param name="Rulings">Findings by desk and ruling.</param>
/// <param name="Determined">Determinations by ruling.</param>
/// <param name="Provinces">Rows by province, empty for unknown.</param>
public sealed record RulingCounts(
    int Incidents, IReadOnlyDictionary<AssessmentOutcome, int> Outcomes, IReadOnlyDictionary<Agreeing, int> Agreeing,
    IReadOnlyList<DeskRulingCount> Rulings, IReadOnlyDictionary<Ruling, int> Determined, IReadOnlyDictionary<string, int> Provinces);

/// <summary>How many findings of a desk have a ruling.</summary>
public sealed record DeskRulingCount(string DeskId, Ruling Ruling, int Count);

/// <summary>Which complaints to list; null leaves a field open.</summary>
public sealed record ComplaintFilter
{
    /// <summary>At this stage.</summary>
    public ComplaintStage? Stage { get; init; }

    /// <summary>Lodged by this desk.</summary>
    public string? DeskId { get; init; }

    /// <summary>About this incident.</summary>
    public string? IncidentId { get; init; }

    /// <summary>True leaves out those closed.</summary>
    public bool Open { get; init; }

    /// <summary>Rows to leave out first; 0 or more.</summary>
    public int Offset { get; init; }

    /// <summary>Rows at most; 1 to 5000.</summary>
    public int Limit { get; init; } = 500;
}

/// <summary>Which records of coverage to list; null leaves a field open.</summary>
public sealed record CoverageFilter
{
    /// <summary>In this province, as <c>SY/Idlib</c>.</summary>
    public string? Province { get; init; }

    /// <summary>It lasted beyond this moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>It began before this moment.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>With this access.</summary>
    public CoverageAccess? Access { get; init; }

    /// <summary>True gives those withdrawn too.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Rows to leave out first; 0 or more.</summary>
    public int Offset { get; init; }

    /// <summary>Rows at most; 1 to 5000.</summary>
    public int Limit { get; init; } = 500;
}

/// <summary>A bulletin as published.</summary>
/// <param name="Id"><c>b</c> and 16 hex digits over its JSON.</param>
/// <param name="Number">What people call it by.</param>
/// <param name="From">First day that it covers.</param>
/// <param name="Until">Last day that it covers, inclusive.</param>
/// <param name="State">Sequence number of the last act that it takes into account.</param>
/// <param name="Sha256">Hash of its JSON; <see cref="IRecord.OriginalAsync"/> gives it.</param>
/// <param name="At">When it was published.</param>
/// <param name="By">Who published it.</param>
public sealed record Bulletin(string Id, int Number, DateOnly From, DateOnly Until, long State, string Sha256, DateTimeOffset At, string By);
