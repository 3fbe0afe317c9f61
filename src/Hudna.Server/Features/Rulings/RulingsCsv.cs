using System.Globalization;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Server.Hosting;
using Hudna.Store;
using static Hudna.Server.Languages.Dates;

namespace Hudna.Server.Features.Rulings;

/// <summary>The grid as a table for programs: RFC 4180, UTF-8, one line an incident, names of vocabularies as the API has them.</summary>
internal static class RulingsCsv
{
    private const int BatchSize = 1000;

    private static readonly string[] Incident = ["incident", "id", "first_day", "last_day", "act", "place", "province", "outcomes", "agreeing"];

    private static readonly string[] OfDesk = ["ruling", "reason", "occurrence", "attribution", "actor_id", "scope", "confidence", "on", "revision"];

    private static readonly string[] OfCommission = ["ruling", "actor_id", "provisions", "rule", "dissent", "silent", "on", "revision"];

    /// <param name="record">The record.</param>
    /// <param name="filter">Which rows; paging is ignored.</param>
    /// <param name="excel">True writes a byte order mark, and puts an apostrophe before what a spreadsheet would take for a formula.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<byte[]> WriteAsync(IRecord record, RulingFilter filter, bool excel, CancellationToken cancellation)
    {
        RulingsPage first = await RulingsPage.FindAsync(record, filter with { Offset = 0, Limit = BatchSize }, cancellation);
        string[] desks = [.. first.Members.Select(m => m.DeskId).OfType<string>()];
        var lines = new List<IEnumerable<string?>>();
        IReadOnlyList<RulingRow> rows = first.Rows.Items;
        for (int offset = 0; rows.Count > 0; offset += BatchSize)
        {
            lines.AddRange(rows.Select(row => (IEnumerable<string?>)
                [.. Cells(row), .. desks.SelectMany(d => Cells(row.Findings.FirstOrDefault(f => Same(f.DeskId, d)))), .. Cells(row.Determination)]));
            rows = offset + BatchSize >= first.Rows.Total ? []
                : (await record.RulingsAsync(filter with { Offset = offset + BatchSize, Limit = BatchSize }, cancellation)).Items;
        }

        return CsvFile.Bytes(
            [.. Incident, .. desks.SelectMany(d => OfDesk.Select(c => $"{d}_{c}")), .. OfCommission.Select(c => $"determination_{c}")], lines, excel);
    }

    /// <summary>How the findings on one incident stand to one another; pending ones count as none.</summary>
    public static Agreeing AgreeingOf(IReadOnlyList<Finding> findings)
    {
        Ruling[] rulings = [.. findings.Select(f => f.Content.Ruling).Where(r => r != Ruling.Pending)];
        return rulings.Length == 0 ? Agreeing.None
            : rulings.Length == 1 ? Agreeing.Single
            : Array.TrueForAll(rulings, r => r == rulings[0]) ? Agreeing.Agreed : Agreeing.Diverging;
    }

    private static IEnumerable<string?> Cells(RulingRow row) =>
    [
        row.Incident.Number.ToString(CultureInfo.InvariantCulture), row.Incident.Id, Iso(row.Incident.First), Iso(row.Incident.Last),
        row.Incident.Acts is [var act, ..] ? $"{Wire.Name(act.Type)}{(act.Mode is { } mode ? $":{mode}" : null)}" : null,
        row.Incident.Place is { } place ? place.Name ?? place.Text : null, row.Assessment?.Province,
        row.Assessment is null ? null : string.Join("; ", row.Assessment.Outcomes.Select(o =>
            (row.Assessment.Outcomes.Count > 1 ? $"{string.Join('+', o.Listers)}: " : "") + Wire.Name(o.Outcome))),
        Wire.Name(AgreeingOf(row.Findings)),
    ];

    private static IEnumerable<string?> Cells(Finding? finding) => finding is null ? OfDesk.Select(_ => (string?)null) :
    [
        Wire.Name(finding.Content.Ruling), Wire.Name(finding.Content.Reason), Wire.Name(finding.Content.Occurrence), Wire.Name(finding.Content.Attribution),
        finding.Content.ActorId, Wire.Name(finding.Content.Scope), Wire.Name(finding.Content.Confidence), Iso(finding.Content.On),
        finding.Revision.ToString(CultureInfo.InvariantCulture),
    ];

    private static IEnumerable<string?> Cells(Determination? made) => made is null ? OfCommission.Select(_ => (string?)null) :
    [
        Wire.Name(made.Content.Ruling), made.Content.ActorId, string.Join("; ", made.Content.Provisions), Wire.Name(made.Rule),
        string.Join("; ", made.Dissent), string.Join("; ", made.Silent), Iso(made.Content.On), made.Revision.ToString(CultureInfo.InvariantCulture),
    ];

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
