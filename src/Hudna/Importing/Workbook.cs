using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hudna.Incidents;

namespace Hudna.Importing;

/// <summary>Reads sheets of an XLSX workbook (ISO/IEC 29500, SpreadsheetML). Numbers stand as they are kept, days as 2017-01-31, moments as
/// 2017-01-31 14:30, truth as TRUE and FALSE; a formula as its last result. Bounded, so that a small file cannot ask for much memory.</summary>
public sealed class Workbook
{
    /// <summary>Bytes of all parts of a workbook, unpacked, at most.</summary>
    public const long UnpackedBytesMax = 1L << 30;

    /// <summary>Rows and columns of a sheet as of the standard (Excel's limits).</summary>
    public const int RowsMax = 1_048_576, ColumnsMax = 16_384;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly List<(string Name, string PartId)> sheets = [];
    private readonly List<string> shared = [];
    private readonly List<bool> isDate = [];
    private readonly bool from1904;

    private Workbook(ReadOnlyMemory<byte> bytes, SpreadsheetDocument document)
    {
        this.bytes = bytes;
        WorkbookPart part = document.WorkbookPart ?? throw new BadTableException("is no workbook: it has no workbook part");
        foreach (Sheet sheet in part.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.Id?.Value is { } id && part.TryGetPartById(id, out OpenXmlPart? its) && its is WorksheetPart)
            {
                sheets.Add((sheet.Name?.Value ?? string.Empty, id));
            }
        }

        from1904 = part.Workbook?.WorkbookProperties?.Date1904?.Value ?? false;
        foreach (SharedStringItem item in part.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? [])
        {
            shared.Add(TextOf(item));
        }

