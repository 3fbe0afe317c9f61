using System.Globalization;
using Hudna.Acts;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Filing;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Importing;

/// <summary>What became of a table, or would become of it.</summary>
/// <param name="Mapping">The mapping that it is read by.</param>
/// <param name="MappingId">Its id.</param>
/// <param name="Proposed">True when the mapping was proposed by the names of the columns.</param>
/// <param name="Rows">How many rows came to what: filed, changed, remapped, older, duplicate, duplicate_source_noted, refused; in a preview good and refused.</param>
/// <param name="Outcomes">Each row in order, at most 10,000.</param>
/// <param name="Notes">What whoever handed it in should know.</param>
public sealed record ImportAnswer(
    Mapping Mapping, string MappingId, bool Proposed, IReadOnlyDictionary<string, int> Rows, IReadOnlyList<ImportedRow> Outcomes, IReadOnlyList<string> Notes);

/// <summary>One row of a table.</summary>
/// <param name="Line">1-based line on which it begins.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="ReportId">The report; null when it was refused and in a preview.</param>
/// <param name="Claim">In a preview, what it would claim; else null.</param>
/// <param name="Problems">What is wrong, by column.</param>
public sealed record ImportedRow(int Line, string Outcome, string? ReportId, ClaimContent? Claim, IReadOnlyList<RowProblem> Problems);

/// <summary>A mapping to be kept.</summary>
/// <param name="By">Who keeps it: a person or desk.</param>
/// <param name="Mapping">The mapping.</param>
public sealed record KeepMappingRequest(string By, Mapping Mapping);

/// <summary>A mapping to be withdrawn.</summary>
/// <param name="By">Who withdraws it.</param>
/// <param name="Reason">Why; may be left out.</param>
public sealed record WithdrawMappingRequest(string By, string? Reason);

internal static class ImportApi
{
    private const int RowsMax = 10_000;

