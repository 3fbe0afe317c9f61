using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Store;
using Hudna.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hudna.Tests.Store;

/// <summary>Files that earlier versions of the program wrote, made here with the tables they had then.</summary>
public sealed class SqliteUpgradeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hudna-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Open_FileOfVersion1_KeepsTheActsAndDerivesTheViewsAnew()
    {
        IReadOnlyList<Act> acts = await WriteVersion1Async();
        await using SqliteRecord upgraded = await SqliteRecord.OpenAsync(folder, create: false);
        List<Act> read = await upgraded.ActsAsync(0, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(acts.Select(a => (a.Sequence, a.Subject)), read.Select(a => (a.Sequence, a.Subject)));
        Assert.Equal("id: astana\n", await upgraded.MissionAsync(Cancellation));
        Report report = (await upgraded.ReportsAsync(new ReportFilter { Query = "تفتناز" }, Cancellation)).Items
            .Select(r => upgraded.ReportAsync(r.Id, Cancellation).Result!).Single();
        Assert.NotNull(await upgraded.OriginalAsync(report.OriginalSha256, Cancellation));
        Assert.Equal("i0000000000000001", (await upgraded.RulingsAsync(new RulingFilter(), Cancellation)).Items.Single().Incident.Id);
        string views = await upgraded.DumpViewsAsync(Cancellation);
        await upgraded.RebuildAsync(null, Cancellation);
        Assert.Equal(views, await upgraded.DumpViewsAsync(Cancellation));

        // It takes the new acts, and every incident waits to be assessed.
        (Act agreement, ReadOnlyMemory<byte> file) = MechanismSamples.Filed();
        await upgraded.AppendAsync([agreement, .. MechanismSamples.Desks()], [file], Cancellation);
        Assert.Equal(1, (await upgraded.StaleIncidentsAsync(10, Cancellation)).Total);
    }

    [Fact]
    public async Task Open_FileOfVersion1ByManyAtOnce_UpgradesOnce()
    {
        IReadOnlyList<Act> acts = await WriteVersion1Async();
        SqliteRecord[] all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SqliteRecord.OpenAsync(folder, create: true)));
        foreach (SqliteRecord record in all)
        {
            Assert.Equal(acts.Count, (await record.CountsAsync(Cancellation)).Acts);
            await record.DisposeAsync();
        }
    }

    // The acts come from a record of today; what was version 1's alone is the tables.
    private async Task<IReadOnlyList<Act>> WriteVersion1Async()
    {
        const string Text = "قصف بلدة تفتناز";
        (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed(Text);
        Act claim = Samples.Proposed(filed.Subject, Samples.Event(Text, "قصف", place: Samples.Place()));
        string today = Path.Combine(folder, "today");
        IReadOnlyList<Act> acts;
        await using (SqliteRecord record = await SqliteRecord.OpenAsync(today, create: true))
        {
            acts = await record.AppendAsync(
                [filed, Samples.Read(filed.Subject), claim, Samples.Opened("i0000000000000001", 1), Samples.Linked(claim.Subject, "i0000000000000001")],
                [original], Cancellation);
        }

        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "hudna.db"),
            Pooling = false,
        }.ConnectionString);
        await connection.OpenAsync(Cancellation);
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own constants
        command.CommandText = Version1 + $"""

            PRAGMA application_id = 0x4875646E;
            PRAGMA user_version = 1;
            ATTACH '{Path.Combine(today, "hudna.db")}' AS today;
            INSERT INTO acts SELECT * FROM today.acts;
            INSERT INTO originals SELECT * FROM today.originals;
            INSERT INTO settings VALUES ('mission', 'id: astana' || char(10));
            INSERT INTO reports SELECT * FROM today.reports;
            INSERT INTO report_sources SELECT * FROM today.report_sources;
            INSERT INTO incidents SELECT number, id, claims, sources, differing, first, last, lat, lon, json FROM today.incidents;
            INSERT INTO claims SELECT * FROM today.claims;
            INSERT INTO report_fts(report_fts) VALUES ('rebuild');
            DETACH today;
            """;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
        return acts;
    }

    /// <summary>The schema as version 1 had it, word for word.</summary>
    private const string Version1 =
        """
        PRAGMA journal_mode = WAL;
        CREATE TABLE acts(seq INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL,
            payload BLOB NOT NULL) STRICT;
        CREATE INDEX acts_subject ON acts(subject, seq);
        CREATE INDEX acts_additions ON acts(seq) WHERE kind IN ('actor_added', 'place_added');
        CREATE TRIGGER acts_stay BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'an act is never changed'); END;
        CREATE TRIGGER acts_remain BEFORE DELETE ON acts BEGIN SELECT RAISE(ABORT, 'an act is never deleted'); END;
        CREATE TABLE originals(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
        CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS stale_incidents(number INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE reports(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT, text TEXT NOT NULL,
            folded TEXT NOT NULL, language TEXT NOT NULL, confidentiality TEXT NOT NULL, original_sha256 TEXT NOT NULL REFERENCES originals,
            media_type TEXT NOT NULL, encoding TEXT NOT NULL, status TEXT NOT NULL, unread_reason TEXT, published TEXT,
            published_in_text TEXT, read_act INTEGER REFERENCES acts) STRICT;
        CREATE INDEX reports_published ON reports(published, seq);
        CREATE INDEX reports_status ON reports(status, seq);
        CREATE TABLE report_sources(report_id TEXT NOT NULL REFERENCES reports(id) DEFERRABLE INITIALLY DEFERRED, n INTEGER NOT NULL,
            name TEXT NOT NULL, folded TEXT NOT NULL, published TEXT, received TEXT NOT NULL, url TEXT, file_name TEXT,
            PRIMARY KEY (report_id, n)) STRICT, WITHOUT ROWID;
        CREATE INDEX report_sources_name ON report_sources(name, report_id);
        CREATE VIRTUAL TABLE report_fts USING fts5(folded, content='reports', content_rowid='seq',
            tokenize='trigram case_sensitive 1');
        CREATE TABLE incidents(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, claims INTEGER NOT NULL, sources INTEGER NOT NULL,
            differing INTEGER NOT NULL, first TEXT, last TEXT, lat REAL, lon REAL, json BLOB NOT NULL,
            changed INTEGER NOT NULL, province TEXT, outcomes INTEGER NOT NULL DEFAULT 0, agreeing TEXT NOT NULL DEFAULT 'none',
            determined TEXT) STRICT;
        CREATE INDEX incidents_grid ON incidents(first, number, last, claims, province, outcomes, agreeing, determined);
        CREATE INDEX incidents_place ON incidents(lat, lon);
        CREATE TABLE claims(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            report_id TEXT NOT NULL REFERENCES reports(id) DEFERRABLE INITIALLY DEFERRED, kind TEXT NOT NULL, type TEXT,
            status TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, first TEXT, last TEXT,
            incident_id TEXT REFERENCES incidents(id) DEFERRABLE INITIALLY DEFERRED, json BLOB NOT NULL) STRICT;
        CREATE INDEX claims_report ON claims(report_id, start, "end", id);
        CREATE INDEX claims_incident ON claims(incident_id, seq) WHERE incident_id IS NOT NULL;
        CREATE INDEX claims_linking ON claims(type, first, last) WHERE incident_id IS NOT NULL;
        CREATE INDEX claims_status ON claims(status, seq);
        CREATE TABLE claim_actors(claim_id TEXT NOT NULL REFERENCES claims(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            role TEXT NOT NULL, n INTEGER NOT NULL, actor_id TEXT, name TEXT, text TEXT NOT NULL, folded TEXT NOT NULL, type TEXT,
            PRIMARY KEY (claim_id, role, n)) STRICT, WITHOUT ROWID;
        CREATE INDEX claim_actors_actor ON claim_actors(actor_id, claim_id);
        CREATE TABLE claim_places(claim_id TEXT PRIMARY KEY REFERENCES claims(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            place_id TEXT, name TEXT, text TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL, lat REAL, lon REAL,
            precision INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX claim_places_place ON claim_places(place_id, claim_id);
        """ + Mechanism;

    // incidents.outcomes has the bit 1 << n for the n-th outcome; begins and ends are UTC ticks, 100 ns from 0001-01-01.
    private const string Mechanism =
        """

        CREATE TABLE agreement(id TEXT PRIMARY KEY, json BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE desks(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json BLOB NOT NULL) STRICT;
        CREATE TABLE assessments(incident INTEGER PRIMARY KEY REFERENCES incidents, act INTEGER NOT NULL REFERENCES acts,
            json BLOB NOT NULL) STRICT;
        CREATE TABLE findings(incident INTEGER NOT NULL REFERENCES incidents, desk TEXT NOT NULL REFERENCES desks(id),
            ruling TEXT NOT NULL, reason TEXT NOT NULL, json BLOB NOT NULL, PRIMARY KEY (incident, desk)) STRICT;
        CREATE INDEX findings_ruling ON findings(incident, ruling, desk);
        CREATE INDEX findings_reason ON findings(incident, reason, desk);
        CREATE TABLE determinations(incident INTEGER PRIMARY KEY REFERENCES incidents, json BLOB NOT NULL) STRICT;
        CREATE TABLE complaints(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, desk TEXT NOT NULL REFERENCES desks(id),
            incident_id TEXT REFERENCES incidents(id), stage TEXT NOT NULL, json BLOB NOT NULL) STRICT;
        CREATE INDEX complaints_incident ON complaints(incident_id) WHERE incident_id IS NOT NULL;
        CREATE TABLE coverage(id TEXT PRIMARY KEY, province TEXT NOT NULL, access TEXT NOT NULL, begins INTEGER NOT NULL,
            ends INTEGER NOT NULL, withdrawn INTEGER NOT NULL, json BLOB NOT NULL) STRICT;
        CREATE INDEX coverage_time ON coverage(begins, id, ends, province, access, withdrawn);
        CREATE INDEX coverage_province ON coverage(province, begins, id);
        CREATE TABLE bulletins(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, first TEXT NOT NULL, last TEXT NOT NULL,
            state INTEGER NOT NULL, sha256 TEXT NOT NULL REFERENCES originals, at TEXT NOT NULL, by TEXT NOT NULL) STRICT;
        """;
}