        Dictionary<uint, string> formats = (part.WorkbookStylesPart?.Stylesheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(f => f.NumberFormatId?.Value is not null).DistinctBy(f => f.NumberFormatId!.Value)
            .ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode?.Value ?? string.Empty);
        isDate.AddRange((part.WorkbookStylesPart?.Stylesheet?.CellFormats?.Elements<CellFormat>() ?? [])
            .Select(f => f.NumberFormatId?.Value is { } id && (formats.TryGetValue(id, out string? code) ? IsDateFormat(code) : id is >= 14 and <= 22 or >= 45 and <= 47)));
    }

    /// <summary>Names of the sheets, in their order.</summary>
    public IReadOnlyList<string> Sheets => [.. sheets.Select(s => s.Name)];

    /// <summary>True when bytes begin as a ZIP file does, which a workbook is.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Opens a workbook.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="BadTableException">It is none, or asks for too much.</exception>
    public static Workbook Open(ReadOnlyMemory<byte> bytes) => Guarded(bytes, document => new Workbook(bytes, document));

    /// <summary>A sheet as a table.</summary>
    /// <param name="name">The sheet, any case; null for the first.</param>
    /// <param name="isHeader">Knows a header when it sees it: titles may stand above it.</param>
    /// <exception cref="BadTableException">There is no such sheet, or nothing in it.</exception>
    public SourceTable Table(string? name, Func<IReadOnlyList<string>, bool> isHeader)
    {
        int at = name is null ? 0 : sheets.FindIndex(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
        if (at < 0 || sheets.Count == 0)
        {
            throw new BadTableException(name is null ? "has no sheet" : $"has no sheet \"{name}\"; it has {string.Join(", ", Sheets.Select(s => $"\"{s}\""))}");
        }

        string id = sheets[at].PartId;
        List<(int Row, string[] Cells)> first = Guarded(bytes, d => FirstRecords(d, id));
        (int Row, string[] Cells) header = HeaderSearch.Find(first, r => r.Cells, isHeader) ?? throw new BadTableException($"the sheet \"{sheets[at].Name}\" is empty; a header row is expected", 1, "empty");
        int width = header.Cells.Length;
        while (width > 1 && string.IsNullOrWhiteSpace(header.Cells[width - 1]))
        {
            width--;
        }

        string[] others = [.. sheets.Where((_, i) => i != at).Select(s => s.Name)];
        return new SourceTable(header.Cells[..width], header.Row, problems => Rows(id, header.Row, width, problems))
        {
            Notes = name is not null || others.Length == 0 ? [] : [$"only the sheet \"{sheets[at].Name}\" was read; not read: {string.Join(", ", others)} (say which with --sheet)"],
        };
    }

    private IEnumerable<SourceRow> Rows(string partId, int headerRow, int width, List<RowProblem> problems)
    {
        // The package is held open while rows are taken; what is wrong inside it ends the rows with a message.
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using SpreadsheetDocument document = Guarded(() => SpreadsheetDocument.Open(stream, false, Settings));
        using IEnumerator<(int Row, string[] Cells)> records = Records(document, partId).GetEnumerator();
        int last = headerRow;
        while (true)
        {
            (int row, string[] cells) record;
            try
            {
                if (!Guarded(records.MoveNext))
                {
                    yield break;
                }

                record = records.Current;
            }
            catch (BadTableException e)
            {
                problems.Add(new RowProblem(last + 1, string.Empty, $"{e.Message}: this row and all after it were not read"));
                yield break;
            }

            (last, string[] found) = record;
            if (last <= headerRow)
            {
                continue;
            }

            if (found.AsSpan(Math.Min(width, found.Length)).ContainsAnyExcept(string.Empty))
            {
                problems.Add(new RowProblem(last, string.Empty, $"has a cell beyond the last column of the header ({ColumnLetters(width - 1)})"));
                continue;
            }

            string[] cells = new string[width];
            for (int i = 0; i < width; i++)
            {
                cells[i] = i < found.Length ? found[i] : string.Empty;
            }

            yield return new SourceRow(last, cells, null);
        }
    }

    // Rows up to one that cannot be read, which is said when its turn comes.
    private List<(int Row, string[] Cells)> FirstRecords(SpreadsheetDocument document, string partId)
    {
        var first = new List<(int, string[])>();
        try
        {
            foreach ((int, string[]) record in Records(document, partId).Take(HeaderSearch.RowsMax))
            {
                first.Add(record);
            }
        }
        catch (BadTableException) when (first.Count > 0)
        {
            return first;
        }

        return first;
    }

    // Each row that is there, with its number; empty cells as "".
    private IEnumerable<(int Row, string[] Cells)> Records(SpreadsheetDocument document, string partId)
    {
        using OpenXmlReader reader = OpenXmlReader.Create((WorksheetPart)document.WorkbookPart!.GetPartById(partId));
        int number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;
            int told = row.RowIndex?.Value is { } index ? (int)Math.Min(index, int.MaxValue) : number + 1;
            if (told <= number || told > RowsMax)
            {
                throw new BadTableException($"a row numbered {told} stands after row {number}; rising numbers up to {RowsMax} are expected");
            }

            number = told;
            yield return (number, Cells(row));
        }
    }

    private string[] Cells(Row row)
    {
        var cells = new List<string>();
        foreach (Cell cell in row.Elements<Cell>())
        {
            int at = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            if (at < cells.Count || at >= ColumnsMax)
            {
                throw new BadTableException($"a cell {cell.CellReference?.Value} stands where none can; columns from left to right, up to {ColumnsMax}, are expected");
            }

            while (cells.Count < at)
            {
                cells.Add(string.Empty);
            }

            cells.Add(Value(cell).Trim());
        }

        return [.. cells];
    }

    private string Value(Cell cell)
    {
        string raw = cell.CellValue?.Text ?? string.Empty;
        string type = cell.DataType?.InnerText ?? "n";
        return type switch
        {
            "s" => int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < shared.Count ? shared[at]
                : throw new BadTableException($"cell {cell.CellReference?.Value} names text {raw} of {shared.Count}"),
            "inlineStr" => cell.InlineString is { } inline ? TextOf(inline) : string.Empty,
            "b" => raw is "1" ? "TRUE" : raw is "0" ? "FALSE" : raw,
            "e" or "str" or "d" => raw,
            _ => cell.StyleIndex?.Value is { } style && style < isDate.Count && isDate[(int)style] && Number(raw) is { } days ? Moment(days, raw) : Plain(raw),
        };
    }

    private static double? Number(string raw) => double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    // 0.1 + 0.2 is kept as 0.30000000000000004; what a person typed is the shortest number that is the same.
    private static string Plain(string raw) => Number(raw) is { } number && double.IsFinite(number) && Math.Abs(number) < 1e15 && (raw.Contains('E', StringComparison.OrdinalIgnoreCase) || raw.Length > 15)
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : raw;

    // Day 60 of 1900 is the 29 February that there was not: days before it count from 31 December 1899.
    private string Moment(double days, string raw)
    {
        if (days is < 0 or >= 2_958_466)
        {
            return raw;
        }

        double whole = Math.Floor(days);
        int minutes = (int)Math.Round((days - whole) * 24 * 60, MidpointRounding.AwayFromZero);
        DateTime start = from1904 ? new DateTime(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) : new DateTime(1899, 12, whole < 60 ? 31 : 30, 0, 0, 0, DateTimeKind.Unspecified);
        if (whole == 0 && !from1904)
        {
            return TimeOnly.MinValue.AddMinutes(minutes).ToString("HH:mm", CultureInfo.InvariantCulture);
        }

        if ((start.Date - DateTime.MinValue).TotalDays + whole + 1 >= (DateTime.MaxValue - DateTime.MinValue).TotalDays)
        {
            return raw;
        }

        DateTime moment = start.AddDays(whole).AddMinutes(minutes);
        return moment.ToString(minutes == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static string TextOf(RstType text) => text.Text is { } whole ? whole.Text : string.Concat(text.Elements<Run>().Select(r => r.Text?.Text));

    // Letters that mean day, month, year, hour or second, outside quotation marks, brackets and escapes.
    private static bool IsDateFormat(string code)
    {
        for (int i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = code.IndexOf('"', i + 1);
                    break;
                case '[' when i + 1 < code.Length && char.ToLowerInvariant(code[i + 1]) is not ('h' or 'm' or 's'):
                    i = code.IndexOf(']', i);
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'd' or 'm' or 'y' or 'h' or 's' or 'D' or 'M' or 'Y' or 'H' or 'S':
                    return true;
                default:
                    break;
            }

            if (i < 0)
            {
                return false;
            }
        }

        return false;
    }

    private static int ColumnOf(string reference)
    {
        int column = 0;
        foreach (char c in reference)
        {
            if (!char.IsAsciiLetterUpper(c) || column > ColumnsMax)
            {
                break;
            }

            column = (column * 26) + (c - 'A' + 1);
        }

        return column - 1 is >= 0 and var at ? at : throw new BadTableException($"a cell is called \"{reference}\"; a name such as B7 is expected");
    }

    /// <summary>What a sheet calls a column: A, Z, AA.</summary>
    /// <param name="at">0 for the first.</param>
    public static string ColumnLetters(int at) => at < 26 ? ((char)('A' + at)).ToString() : ColumnLetters((at / 26) - 1) + (char)('A' + (at % 26));

    private static OpenSettings Settings => new() { MaxCharactersInPart = UnpackedBytesMax };

    private static T Guarded<T>(ReadOnlyMemory<byte> bytes, Func<SpreadsheetDocument, T> use) => Guarded(() =>
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        CheckSize(stream);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, false, Settings);
        return use(document);
    });

    // .NET unpacks no more of an entry than it says it has, so what the entries say bounds what is unpacked.
    private static void CheckSize(MemoryStream stream)
    {
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            long unpacked = 0;
            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                unpacked += Math.Clamp(entry.Length, 0, UnpackedBytesMax);
                if (unpacked > UnpackedBytesMax)
                {
                    throw new BadTableException($"unpacks to more than {UnpackedBytesMax >> 20} MB. Split it.", 0, "too-large");
                }
            }
        }

        stream.Position = 0;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The library lets through whatever a damaged package makes its parts throw; each means the same to who handed it in.")]
    private static T Guarded<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (XmlException e)
        {
            throw new BadTableException($"is a damaged workbook: {e.Message}");
        }
        catch (Exception e) when (e is not (BadTableException or OutOfMemoryException))
        {
            throw new BadTableException($"is no workbook that can be read ({e.GetType().Name}). Save it as .xlsx or .csv anew.");
        }
    }
}
