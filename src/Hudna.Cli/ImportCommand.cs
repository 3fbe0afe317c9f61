using System.CommandLine;
using System.Globalization;
using System.Text;
using Hudna.Cli.Importing;
using Hudna.Cli.Reading;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Cli;

/// <summary><c>hudna import</c>: files go into a mission's record and are read.</summary>
internal static class ImportCommand
{
    internal const string Examples = """
        Examples:
          hudna import articles/                             into the demo's record; ./hudna demo shows it
          hudna import --data data articles/
          hudna import --data data --source "Field team 3" --published 2017-01-05 report.txt
          hudna import --data data observations.csv          a table of observations and complaints

        One line per document on standard output: outcome, file (with line), report id or reason, separated by tabs.
        Exit code: 0 all taken in, 2 some were refused (named on standard error; the others are in).
        """;

    internal static Command Build(Shell shell)
    {
        Option<string> data = DataFolder.Option("The mission's data folder; a new record is made where there is none");
        Option<string?> source = new("--source") { Description = "Outlet, team or desk. Without it: what the document says of itself, else the file's name.", HelpName = "NAME" };
        Option<string?> published = new("--published") { Description = "Date of publication, or a file of lines id<TAB>date. Without it: what the document says.", HelpName = "DATE|FILE" };
        Argument<string[]> files = new("FILE")
        {
            Description = $"Files ({string.Join(' ', FileImport.Extensions)}), folders, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(InputFiles.RefuseUnknownOptions);
        Command command = new("import", "Take reports and tables of observations and of coverage into a mission's record, and read them.") { data, source, published, files };
        command.SetAction(async (parsed, _) =>
        {
            using Interruption interruption = new();
            return await RunAsync(
                shell, parsed.GetValue(data)!, parsed.GetValue(source), PublicationDates.Of(parsed.GetValue(published)), parsed.GetValue(files)!, interruption.Token);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Shell shell, string folder, string? source, PublicationDates dates, string[] names, CancellationToken cancellation)
    {
        if (!MissionRecord.IsIn(folder))
        {
            shell.Say($"no record in {folder} yet: making one.");
        }

        await using MissionRecord mission = await MissionRecord.OpenAsync(folder, create: true, shell.Clock);
        List<(string? Path, string? Problem)> files = [.. InputFiles.Of(names, FileImport.Extensions)];
        FileImport import = new(mission);
        ProgressLine filing = new(shell, "filing");
        bool someRefused = false;
        Dictionary<string, string> places = new(StringComparer.Ordinal);
        for (int i = 0; i < files.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            (string? path, string? problem) = files[i];
            (byte[]? bytes, string? unreadable) = path is null ? (null, problem) : InputFiles.Read(path, shell.In);
            List<ImportOutcome> outcomes = bytes is null
                ? [new(path ?? problem![..problem!.IndexOf(':', StringComparison.Ordinal)], "refused", unreadable!)]
                : await import.TakeAsync(path is "-" ? "stdin" : path!, bytes, new(source, dates.For(Documents.DocumentFiles.IdOf(path!)), null), cancellation);
            foreach (ImportOutcome outcome in outcomes)
            {
                Write(shell, outcome);
                someRefused |= outcome.IsRefused;
                places.TryAdd(outcome.Detail, outcome.At);
            }

            filing.Show(i + 1, files.Count);
        }

        await ReadAsync(shell, mission, places, cancellation);
        foreach (string line in await RecordSummary.OfAsync(mission.Record, cancellation))
        {
            await shell.Error.WriteLineAsync(line);
        }

        return someRefused ? ExitCode.BadInput : ExitCode.Done;
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
        if (outcome.IsRefused)
        {
            shell.Say(outcome.Detail);
        }

        string line = string.Create(CultureInfo.InvariantCulture, $"{outcome.Outcome}\t{outcome.At}\t{outcome.Detail.Replace('\t', ' ')}\n");
        ClosedPipes.Write(shell.Out, Encoding.UTF8.GetBytes(line));
    }

    /// <summary>Reports at once and in order, unlike <see cref="Progress{T}"/>, which posts to other threads.</summary>
    internal sealed class DirectProgress(Action<ReadProgress> show) : IProgress<ReadProgress>
    {
        /// <inheritdoc/>
        public void Report(ReadProgress value) => show(value);
    }
}
