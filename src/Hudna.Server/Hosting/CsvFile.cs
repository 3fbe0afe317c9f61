using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hudna.Server.Hosting;

/// <summary>A small table for programs: RFC 4180 in UTF-8, its first line the names of the columns.</summary>
internal static class CsvFile
{
    public const string MediaType = "text/csv";

    /// <param name="name">The file's name.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="rows">Cells of each row, as many as there are columns; null is an empty cell.</param>
    /// <param name="excel">True writes a byte order mark, and puts an apostrophe before what a spreadsheet would take for a formula.</param>
    public static async Task<FileContentHttpResult> WriteAsync(string name, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows, bool excel)
    {
        using var bytes = new MemoryStream();
        await using (var writer = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: excel), leaveOpen: true))
        await using (CsvWriter csv = CsvWriter.Create(
            writer, new CsvWriterOptions { NewLine = "\r\n", Injection = excel ? CsvInjection.Escape : CsvInjection.None }, leaveOpen: true))
        {
            csv.WriteRecord([.. columns]);
            foreach (IReadOnlyList<string?> row in rows)
            {
                csv.WriteRecord([.. row.Select(c => c ?? "")]);
            }
        }

        return TypedResults.File(bytes.ToArray(), $"{MediaType}; charset=utf-8", name);
    }
}
