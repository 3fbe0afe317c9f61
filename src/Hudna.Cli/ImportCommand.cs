using System.CommandLine;
using System.Globalization;
using System.Text;
using Hudna.Cli.Importing;
using Hudna.Cli.Reading;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Cli;

/// <summary><c>hudna import</c>: files go into a mission's record and are read.</summary>
internal static class ImportCommand
{
    // Rows of a table from which on it has a progress line of its own.
    private const int LongTable = 2_000;

    internal static Command Build(Shell shell)
    {
        Option<string> data = DataFolder.Option("The mission's data folder; a new record is made where there is none");
        Option<string?> source = new("--source") { Description = "Outlet, team or desk. Without it: what the document or the row says of itself, else the file's name.", HelpName = "NAME" };
        Option<string?> published = new("--published") { Description = "Date of publication, or a file of lines id<TAB>date. Without it: what the document says.", HelpName = "DATE|FILE" };
        Option<string?> layout = new("--as") { Description = $"Layout of a table: {string.Join(", ", Layouts.Names)}. Without it: recognised by the header.", HelpName = "LAYOUT" };
        layout.AcceptOnlyFromAmong([.. Layouts.Names]);
        Option<string?> mapping = new("--mapping") { Description = "What the columns of a table give, as JSON. It is kept: later tables with these columns are read by it too.", HelpName = "FILE" };
        Option<string?> form = new("--form") { Description = "XLSForm of an export of KoboToolbox or ODK: codes become the words of the form.", HelpName = "FILE" };
        Option<string?> sheet = new("--sheet") { Description = "Sheet of a workbook; without it the first.", HelpName = "NAME" };
        Option<DateOrder?> order = new("--date-order") { Description = "Dates such as 03/04/2017: dmy (3 April) or mdy (4 March). Without it they are left out and named.", HelpName = "dmy|mdy" };
        Option<bool> preview = new("--preview") { Description = "Shows what tables would give, with errors by line and column. Nothing is written." };
        Option<bool> print = new("--print-mapping") { Description = "Prints the mapping of a table as JSON, to be changed and handed in with --mapping. Nothing is written." };
        Argument<string[]> files = new("FILE")
        {
            Description = $"Files ({string.Join(' ', FileImport.Extensions)}), folders, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(InputFiles.RefuseUnknownOptions);
        Command command = new("import", "Take reports, feeds and tables of observations and of coverage into a mission's record, and read them.")
        {
            data, source, published, layout, mapping, form, sheet, order, preview, print, files,
        };
        command.SetAction(async (parsed, _) =>
        {
            using Interruption interruption = new();
            TableChoice tables = new(
                parsed.GetValue(layout), MappingOf(parsed.GetValue(mapping)), parsed.GetValue(sheet), BytesOf(parsed.GetValue(form), "--form"), parsed.GetValue(order));
            ImportRun run = new(
                parsed.GetValue(data)!, new KnownOfFile(parsed.GetValue(source), null, null) { Tables = tables }, PublicationDates.Of(parsed.GetValue(published)), parsed.GetValue(files)!);
            return parsed.GetValue(print) ? await new ImportPreview(shell, run).PrintMappingAsync(interruption.Token)
                : parsed.GetValue(preview) ? await new ImportPreview(shell, run).ShowAsync(interruption.Token)
                : await RunAsync(shell, run, interruption.Token);
        });
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, ImportRun run, CancellationToken cancellation)
    {
        if (!MissionRecord.IsIn(run.Folder))
        {
            shell.Say($"no record in {run.Folder} yet: making one.");
        }

        await using MissionRecord mission = await MissionRecord.OpenAsync(run.Folder, create: true, shell.Clock);
        FileImport import = new(mission);
        ProgressLine filing = new(shell, "filing");
        bool someRefused = false;
        Dictionary<string, string> places = new(StringComparer.Ordinal);
        List<(string? Path, string? Problem)> files = [.. InputFiles.Of(run.Names, FileImport.Extensions)];
        for (int i = 0; i < files.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            (string? path, string? problem) = files[i];
            (byte[]? bytes, string? unreadable) = path is null ? (null, problem) : InputFiles.Read(path, shell.In);
            if (bytes is null)
            {
                Told([new(path ?? problem![..problem!.IndexOf(':', StringComparison.Ordinal)], "refused", unreadable!)]);
            }
            else
            {
                ProgressLine? rows = null;
                await import.TakeAsync(path is "-" ? "stdin" : path!, bytes, run.KnownOf(path!), (outcomes, done, all) =>
                {
                    Told(outcomes);
                    if (all >= LongTable)
                    {
                        (rows ??= new ProgressLine(shell, $"{Path.GetFileName(path)}: row")).Show(done, all);
                    }
                }, cancellation);
            }

            filing.Show(i + 1, files.Count);
        }

        await ReadAsync(shell, mission, places, cancellation);
        foreach (string line in await RecordSummary.OfAsync(mission.Record, cancellation))
        {
            await shell.Error.WriteLineAsync(line);
        }

        return someRefused ? ExitCode.BadInput : ExitCode.Done;

        void Told(IReadOnlyList<ImportOutcome> outcomes)
        {
            foreach (ImportOutcome outcome in outcomes)
            {
                Write(shell, outcome);
                someRefused |= outcome.IsRefused;
                if (!outcome.IsRefused && !outcome.IsNote)
                {
                    places.TryAdd(outcome.Detail, outcome.At);
                }
            }
        }
    }

    private static async Task ReadAsync(Shell shell, MissionRecord mission, Dictionary<string, string> places, CancellationToken cancellation)
    {
        ProgressLine reading = new(shell, "reading");
        await mission.Intake.ReadQueuedAsync(
            new DirectProgress(p =>
            {
                reading.Show(p.Done, p.Total);
                string at = places.GetValueOrDefault(p.Last.ReportId, p.Last.ReportId);
                if (p.Last.Status == ReportStatus.Unread)
                {
                    Write(shell, new(at, "unread", p.Last.UnreadReason ?? "?"));
                }

                foreach (string problem in p.Last.Problems)
                {
                    shell.Say($"{at}: {problem}");
                }
            }),
            cancellation);
    }

    private static void Write(Shell shell, ImportOutcome outcome)
    {
        if (outcome.IsRefused || outcome.IsNote)
        {
            shell.Say(outcome.Detail);
        }

        if (!outcome.IsNote)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"{outcome.Outcome}\t{outcome.At}\t{outcome.Detail.Replace('\t', ' ')}\n");
            ClosedPipes.Write(shell.Out, Encoding.UTF8.GetBytes(line));
        }
    }

    private static Mapping? MappingOf(string? path)
    {
        if (path is null)
        {
            return null;
        }

        string? problem = null;
        return Documents.TextDecoding.TryDecode(BytesOf(path, "--mapping"), null, out Documents.DecodedText? text, out _) && MappingJson.Read(text.Text, out problem) is { } mapping
            ? mapping : throw new BadInputException($"--mapping {path}: {problem ?? "no text"}.");
    }

    private static byte[]? BytesOf(string? path, string option)
    {
        (byte[]? bytes, string? problem) = path is null ? (null, null) : !File.Exists(path) ? (null, $"{path}: no such file.") : InputFiles.Read(path, Stream.Null);
        return problem is null ? bytes : throw new BadInputException($"{option} {problem}");
    }

    /// <summary>Reports at once and in order, unlike <see cref="Progress{T}"/>, which posts to other threads.</summary>
    internal sealed class DirectProgress(Action<ReadProgress> show) : IProgress<ReadProgress>
    {
        /// <inheritdoc/>
        public void Report(ReadProgress value) => show(value);
    }
}