    public static void MapImportApi(this RouteGroupBuilder api)
    {
        api.MapPost("/imports", ImportAsync).WithTags("Imports").WithName("importTable").Accepts<IFormFile>("application/octet-stream")
            .WithSummary("Takes the rows of a table in, or with preview=true says what they would give. The body is the file; name tells its format")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/mappings", (IRecord record, CancellationToken cancellation) => record.MappingsAsync(cancellation)).WithTags("Imports").WithName("listMappings")
            .WithSummary("The mappings that are kept, the last first");
        api.MapPost("/mappings", KeepAsync).WithTags("Imports").WithName("keepMapping").WithSummary("Keeps a mapping for tables to come")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/mappings/{id}", FindAsync).WithTags("Imports").WithName("getMapping").WithSummary("One mapping");
        api.MapPost("/mappings/{id}/withdraw", WithdrawAsync).WithTags("Imports").WithName("withdrawMapping")
            .WithSummary("Withdraws a mapping: later tables are not read by it").ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<ImportAnswer>, ProblemHttpResult>> ImportAsync(
        HttpRequest request, Intake intake, IRecord record, ReadingWorker worker, string name, string by, string? layout, string? mapping, string? source, DateOnly? published, string? sheet,
        string? date_order, bool? preview, CancellationToken cancellation)
    {
        if (Visit.CleanReviewer(by) is not { } who)
        {
            return Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.");
        }

        if (layout is not null && !Layouts.Names.Contains(layout, StringComparer.Ordinal))
        {
            return Problems.Unprocessable($"layout: one of {string.Join(", ", Layouts.Names)} is expected.");
        }

        if (date_order is not null && Wire.Parse<DateOrder>(date_order) is null)
        {
            return Problems.Unprocessable("date_order: dmy or mdy is expected.");
        }

        KeptMapping? kept = mapping is null ? null : await record.MappingAsync(mapping, cancellation);
        if (mapping is not null && kept is null)
        {
            return Problems.Unprocessable($"mapping: there is no mapping {mapping}.");
        }

        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellation);
        string fileName = Path.GetFileName(name);
        if (!TableFiles.IsTable(fileName, bytes.ToArray()))
        {
            return Problems.Unprocessable($"name: {fileName} is no table; {string.Join(", ", TableFiles.Extensions)} are expected. Documents go to POST /api/reports.");
        }

        try
        {
            TableImport table = await TableImport.OpenAsync(
                intake,
                new TableFile(fileName, bytes.ToArray())
                {
                    Layout = layout,
                    Mapping = kept?.Mapping,
                    Source = QueryFields.Text(source),
                    Published = published,
                    Sheet = QueryFields.Text(sheet),
                    DateOrder = date_order is null ? null : Wire.Parse<DateOrder>(date_order),
                },
                cancellation);
            return TypedResults.Ok(preview is true ? Preview(table) : await RunAsync(table, who, worker, cancellation));
        }
        catch (BadTableException e)
        {
            return Problems.Unprocessable(e.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {e.Line}: {e.Message}") : e.Message);
        }
    }

    private static ImportAnswer Preview(TableImport table)
    {
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<ImportedRow>();
        foreach (RowResult row in table.Preview())
        {
            Add(tally, rows, new ImportedRow(row.Line, row.Row is null ? "refused" : "good", null, row.Row?.Claim, row.Problems));
        }

        return new ImportAnswer(table.Mapping, MappingJson.IdOf(table.Mapping), table.IsProposed, tally, rows, table.Notes);
    }

    private static async Task<ImportAnswer> RunAsync(TableImport table, string by, ReadingWorker worker, CancellationToken cancellation)
    {
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<ImportedRow>();
        await table.RunAsync(
            by,
            told =>
            {
                foreach (RowOutcome row in told)
                {
                    FileOutcome? outcome = row.Outcome is null ? null : FileOutcome.Of("", row.Outcome);
                    Add(tally, rows, new ImportedRow(row.Line, outcome?.Outcome ?? "refused", outcome?.ReportId, null, row.Problems));
                }

                worker.Wake();
                return Task.CompletedTask;
            },
            cancellation);
        return new ImportAnswer(table.Mapping, MappingJson.IdOf(table.Mapping), table.IsProposed, tally, rows, table.Notes);
    }

    private static void Add(SortedDictionary<string, int> tally, List<ImportedRow> rows, ImportedRow row)
    {
        tally[row.Outcome] = tally.GetValueOrDefault(row.Outcome) + 1;
        if (rows.Count < RowsMax)
        {
            rows.Add(row);
        }
    }

    private static async Task<Results<Ok<KeptMapping>, ProblemHttpResult>> FindAsync(string id, IRecord record, CancellationToken cancellation) =>
        await record.MappingAsync(id, cancellation) is { } mapping ? TypedResults.Ok(mapping) : Problems.NotFound("mapping", id);

    private static async Task<Results<Ok<KeptMapping>, ProblemHttpResult>> KeepAsync(KeepMappingRequest request, Intake intake, IRecord record, CancellationToken cancellation)
    {
        if (Visit.CleanReviewer(request.By) is not { } by)
        {
            return Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.");
        }

        if (request.Mapping is null || MappingCheck.Problem(request.Mapping) is { } problem && problem.Length > 0)
        {
            return Problems.Unprocessable($"mapping: {(request.Mapping is null ? "one is expected" : MappingCheck.Problem(request.Mapping))}.");
        }

        (string id, _) = await intake.KeepMappingAsync(request.Mapping, own: true, by, cancellation);
        return TypedResults.Ok((await record.MappingAsync(id, cancellation))!);
    }

    private static async Task<Results<Ok<KeptMapping>, ProblemHttpResult>> WithdrawAsync(
        string id, WithdrawMappingRequest request, Intake intake, IRecord record, CancellationToken cancellation)
    {
        if (Visit.CleanReviewer(request.By) is not { } by)
        {
            return Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.");
        }

        if (await record.MappingAsync(id, cancellation) is null)
        {
            return Problems.NotFound("mapping", id);
        }

        try
        {
            await intake.WithdrawMappingAsync(id, request.Reason ?? "", by, cancellation);
            return TypedResults.Ok((await record.MappingAsync(id, cancellation))!);
        }
        catch (RecordConflictException e)
        {
            return Problems.Conflict(e.Message);
        }
        catch (InvalidActException e)
        {
            return Problems.Unprocessable(e.Message);
        }
    }
}
