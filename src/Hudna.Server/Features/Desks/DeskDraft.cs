using System.Globalization;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Server.Features.Agreements;
using Hudna.Server.Features.Claims;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Desks;

/// <summary>A desk to be added or changed, as typed.</summary>
public sealed record DeskDraft
{
    private static readonly char[] Separators = [';', '؛', '|'];

    public string Id { get; init; } = "";

    public string NameEn { get; init; } = "";

    public string NameAr { get; init; } = "";

    public string Role { get; init; } = "";

    /// <summary>Id or name; empty for the secretariat.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Name; first day; last day: one a line, days may be left out.</summary>
    public string Members { get; init; } = "";

    /// <summary>The revision seen; 0 for a new desk.</summary>
    public int Revision { get; init; }

    internal IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    internal bool IsWrong(string field) => Problems.Any(p => string.Equals(p.Field, field, StringComparison.Ordinal));

    internal static DeskDraft Of(IFormCollection form) => new()
    {
        Id = form["id"].ToString().Trim().ToLowerInvariant(),
        NameEn = form["name_en"].ToString().Trim(),
        NameAr = form["name_ar"].ToString().Trim(),
        Role = form["role"].ToString(),
        Actor = form["actor"].ToString().Trim(),
        Members = form["members"].ToString(),
        Revision = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : 0,
    };

    internal static DeskDraft Of(Desk desk) => new()
    {
        Id = desk.Id,
        NameEn = desk.Name.En,
        NameAr = desk.Name.Ar,
        Role = Wire.Name(desk.Role),
        Actor = desk.ActorId ?? "",
        Members = string.Join('\n', desk.Members.Select(m => string.Join("; ", new[] { m.Name, Day(m.Period.From), Day(m.Period.Until) }).TrimEnd(';', ' '))),
        Revision = desk.Revision,
    };

    /// <summary>The act, or what is wrong with what was typed.</summary>
    internal (DeskRecorded? Act, IReadOnlyList<FieldProblem> Problems) Check(Gazetteer gazetteer)
    {
        var problems = new List<FieldProblem>();
        if (Id.Length == 0 || !Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            problems.Add(new FieldProblem("id", "desk.problem.id"));
        }

        if (NameEn.Length == 0 || NameAr.Length == 0)
        {
            problems.Add(new FieldProblem(NameEn.Length == 0 ? "name_en" : "name_ar", "desk.problem.name"));
        }

        DeskRole? role = Wire.Parse<DeskRole>(Role);
        if (role is null)
        {
            problems.Add(new FieldProblem("role", "problem.choose"));
        }

        string? actor = null;
        if (Actor.Length > 0)
        {
            (actor, FieldProblem? unknown) = ActorField.Find("actor", Actor, gazetteer);
            problems.AddRange(unknown is null ? [] : [unknown]);
        }
        else if (role is DeskRole.Guarantor or DeskRole.Envoy or DeskRole.Liaison)
        {
            problems.Add(new FieldProblem("actor", "desk.problem.actor"));
        }

        List<DeskMember> members = [.. FormLines.Of(Members).Select(line => Member(line, problems)).OfType<DeskMember>()];
        return problems.Count > 0 ? (null, problems)
            : (new DeskRecorded(Revision, new BilingualText(NameEn, NameAr), role!.Value, actor, members), problems);
    }

    private static DeskMember? Member(string line, List<FieldProblem> problems)
    {
        string[] parts = line.Split(Separators, StringSplitOptions.TrimEntries);
        DateOnly?[] days = [.. parts.Skip(1).Select(EntryDraft.Day)];
        if (parts[0].Length == 0 || parts.Length > 3 || parts.Skip(1).Where((p, i) => p.Length > 0 && days[i] is null).Any())
        {
            problems.Add(new FieldProblem("members", "desk.problem.member", line));
            return null;
        }

        return new DeskMember(parts[0], new Period(days.ElementAtOrDefault(0), days.ElementAtOrDefault(1)));
    }

    private static string Day(DateOnly? day) => day is { } known ? Languages.Dates.Iso(known) : "";
}
