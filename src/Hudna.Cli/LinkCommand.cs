using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper;
using Hudna.Cli.Importing;
using Hudna.Linking;
using Hudna.Linking.Articles;

namespace Hudna.Cli;

/// <summary><c>hudna link</c>: reports in, incidents out, without a server.</summary>
internal static class LinkCommand
{
    internal const string Examples = """
        Examples:
          hudna link reports.csv --out incidents.csv
          hudna link reports.csv --possible possible.csv --explain weights.csv --threshold 0.7 > incidents.csv
          hudna link articles.jsonl --out incidents.csv

        reports.csv has any of the columns id, source, date_start, date_end, date_prec, latitude, longitude, where_prec, place, adm_1, adm_2,
        event_type, actor_a, actor_b, deaths_low, deaths_best, deaths_high, text; UCDP GED's names and precision codes. articles.jsonl has
        id, published and text in each line (Arabic; others are named and left out); articles are read first, and the output has
        id,incident,place,date,weight: a line for each incident that an article reports.

        Exit code: 0 all linked; 2 some rows were unusable, as standard error says, and the rest was linked.
        """;

    internal static Command Build(Shell shell)
    {
        Argument<FileInfo> file = new("FILE") { Description = "Reports as CSV, or articles as JSON Lines (.jsonl)." };
        Option<FileInfo?> output = new("--out") { Description = "Where to write; without it standard output.", HelpName = "FILE" };
        Option<FileInfo?> possible = new("--possible") { Description = "Writes pairs of incidents that may be one: incident,other,weight.", HelpName = "FILE" };
        Option<FileInfo?> explain = new("--explain") { Description = "Writes the weights as learned: field,level,m,u,weight.", HelpName = "FILE" };
        Option<double> threshold = new("--threshold") { Description = "Probability from which two are taken for one.", DefaultValueFactory = _ => 0.5, HelpName = "0..1" };
        Option<int> threads = new("--threads") { Description = "Threads at most.", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string?> memory = new("--memory") { Description = "Memory at most, as 4GB or 500MB; linking that needs more stops and says so.", HelpName = "SIZE" };
        threshold.Validators.Add(r => Check(r, r.GetValueOrDefault<double>() is > 0 and < 1, "--threshold: a probability between 0 and 1 is expected"));
        threads.Validators.Add(r => Check(r, r.GetValueOrDefault<int>() is >= 1 and <= 1024, "--threads: 1 to 1024 is expected"));
        Command command = new("link", "Put reports into incidents: which of them are about the same happening.") { file, output, possible, explain, threshold, threads, memory };
        command.SetAction(parsed => Run(shell, new Job(
            parsed.GetValue(file)!, parsed.GetValue(output), parsed.GetValue(possible), parsed.GetValue(explain),
            parsed.GetValue(threshold), parsed.GetValue(threads), parsed.GetValue(memory))));
        return command;
    }

    private static void Check(System.CommandLine.Parsing.OptionResult result, bool isGood, string message)
    {
        if (!isGood)
        {
            result.AddError(message);
        }
    }

    private static int Run(Shell shell, Job job)
    {
        if (!job.File.Exists)
        {
            shell.Say($"{job.File}: there is no such file");
            return ExitCode.BadInput;
        }

        if (job.Memory is { } memory && !Limit(memory))
        {
            shell.Say($"--memory: '{memory}' is no size; 4GB or 500MB is expected");
            return ExitCode.BadInput;
        }

        int problems = 0;
        try
        {
            Stopwatch clock = Stopwatch.StartNew();
            ProgressLine compare = new(shell, "compared %"), join = new(shell, "joined %");
            LinkOptions options = new() { Threshold = LogOdds.Of(job.Threshold), Threads = job.Threads };
            options = options with { PossibleFrom = Math.Min(options.PossibleFrom, options.Threshold) };
            Lock gate = new();
            void Tell(LinkProgress p)
            {
                lock (gate)
                {
                    (p.Phase == LinkPhase.Compare ? compare : join).Show((int)(100 * p.Done), 100);
                }
            }

            (int reports, int incidents) = job.IsArticles ? LinkArticles(shell, job, options, Tell, ref problems) : LinkTable(shell, job, options, Tell, ref problems);
            shell.Say(string.Create(CultureInfo.InvariantCulture, $"{reports} reports, {incidents} incidents, {clock.Elapsed.TotalSeconds:0.0} s"));
        }
        catch (LinkInputException e)
        {
            shell.Say($"{job.File}: {e.Message}");
            return ExitCode.BadInput;
        }
        catch (OutOfMemoryException)
        {
            shell.Say($"{job.File}: more memory is needed than {job.Memory ?? "there is"}; give --memory more, or link the file in parts by region or year");
            return ExitCode.BadInput;
        }

        return problems > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static (int Reports, int Incidents) LinkTable(Shell shell, Job job, LinkOptions options, Action<LinkProgress> tell, ref int problems)
    {
        int bad = 0;
        using FileStream stream = job.File.OpenRead();
        LinkResult result = new BulkLinker(options, tell).Link(ReportCsv.Read(stream, p =>
        {
            bad++;
            shell.Say($"{job.File}: {p.Line}: {(p.Column.Length > 0 ? p.Column + " " : string.Empty)}{p.Message}");
        }));
        problems += bad;
        Table(shell, job.Out, ["id", "incident", "weight"], result.Links().Select(l => (string[])[l.Id, l.Incident, Weight(l.Probability)]));
        Possible(shell, job, result.Possible());
        if (job.Explain is not null)
        {
            Table(shell, job.Explain, ["field", "level", "m", "u", "weight"], result.Levels().Select(l => (string[])
            [
                l.Field.ToString().ToLowerInvariant(), l.Level.ToString(CultureInfo.InvariantCulture), l.M.ToString("0.######", CultureInfo.InvariantCulture),
                l.U.ToString("0.######", CultureInfo.InvariantCulture), Math.Log(l.M / l.U).ToString("0.000", CultureInfo.InvariantCulture),
            ]));
        }

        return (result.Count, result.Links().Select(l => l.Incident).Distinct(StringComparer.Ordinal).Count());
    }

    private static (int Reports, int Incidents) LinkArticles(Shell shell, Job job, LinkOptions options, Action<LinkProgress> tell, ref int problems)
    {
        ArticleLinks links = new ArticleLinker(options, tell).Link(ArticleRun.Read(job.File.FullName, shell, ref problems));
        Table(shell, job.Out, ["id", "incident", "place", "date", "weight"], ArticleRun.Lines(links).Select(l => (string[])[l.Id, l.Incident, l.Place, l.Date, Weight(l.Probability)]));
        Possible(shell, job, links.Possible());
        if (job.Explain is not null)
        {
            Table(shell, job.Explain, ["field", "level", "weight"], links.Levels().Select(l => (string[])
                [l.Field.ToLowerInvariant(), l.Level, l.Weight.ToString("0.000", CultureInfo.InvariantCulture)]));
        }

        return (links.Count, links.Links().Select(l => l.Incident).Distinct(StringComparer.Ordinal).Count());
    }

    private static void Possible(Shell shell, Job job, IEnumerable<(string Incident, string Other, double Probability)> possible)
    {
        if (job.Possible is not null)
        {
            Table(shell, job.Possible, ["incident", "other", "weight"], possible.Select(p => (string[])[p.Incident, p.Other, Weight(p.Probability)]));
        }
    }

    private static void Table(Shell shell, FileInfo? file, string[] header, IEnumerable<string[]> rows)
    {
        using StreamWriter writer = file is null
            ? new StreamWriter(shell.Out, new UTF8Encoding(false), bufferSize: 65536, leaveOpen: true)
            : new StreamWriter(file.FullName, append: false, new UTF8Encoding(false));
        using CsvWriter csv = CsvWriter.Create(writer, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(header);
        foreach (string[] row in rows)
        {
            csv.WriteRecord(row);
        }
    }

    private static string Weight(double probability) => probability.ToString("0.000", CultureInfo.InvariantCulture);

    private static bool Limit(string size)
    {
        (string digits, double unit) = size.ToUpperInvariant() switch
        {
            [.. var d, 'G', 'B'] => (d, 1e9),
            [.. var d, 'M', 'B'] => (d, 1e6),
            _ => (string.Empty, 0.0),
        };
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) || number * unit < 100e6)
        {
            return false;
        }

        AppContext.SetData("GCHeapHardLimit", (ulong)(number * unit));
        GC.RefreshMemoryLimit();
        return true;
    }

    private sealed record Job(
        FileInfo File, FileInfo? Out, FileInfo? Possible, FileInfo? Explain, double Threshold, int Threads, string? Memory)
    {
        public bool IsArticles => string.Equals(File.Extension, ".jsonl", StringComparison.OrdinalIgnoreCase);
    }
}
