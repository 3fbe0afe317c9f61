using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Reading;

namespace Hudna.Store;

/// <summary>The mission's record: acts, the views derived from them, and the original bytes of reports. Safe to use from several
/// threads and several processes at once. Every store passes the same contract suite.</summary>
public partial interface IRecord : IAsyncDisposable
{
    /// <summary>Appends acts and brings the views up to date, all in one durable transaction: when the task completes, the acts
    /// survive a crash of process and machine; when it throws, none of them happened.</summary>
    /// <param name="acts">In order; <see cref="Act.Sequence"/> is given by the store.</param>
    /// <param name="originals">Original bytes that acts name by hash: reports', agreements' and bulletins'.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The acts with their sequence numbers.</returns>
    /// <exception cref="RecordConflictException">A decision names a revision that is no longer the claim's, a report is filed twice,
    /// or an incident's number is taken: read again and decide anew.</exception>
    /// <exception cref="InvalidActException">An act names what is not there or contradicts itself (see <see cref="ActCheck"/> and the
    /// other checks of acts).</exception>
    /// <exception cref="InvalidOperationException">This is a record as of an earlier act, which takes none.</exception>
    Task<IReadOnlyList<Act>> AppendAsync(IReadOnlyList<Act> acts, IReadOnlyList<ReadOnlyMemory<byte>> originals, CancellationToken cancellation);

    /// <summary>Several steps in one durable transaction. Each append to the record handed to <paramref name="work"/> is a step: one that throws
    /// undoes itself alone, and a later one sees what earlier ones wrote. When the task completes, all steps that did not throw survive a crash; when
    /// <paramref name="work"/> itself throws, none of them happened. Other writers wait meanwhile, so it is to be short.</summary>
    /// <param name="work">What to do; the record handed in is for it alone, one call at a time, and not to be used afterwards.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <exception cref="InvalidOperationException">This is a record as of an earlier act, which takes none.</exception>
    Task<T> TogetherAsync<T>(Func<IRecord, Task<T>> work, CancellationToken cancellation);

    /// <summary>The same, and with them, in the same transaction, what follows from them for the links: nobody comes in between.</summary>
    /// <param name="acts">In order.</param>
    /// <param name="originals">Original bytes that acts name by hash.</param>
    /// <param name="follow">Says what follows; called once, with the record as the acts leave it, and not to be held on to.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The acts given and those that follow, with their sequence numbers.</returns>
    Task<IReadOnlyList<Act>> AppendAsync(
        IReadOnlyList<Act> acts, IReadOnlyList<ReadOnlyMemory<byte>> originals, Func<LinkChange, IReadOnlyList<PlannedAct>> follow, CancellationToken cancellation);

    /// <summary>What follows for the links of some reports by the weights that are now in force, in one transaction.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="at">When the acts are said to have been taken.</param>
    /// <param name="follow">As above.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The acts that followed.</returns>
    Task<IReadOnlyList<Act>> LinkAgainAsync(
        IReadOnlyCollection<string> reports, DateTimeOffset at, Func<LinkChange, IReadOnlyList<PlannedAct>> follow, CancellationToken cancellation);

    /// <summary>Acts after a sequence number, in order: all of them, those on messages too. For stores and auditors, never for a page.</summary>
    IAsyncEnumerable<Act> ActsAsync(long after, CancellationToken cancellation);

    /// <summary>Acts on one subject, in order: its history. None for a message: only its desks see it (see <see cref="MessagesAsync"/>).</summary>
    Task<IReadOnlyList<Act>> HistoryAsync(string subject, CancellationToken cancellation);

    /// <summary>Drops every view and derives it anew from the acts, in one transaction.</summary>
    /// <param name="progress">Told the number of acts applied, now and then.</param>
    /// <param name="cancellation">Cancels; the old views then stand.</param>
    /// <returns>The number of acts applied.</returns>
    Task<long> RebuildAsync(IProgress<long>? progress, CancellationToken cancellation);

    /// <summary>A text that two stores, or one before and after a rebuild, can be compared by: every view, in a fixed order.</summary>
    Task<string> DumpViewsAsync(CancellationToken cancellation);

    /// <summary>Original bytes by hash; null when the store has none such.</summary>
    Task<byte[]?> OriginalAsync(string sha256, CancellationToken cancellation);

    /// <summary>Counts for the overview.</summary>
    Task<RecordCounts> CountsAsync(CancellationToken cancellation);

    /// <summary>A page of reports, newest publication first.</summary>
    Task<Page<ReportSummary>> ReportsAsync(ReportFilter filter, CancellationToken cancellation);

