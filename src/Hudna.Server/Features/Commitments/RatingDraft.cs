using System.Globalization;
using Hudna.Acts;
using Hudna.Commitments;
using Hudna.Server.Features.Claims;
using Hudna.Store;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Commitments;

/// <summary>A rating to be recorded, as typed.</summary>
public sealed record RatingDraft
{
    /// <summary>The revision of the ratings that the form was shown on.</summary>
    public int Revision { get; init; }

    public string Level { get; init; } = "";

    public string On { get; init; } = "";

    /// <summary>Ids of claims (c…) and reports (r…) and numbers of incidents, apart by blanks or commas.</summary>
    public string Evidence { get; init; } = "";

    public string Note { get; init; } = "";

    internal static RatingDraft Of(IFormCollection form) => new()
    {
        Revision = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : 0,
        Level = form["level"].ToString(),
        On = form["on"].ToString().Trim(),
        Evidence = form["evidence"].ToString().Trim(),
        Note = form["note"].ToString().Trim(),
    };

    /// <summary>The act, or what is wrong with what was typed.</summary>
    /// <param name="record">Tells which incident has a number.</param>
    /// <param name="cancellation">Cancels.</param>
    internal async Task<(ImplementationRated? Rated, IReadOnlyList<FieldProblem> Problems)> CheckAsync(IRecord record, CancellationToken cancellation)
    {
        var problems = new List<FieldProblem>();
        int level = int.TryParse(Level, NumberStyles.None, CultureInfo.InvariantCulture, out int chosen) && chosen <= ImplementationRecord.Full ? chosen : -1;
        if (level < 0)
        {
            problems.Add(new FieldProblem("level", "commitments.problem_level"));
        }

        if (!DateOnly.TryParseExact(AddDraft.Western(On), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly on))
        {
            problems.Add(new FieldProblem("on", "problem.day", On));
        }

        if (Note.Length > ImplementationCheck.NoteLengthMax)
        {
            problems.Add(new FieldProblem("note", "commitments.problem_note"));
        }

        IReadOnlyList<EvidenceRef> evidence = await EvidenceAsync(record, problems, cancellation);
        if (evidence.Count == 0 && Note.Length == 0 && problems.TrueForAll(p => p.Field is not "evidence"))
        {
            problems.Add(new FieldProblem("evidence", "commitments.problem_no_evidence"));
        }

        return problems.Count > 0 ? (null, problems) : (new ImplementationRated(Revision, level, on, evidence, Note), problems);
    }

    private async Task<IReadOnlyList<EvidenceRef>> EvidenceAsync(IRecord record, List<FieldProblem> problems, CancellationToken cancellation)
    {
        var found = new List<EvidenceRef>();
        foreach (string id in Evidence.Split([' ', ',', '،', ';', '؛', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            if (await FindAsync(record, AddDraft.Western(id.TrimStart('#')), cancellation) is { } evidence)
            {
                found.Add(evidence);
            }
            else
            {
                problems.Add(new FieldProblem("evidence", "commitments.problem_evidence", id));
            }
        }

        return [.. found.Distinct()];
    }

    private static async Task<EvidenceRef?> FindAsync(IRecord record, string id, CancellationToken cancellation) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? await record.IncidentByNumberAsync(number, cancellation) is { } incident ? new EvidenceRef(EvidenceKind.Incident, incident.Id) : null
        : await record.ClaimAsync(id, cancellation) is not null ? new EvidenceRef(EvidenceKind.Claim, id)
        : await record.ReportAsync(id, cancellation) is not null ? new EvidenceRef(EvidenceKind.Report, id)
        : await record.IncidentAsync(id, cancellation) is not null ? new EvidenceRef(EvidenceKind.Incident, id)
        : null;
}
