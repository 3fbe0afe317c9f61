using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;

namespace Hudna.Tests.Assessment;

/// <summary>A small agreement made for tests, with the actors and places that it names. In force from 00:00 on 30 December 2016,
/// Damascus time, to the end of January 2017.</summary>
internal static class Treaty
{
    public const string Un = "un", Russia = "russia", Turkiye = "turkiye";

    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Damascus");

    public static readonly Gazetteer Gazetteer = new(
        new[]
        {
            Place("sy-idlib", "Idlib", "Idlib", 35.93, 36.63), Place("sy-taftanaz", "Taftanaz", "Idlib", 35.99, 36.79),
            Place("sy-raqqa", "Raqqa", "Raqqa", 35.95, 39.01), Place("sy-palmyra", "Palmyra", "Homs", 34.55, 38.27),
            Place("sy-homs", "Homs", "Homs", 34.73, 36.71), Place("tr-reyhanli", "Reyhanli", "Hatay", 36.27, 36.57, "TR"),
            new PlaceEntry("sy-idlib-gov", "Idlib Governorate", ["محافظة إدلب"], PlaceKind.Region, "governorate", "SY", "Idlib", 35.9, 36.7, 2, false, "test"),
            new PlaceEntry("sy", "Syria", ["سوريا"], PlaceKind.Country, "country", "SY", null, 35.0, 38.5, 1, false, "test"),
        }.ToDictionary(p => p.Id, StringComparer.Ordinal),
        new[]
        {
            Actor("state-sy", ActorType.State), Actor("state-ru", ActorType.State), Actor("state-us", ActorType.State),
            Actor("air-force", ActorType.Military, "SY"), Actor("russian-air-force", ActorType.Military, "RU"),
            Actor("army-of-islam", ActorType.ArmedGroup), Actor("ahrar", ActorType.ArmedGroup), Actor("ahrar-unit", ActorType.ArmedGroup, "ahrar"),
            Actor("nusra", ActorType.ArmedGroup), Actor("nusra-unit", ActorType.ArmedGroup, "nusra"), Actor("zenki", ActorType.ArmedGroup),
            Actor("leavers", ActorType.ArmedGroup), Actor("local-council", ActorType.Other),
        }.ToDictionary(a => a.Id, StringComparer.Ordinal));

    public static readonly Agreement Agreement = new()
    {
        Id = "test",
        Name = Both("Test"),
        Codes = new AgreementCodes(AgreementClass.CessationOfHostilities, null, null, null, null, null, null, null, null, null),
        Zone = "Asia/Damascus",
        InForceFrom = new DateTime(2016, 12, 30),
        EndedAt = new DateTime(2017, 2, 1),
        Documents = [],
        Participants =
        [
            new Participant("state-sy", ParticipantRole.Party, default, null), new Participant("state-ru", ParticipantRole.Guarantor, default, null),
        ],
        Adherences =
        [
            Adheres("army-of-islam", AdherenceStatus.Adheres, "2016-12-30"), Adheres("ahrar", AdherenceStatus.Declined, "2016-12-30"),
            Adheres("ahrar", AdherenceStatus.Adheres, "2017-01-10"), Adheres("zenki", AdherenceStatus.Adheres, "2016-12-30"),
            Adheres("leavers", AdherenceStatus.Adheres, "2016-12-30", "2017-01-14"), Adheres("leavers", AdherenceStatus.Withdrawn, "2017-01-15"),
        ],
        Areas =
        [
            new Area("land", Both("Land"), [new AreaPart { Country = "SY" }], []),
            new Area("east", Both("East"), [new AreaPart { Circle = new Circle(new Hudna.Agreements.Position(35.95, 39.01), 60) }], []),
            new Area(
                "desert", Both("Desert"),
                [new AreaPart { Polygon = [new(34.5, 37.8), new(34.5, 38.8), new(34.9, 38.8), new(34.9, 37.8)] }],
                [new AreaPart { PlaceId = "sy-homs" }]),
        ],
        Scope = [new ScopeRule("land", false, default, null), new ScopeRule("east", true, default, null)],
        Provisions =
        [
            Provision("1", ProvisionType.Prohibits, "ASSAULT"),
            Provision("2", ProvisionType.Prohibits, "COERCE:seize"),
            Provision("3", ProvisionType.Obliges, "COERCE:withhold"),
            Provision("4", ProvisionType.Prohibits, "ASSAULT:aerial") with { By = [new PartyPattern(PartyClass.Guarantors, null, null)] },
            Provision("5", ProvisionType.Permits, "ASSAULT") with { Condition = Both("In self-defence"), ExceptionTo = ["1"] },
            Provision("6", ProvisionType.Prohibits, "MOBILIZE"),
            Provision("7", ProvisionType.Permits, "MOBILIZE:police") with { ExceptionTo = ["6"] },
            Provision("8", ProvisionType.Prohibits, "PROTEST") with { Against = [new PartyPattern(PartyClass.Bound, null, null)], By = [new PartyPattern(PartyClass.Anyone, null, null)] },
            Provision("9", ProvisionType.Prohibits, "RETREAT") with { AreaId = "desert" },
        ],
        Listers = [new Lister(Un, null, Both("UN"), true, default), new Lister(Russia, "state-ru", Both("Russia"), false, default), new Lister(Turkiye, null, Both("Türkiye"), false, default)],
        Listings = [Listed(Un, "nusra", "2013-05-30"), Listed(Russia, "zenki", "2017-01-20")],
        Commissions = [],
    };