    /// <summary>One report; null when there is none such.</summary>
    Task<Report?> ReportAsync(string id, CancellationToken cancellation);

    /// <summary>All that was found in a report; null when it was not read.</summary>
    Task<DocumentReading?> ReadingAsync(string reportId, CancellationToken cancellation);

    /// <summary>Ids of reports waiting to be read, in order of arrival.</summary>
    Task<IReadOnlyList<string>> QueuedReportsAsync(CancellationToken cancellation);

    /// <summary>A page of claims: of a report in order of position, else newest first.</summary>
    Task<Page<Claim>> ClaimsAsync(ClaimFilter filter, CancellationToken cancellation);

    /// <summary>The same, each with who reported it and when.</summary>
    Task<Page<ReportedClaim>> ReportedClaimsAsync(ClaimFilter filter, CancellationToken cancellation);

    /// <summary>One claim; null when there is none such.</summary>
    Task<Claim?> ClaimAsync(string id, CancellationToken cancellation);

    /// <summary>A page of incidents, latest first. Those whose claims have all been rejected or taken away are left out here, in the
    /// timeline and in the counts; they can still be asked for by id or number.</summary>
    Task<Page<Incident>> IncidentsAsync(IncidentFilter filter, CancellationToken cancellation);

    /// <summary>One incident; null when there is none such.</summary>
    Task<Incident?> IncidentAsync(string id, CancellationToken cancellation);

    /// <summary>One incident by the number people call it by; null when there is none such.</summary>
    Task<Incident?> IncidentByNumberAsync(int number, CancellationToken cancellation);

    /// <summary>Incidents per day for the timeline under a filter (paging ignored), in order; days without any are left out. An incident
    /// stands on the first day it can mean; those without a time are left out.</summary>
    Task<IReadOnlyList<DayCount>> IncidentDaysAsync(IncidentFilter filter, CancellationToken cancellation);

    /// <summary>Actors that claims or statements name, most named first, with how often. Only recognised actors and claims that are
    /// not rejected count.</summary>
    Task<Page<NamedCount>> ActorsAsync(string? query, int offset, int limit, CancellationToken cancellation);

    /// <summary>Places that claims name, most named first, with how often. Only recognised places and claims that are not rejected
    /// count.</summary>
    Task<Page<NamedCount>> PlacesAsync(string? query, int offset, int limit, CancellationToken cancellation);

    /// <summary>Actors and places that users added, in order of their acts: the reader learns them at start.</summary>
    Task<IReadOnlyList<Act>> AdditionsAsync(CancellationToken cancellation);

    /// <summary>Latest acts, newest first; those on messages are left out.</summary>
    Task<IReadOnlyList<Act>> LatestActsAsync(int limit, CancellationToken cancellation);

    /// <summary>The highest number that an incident has; 0 when there is none yet.</summary>
    Task<int> LastIncidentNumberAsync(CancellationToken cancellation);

    /// <summary>Text of the mission file that the record belongs to; null when none was remembered.</summary>
    Task<string?> MissionAsync(CancellationToken cancellation);

    /// <summary>Remembers the mission file's text, in place of an earlier one. It is configuration and no act.</summary>
    Task RememberMissionAsync(string text, CancellationToken cancellation);
}

/// <summary>Some rows of a list.</summary>
/// <param name="Items">The rows from the offset on.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Offset">Rows left out before the first.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Offset);

/// <summary>Which reports to list; null or empty leaves a field open.</summary>
public sealed record ReportFilter
{
    /// <summary>Words to find in title, text or source; Arabic spelling is folded, parts of words match.</summary>
    public string? Query { get; init; }

    /// <summary>Source's name.</summary>
    public string? Source { get; init; }

    /// <summary>What sort.</summary>
    public ReportKind? Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public ReportStatus? Status { get; init; }

    /// <summary>Published on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Published on this day or before.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only reports with claims that nobody has decided on.</summary>
    public bool ToReview { get; init; }

    /// <summary>Rows to leave out first; 0 or more.</summary>
    public int Offset { get; init; }

    /// <summary>Rows at most; 1 to 500.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>A report as a list shows it.</summary>
public sealed record ReportSummary(
    string Id, ReportKind Kind, string? Title, string Excerpt, IReadOnlyList<ReportSource> Sources, string Language, ReportStatus Status,
    string? UnreadReason, Confidentiality Confidentiality, DateOnly? Published, int Claims, int ClaimsToReview);

/// <summary>Which claims to list; null leaves a field open.</summary>
public sealed record ClaimFilter
{
    /// <summary>Of this report.</summary>
    public string? ReportId { get; init; }

