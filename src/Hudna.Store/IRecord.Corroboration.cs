using Hudna.Corroboration;
using Hudna.Incidents;

namespace Hudna.Store;

/// <content>Who says so, and what became of what each source said.</content>
public partial interface IRecord
{
    /// <summary>The origins behind an incident's claims and where they contradict one another; null when there is no such incident.</summary>
    Task<IncidentCorroboration?> CorroborationAsync(string incidentId, CancellationToken cancellation);

    /// <summary>A page of sources, most reports first. Sources that reported to a desk in confidence only are left out here and below.</summary>
    Task<Page<SourceSummary>> SourcesAsync(SourceFilter filter, CancellationToken cancellation);

    /// <summary>One source by its id; null when there is none such.</summary>
    Task<SourceSummary?> SourceAsync(string id, CancellationToken cancellation);

    /// <summary>A page of a source's incidents, latest first, with what it did in each.</summary>
    /// <param name="id">The source.</param>
    /// <param name="role">Only those in which it did this; null for all.</param>
    /// <param name="offset">Rows to leave out first; 0 or more.</param>
    /// <param name="limit">Rows at most; 1 to 500.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<Page<SourceIncident>> SourceIncidentsAsync(string id, SourceRole? role, int offset, int limit, CancellationToken cancellation);

    /// <summary>Reports with the same words as one report, as wholes or in large part, the most alike first. Those that a desk keeps to itself are left out.</summary>
    Task<IReadOnlyList<CopySummary>> CopiesAsync(string reportId, CancellationToken cancellation);

    /// <summary>What people judged of a source, or of an incident's information; null when nobody has.</summary>
    Task<GradeHistory?> GradesAsync(string subject, CancellationToken cancellation);
}

/// <summary>Which sources to list; null leaves a field open.</summary>
public sealed record SourceFilter
{
    /// <summary>Words to find in its name.</summary>
    public string? Query { get; init; }

    /// <summary>Graded so; F also takes those that nobody graded.</summary>
    public Reliability? Grade { get; init; }

    /// <summary>Rows to leave out first; 0 or more.</summary>
    public int Offset { get; init; }

    /// <summary>Rows at most; 1 to 500.</summary>
    public int Limit { get; init; } = 100;
}

/// <summary>A source with its record, counted in incidents.</summary>
/// <param name="Id"><see cref="ContentId.Source"/>.</param>
/// <param name="Name">As its reports carry it.</param>
/// <param name="Reports">Reports that it handed in.</param>
/// <param name="Incidents">Incidents that they speak of.</param>
/// <param name="Confirmed">Of these, those on which an independent origin says what it says.</param>
/// <param name="Contradicted">Those on which an independent origin contradicts it on some field.</param>
/// <param name="First">Those on which it was the first, or among the first of one day, of several sources.</param>
/// <param name="Repeats">Those on which it repeats another.</param>
/// <param name="Repeated">Those on which another repeats it.</param>
/// <param name="Grade">Letter of the Admiralty code; F when nobody graded it.</param>
public sealed record SourceSummary(
    string Id, string Name, int Reports, int Incidents, int Confirmed, int Contradicted, int First, int Repeats, int Repeated, Reliability Grade);

/// <summary>What a source can have done in an incident.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(Reading.SnakeCaseEnumConverter<SourceRole>))]
public enum SourceRole
{
    /// <summary>An independent origin says what it says.</summary>
    Confirmed,

    /// <summary>An independent origin contradicts it.</summary>
    Contradicted,

    /// <summary>It was the first.</summary>
    First,

    /// <summary>It repeats another.</summary>
    Repeats,

    /// <summary>Another repeats it.</summary>
    Repeated,
}

/// <summary>An incident with what a source did in it.</summary>
/// <param name="Incident">The incident; of its sources those that are free to be named.</param>
/// <param name="Roles">What it did.</param>
public sealed record SourceIncident(Incident Incident, IReadOnlyList<SourceRole> Roles);

/// <summary>A report with the same words as another.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Title">Its headline; null when it has none.</param>
/// <param name="Sources">Names of its sources.</param>
/// <param name="Published">Its date; null when not known.</param>
/// <param name="Containment">Share of the shorter of the two that the other has, 0 to 1.</param>
/// <param name="IsSame">True when the two are one text as wholes; false when one has a part of the other.</param>
public sealed record CopySummary(string ReportId, string? Title, IReadOnlyList<string> Sources, DateOnly? Published, double Containment, bool IsSame);