    public static Assessor Assessor(Agreement? agreement = null) => new(agreement ?? Agreement, Gazetteer, Zone);

    public static Adherence Adheres(string actor, AdherenceStatus status, string from, string? until = null) =>
        new(actor, status, new Period(Day(from), until is null ? null : Day(until)), "test");

    public static Listing Listed(string lister, string actor, string from, string? until = null) =>
        new(lister, actor, new Period(Day(from), until is null ? null : Day(until)), "test");

    /// <summary>An asserted claim; null leaves a field open.</summary>
    public static Claim Claim(
        string id, string? act = "ASSAULT", string? author = "state-sy", string? target = null, string? place = "sy-taftanaz", string? when = "2017-01-05",
        Modality modality = Modality.Asserted)
    {
        string[] parts = act?.Split(':') ?? [];
        TimeValue value = default;
        Assert.True(when is null || TimeValue.TryParse(when, out value), when);
        var content = new ClaimContent
        {
            Kind = ClaimKind.Event,
            Span = new Span(0, 1),
            Text = "x",
            Type = act is null ? null : Wire.Parse<EventType>(parts[0])!.Value,
            Mode = parts.Length > 1 ? parts[1] : null,
            Modality = modality,
            Actors = Parties(author),
            Recipients = Parties(target),
            Place = place is null ? null : ClaimPlaceOf(place),
            Time = when is null ? null : new ClaimTime(when, null, when, value.First, value.Last),
        };
        return new Claim { Id = id, ReportId = "r-" + id, Content = content, Proposed = content, Rule = "test" };
    }

    /// <summary>Parties by id, separated by +; what is no id of the gazetteer or of grammar is a name that nobody recognised.</summary>
    public static IReadOnlyList<Party> Parties(string? ids) => ids is null ? [] :
    [
        .. ids.Split('+').Select(id => Gazetteer.Actors.TryGetValue(id, out ActorEntry? entry) ? new Party(id, null, id, entry.NameEn, entry.Type)
            : Affiliations.IsDescription(id) ? new Party(id, null, id, id, id.EndsWith("army", StringComparison.Ordinal) ? ActorType.Military : ActorType.Opposition)
            : new Party(id, null, null, null, null)),
    ];

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static BilingualText Both(string text) => new(text, text);

    private static ClaimPlace ClaimPlaceOf(string id)
    {
        // id, or id@precision, or lat,lon for a spot without a name
        string[] parts = id.Split('@');
        if (Gazetteer.Places.TryGetValue(parts[0], out PlaceEntry? entry))
        {
            int precision = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : PlacePrecision.Of(entry.Kind, entry.Class);
            return new ClaimPlace(entry.NameEn, null, entry.Id, entry.NameEn, entry.Kind, entry.Country, entry.Lat, entry.Lon, precision);
        }

        double[] degrees = [.. parts[0].Split(',').Select(d => double.Parse(d, System.Globalization.CultureInfo.InvariantCulture))];
        return new ClaimPlace("spot", null, null, null, PlaceKind.Feature, null, degrees[0], degrees[1], 1);
    }

    private static Provision Provision(string number, ProvisionType type, string act)
    {
        string[] parts = act.Split(':');
        return new Provision
        {
            Number = number,
            Type = type,
            Title = Both(number),
            Text = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = number },
            Acts = [new ActPattern(Wire.Parse<EventType>(parts[0])!.Value, parts.Length > 1 ? parts[1] : null)],
            By = [new PartyPattern(PartyClass.Bound, null, null)],
            Against = [new PartyPattern(PartyClass.Anyone, null, null)],
        };
    }

    private static PlaceEntry Place(string id, string name, string admin1, double lat, double lon, string country = "SY") =>
        new(id, name, [name], PlaceKind.Settlement, "town", country, admin1, lat, lon, 4, false, "test");

    private static ActorEntry Actor(string id, ActorType type, params string[] affiliation) =>
        new(id, id, [id], type, "test", "SY", affiliation, null, null, "test");
}
