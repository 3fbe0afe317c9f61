using Hudna.Agreements;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Missions;

/// <summary>Reads a mission's <c>chronicle.yaml</c>: one list <c>entries</c>, strictly in order of time; one key of an entry tells its
/// kind; and, if wanted, one list <c>implementations</c>, in order of time as well, of how far commitments were carried out. Lists
/// <c>operations</c> and <c>messages</c> may follow, each entry with its own steps below it; they are recorded after all others. Unknown keys, missing keys, values that cannot be used and entries out of order are errors that name file, line and path. Desks,
/// people and actors are looked up by <see cref="ChronicleCheck"/>; what the agreement allows is the record's to say.</summary>
public static class ChronicleYaml
{
    private const int DaysMax = 366;

    private static readonly Dictionary<string, Func<YamlPart, ChronicleEntry>> Kinds = new(StringComparer.Ordinal)
    {
        ["finding"] = Finding,
        ["determination"] = Determination,
        ["complaint"] = Complaint,
        ["complaint_stage"] = Stage,
        ["listing"] = Listing,
        ["adherence"] = Adherence,
        ["bulletin"] = Bulletin,
    };

    /// <summary>Reads the entries, in the file's order, ratings of commitments last.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="DataFileException">It is no YAML, or says something that cannot be used.</exception>
    public static IReadOnlyList<ChronicleEntry> Read(string text, string file)
    {
        YamlPart root = YamlPart.Root(text, file, "entries: …").Only("entries", "implementations", "operations", "messages");
        var entries = new List<ChronicleEntry>();
        var order = new ChronicleOrder();
        foreach (YamlPart part in root["entries"].Items())
        {
            string[] kinds = [.. part.Entries().Select(e => e.Key).Where(Kinds.ContainsKey)];
            ChronicleEntry entry = kinds.Length == 1
                ? Kinds[kinds[0]](part) : throw part.Error($"exactly {YamlPart.OneOf(Kinds.Keys)} is expected among its keys");
            order.Add(entry, part);
            entries.Add(entry);
        }

        return [.. entries, .. Implementations(root), .. ChronicleOperations.Read(root), .. ChronicleMessages.Read(root)];
    }

    private static IEnumerable<ChronicleEntry> Implementations(YamlPart root)
    {
        var order = new ChronicleOrder();
        foreach (YamlPart part in root.ItemsOf("implementations"))
        {
            ImplementationEntry entry = Implementation(part);
            order.Add(entry, part);
            yield return entry;
        }
    }

    private static FindingEntry Finding(YamlPart part)
    {
        part.Only("finding", "on", "desk", "by", "occurrence", "attribution", "actor", "scope", "ruling", "reason", "confidence", "note");
        AttributionFinding attribution = part["attribution"].Value<AttributionFinding>();
        bool isAttributed = attribution == AttributionFinding.Attributed;
        if (!isAttributed && part.Find("actor") is { } actor)
        {
            throw actor.Bad("nothing, as it is not attributed,");
        }

        return new FindingEntry(part.Line, part["by"].Text(), part["finding"].Text(), part["desk"].Id(), new FindingContent(
            part["occurrence"].Value<OccurrenceFinding>(), attribution, isAttributed ? part["actor"].Text() : null, part["scope"].Value<ScopeFinding>(),
            part["ruling"].Value<Ruling>(), part["reason"].Value<RulingReason>(), part["confidence"].Value<Confidence>(), part["on"].Day(), Note(part)));
    }

    private static DeterminationEntry Determination(YamlPart part)
    {
        part.Only("determination", "on", "by", "ruling", "actor", "provisions", "note");
        Ruling ruling = part["ruling"].Value<Ruling>();
        string[] provisions = [.. part.ItemsOf("provisions").Select(p => p.Text())];
        return ruling == Ruling.Pending ? throw part["ruling"].Bad("a ruling other than pending")
            : ruling == Ruling.Violation && provisions.Length == 0 ? throw part.Error("provisions: at least one is expected, as it is a violation")
            : ruling != Ruling.Violation && provisions.Length > 0 ? throw part["provisions"].Error("none is expected, as it is no violation")
            : new DeterminationEntry(
                part.Line, part["on"].Day(), part["by"].Text(), part["determination"].Text(), ruling, part.TextOf("actor"), provisions, Note(part));
    }

    private static ComplaintEntry Complaint(YamlPart part)
    {
        part.Only("complaint", "at", "by", "desk", "against", "incident", "summary");
        return new ComplaintEntry(
            part.Line, part["by"].Text(), part["complaint"].Text(), part.TextOf("incident"), part["desk"].Id(), part.TextOf("against"),
            part["summary"].Text(), part["at"].Moment());
    }

    private static ComplaintStageEntry Stage(YamlPart part)
    {
        part.Only("complaint_stage", "at", "by", "stage", "note");
        return new ComplaintStageEntry(
            part.Line, part["by"].Text(), part["complaint_stage"].Text(), part["stage"].Value<ComplaintStage>(), part["at"].Moment(), Note(part));
    }

    private static ListingEntry Listing(YamlPart part)
    {
        part.Only("listing", "on", "by", "actor", "from", "until", "source");
        _ = part["from"];
        return new ListingEntry(part.Line, part["on"].Day(), part["by"].Text(), new Listing(
            part["listing"].Id(), part["actor"].Text(), DesksYaml.PeriodOf(part), part["source"].Text()));
    }

    private static AdherenceEntry Adherence(YamlPart part)
    {
        part.Only("adherence", "on", "by", "status", "from", "until", "source");
        _ = part["from"];
        return new AdherenceEntry(part.Line, part["on"].Day(), part["by"].Text(), new Adherence(
            part["adherence"].Text(), part["status"].Value<AdherenceStatus>(), DesksYaml.PeriodOf(part), part["source"].Text()));
    }

    private static BulletinEntry Bulletin(YamlPart part)
    {
        part.Only("bulletin", "on", "by", "days");
        DateOnly from = part["bulletin"].Day(), on = part["on"].Day();
        int days = part["days"].Whole(1, DaysMax);
        return on.DayNumber < from.DayNumber + days - 1 ? throw part["on"].Bad("the last day that it covers, or a later one,")
            : new BulletinEntry(part.Line, on, part["by"].Text(), from, from.AddDays(days - 1));
    }

    private static ImplementationEntry Implementation(YamlPart part)
    {
        part.Only("report", "words", "provision", "on", "by", "level", "incidents", "note");
        string? report = part.TextOf("report"), provision = part.TextOf("provision");
        if (report is null == provision is null)
        {
            throw part.Error("exactly one of report, provision is expected among its keys");
        }

        if (provision is not null && part.Find("words") is { } words)
        {
            throw words.Bad("nothing, as the provision's number names it,");
        }

        string[] rows = [.. part.ItemsOf("incidents").Select(p => p.Text())];
        string note = Note(part);
        return rows.Length == 0 && note.Length == 0 ? throw part.Error("incidents or a note is expected, to say what it rests on")
            : new ImplementationEntry(
                part.Line, part["on"].Day(), part["by"].Text(), report, report is null ? null : part["words"].Text(), provision,
                part["level"].Whole(0, Commitments.ImplementationRecord.Full), rows, note);
    }

    private static string Note(YamlPart part) => part.TextOf("note") ?? string.Empty;
}
