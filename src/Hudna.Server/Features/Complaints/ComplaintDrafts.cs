using System.Globalization;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Rulings;
using Hudna.Server.Missions;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Complaints;

/// <summary>A complaint to be lodged, as typed.</summary>
public sealed record ComplaintDraft
{
    public string As { get; init; } = "";

    /// <summary>Name or id of the actor complained of.</summary>
    public string Against { get; init; } = "";

    /// <summary>Number of the incident.</summary>
    public string Incident { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>Local time of the mission's zone, as <c>2017-01-03T09:00</c>.</summary>
    public string At { get; init; } = "";

    internal static ComplaintDraft Of(IFormCollection form) => new()
    {
        As = form[Acting.Field].ToString(),
        Against = form["against"].ToString().Trim(),
        Incident = form["incident"].ToString().Trim(),
        Summary = form["summary"].ToString().Trim(),
        At = form["at"].ToString().Trim(),
    };
}

/// <summary>A further stage of a complaint, or the incident that it is about, as typed.</summary>
public sealed record StageDraft
{
    public string As { get; init; } = "";

    public int Revision { get; init; }

    public string Stage { get; init; } = "";

    public string At { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>Number of the incident; null when it is a stage.</summary>
    public string? Incident { get; init; }

    public string Reason { get; init; } = "";

    internal static StageDraft Of(IFormCollection form) => new()
    {
        As = form[Acting.Field].ToString(),
        Revision = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : 0,
        Stage = form["stage"].ToString(),
        At = form["at"].ToString().Trim(),
        Note = form["note"].ToString().Trim(),
        Incident = form.ContainsKey("incident") ? form["incident"].ToString().Trim() : null,
        Reason = form["reason"].ToString().Trim(),
    };

    /// <summary>The stage reached, or what is wrong with what was typed.</summary>
    internal (Acts.ComplaintMoved? Moved, IReadOnlyList<FieldProblem> Problems) Check(TimeZoneInfo zone)
    {
        var problems = new List<FieldProblem>();
        if (Wire.Parse<ComplaintStage>(Stage) is not { } stage)
        {
            problems.Add(new FieldProblem("stage", "complaint.problem.stage"));
            return (null, problems);
        }

        DateTimeOffset? at = LocalMoment.Read(At, zone, problems);
        return at is { } moment ? (new Acts.ComplaintMoved(Revision, stage, moment, Note), problems) : (null, problems);
    }
}

/// <summary>A time of the mission's zone as a form's field has it.</summary>
internal static class LocalMoment
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    /// <summary>What a form begins with: now; of a mission that goes by a day of its own, that day's last minute.</summary>
    public static string Now(MissionView mission, DateTimeOffset clock) => Write(mission.AsOf is null ? clock : clock.AddMinutes(-1), mission.Zone);

    public static string Write(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string text, TimeZoneInfo zone, List<FieldProblem> problems)
    {
        if (DateTime.TryParseExact(text, [Format, "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local) && !zone.IsInvalidTime(local))
        {
            return new DateTimeOffset(local, zone.GetUtcOffset(local));
        }

        problems.Add(new FieldProblem("at", "complaint.problem.at", text));
        return null;
    }
}
