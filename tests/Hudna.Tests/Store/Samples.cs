using System.Globalization;
using System.Text;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Store;

/// <summary>Small acts for the store's tests; every text is made up.</summary>
internal static class Samples
{
    public const string Machine = "machine:test/1";

    public static readonly DateTimeOffset Noon = new(2017, 1, 2, 12, 0, 0, TimeSpan.FromHours(2));

    public static Act Act(string subject, ActBody body, string by = "Desk A") => new(0, Noon, by, subject, body);

    public static ReportSource Source(string name = "Sham Post", string? day = "2017-01-01", string? url = null) =>
        new(name, Day(day), Noon, url, null);

    public static (Act Act, ReadOnlyMemory<byte> Original) Filed(
        string text, string source = "Sham Post", string? day = "2017-01-01", string? title = null, ReportKind kind = ReportKind.Article)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string hash = ContentId.Sha256(bytes);
        var body = new ReportFiled(kind, Source(source, day), title, text, Confidentiality.Public, hash, "text/plain", "utf-8");
        return (Act(ContentId.Report(text, hash), body), bytes);
    }

    public static Act Read(string reportId, string? title = null, string? published = null) => Act(
        reportId,
        new ReportRead("reader-ar/1", "ar", DocumentReading.Nothing(new DocumentInfo(
            reportId, "ar", title, Day(published)))),
        Machine);

    public static Act Proposed(string reportId, ClaimContent content) =>
        Act(ContentId.Claim(reportId, content), new ClaimProposed(reportId, content, "event.test"), Machine);

    /// <summary>An event claim on the first occurrence of a word.</summary>
    public static ClaimContent Event(
        string text, string word, EventType type = EventType.Assault, string? mode = null, ClaimPlace? place = null, string? day = "2017-01-01",
        Party? actor = null, Party? recipient = null, Count? dead = null, Modality modality = Modality.Asserted)
    {
        int start = text.IndexOf(word, StringComparison.Ordinal);
        Assert.True(TimeValue.TryParse(day ?? "2017", out TimeValue value));
        return new ClaimContent
        {
            Kind = ClaimKind.Event,
            Span = new Span(start, start + word.Length),
            Text = word,
            Type = type,
            Mode = mode,
            Modality = modality,
            Place = place,
            Time = day is null ? null : new ClaimTime(day, null, day, value.First, value.Last),
            Actors = actor is null ? [] : [actor],
            Recipients = recipient is null ? [] : [recipient],
            Dead = dead,
        };
    }

    public static ClaimPlace Place(string id = "sy-taftanaz", string name = "Taftanaz", string text = "تفتناز", double? lat = 35.99, double? lon = 36.79) =>
        new(text, null, id, name, PlaceKind.Settlement, "SY", lat, lon, 2);

    public static Party Party(string id, string name, string text) => new(text, null, id, name, ActorType.ArmedGroup);

    public static Act Opened(string incidentId, int number) => Act(incidentId, new IncidentOpened(number), Machine);

    public static Act Linked(string claimId, string incidentId, string by = Machine) =>
        Act(claimId, new ClaimLinked(incidentId, ["place: sy-taftanaz"]), by);

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
