using System.Text;
using Hudna.Store;

namespace Hudna.Tests.Store;

/// <summary>Tables on their way into a record.</summary>
internal static class Tables
{
    public static async Task<IReadOnlyList<RowOutcome>> FileAsync(Intake intake, string name, string text, Func<TableFile, TableFile>? change = null, string? by = null)
    {
        var outcomes = new List<RowOutcome>();
        var file = new TableFile(name, Encoding.UTF8.GetBytes(text));
        TableImport table = await TableImport.OpenAsync(intake, change?.Invoke(file) ?? file, TestContext.Current.CancellationToken);
        await table.RunAsync(
            by,
            rows =>
            {
                outcomes.AddRange(rows);
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);
        return outcomes;
    }
}
