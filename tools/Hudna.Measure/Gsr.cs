using System.Globalization;
using CsvHelper;
using Hudna.Reading;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>Sentences labelled whether they report an event of one type (openeventdata/arabic_event_gsr), against the reader: once
/// counting any act of the type that is not negated, once only what it takes for actual and asserted. "ambiguous" is left out.</summary>
internal sealed class Gsr : IMeasure
{
    public string Name => "gsr";

    public string Usage => $"[--errors] [--cues] [{GsrRow.NoTies}] FILE.csv…   sentences labelled yes / no for ASSAULT or PROTEST";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        bool errors = arguments.Contains("--errors", StringComparer.Ordinal), cues = arguments.Contains("--cues", StringComparer.Ordinal);
        string[] files = [.. arguments.Where(a => !a.StartsWith("--", StringComparison.Ordinal))];
        if (files.Length == 0)
        {
            throw new MeasureException("gsr: name one file or more");
        }

        foreach (string file in files)
        {
            Measure(reader, file, GsrRow.Labelled(file, arguments), errors, cues, output);
        }
    }

    private static void Measure(ArabicReader reader, string file, IEnumerable<GsrRow> rows, bool errors, bool cues, TextWriter output)
    {
        Score any = default, actual = default, odd = default, even = default;
        string type = string.Empty;
        foreach (GsrRow row in rows)
        {
            type = row.Type;
            DocumentReading reading = reader.Read(row.Id, row.Text, row.Published);
            EventMention[] ofType = [.. reading.Events.Where(e => Wire.Name(e.Type) == row.Type)];
            bool yes = row.Label == "yes";
            bool saysActual = Array.Exists(ofType, e => e is { Realis: Realis.Actual, Modality: Modality.Asserted });
            any += Count(yes, Array.Exists(ofType, e => e.Modality != Modality.Negated));
            Score one = Count(yes, saysActual);
            actual += one;
            (odd, even) = row.IsOdd ? (odd + one, even) : (odd, even + one);
            if (cues)
            {
                foreach (EventMention e in ofType)
                {
                    output.WriteLine($"{row.Id}\t{row.Label}\t{e.Text}\t{Wire.Name(e.Realis)}\t{e.RealisRule}");
                }
            }
            else if (errors && yes != saysActual)
            {
                output.WriteLine($"{(yes ? "missed" : "wrong")}\t{row.Id}\t{row.Label}\t{string.Join(" | ", ofType.Select(e => $"{e.Text}: {Wire.Name(e.Realis)} {e.RealisRule}"))}");
            }
        }

        if (!cues)
        {
            output.WriteLine($"{type}  {Path.GetFileName(file)}");
            output.WriteLine($"  any not negated        {any}");
            output.WriteLine($"  actual and asserted    {actual}");
            output.WriteLine($"    rows of odd sign     {odd}");
            output.WriteLine($"    rows of even sign    {even}");
        }
    }

    private static Score Count(bool yes, bool said) => (yes, said) switch
    {
        (true, true) => new Score(1, 0, 0),
        (true, false) => new Score(0, 0, 1),
        (false, true) => new Score(0, 1, 0),
        _ => default,
    };
}

/// <summary>One labelled sentence.</summary>
/// <param name="Id">Its id; a news agency's holds the date.</param>
/// <param name="Type">PLOVER type that the label is about.</param>
/// <param name="Label">yes, easy no, difficult no or ambiguous.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Accept">How many annotators said yes.</param>
/// <param name="Total">How many there were.</param>
internal sealed record GsrRow(string Id, string Type, string Label, string Text, int Accept, int Total)
{
    /// <summary>The option that leaves out ties.</summary>
    public const string NoTies = "--no-ties";

    private static readonly string[] s_columns = ["id", "event_type", "label", "text", "accept", "total"];

    /// <summary>Labelled no though half of its annotators or more said yes.</summary>
    public bool IsTie => Label != "yes" && Accept * 2 >= Total;

    /// <summary>The date in the id, as in AAW_ARB_20071026.0026-2; null when there is none.</summary>
    public DateOnly? Published
    {
        get
        {
            foreach (string part in Id.Split('_', '.', '-'))
            {
                if (part.Length == 8 && DateOnly.TryParseExact(part, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
                {
                    return date;
                }
            }

            return null;
        }
    }

    /// <summary>One half of all rows, told by the id alone, so that weights can be set on one half and checked on the other.</summary>
    public bool IsOdd => Id.Aggregate(7, (sum, c) => unchecked((sum * 31) + c)) % 2 != 0;

    /// <summary>The rows that measure: not the ambiguous, and with <see cref="NoTies"/> not the ties.</summary>
    public static GsrRow[] Labelled(string file, string[] arguments)
    {
        bool ties = !arguments.Contains(NoTies, StringComparer.Ordinal);
        return [.. Read(file).Where(r => r.Label != "ambiguous" && (ties || !r.IsTie))];
    }

    /// <summary>The rows of a CSV file with the columns id, event_type, label, text, accept, total; RFC 4180 quotes.</summary>
    private static IEnumerable<GsrRow> Read(string file)
    {
        List<string[]> rows = Csv(File.Exists(file) ? File.ReadAllText(file) : throw new MeasureException($"{file}: there is no such file"));
        int[] at = [.. s_columns.Select(c => rows.Count == 0 ? -1 : Array.IndexOf(rows[0], c))];
        if (at.Contains(-1))
        {
            throw new MeasureException($"{file}: columns {string.Join(", ", s_columns)} are expected");
        }

        return rows.Skip(1).Where(r => r.Length > at.Max()).Select(r => new GsrRow(r[at[0]], r[at[1]], r[at[2]], r[at[3]], Count(r[at[4]]), Count(r[at[5]])));

        int Count(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count : throw new MeasureException($"{file}: accept and total are whole numbers, not \"{cell}\"");
    }

    private static List<string[]> Csv(string text)
    {
        using CsvReader csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false });
        List<string[]> rows = [];
        while (csv.Read())
        {
            rows.Add(csv.Current.ToArray());
        }

        return rows;
    }
}
