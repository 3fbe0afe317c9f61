using System.Globalization;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Agreements;

/// <summary>A record of adherence, or an entry of an exclusion list, as typed.</summary>
public sealed record EntryDraft
{
    private const int SourceLengthMax = 1000;

    /// <summary>Id or name.</summary>
    public string Actor { get; init; } = "";

    /// <summary>For adherence: the status.</summary>
    public string Status { get; init; } = "";

    /// <summary>For a listing: the lister's id.</summary>
    public string Lister { get; init; } = "";

    /// <summary>First day, as 2016-12-30.</summary>
    public string From { get; init; } = "";

    /// <summary>Last day; empty for without end.</summary>
    public string Until { get; init; } = "";

    public string Source { get; init; } = "";

    /// <summary>Sequence number of the last act on the agreement that was seen; empty for none.</summary>
    public string Seen { get; init; } = "";

    /// <summary>Fields that cannot be used.</summary>
    internal IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    internal bool IsWrong(string field) => Problems.Any(p => string.Equals(p.Field, field, StringComparison.Ordinal));

    internal static EntryDraft Of(IFormCollection form) => new()
    {
        Actor = form["actor"].ToString().Trim(),
        Status = form["status"].ToString(),
        Lister = form["lister"].ToString(),
        From = form["from"].ToString().Trim(),
        Until = form["until"].ToString().Trim(),
        Source = form["source"].ToString().Trim(),
        Seen = form["seen"].ToString(),
    };

    /// <summary>The act, or what is wrong with what was typed.</summary>
    internal (AdherenceRecorded? Act, IReadOnlyList<FieldProblem> Problems) Adherence(Gazetteer gazetteer)
    {
        (string? actor, Period period, List<FieldProblem> problems) = Common(gazetteer);
        AdherenceStatus? status = Wire.Parse<AdherenceStatus>(Status);
        if (status is null)
        {
            problems.Add(new FieldProblem("status", "problem.choose"));
        }

        return problems.Count > 0 ? (null, problems) : (new AdherenceRecorded(new Adherence(actor!, status!.Value, period, Source)), problems);
    }

    /// <summary>The act, or what is wrong with what was typed.</summary>
    internal (ListingRecorded? Act, IReadOnlyList<FieldProblem> Problems) Listing(Agreement agreement, Gazetteer gazetteer)
    {
        (string? actor, Period period, List<FieldProblem> problems) = Common(gazetteer);
        if (!agreement.Listers.Any(l => string.Equals(l.Id, Lister, StringComparison.Ordinal)))
        {
            problems.Add(new FieldProblem("lister", "problem.choose"));
        }

        return problems.Count > 0 ? (null, problems) : (new ListingRecorded(new Listing(Lister, actor!, period, Source)), problems);
    }

    private (string? Actor, Period Period, List<FieldProblem> Problems) Common(Gazetteer gazetteer)
    {
        var problems = new List<FieldProblem>();
        (string? actor, FieldProblem? unknown) = ActorField.Find("actor", Actor, gazetteer);
        if (unknown is not null)
        {
            problems.Add(unknown);
        }

        DateOnly? from = Day(From), until = Day(Until);
        if (from is null)
        {
            problems.Add(From.Length == 0 ? new FieldProblem("from", "agreement.problem.from") : new FieldProblem("from", "agreement.problem.day", From));
        }

        if (until is null && Until.Length > 0)
        {
            problems.Add(new FieldProblem("until", "agreement.problem.day", Until));
        }
        else if (until < from)
        {
            problems.Add(new FieldProblem("until", "agreement.problem.order"));
        }

        if (Source.Length is 0 or > SourceLengthMax)
        {
            problems.Add(new FieldProblem("source", "agreement.problem.source"));
        }

        return (actor, new Period(from, until), problems);
    }

    internal static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
