using Hudna.Documents;

namespace Hudna.Importing;

/// <summary>Opens files of rows: CSV and TSV in any encoding that <see cref="TextDecoding"/> knows, XLSX, GeoJSON.</summary>
public static class TableFiles
{
    /// <summary>File name extensions of tables, lower case, with the dot.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".csv", ".tsv", ".xlsx", ".geojson"];

    /// <summary>Bytes at the begin of a file by which it is told.</summary>
    public const int BeginLength = 4096;

    /// <summary>True when a file is a table by its name, or by its first <see cref="BeginLength"/> bytes a workbook or a GeoJSON collection.</summary>
    public static bool IsTable(string fileName, ReadOnlySpan<byte> bytes) =>
        Extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase) || (IsWorkbook(fileName, bytes) && !IsDocument(fileName))
        || (Path.GetExtension(fileName).Equals(".json", StringComparison.OrdinalIgnoreCase) && bytes[..Math.Min(bytes.Length, BeginLength)].IndexOf("\"FeatureCollection\""u8) >= 0);

    /// <summary>Opens a table.</summary>
    /// <param name="fileName">The file's name, whose extension tells the format.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="sheet">The sheet of a workbook; null for the first.</param>
    /// <param name="isHeader">Knows a header when it sees it.</param>
    /// <exception cref="BadTableException">It cannot be opened.</exception>
    public static SourceTable Open(string fileName, ReadOnlyMemory<byte> bytes, string? sheet, Func<IReadOnlyList<string>, bool> isHeader)
    {
        if (bytes.Length > DocumentFiles.LargestFile)
        {
            throw new BadTableException($"{bytes.Length / 1_000_000} MB, above the limit of {DocumentFiles.LargestFile / 1_000_000} MB. Split it.", 0, "too-large");
        }

        if (IsWorkbook(fileName, bytes.Span))
        {
            return Workbook.Open(bytes).Table(sheet, isHeader);
        }

        if (sheet is not null)
        {
            throw new BadTableException($"a sheet (\"{sheet}\") is asked for, and only workbooks (.xlsx) have sheets");
        }

        if (!TextDecoding.TryDecode(bytes.Span, null, out DecodedText? text, out DocumentProblem? problem))
        {
            throw new BadTableException(problem.Message, 0, problem.Code);
        }

        bool isJson = Path.GetExtension(fileName).ToUpperInvariant() is ".GEOJSON" or ".JSON";
        return isJson ? GeoJsonRows.Table(text.Text) : CsvRows.Table(text.Text, isHeader);
    }

    /// <summary>Reads the form of an export: a workbook with the sheets survey and choices (xlsform.org).</summary>
    /// <exception cref="BadTableException">It is none.</exception>
    public static FormQuestions Form(ReadOnlyMemory<byte> bytes)
    {
        Workbook workbook = Workbook.Open(bytes);
        bool isSheet(string name) => workbook.Sheets.Contains(name, StringComparer.OrdinalIgnoreCase);
        return !isSheet("survey") ? throw new BadTableException("has no sheet \"survey\": an XLSForm is expected")
            : FormQuestions.Of(
                workbook.Table("survey", h => ColumnNames.IndexOf(h, "type") >= 0 && ColumnNames.IndexOf(h, "name") >= 0),
                isSheet("choices") ? workbook.Table("choices", h => ColumnNames.IndexOf(h, "list_name") >= 0) : null);
    }

    private static bool IsWorkbook(string fileName, ReadOnlySpan<byte> bytes) =>
        Workbook.LooksLike(bytes) || Path.GetExtension(fileName).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);

    private static bool IsDocument(string fileName) => DocumentFiles.Extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);
}
