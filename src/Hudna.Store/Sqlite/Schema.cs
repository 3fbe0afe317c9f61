namespace Hudna.Store.Sqlite;

/// <summary>The tables. Acts, originals and settings are what the record is; everything else is derived and can be dropped.</summary>
/// <remarks>A version of the file is a version of all tables; <see cref="SqliteDatabase"/> brings an older file up to date when it opens it.</remarks>
internal static class Schema
{
    /// <summary>"Hudn" in ASCII: tells our files from other SQLite databases.</summary>
    public const int ApplicationId = 0x4875646E;

    /// <summary>Raised with every change of the tables.</summary>
    public const int Version = 5;

    public const string Authoritative =
        """
        CREATE TABLE acts(seq INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL,
            payload BLOB NOT NULL) STRICT;
        CREATE INDEX acts_subject ON acts(subject, seq);
        CREATE INDEX acts_additions ON acts(seq) WHERE kind IN ('actor_added', 'place_added');
        CREATE TRIGGER acts_stay BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'an act is never changed'); END;
        CREATE TRIGGER acts_remain BEFORE DELETE ON acts BEGIN SELECT RAISE(ABORT, 'an act is never deleted'); END;
        CREATE TABLE originals(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
        CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        """;

    /// <summary>What is to be done, which no act tells: numbers of the incidents to assess again. After a rebuild, all of them.</summary>
    public const string Work =
        """
        CREATE TABLE IF NOT EXISTS stale_incidents(number INTEGER PRIMARY KEY) STRICT;
        """;

