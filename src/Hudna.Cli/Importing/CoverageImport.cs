using System.Globalization;
using Hudna.Acts;
using Hudna.Coverage;
using Hudna.Store;

namespace Hudna.Cli.Importing;

/// <summary>Tables of coverage go into the record, row by row.</summary>
internal sealed class CoverageImport(MissionRecord mission)
{
    /// <summary>Records the rows of a table.</summary>
    /// <param name="name">The file's name, as outcomes are to have it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="cancellation">Cancels between two rows; what was recorded stays.</param>
    internal async Task<List<ImportOutcome>> TakeAsync(string name, string text, string by, CancellationToken cancellation)
    {
        CoverageFile table = CoverageTable.Read(text, await mission.Intake.GazetteerAsync(cancellation));
        List<ImportOutcome> outcomes = [];
        foreach (CoverageRow row in table.Rows)
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"{name}:{row.Line}");
            try
            {
                (string id, bool isNew) = await mission.Mechanism.RecordCoverageAsync(row.Content, by, cancellation);
                outcomes.Add(new(at, isNew ? "recorded" : "duplicate", id));
            }
            catch (InvalidActException e)
            {
                outcomes.Add(new(at, "refused", $"{at}: {e.Message}"));
            }
        }

        outcomes.AddRange(table.Problems.Select(p =>
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"{name}:{p.Line}");
            return new ImportOutcome(at, "refused", $"{at}: {(p.Column.Length == 0 ? "" : p.Column + " ")}{p.Message}");
        }));
        return outcomes;
    }
}
