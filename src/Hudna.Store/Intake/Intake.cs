using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Hudna.Acts;
using Hudna.Documents;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Reading;

namespace Hudna.Store;

/// <summary>The way of a report into the record: filed, then read, its claims linked to incidents; and the decisions of people on
/// it. What a method reports as done is durable. Safe to use from several threads and processes at once.</summary>
/// <param name="record">The record.</param>
/// <param name="load">Builds the readers with the mission's additions; called at first use and again when additions were made.</param>
/// <param name="languageOf">BCP 47 code of a text's language; "und" when it cannot be told.</param>
/// <param name="assessing">Keeps assessments up to date.</param>
/// <param name="time">The clock.</param>
public sealed partial class Intake(
    IRecord record, Func<Additions, Readers> load, Func<string, string> languageOf, Assessing assessing, TimeProvider time)
{
    /// <summary>Media type of a report that was one row of a table.</summary>
    public const string TableRow = "text/csv";

    /// <summary>A text longer than this, in UTF-16 code units, is kept but not read: the same limit as for files.</summary>
    public const int ReadLengthMax = DocumentFiles.LongestText;

    /// <summary>Originals larger than this are refused: the record is no place for them.</summary>
    public const int FileBytesMax = 100 * 1024 * 1024;

    /// <summary>Who the machine's acts of intake are by.</summary>
    private const string By = "machine:intake/1";

    /// <summary>How often something is tried again when another writer was faster. Each time somebody got on.</summary>
    private const int AttemptsMax = 20;

    private readonly ConcurrentDictionary<string, Mapping> mappings = new(StringComparer.Ordinal);
    private readonly Lock loading = new();
    private Loaded? loaded;

    /// <summary>Reads a report that waits: proposes its claims, links them, opens incidents, all in one step. One that was read
    /// already is left as it is.</summary>
    /// <exception cref="InvalidActException">There is no such report.</exception>
    public async Task<ReadOutcome> ReadAsync(string reportId, CancellationToken cancellation)
    {
        ReadOutcome outcome = await ReadOneAsync(reportId, cancellation);
        await AssessAsync(cancellation);
        return outcome;
    }

    /// <summary>Assesses anew what has changed.</summary>
    /// <returns>How many incidents came out differently.</returns>
    public async Task<int> AssessAsync(CancellationToken cancellation) => await assessing.RunAsync(await GazetteerAsync(cancellation), null, cancellation);

    private async Task<ReadOutcome> ReadOneAsync(string reportId, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            Report report = await record.ReportAsync(reportId, cancellation) ?? throw new InvalidActException($"There is no report {reportId}.");
            if (report.Status != ReportStatus.Queued)
            {
                return new ReadOutcome(reportId, report.Status, report.UnreadReason, 0, 0, 0, []);
            }

            Loaded now = await LoadAsync(cancellation);
            ReadAttempt read = Read(report, now, await MappingOfAsync(report, cancellation), languageOf);
            List<PlannedAct> acts = [new(reportId, read.Body), .. read.Claims.Select(c => new PlannedAct(c.Id, c.Body))];
            try
            {
                IReadOnlyList<Act> appended = await AppendAsync([.. acts.Select(a => (a, By))], [], now, cancellation);
                return new ReadOutcome(
                    reportId, read.Body is ReportRead ? ReportStatus.Read : ReportStatus.Unread, (read.Body as ReportLeftUnread)?.Reason,
                    read.Claims.Count, appended.Count(l => l.Body is IncidentOpened), appended.Count(l => l.Body is ClaimLinked), read.Problems);
            }
            catch (RecordConflictException) when (attempt < AttemptsMax)
            {
                // Another process read it: look again.
            }
        }
    }

    /// <summary>The places and actors that the readers know now, the mission's additions among them.</summary>
    public async Task<Gazetteer> GazetteerAsync(CancellationToken cancellation) => (await LoadAsync(cancellation)).Readers.Gazetteer;

    private static FilingOutcome.Refused? Refusal(Filing filing) =>
        filing.Original.IsEmpty ? new("empty", "The file is empty; a text is expected.")
        : string.IsNullOrWhiteSpace(filing.Source) || filing.Source.Length > 300
            ? new("no-source", "A source of 1 to 300 characters is expected: an outlet, team or desk.")
        : filing.Original.Length > FileBytesMax || Encoding.UTF8.GetByteCount(filing.Text) > FileBytesMax
            ? new("too-large", $"The file has {filing.Original.Length} bytes; at most {FileBytesMax} are taken in. Split it.")
        : null;

    private static string WellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
                }

                i++;
            }
        }

        return text;
    }

    // A mapping never changes once it is kept.
    private async Task<Mapping?> MappingOfAsync(Report report, CancellationToken cancellation)
    {
        if (report.Row?.MappingId is { } id && mappings.TryGetValue(id, out Mapping? known))
        {
            return known;
        }

        Mapping? mapping = await record.MappingOfAsync(report, cancellation);
        return mapping is null || report.Row?.MappingId is not { } kept ? mapping : mappings.GetOrAdd(kept, mapping);
    }

    [SuppressMessage(
        "Design", "CA1031:Do not catch general exception types",
        Justification = "A reader that fails on one text must not stop the queue: the report is kept and says so.")]
    private static ReadAttempt Read(Report report, Loaded now, Mapping? mapping, Func<string, string> languageOf)
    {
        if (string.IsNullOrWhiteSpace(report.Text))
        {
            return ReadAttempt.Left("no-text", "und", null);
        }

        if (report.Text.Length > ReadLengthMax)
        {
            return ReadAttempt.Left("too-large", "und", null);
        }

        string language = "und";
        try
        {
            language = languageOf(mapping is null ? report.Text : RowClaims.FreeText(report.Text, mapping));
            return mapping is not null ? ReadRow(report, language, mapping, now.Rows)
                : now.Readers.All.FirstOrDefault(r => string.Equals(r.Language, language, StringComparison.Ordinal)) is { } reader
                    ? ReadText(report, reader, now.Readers.Gazetteer)
                : ReadAttempt.Left("language:" + language, language, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return ReadAttempt.Left("reader-failed", language, $"reading {report.Id} as {language} failed: {e}");
        }
    }

    // What costs a field was said when the row came in; it is said here again for who reads it by hand.
    private static ReadAttempt ReadRow(Report report, string language, Mapping mapping, RowClaims rows)
    {
        var problems = new List<string>();
        ProposedClaim? claim = rows.Of(report, mapping, problems, out bool isGood);
        return !isGood ? ReadAttempt.Left("bad-row", language, string.Join(" ", problems))
            : new ReadAttempt(
                new ReportRead(RowClaims.Version, language, DocumentReading.Nothing(new DocumentInfo(report.Id, language, report.Title, report.Published))),
                claim is null ? [] : [claim], []);
    }

    private static ReadAttempt ReadText(Report report, IReader reader, Gazetteer gazetteer)
    {
        DocumentReading reading = reader.Read(report.Id, report.Text, report.Published);
        var problems = new List<string>();
        var claims = new List<ProposedClaim>();
        foreach (ProposedClaim claim in ClaimsFromReading.Of(report, reading, gazetteer))
        {
            if (ClaimCheck.Problem(claim.Body.Content, report.Text) is { } problem)
            {
                problems.Add($"{claim.Body.Rule} at {claim.Body.Content.Span.Start}: {problem}");
            }
            else
            {
                claims.Add(claim);
            }
        }

        var read = new ReportRead(reader.Version, reading.Document.Language, reading);
        var check = new Act(0, DateTimeOffset.UnixEpoch, By, report.Id, read);
        return ActCheck.OnReport(report, check) is { } bad
            ? ReadAttempt.Left("reader-failed", reader.Language, bad.Message) : new ReadAttempt(read, claims, problems);
    }

    // The acts, and in the same step what follows from them for the links.
    private Task<IReadOnlyList<Act>> AppendAsync(
        IEnumerable<(PlannedAct Act, string By)> acts, IReadOnlyList<ReadOnlyMemory<byte>> originals, Loaded linking, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        return AppendAsync([.. acts.Select(a => new Act(0, now, a.By, a.Act.Subject, a.Act.Body))], originals, linking, cancellation);
    }

    private Task<IReadOnlyList<Act>> AppendAsync(
        IReadOnlyList<Act> acts, IReadOnlyList<ReadOnlyMemory<byte>> originals, Loaded linking, CancellationToken cancellation) => record.AppendAsync(
        acts, originals, change => linking.Linker(change).Plan(change.Tellings, change.Reports, change.Incidents), cancellation);

    // Additions are only ever appended: the number of them tells whether the readers know them all.
    private async Task<Loaded> LoadAsync(CancellationToken cancellation)
    {
        IReadOnlyList<Act> acts = await record.AdditionsAsync(cancellation);
        lock (loading)
        {
            if (loaded?.Additions != acts.Count)
            {
                Readers readers = load(Additions.Of(acts));
                IReader? names = readers.All.Count > 0 ? readers.All[0] : null;
                loaded = new Loaded(acts.Count, readers, new RowClaims(readers.Gazetteer, names));
            }

            return loaded;
        }
    }

    private sealed record Loaded(int Additions, Readers Readers, RowClaims Rows)
    {
        private (long WeightsAct, StreamLinker Linker)? linker;

        /// <summary>The linker by the weights in force; two threads may make the same one.</summary>
        public StreamLinker Linker(LinkChange change)
        {
            if (linker is not { } known || known.WeightsAct != change.WeightsAct)
            {
                linker = known = (change.WeightsAct, new StreamLinker(Readers.Gazetteer, change.Weights()));
            }

            return known.Linker;
        }
    }

    private sealed record ReadAttempt(ActBody Body, IReadOnlyList<ProposedClaim> Claims, IReadOnlyList<string> Problems)
    {
        public static ReadAttempt Left(string reason, string language, string? problem) =>
            new(new ReportLeftUnread(reason, language), [], problem is null ? [] : [problem]);
    }
}