    /// <summary>Linked to this incident.</summary>
    public string? IncidentId { get; init; }

    /// <summary>Naming this actor as actor, recipient or speaker.</summary>
    public string? ActorId { get; init; }

    /// <summary>At this place.</summary>
    public string? PlaceId { get; init; }

    /// <summary>Of this kind.</summary>
    public ClaimKind? Kind { get; init; }

    /// <summary>Of one of these kinds.</summary>
    public IReadOnlyCollection<ClaimKind>? Kinds { get; init; }

    /// <summary>On this subject (see <see cref="ClaimFacts.SubjectOf"/>).</summary>
    public string? Subject { get; init; }

    /// <summary>Leaves out those rejected.</summary>
    public bool Live { get; init; }

    /// <summary>Of this event type.</summary>
    public EventType? Type { get; init; }

    /// <summary>With this decision.</summary>
    public ClaimStatus? Status { get; init; }

    /// <summary>Only those linked to no incident and not rejected.</summary>
    public bool Unlinked { get; init; }

    /// <summary>It may mean this day or later; claims without a time are left out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>It may mean this day or before; claims without a time are left out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Inside this box of WGS 84 degrees.</summary>
    public GeoBox? Box { get; init; }

    /// <summary>Rows to leave out first; 0 or more.</summary>
    public int Offset { get; init; }

    /// <summary>Rows at most; 1 to 1000.</summary>
    public int Limit { get; init; } = 500;
}

/// <summary>Which incidents to list; null leaves a field open.</summary>
public sealed record IncidentFilter
{
    /// <summary>Words to find in the places, actors and reports' texts of its claims.</summary>
    public string? Query { get; init; }

    /// <summary>An act of this type is claimed.</summary>
    public EventType? Type { get; init; }

    /// <summary>It may have happened on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>It may have happened on this day or before.</summary>
    public DateOnly? To { get; init; }

    /// <summary>At this place.</summary>
    public string? PlaceId { get; init; }

    /// <summary>This actor is named in its claims.</summary>
    public string? ActorId { get; init; }

    /// <summary>Only with claims that differ.</summary>
    public bool Differing { get; init; }

    /// <summary>Only with at least two sources.</summary>
    public bool ManySources { get; init; }

    /// <summary>Only those that at least two independent origins assert.</summary>
    public bool Independent { get; init; }

    /// <summary>Only those that one origin alone asserts.</summary>
    public bool SingleSource { get; init; }

    /// <summary>Only those on which voices differ as to who did it, or whether it happened.</summary>
    public bool Contested { get; init; }

    /// <summary>An outcome of the assessment, under anybody's lists, is this.</summary>
    public Assessment.AssessmentOutcome? Outcome { get; init; }

    /// <summary>Inside this box of WGS 84 degrees.</summary>
    public GeoBox? Box { get; init; }

    /// <summary>Rows to leave out first; 0 or more.</summary>
    public int Offset { get; init; }

    /// <summary>Rows at most; 1 to 5000.</summary>
    public int Limit { get; init; } = 100;
}

/// <summary>A box of WGS 84 degrees, bounds inclusive; it does not cross the 180th meridian.</summary>
public sealed record GeoBox(double West, double South, double East, double North);

/// <summary>How many on one day.</summary>
/// <param name="Day">The first day that each can mean.</param>
/// <param name="Count">How many.</param>
/// <param name="Imprecise">How many of them can also mean a later day.</param>
public sealed record DayCount(DateOnly Day, int Count, int Imprecise = 0);

/// <summary>A named actor or place and how many claims name it.</summary>
/// <param name="Id">Id in the mission's lists.</param>
/// <param name="Name">Usual English name; null when unknown.</param>
/// <param name="Text">The commonest wording in the sources.</param>
/// <param name="Kind">Actor type or place kind, by its wire name.</param>
/// <param name="Claims">Claims that name it.</param>
public sealed record NamedCount(string Id, string? Name, string Text, string Kind, int Claims);

/// <summary>Counts for the overview.</summary>
public sealed record RecordCounts(
    int Reports, int ReportsQueued, int ReportsUnread, int Sources, int Claims, int ClaimsToReview, int Incidents, int IncidentsDiffering, long Acts);

/// <summary>The record has moved on since it was read; nothing was appended.</summary>
/// <param name="message">What is in the way and what to do.</param>
public sealed class RecordConflictException(string message) : Exception(message);
