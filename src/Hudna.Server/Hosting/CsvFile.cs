using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hudna.Server.Hosting;

/// <summary>A table for programs: RFC 4180 in UTF-8, its first line the names of the columns.</summary>
internal static class CsvFile
{
    public const string MediaType = "text/csv";

    /// <summary>The table as a file to keep.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="rows">Cells of each row, as many as there are columns; null is an empty cell.</param>
    /// <param name="excel">True writes a byte order mark, and puts an apostrophe before what a spreadsheet would take for a formula.</param>
    public static FileContentHttpResult Of(string name, IReadOnlyList<string> columns, IEnumerable<IEnumerable<string?>> rows, bool excel) =>
        TypedResults.File(Bytes(columns, rows, excel), $"{MediaType}; charset=utf-8", name);

    /// <summary>The table's bytes.</summary>
    public static byte[] Bytes(IReadOnlyList<string> columns, IEnumerable<IEnumerable<string?>> rows, bool excel)
    {
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: excel), leaveOpen: true))
        using (CsvWriter csv = CsvWriter.Create(
            writer, new CsvWriterOptions { NewLine = "\r\n", Injection = excel ? CsvInjection.Escape : CsvInjection.None }, leaveOpen: true))
        {
            csv.WriteRecord([.. columns]);
            foreach (IEnumerable<string?> row in rows)
            {
                csv.WriteRecord([.. row.Select(c => c ?? "")]);
            }
        }

        return bytes.ToArray();
    }
}