    public const string Views =
        """
        CREATE TABLE reports(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT, text TEXT NOT NULL,
            folded TEXT NOT NULL, language TEXT NOT NULL, confidentiality TEXT NOT NULL, original_sha256 TEXT NOT NULL REFERENCES originals,
            media_type TEXT NOT NULL, encoding TEXT NOT NULL, status TEXT NOT NULL, unread_reason TEXT, published TEXT,
            published_in_text TEXT, read_act INTEGER REFERENCES acts, mapping_id TEXT, row_register TEXT, row_id TEXT,
            superseded_by TEXT) STRICT;
        CREATE INDEX reports_row ON reports(row_register, row_id, superseded_by) WHERE row_register IS NOT NULL;
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
            determined TEXT, asserting INTEGER NOT NULL, contested INTEGER NOT NULL, credibility INTEGER NOT NULL) STRICT;
        CREATE INDEX incidents_grid ON incidents(first, number, last, claims, province, outcomes, agreeing, determined);
        CREATE INDEX incidents_place ON incidents(lat, lon);
        CREATE TABLE claims(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            report_id TEXT NOT NULL REFERENCES reports(id) DEFERRABLE INITIALLY DEFERRED, kind TEXT NOT NULL, type TEXT,
            status TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, first TEXT, last TEXT, subject TEXT,
            incident_id TEXT REFERENCES incidents(id) DEFERRABLE INITIALLY DEFERRED, json BLOB NOT NULL) STRICT;
        CREATE INDEX claims_report ON claims(report_id, start, "end", id);
        CREATE INDEX claims_incident ON claims(incident_id, seq) WHERE incident_id IS NOT NULL;
        CREATE INDEX claims_status ON claims(status, seq);
        CREATE INDEX claims_subject ON claims(kind, subject, seq);
        CREATE TABLE claim_actors(claim_id TEXT NOT NULL REFERENCES claims(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            role TEXT NOT NULL, n INTEGER NOT NULL, actor_id TEXT, name TEXT, text TEXT NOT NULL, folded TEXT NOT NULL, type TEXT,
            PRIMARY KEY (claim_id, role, n)) STRICT, WITHOUT ROWID;
        CREATE INDEX claim_actors_actor ON claim_actors(actor_id, claim_id);
        CREATE TABLE claim_places(claim_id TEXT PRIMARY KEY REFERENCES claims(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            place_id TEXT, name TEXT, text TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL, lat REAL, lon REAL,
            precision INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX claim_places_place ON claim_places(place_id, claim_id);
        """ + Mechanism + Corroboration + Linking;

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
        CREATE TABLE implementations(subject TEXT PRIMARY KEY, json BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE messages(id TEXT PRIMARY KEY, from_desk TEXT NOT NULL REFERENCES desks(id), to_desk TEXT NOT NULL REFERENCES desks(id),
            carrier TEXT NOT NULL REFERENCES desks(id), number INTEGER, drafted INTEGER NOT NULL, delivered INTEGER, json BLOB NOT NULL) STRICT;
        CREATE INDEX messages_from ON messages(from_desk, to_desk, carrier, number);
        CREATE INDEX messages_to ON messages(to_desk, delivered);
        CREATE INDEX messages_carrier ON messages(carrier);
        CREATE TABLE operations(id TEXT PRIMARY KEY, type TEXT NOT NULL, first TEXT NOT NULL, json BLOB NOT NULL) STRICT;
        CREATE INDEX operations_first ON operations(first, id);
        CREATE TABLE mappings(id TEXT PRIMARY KEY, kept INTEGER NOT NULL, json BLOB NOT NULL) STRICT, WITHOUT ROWID;
        """;

    // report_prints.hash is the fingerprint's 64 bits as a signed number; report_copies.report was filed after report_copies.other. A source's
    // tallies are the sums of its rows in source_incidents.
    private const string Corroboration =
        """

        CREATE TABLE report_prints(hash INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES reports(seq), PRIMARY KEY (hash, report)) STRICT, WITHOUT ROWID;
        CREATE TABLE report_copies(report INTEGER NOT NULL REFERENCES reports(seq), other INTEGER NOT NULL REFERENCES reports(seq), shared INTEGER NOT NULL,
            resemblance REAL NOT NULL, containment REAL NOT NULL, PRIMARY KEY (report, other)) STRICT, WITHOUT ROWID;
        CREATE INDEX report_copies_other ON report_copies(other, report);
        CREATE TABLE report_outlets(report INTEGER PRIMARY KEY REFERENCES reports(seq), json BLOB NOT NULL) STRICT;
        CREATE TABLE corroborations(incident INTEGER PRIMARY KEY REFERENCES incidents, json BLOB NOT NULL) STRICT;
        CREATE TABLE sources(id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, folded TEXT NOT NULL, reports INTEGER NOT NULL DEFAULT 0,
            incidents INTEGER NOT NULL DEFAULT 0, confirmed INTEGER NOT NULL DEFAULT 0, contradicted INTEGER NOT NULL DEFAULT 0,
            first INTEGER NOT NULL DEFAULT 0, repeats INTEGER NOT NULL DEFAULT 0, repeated INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
        CREATE TABLE source_incidents(source TEXT NOT NULL REFERENCES sources(id), incident INTEGER NOT NULL REFERENCES incidents, confirmed INTEGER NOT NULL,
            contradicted INTEGER NOT NULL, first INTEGER NOT NULL, repeats INTEGER NOT NULL, repeated INTEGER NOT NULL,
            PRIMARY KEY (source, incident)) STRICT, WITHOUT ROWID;
        CREATE INDEX source_incidents_incident ON source_incidents(incident);
        CREATE TABLE gradings(subject TEXT PRIMARY KEY, json BLOB NOT NULL) STRICT, WITHOUT ROWID;
        """;

    // tellings.number is the seq of the telling's first claim; first and last are day numbers. telling_boxes has the same numbers, and as far as the
    // happening can lie from the point told; tellings.place is kept for those without a point, and for those that may be at such a place.
    private const string Linking =
        """

        CREATE TABLE tellings(number INTEGER PRIMARY KEY REFERENCES claims(seq), report_id TEXT NOT NULL REFERENCES reports(id), place TEXT,
            has_point INTEGER NOT NULL, first INTEGER, last INTEGER, json BLOB NOT NULL) STRICT;
        CREATE INDEX tellings_report ON tellings(report_id, number);
        CREATE INDEX tellings_place ON tellings(place, has_point, first) WHERE place IS NOT NULL AND first IS NOT NULL;
        CREATE VIRTUAL TABLE telling_boxes USING rtree(number, south, north, west, east, first, last);
        CREATE TABLE possible_incidents(incident_id TEXT NOT NULL REFERENCES incidents(id), other_id TEXT NOT NULL REFERENCES incidents(id),
            probability REAL NOT NULL, json BLOB NOT NULL, PRIMARY KEY (incident_id, other_id)) STRICT, WITHOUT ROWID;
        CREATE INDEX possible_incidents_other ON possible_incidents(other_id);
        CREATE INDEX possible_incidents_likely ON possible_incidents(probability DESC, incident_id, other_id);
        CREATE TABLE incident_heirs(incident_id TEXT NOT NULL REFERENCES incidents(id), heir_id TEXT NOT NULL REFERENCES incidents(id),
            claims INTEGER NOT NULL, PRIMARY KEY (incident_id, heir_id)) STRICT, WITHOUT ROWID;
        CREATE TABLE link_weights(act INTEGER PRIMARY KEY REFERENCES acts, tellings INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, json BLOB NOT NULL) STRICT;
        """;

    /// <summary>The views with the columns that order them, dependants first.</summary>
    public static readonly IReadOnlyList<(string Table, string Order)> ViewTables =
    [
        ("link_weights", "act"),
        ("incident_heirs", "incident_id, heir_id"),
        ("possible_incidents", "incident_id, other_id"),
        ("telling_boxes", "number"),
        ("tellings", "number"),
        ("gradings", "subject"),
        ("source_incidents", "source, incident"),
        ("sources", "id"),
        ("corroborations", "incident"),
        ("report_outlets", "report"),
        ("report_copies", "report, other"),
        ("report_prints", "hash, report"),
        ("mappings", "id"),
        ("implementations", "subject"),
        ("messages", "id"),
        ("operations", "id"),
        ("bulletins", "number"),
        ("coverage", "id"),
        ("complaints", "number"),
        ("determinations", "incident"),
        ("findings", "incident, desk"),
        ("assessments", "incident"),
        ("desks", "seq"),
        ("agreement", "id"),
        ("claim_places", "claim_id"),
        ("claim_actors", "claim_id, role, n"),
        ("claims", "seq"),
        ("incidents", "number"),
        ("report_fts", string.Empty),
        ("report_sources", "report_id, n"),
        ("reports", "seq"),
    ];
}
