using System.Globalization;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Server.Features.Claims;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Rulings;

/// <summary>A finding as typed.</summary>
public sealed record FindingDraft
{
    internal const string Iso = "yyyy-MM-dd";

    /// <summary>Whose finding it is.</summary>
    public string DeskId { get; init; } = "";

    /// <summary>The revision that was seen, 0 when there was none.</summary>
    public int Revision { get; init; }

    public string As { get; init; } = "";

    public string Occurrence { get; init; } = "";

    public string Attribution { get; init; } = Wire.Name(AttributionFinding.NotAttributed);

    /// <summary>One of the incident's alleged authors; empty for none or another.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Any actor's id; goes before <see cref="Actor"/>.</summary>
    public string OtherActor { get; init; } = "";

    public string Scope { get; init; } = "";

    public string Ruling { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Confidence { get; init; } = "";

    public string On { get; init; } = "";

    public string Note { get; init; } = "";

    internal static FindingDraft Of(IFormCollection form) => new()
    {
        DeskId = form["desk"].ToString(),
        Revision = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : 0,
        As = form[Acting.Field].ToString(),
        Occurrence = form["occurrence"].ToString(),
        Attribution = form["attribution"].ToString(),
        Actor = form["actor"].ToString(),
        OtherActor = form["actor_id"].ToString().Trim(),
        Scope = form["scope"].ToString(),
        Ruling = form["ruling"].ToString(),
        Reason = form["reason"].ToString(),
        Confidence = form["confidence"].ToString(),
        On = form["on"].ToString().Trim(),
        Note = form["note"].ToString().Trim(),
    };

    /// <summary>What a desk finds now, to be revised; an empty form when it has found nothing.</summary>
    internal static FindingDraft Of(string deskId, Finding? finding, DateOnly day) => finding is null
        ? new FindingDraft { DeskId = deskId, On = day.ToString(Iso, CultureInfo.InvariantCulture) }
        : new FindingDraft
        {
            DeskId = deskId,
            Revision = finding.Revision,
            Occurrence = Wire.Name(finding.Content.Occurrence),
            Attribution = Wire.Name(finding.Content.Attribution),
            Actor = finding.Content.ActorId ?? "",
            Scope = Wire.Name(finding.Content.Scope),
            Ruling = Wire.Name(finding.Content.Ruling),
            Reason = Wire.Name(finding.Content.Reason),
            Confidence = Wire.Name(finding.Content.Confidence),
            On = (finding.Content.On > day ? finding.Content.On : day).ToString(Iso, CultureInfo.InvariantCulture),
            Note = finding.Content.Note,
        };

    /// <summary>The content, or what is wrong with what was typed. Finds wrong what <see cref="FindingCheck"/> does, in the page's words.</summary>
    internal (FindingContent? Content, IReadOnlyList<FieldProblem> Problems) Check(Gazetteer gazetteer)
    {
        var problems = new List<FieldProblem>();
        OccurrenceFinding? occurrence = Choice<OccurrenceFinding>("occurrence", Occurrence, problems);
        AttributionFinding? attribution = Choice<AttributionFinding>("attribution", Attribution, problems);
        ScopeFinding? scope = Choice<ScopeFinding>("scope", Scope, problems);
        Ruling? ruling = Choice<Ruling>("ruling", Ruling, problems);
        RulingReason? reason = Choice<RulingReason>("reason", Reason, problems);
        Confidence? confidence = Choice<Confidence>("confidence", Confidence, problems);
        DateOnly? day = Day("on", On, problems);
        string actorId = OtherActor.Length > 0 ? OtherActor : Actor;
        if (OtherActor.Length > 0 && !gazetteer.Actors.ContainsKey(OtherActor))
        {
            problems.Add(new FieldProblem("actor_id", "problem.no_actor", OtherActor));
        }

        if (problems.Count > 0)
        {
            return (null, problems);
        }

        var content = new FindingContent(
            occurrence!.Value, attribution!.Value, actorId.Length == 0 ? null : actorId, scope!.Value, ruling!.Value, reason!.Value, confidence!.Value,
            day!.Value, Note);
        return Problem(content) is { } problem ? (null, [problem]) : (content, []);
    }

    /// <summary>What does not fit, as a sentence of the page; null exactly when <see cref="FindingCheck.Problem"/> finds nothing.</summary>
    internal static FieldProblem? Problem(FindingContent content)
    {
        bool isAttributed = content.Attribution == AttributionFinding.Attributed;
        return FindingCheck.Problem(content) is not { } said ? null : said[..Math.Max(0, said.IndexOf(':', StringComparison.Ordinal))] switch
        {
            "actor_id" => isAttributed ? new FieldProblem("actor_id", "finding.problem.actor_missing") : new FieldProblem("actor_id", "finding.problem.actor_given"),
            "occurrence" when content.Ruling == Hudna.Rulings.Ruling.Violation => new FieldProblem("occurrence", "finding.problem.violation_confirmed"),
            "occurrence" => new FieldProblem("occurrence", "finding.problem.refuted"),
            "scope" when content.Ruling == Hudna.Rulings.Ruling.Violation => new FieldProblem("scope", "finding.problem.violation_inside"),
            "scope" => new FieldProblem("scope", "finding.problem.outside"),
            "reason" => new FieldProblem("reason", "finding.problem.reason"),
            "note" => new FieldProblem("note", "finding.problem.note"),
            _ => new FieldProblem("", "problem.other", said),
        };
    }

    internal static DateOnly? Day(string field, string text, List<FieldProblem> problems)
    {
        if (DateOnly.TryParseExact(text, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        problems.Add(new FieldProblem(field, "problem.day", text));
        return null;
    }

    private static T? Choice<T>(string field, string text, List<FieldProblem> problems)
        where T : struct, Enum
    {
        if (Wire.Parse<T>(text) is { } value)
        {
            return value;
        }

        problems.Add(new FieldProblem(field, $"finding.problem.choose_{field}"));
        return null;
    }
}
