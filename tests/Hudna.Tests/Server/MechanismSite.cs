using System.Net.Http.Json;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Rulings;
using Hudna.Server.Missions;
using Hudna.Store;

namespace Hudna.Tests.Server;

/// <summary>A running server with the sample's agreement, its five desks, and incidents at Bassima that the fake reader finds.</summary>
internal static class MechanismSite
{
    public const string Ivan = "Ivan", Ayse = "Ayşe", Dara = "Dara", Salma = "Salma", Omar = "Omar";

    public const string Day = "2017-02-10";

    // The language data is read once for all tests: its places and actors are what the agreement names.
    private static readonly Lazy<Gazetteer> Known = new(() =>
        ArabicReader.Load(DataFolders.ReadLanguage(Path.Combine(Repository.Root, "lang", "ar")), [], []).Gazetteer);

    /// <param name="days">A day for each incident; one on 30 December 2016 when none is given.</param>
    public static async Task<Site> StartAsync(params DateOnly[] days) => await StartAsync(Site.Mission, days);

    public static async Task<Site> StartAsync(MissionView mission, params DateOnly[] days)
    {
        Site site = await Site.StartAsync(known: Known.Value, mission: mission);
        byte[] file = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "missions", "astana", "agreement.yaml"), TestContext.Current.CancellationToken);
        Mechanism mechanism = Of(site);
        await mechanism.FileAgreementAsync(file, "agreement.yaml", "", "Omar", TestContext.Current.CancellationToken);
        foreach ((string id, DeskRecorded desk) in Desks())
        {
            await mechanism.RecordAsync(id, desk, "Omar", TestContext.Current.CancellationToken);
        }

        foreach (DateOnly day in days.Length == 0 ? [new DateOnly(2016, 12, 30)] : days)
        {
            await site.FileAsync($"{Site.Text} {day:yyyy-MM-dd}", published: day);
        }

        return site;
    }

    /// <summary>What the site's pages call, for tests that do it past them.</summary>
    public static Mechanism Of(Site site) => new(site.Record, site.Intake, new Assessing(site.Record, TimeProvider.System), TimeProvider.System);

    /// <summary>A finding by the API; the answer is the API's.</summary>
    public static Task<HttpResponseMessage> FindAsync(Site site, string desk, string by, Ruling ruling, int incident = 1, int revision = 0, string on = Day) =>
        site.Client.PostAsJsonAsync($"/api/incidents/{incident}/findings", new
        {
            by,
            desk_id = desk,
            revision,
            occurrence = ruling is Ruling.Violation or Ruling.NoViolation ? "confirmed" : "not_confirmed",
            attribution = "not_attributed",
            scope = ruling == Ruling.OutsideScope ? "outside_area" : "inside",
            ruling = Wire.Name(ruling),
            reason = Wire.Name(FindingCheck.Reasons(ruling, ScopeFinding.OutsideArea)[0]),
            confidence = "moderate",
            on,
            note = $"{desk} says so",
        }, TestContext.Current.CancellationToken);

    private static IEnumerable<(string Id, DeskRecorded Desk)> Desks() =>
    [
        ("russia", Desk("Russia", "روسيا", DeskRole.Guarantor, "state-ru", Ivan)),
        ("turkiye", Desk("Turkey", "تركيا", DeskRole.Guarantor, "state-tr", Ayse)),
        ("iran", Desk("Iran", "إيران", DeskRole.Guarantor, "state-ir", Dara)),
        ("secretariat", Desk("Secretariat", "الأمانة", DeskRole.Secretariat, null, Salma)),
        ("factions-liaison", Desk("Factions’ liaison", "ارتباط الفصائل", DeskRole.Liaison, "free-syrian-army", Omar)),
    ];

    private static DeskRecorded Desk(string en, string ar, DeskRole role, string? actor, string member) =>
        new(0, new BilingualText(en, ar), role, actor, [new DeskMember(member, default)]);
}
