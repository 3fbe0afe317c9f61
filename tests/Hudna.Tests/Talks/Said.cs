using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Talks;

/// <summary>Small claims on talks for the tests of views; every text is made up.</summary>
internal static class Said
{
    public const string Astana = "kz-capital", Geneva = "ch-geneva";

    public static readonly Party Russia = new("روسيا", null, "state-ru", "Russia", ActorType.State);
    public static readonly Party Turkey = new("تركيا", null, "state-tr", "Turkey", ActorType.State);
    public static readonly Party Army = new("جيش الإسلام", null, "jaysh-al-islam", "Jaysh al-Islam", ActorType.ArmedGroup);

    private static int count;

    public static TrackRef Track(string id) => new(id, id == Astana ? "أستانا" : "جنيف", null);

    /// <param name="id">The claim's id; claims of one test differ in it.</param>
    /// <param name="content">Detail, actors, recipients, place, modality.</param>
    /// <param name="day">An ISO day, month or range, or a day without year as <c>--01-23</c>; null for none.</param>
    /// <param name="published">When it was said; null when not known.</param>
    /// <param name="source">Who reported it.</param>
    public static ReportedClaim Of(string id, ClaimContent content, string? day = null, string? published = null, string source = "Sham Post", string? report = null)
    {
        bool yearless = day?.StartsWith("--", StringComparison.Ordinal) == true;
        TimeValue value = default;
        Assert.True(day is null || yearless || TimeValue.TryParse(day, out value), day);
        ClaimContent whole = content with
        {
            Time = day is null || yearless ? null : new ClaimTime(day, null, day, value.First, value.Last),
            Yearless = yearless ? new YearlessDay(day!, null, day!) : null,
        };
        var claim = new Claim { Id = id, ReportId = report ?? "r-" + id, Content = whole, Proposed = whole, Rule = "person" };
        return new ReportedClaim(
            claim, null, ReportKind.Article, [new ReportSource(source, Day(published), DateTimeOffset.UnixEpoch, null, null)], Day(published), Confidentiality.Public);
    }

    public static ClaimContent Content(FactDetail detail, Party[]? actors = null, Party[]? recipients = null, Modality modality = Modality.Asserted) => new()
    {
        Kind = ClaimFacts.KindOf(detail),
        Span = new Span(0, 1),
        Text = "x",
        Detail = detail,
        Actors = actors ?? [],
        Recipients = recipients ?? [],
        Modality = modality,
    };

    public static ReportedClaim Round(
        string? day, RoundStatus status = RoundStatus.Announced, string? published = null, string track = Astana, string? id = null,
        Modality modality = Modality.Asserted, TalksFormat? format = null) =>
        Of(id ?? Next(), Content(new RoundDetail(Track(track), status, format, []), modality: modality), day, published);

    public static ReportedClaim Part(
        ParticipationStance stance, string? published, Party? by = null, Party? whose = null, string? track = Astana, string? id = null, Modality modality = Modality.Asserted) =>
        Of(id ?? Next(), Content(new ParticipationDetail(track is null ? null : Track(track), stance, null, null), by is null ? [] : [by], [whose ?? Army], modality), null, published);

    public static ReportedClaim Deal(string? day, DealStep step, string? published = null, Modality modality = Modality.Asserted, ClaimPlace? place = null, DealType type = DealType.Truce) =>
        Of(Next(), Content(new DealDetail(type, step), modality: modality) with { Place = place }, day, published);

    public static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Next() => string.Create(CultureInfo.InvariantCulture, $"c{Interlocked.Increment(ref count):0000000}");
}
