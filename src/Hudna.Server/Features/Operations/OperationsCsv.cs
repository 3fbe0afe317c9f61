using System.Globalization;
using Hudna.Incidents;
using Hudna.Operations;
using Hudna.Reading;
using Hudna.Server.Hosting;
using Hudna.Store;
using static Hudna.Server.Languages.Dates;

namespace Hudna.Server.Features.Operations;

/// <summary>What sources counted of recorded operations, as a table for programs: RFC 4180, UTF-8, one line a count and one for an operation
/// without any; names of vocabularies as the API has them. Claims of reports that are not public are left out, and so are speakers.</summary>
internal static class OperationsCsv
{
    private static readonly string[] Head =
    [
        "operation", "type", "title_en", "title_ar", "from", "to", "plan_first", "plan_last", "source", "stage", "modality", "first_day", "last_day",
        "category", "low", "high", "agreed_low", "agreed_high", "share_low", "share_high", "recorded_stage", "claim",
    ];

    /// <param name="record">The record.</param>
    /// <param name="gazetteer">Known places.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<byte[]> WriteAsync(IRecord record, Gazetteer gazetteer, CancellationToken cancellation)
    {
        (IReadOnlyList<Operation> operations, OperationMatches matches) = await OperationsPage.MatchAsync(record, gazetteer, null, cancellation);
        return CsvFile.Bytes(Head, operations.SelectMany(o => Lines(o, matches.Recorded[o.Id])), excel: false);
    }

    private static IEnumerable<IEnumerable<string?>> Lines(Operation operation, IEnumerable<ReportedClaim> claims)
    {
        var view = OperationView.Of(operation, [.. claims.Where(c => c.Confidentiality == Confidentiality.Public)], []);
        return view.Counts.Count > 0 ? view.Counts.Select(c => Cells(operation, view, c)) : [Cells(operation, view, null)];
    }

    private static IEnumerable<string?> Cells(Operation operation, OperationView view, SourceCount? count)
    {
        OperationPlan plan = operation.Plan;
        AgreedNumber? agreed = plan.Agreed.FirstOrDefault(a => a.Category == count?.Category);
        CompletionShare? share = view.Completion.SelectMany(c => c.Shares).FirstOrDefault(s => s.Count == count);
        return
        [
            operation.Id, Wire.Name(plan.Type), plan.Title.En, plan.Title.Ar, plan.From.Name, plan.To?.Name, Iso(plan.First), Iso(plan.Last),
            count?.Source, count?.At is { } stage ? Wire.Name(stage) : null, count is null ? null : Wire.Name(count.Modality), Iso(count?.First), Iso(count?.Last),
            count?.Category is { } category ? Wire.Name(category) : null, Number(count?.Low), Number(count?.High), Number(agreed?.Low), Number(agreed?.High),
            Number(share?.Low), Number(share?.High), count?.Stage?.ToString(CultureInfo.InvariantCulture), count?.ClaimId,
        ];
    }

    private static string? Number(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);
}
