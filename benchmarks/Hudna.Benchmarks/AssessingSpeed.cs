using System.Diagnostics;
using System.Globalization;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;

namespace Hudna.Benchmarks;

/// <summary>100,000 incidents of one to four claims against an agreement of 50 provisions, three listers and 40 adherents, on one core;
/// beside it, as baseline, what deriving the very same incidents from their claims costs.</summary>
internal static class AssessingSpeed
{
    private const int Incidents = 100_000, Provisions = 50, Repeats = 5;

    public static IEnumerable<(string Name, double Value)> Figures(Gazetteer gazetteer)
    {
        List<ActorEntry> groups = [.. gazetteer.Actors.Values.Where(a => a.Type == ActorType.ArmedGroup && a.Country is "SY").OrderBy(a => a.Id, StringComparer.Ordinal).Take(60)];
        List<PlaceEntry> places = [.. gazetteer.Places.Values.Where(p => p.Country is "SY").OrderBy(p => p.Id, StringComparer.Ordinal)];
        Agreement agreement = Agreement(groups);
        Claim[][] incidents = [.. Enumerable.Range(0, Incidents).Select(i => Claims(i, groups, places))];
        var sources = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        double baseline = Best(() => Array.ForEach(incidents, claims => IncidentView.Of("i", 1, claims, sources)));
        long before = GC.GetAllocatedBytesForCurrentThread();
        double assessing = Best(() =>
        {
            var assessor = new Assessor(agreement, gazetteer, TimeZoneInfo.Utc);
            Array.ForEach(incidents, claims => assessor.Assess(claims));
        });
        double allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Repeats / Incidents;
        var once = new Assessor(agreement, gazetteer, TimeZoneInfo.Utc);
        yield return ("assess_incidents", Incidents);
        yield return ("assess_provisions", Provisions);
        yield return ("assess_violations", incidents.Count(c => once.Assess(c).Outcomes.Any(o => o.Outcome == AssessmentOutcome.ApparentViolation)));
        yield return ("assess_all_s", assessing);
        yield return ("assess_incidents_per_s", Incidents / assessing);
        yield return ("assess_over_deriving_incidents", assessing / baseline);
        yield return ("assess_allocated_bytes_per_incident", allocated);
    }

    private static double Best(Action run)
    {
        double best = double.MaxValue;
        for (int i = 0; i < Repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    // Every fourth provision names ASSAULT, as agreements mostly do; areas, classes and exceptions of all sorts.
    private static Agreement Agreement(List<ActorEntry> groups)
    {
        string[] acts = ["ASSAULT", "ASSAULT aerial", "COERCE seize", "COERCE withhold", "MOBILIZE", "ASSAULT abduct", "RETREAT", "PROTEST", "ASSAULT heavy-weapons", "THREATEN"];
        BilingualText name = new("x", "س");
        return new Agreement
        {
            Id = "bench",
            Name = name,
            Codes = new AgreementCodes(AgreementClass.Preliminary, null, null, null, null, null, null, null, null, null),
            Zone = "UTC",
            InForceFrom = new DateTime(2016, 12, 30),
            Documents = [],
            Participants = [new Participant("state-sy", ParticipantRole.Party, default, null), new Participant("state-ru", ParticipantRole.Guarantor, default, null)],
            Adherences = [.. groups.Take(40).Select((g, i) => new Adherence(g.Id, AdherenceStatus.Adheres, new Period(new DateOnly(2016, 12, 30).AddDays(i), null), "bench"))],
            Areas = [new Area("land", name, [new AreaPart { Country = "SY" }], []), new Area("east", name, [new AreaPart { Circle = new Circle(new Agreements.Position(35.3, 40.1), 80) }], [])],
            Scope = [new ScopeRule("land", false, default, null), new ScopeRule("east", true, default, null)],
            Provisions =
            [
                .. Enumerable.Range(0, Provisions).Select(i => new Provision
                {
                    Number = (i + 1).ToString(CultureInfo.InvariantCulture),
                    Type = i % 10 == 9 ? ProvisionType.Permits : ProvisionType.Prohibits,
                    Title = name,
                    Text = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "x" },
                    Acts = [Act(acts[i % acts.Length])],
                    By = [new PartyPattern(i % 7 == 3 ? PartyClass.Guarantors : PartyClass.Bound, null, null)],
                    Against = [i % 5 == 2 ? new PartyPattern(PartyClass.Bound, null, null) : new PartyPattern(PartyClass.Anyone, null, null)],
                    AreaId = i % 11 == 5 ? "east" : null,
                }),
            ],
            Listers = [new Lister("un", null, name, true, default), new Lister("a", null, name, false, default), new Lister("b", null, name, false, default)],
            Listings = [.. groups.Skip(40).Select((g, i) => new Listing(i % 3 == 0 ? "un" : i % 3 == 1 ? "a" : "b", g.Id, new Period(new DateOnly(2016, 1, 1), null), "bench"))],
            Commissions = [],
        };
    }

    private static ActPattern Act(string act) => act.Split(' ') is var parts && parts.Length == 2
        ? new ActPattern(Wire.Parse<EventType>(parts[0])!.Value, parts[1]) : new ActPattern(Wire.Parse<EventType>(act)!.Value, null);

    private static Claim[] Claims(int incident, List<ActorEntry> groups, List<PlaceEntry> places) =>
    [
        .. Enumerable.Range(0, 1 + (incident % 4)).Select(n =>
        {
            // The claims of most incidents agree; the fourth claim of every fourth incident names somebody else.
            int seed = (incident * 31) + (n == 3 ? 17 : 0);
            PlaceEntry place = places[incident % places.Count];
            var day = new DateOnly(2016, 12, 20).AddDays(incident % 60);
            string value = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var content = new ClaimContent
            {
                Kind = ClaimKind.Event,
                Span = new Span(0, 1),
                Text = "x",
                Type = (incident % 5) switch { 0 => EventType.Coerce, 1 => EventType.Mobilize, _ => EventType.Assault },
                Mode = (seed % 3, incident % 5) switch { (0, > 1) => "aerial", (1, 0) => "seize", _ => null },
                Actors = seed % 4 == 0 ? [] : [seed % 4 == 1 ? new Party("x", null, "sy:army", "x", ActorType.Military) : Of(groups[seed % groups.Count])],
                Recipients = seed % 3 == 0 ? [] : [Of(groups[seed * 7 % groups.Count])],
                Place = new ClaimPlace(place.NameEn, null, place.Id, place.NameEn, place.Kind, place.Country, place.Lat, place.Lon, PlacePrecision.Of(place.Kind, place.Class)),
                Time = new ClaimTime(value, null, value, day, day),
            };
            string id = string.Create(CultureInfo.InvariantCulture, $"c{incident:D6}{n}");
            return new Claim { Id = id, ReportId = "r", Content = content, Proposed = content, Rule = "bench" };
        }),
    ];

    private static Party Of(ActorEntry entry) => new(entry.NameEn, null, entry.Id, entry.NameEn, entry.Type);
}
