using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Reading;
using Hudna.Store;
using Hudna.Store.Sqlite;

namespace Hudna.Benchmarks;

/// <summary>One new report linked and stored in a record that holds many: the reports of a <see cref="SyntheticWar"/>, as dense as a million in ten years, filed and
/// linked in steps, then single ones each in a transaction that is on the disk before the clock stops. Beside each, as baseline, one that is stored and not
/// linked.</summary>
internal static class RecordLinking
{
    private const int Seed = 20_170_102, Step = 500, Singles = 1_000;

    // As SyntheticWar.KindOf numbers them.
    private static readonly (EventType Type, string Mode)[] s_acts =
    [
        (EventType.Assault, "aerial"), (EventType.Assault, "heavy-weapons"), (EventType.Assault, "firearms"), (EventType.Assault, "explosives"),
        (EventType.Assault, "targeted"), (EventType.Assault, "abduct"), (EventType.Coerce, "arrest"), (EventType.Protest, "demo"),
    ];

    /// <summary>Measures.</summary>
    /// <param name="reports">Reports held before the clock starts.</param>
    public static async Task<Dictionary<string, double>> FiguresAsync(int reports)
    {
        int days = Math.Max(10, (int)(3650L * reports / 1_000_000));
        string folder = Directory.CreateTempSubdirectory("hudna-bench-record-").FullName;
        try
        {
            await using SqliteRecord record = await SqliteRecord.OpenAsync(folder, create: true);
            var linker = new StreamLinker(new Gazetteer(new Dictionary<string, PlaceEntry>(StringComparer.Ordinal), Actors()), LinkWeights.Shipped);
            LinkReport[] all = [.. new SyntheticWar(Seed, reports + (2 * Singles), days).Reports().OrderBy(r => r.Id, StringComparer.Ordinal)];
            long begun = Stopwatch.GetTimestamp();
            foreach (LinkReport[] some in all.Take(reports).Chunk(Step))
            {
                await record.TogetherAsync(async inside =>
                {
                    foreach (LinkReport report in some)
                    {
                        await AppendAsync(inside, report, linker);
                    }

                    return 0;
                }, CancellationToken.None);
            }

            double filling = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            double[] linked = new double[Singles], stored = new double[Singles];
            for (int i = 0; i < Singles; i++)
            {
                linked[i] = await TimedAsync(() => AppendAsync(record, all[reports + (2 * i)], linker));
                stored[i] = await TimedAsync(() => AppendAsync(record, all[reports + (2 * i) + 1], null));
            }

            RecordCounts counts = await record.CountsAsync(CancellationToken.None);
            return new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["record_reports_held"] = reports,
                ["record_incidents_held"] = counts.Incidents,
                ["record_filled_ms_per_report"] = 1000 * filling / reports,
                ["record_linked_ms_median"] = Quantile(linked, 0.5),
                ["record_linked_ms_p99"] = Quantile(linked, 0.99),
                ["record_stored_only_ms_median"] = Quantile(stored, 0.5),
                ["record_stored_only_ms_p99"] = Quantile(stored, 0.99),
                ["record_linked_over_stored_median"] = Quantile(linked, 0.5) / Quantile(stored, 0.5),
                ["record_rss_mb"] = Environment.WorkingSet / 1e6,
                ["record_disk_mb"] = new DirectoryInfo(folder).EnumerateFiles().Sum(f => f.Length) / 1e6,
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Sides as a list of actors knows them, so that two of them are strangers.
    private static Dictionary<string, ActorEntry> Actors() => SyntheticWar.Parties.Select(p => p.ToLowerInvariant())
        .ToDictionary(p => p, p => new ActorEntry(p, p, [], ActorType.ArmedGroup, "faction", null, [], null, null, "bench"), StringComparer.Ordinal);

    private static async Task<double> TimedAsync(Func<Task> run)
    {
        long begun = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static Task<IReadOnlyList<Act>> AppendAsync(IRecord record, LinkReport report, StreamLinker? linker)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{report.Id}: {report.Act}, {report.First:yyyy-MM-dd}, {string.Join(' ', report.Actors)}");
        byte[] original = Encoding.UTF8.GetBytes(text);
        string hash = ContentId.Sha256(original), id = ContentId.Report(text, hash);
        DateTimeOffset at = new(2017, 1, 1, 0, 0, 0, TimeSpan.Zero);
        ClaimContent content = Content(report, text);
        Act[] acts =
        [
            new(0, at, "machine:bench/1", id, new ReportFiled(ReportKind.Observation, new ReportSource(report.Source!, report.First, at, null, null), null, text, Confidentiality.Public, hash, "text/csv", "utf-8")),
            new(0, at, "machine:bench/1", id, new ReportLeftUnread("bench", "en")),
            new(0, at, "machine:bench/1", ContentId.Claim(id, content), new ClaimProposed(id, content, "bench")),
        ];
        return linker is null ? record.AppendAsync(acts, [original], CancellationToken.None)
            : record.AppendAsync(acts, [original], change => linker.Plan(change.Tellings, change.Reports, change.Incidents), CancellationToken.None);
    }

    private static ClaimContent Content(LinkReport report, string text)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{report.Lat:0.00} {report.Lon:0.00}");
        string value = report.First == report.Last ? $"{report.First:yyyy-MM-dd}" : $"{report.First:yyyy-MM-dd}/{report.Last:yyyy-MM-dd}";
        return new ClaimContent
        {
            Kind = ClaimKind.Event,
            Span = new Span(0, report.Id.Length),
            Text = text[..report.Id.Length],
            Type = s_acts[SyntheticWar.KindOf(report.Act!)].Type,
            Mode = s_acts[SyntheticWar.KindOf(report.Act!)].Mode,
            Place = new ClaimPlace(name, null, null, null, PlaceKind.Settlement, null, report.Lat, report.Lon, report.Precision),
            Time = new ClaimTime(value, null, value, report.First!.Value, report.Last ?? report.First!.Value),
            Actors = [.. report.Actors.Select(Side)],
            Recipients = [.. report.Targets.Select(Side)],
            Dead = (report.DeadBest ?? report.DeadLow) is { } low ? new Count(low, report.DeadBest ?? report.DeadHigh, null) : null,
        };
    }

    private static Party Side(string name) => new(name, null, name.ToLowerInvariant(), name, ActorType.ArmedGroup);

    private static double Quantile(double[] values, double share) => values.Order().ElementAt((int)(share * (values.Length - 1)));
}
