using System.Globalization;
using Hudna.Commitments;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Hosting;
using static Hudna.Server.Languages.Dates;

namespace Hudna.Server.Features.Commitments;

/// <summary>Promises as a table for programs: RFC 4180, UTF-8, one line a promise, names of vocabularies as the API has them.</summary>
internal static class CommitmentsCsv
{
    private static readonly string[] Columns =
    [
        "id", "basis", "topic", "modality", "promised_by", "promised_by_ids", "promised_to", "words", "provision", "made_on", "due", "level", "level_since",
        "overdue", "ratings", "sources", "report_id", "also_said",
    ];

    /// <param name="commitments">The rows.</param>
    /// <param name="excel">True writes a byte order mark, and puts an apostrophe before what a spreadsheet would take for a formula.</param>
    public static byte[] Of(IReadOnlyList<Commitment> commitments, bool excel) => CsvFile.Bytes(Columns, commitments.Select(Cells), excel);

    private static IEnumerable<string?> Cells(Commitment c) =>
    [
        c.Id, Wire.Name(c.Basis), c.Topic, Wire.Name(c.Modality), Names(c.By), string.Join("; ", c.ActorIds), Names(c.To),
        c.Said?.Claim.Content.Text ?? (c.Provision!.Text.GetValueOrDefault("en") ?? c.Provision.Title.En), c.Provision?.Number, Iso(c.MadeOn), Iso(c.Due),
        c.Level?.ToString(CultureInfo.InvariantCulture), Iso(c.LevelSince), c.IsOverdue ? "1" : "0",
        (c.Implementation?.Ratings.Count ?? 0).ToString(CultureInfo.InvariantCulture),
        c.Said is { } said ? string.Join("; ", said.Sources.Select(s => s.Name)) : null, c.Said?.Claim.ReportId, string.Join("; ", c.AlsoSaid),
    ];

    private static string Names(IReadOnlyList<Party> parties) => string.Join("; ", parties.Select(p => p.Name ?? p.Text));
}
