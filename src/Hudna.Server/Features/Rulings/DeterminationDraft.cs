using System.Globalization;
using Hudna.Agreements;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Server.Features.Claims;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Rulings;

/// <summary>A determination as typed.</summary>
public sealed record DeterminationDraft
{
    /// <summary>The revision that was seen, 0 when there was none.</summary>
    public int Revision { get; init; }

    public string As { get; init; } = "";

    public string Ruling { get; init; } = "";

    public string Actor { get; init; } = "";

    public string OtherActor { get; init; } = "";

    public IReadOnlyList<string> Provisions { get; init; } = [];

    public string On { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>The findings that were seen.</summary>
    public IReadOnlyList<FindingSeen> Rests { get; init; } = [];

    internal static DeterminationDraft Of(IFormCollection form) => new()
    {
        Revision = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : 0,
        As = form[Acting.Field].ToString(),
        Ruling = form["ruling"].ToString(),
        Actor = form["actor"].ToString(),
        OtherActor = form["actor_id"].ToString().Trim(),
        Provisions = [.. form["provisions"].OfType<string>().Where(p => p.Length > 0)],
        On = form["on"].ToString().Trim(),
        Note = form["note"].ToString().Trim(),
        Rests = [.. form["rests"].Select(Seen.Read).OfType<FindingSeen>()],
    };

    /// <summary>The content, or what is wrong with what was typed.</summary>
    internal (DeterminationContent? Content, IReadOnlyList<FieldProblem> Problems) Check(Bench bench, Gazetteer gazetteer)
    {
        var problems = new List<FieldProblem>();
        Ruling? ruling = Wire.Parse<Ruling>(Ruling);
        if (ruling is null or Hudna.Rulings.Ruling.Pending)
        {
            problems.Add(new FieldProblem("ruling", "finding.problem.choose_ruling"));
        }

        DateOnly? day = FindingDraft.Day("on", On, problems);
        if (ruling == Hudna.Rulings.Ruling.Violation && Provisions.Count == 0)
        {
            problems.Add(new FieldProblem("provisions", "determination.problem.provisions_missing"));
        }
        else if (ruling is not null and not Hudna.Rulings.Ruling.Violation && Provisions.Count > 0)
        {
            problems.Add(new FieldProblem("provisions", "determination.problem.provisions_given"));
        }

        if (OtherActor.Length > 0 && !gazetteer.Actors.ContainsKey(OtherActor))
        {
            problems.Add(new FieldProblem("actor_id", "problem.no_actor", OtherActor));
        }

        if (Note.Length > FindingCheck.NoteLengthMax)
        {
            problems.Add(new FieldProblem("note", "finding.problem.note"));
        }

        if (problems.Count > 0)
        {
            return (null, problems);
        }

        // Only findings of those who are members on the day count.
        Commission? commission = bench.Agreement?.CommissionOn(day!.Value);
        HashSet<string> counting = commission is null ? []
            : [.. Decisions.Voices(commission, day!.Value, bench.Desks, []).Select(v => v.Desk?.Id).OfType<string>()];
        string actor = OtherActor.Length > 0 ? OtherActor : Actor;
        return (new DeterminationContent(
            ruling!.Value, actor.Length == 0 ? null : actor, Provisions, day!.Value, Note, [.. Rests.Where(r => counting.Contains(r.DeskId))]), []);
    }
}
