using System.Globalization;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Operations;
using Hudna.Reading;
using Hudna.Tests.Store;

namespace Hudna.Tests.Operations;

/// <summary>Claims on operations, and the few places that they name: Aleppo with its eastern districts and its governorate, Idlib, Homs.</summary>
internal static class OperationClaims
{
    public static Gazetteer Known { get; } = new(
        new[]
        {
            Place("aleppo", "settlement city", "Aleppo", 36.20, 37.16), Place("east-aleppo", "settlement neighbourhood", "Aleppo", 36.20, 37.19),
            Place("aleppo-gov", "region governorate", "Aleppo", 36.22, 37.55), Place("manbij", "settlement city", "Aleppo", 36.53, 37.95),
            Place("idlib", "settlement city", "Idlib", 35.93, 36.63), Place("homs", "settlement city", "Homs", 34.73, 36.71), Place("talbiseh", "settlement city", "Homs", 34.84, 36.73),
        }.ToDictionary(p => p.Id, StringComparer.Ordinal),
        new Dictionary<string, ActorEntry>(StringComparer.Ordinal));

    public static ReportedClaim Claim(
        string id, string? from = "aleppo", string? day = "2016-12-15", string? published = null, OperationStage stage = OperationStage.Begun,
        OperationType type = OperationType.Evacuation, string? to = null, Count? number = null, string source = "Sham Post", Modality modality = Modality.Asserted,
        string? yearless = null, string report = "r1", int start = 0, ActorType? who = null, ClaimStatus status = ClaimStatus.Proposed)
    {
        TimeValue value = default;
        Assert.True(day is null || TimeValue.TryParse(day, out value));
        var content = new ClaimContent
        {
            Kind = ClaimKind.Operation,
            Span = new Span(start, start + 4),
            Text = id,
            Modality = modality,
            Detail = new OperationDetail(type, stage, null),
            Place = from is null ? null : At(from),
            Destination = to is null ? null : At(to),
            Time = day is null ? null : new ClaimTime(day, null, day, value.First, value.Last),
            Yearless = yearless is null ? null : new YearlessDay(yearless, null, yearless),
            Number = number,
            Recipients = who is null ? [] : [new Party("people", null, null, null, who)],
        };
        return Of(id, content, published, source, report, status);
    }

    public static ReportedClaim Figure(string id, decimal number, int start, string report = "r1", Measure measure = Measure.Evacuated, string source = "Sham Post") => Of(
        id, new ClaimContent { Kind = ClaimKind.Figure, Span = new Span(start, start + 4), Text = id, Measure = measure, Number = new Count(number, number, null) },
        "2016-12-16", source, report, ClaimStatus.Proposed);

    public static Operation Operation(string id, OperationPlan? plan = null, params OperationStep[] steps)
    {
        Operation operation = OperationState.Apply(null, OperationSamples.Planned(id, plan ?? OperationSamples.Plan(from: "aleppo")));
        return steps.Select((s, i) => OperationSamples.Staged(id, i + 1, i + 1, s)).Aggregate(operation, OperationState.Apply);
    }

    private static ReportedClaim Of(string id, ClaimContent content, string? published, string source, string report, ClaimStatus status) => new(
        new Claim { Id = id, ReportId = report, Content = content, Proposed = content, Rule = "test", Status = status }, null, ReportKind.Article,
        [new ReportSource(source, null, default, null, null)], published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Confidentiality.Public);

    private static ClaimPlace At(string id) => Known.Places.GetValueOrDefault(id) is { } p
        ? new ClaimPlace(p.NameEn, null, p.Id, p.NameEn, p.Kind, p.Country, p.Lat, p.Lon, 2) : new ClaimPlace(id, null, null, null, PlaceKind.Settlement, null, null, null, 2);

    private static PlaceEntry Place(string id, string kind, string admin1, double lat, double lon) => new(
        id, id, [], kind.StartsWith("region", StringComparison.Ordinal) ? PlaceKind.Region : PlaceKind.Settlement, kind.Split(' ')[1], "SY", admin1, lat, lon, 2, false, "test");
}
