using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Missions;
using Hudna.Tests.Places;
using static Hudna.Tests.Places.ControlSamples;

namespace Hudna.Tests.Server;

/// <summary>A running server whose record says who holds Aleppo, Palmyra and Wadi Barada, and how many were killed.</summary>
internal static class FrontSite
{
    public static readonly Party Observatory = new("المرصد السوري لحقوق الإنسان", null, "syrian-observatory-for-human-rights", "Syrian Observatory for Human Rights", ActorType.Ngo);

    private static readonly MissionView Mission = Site.Mission with { AsOf = new DateOnly(2017, 2, 5) };

    /// <summary>The incident of <see cref="MechanismSite"/> is there too: twelve dead at Bassima.</summary>
    public static async Task<Site> StartAsync()
    {
        Site site = await MechanismSite.StartAsync(Mission);
        await EnterAsync(site, "سيطرت المعارضة على تدمر؟ بل دخلها تنظيم الدولة", Content(ControlStatus.Took, Palmyra, Daesh, "2016-12-11"));
        await EnterAsync(site, "استعاد الجيش تدمر في آذار", Content(ControlStatus.Took, Palmyra, Army, "2016-03-27"));
        await EnterAsync(site, "انسحب الجيش من تدمر", Content(ControlStatus.Left, Palmyra, Army, "2016-12-11"));
        await EnterAsync(site, "حوصرت أحياء حلب الشرقية", Content(ControlStatus.Besieges, EastAleppo, Army, "2016-09-04"));
        await EnterAsync(site, "المعارضة في أحياء حلب الشرقية", Content(ControlStatus.Holds, EastAleppo, Opposition, "2016-07-15"));
        await EnterAsync(site, "استعادت القوات الحكومية السيطرة على حلب", Content(ControlStatus.Took, Aleppo, Regime, "2016-12-22"));
        await EnterAsync(site, "النصف الشرقي بيد الجيش", Content(ControlStatus.Took, EastAleppo, Army, "2016-12-22", "النصف"));
        await EnterAsync(site, "الجيش في وادي بردى ومياهها", Content(ControlStatus.Holds, WadiBarada, Army, "2017-01-28", infrastructure: Infrastructure.Water));
        await EnterAsync(site, "وادي بردى ما زالت بيد الفصائل", Content(ControlStatus.Holds, WadiBarada, Factions, "2017-01-28"), source: "Halab Today");
        await EnterAsync(site, "سيستعيد الجيش وادي بردى", Content(ControlStatus.Took, WadiBarada, Army, "2017-01-09") with { Modality = Modality.Planned });
        await EnterAsync(site, "أزيد من 300 ألف قتيل", Figure(300_000, null), new DateOnly(2017, 1, 9));
        await EnterAsync(site, "312 ألف قتيل بحسب المرصد", Figure(312_000, 312_000) with { Speaker = Observatory }, new DateOnly(2016, 12, 13), "Halab Today");
        await EnterAsync(site, "280 إلى 290 ألف قتيل", Figure(280_000, 290_000), new DateOnly(2017, 1, 5), "Third Post");
        await EnterAsync(site, "11 مليون نازح", Figure(11_000_000, 11_000_000) with { Measure = Measure.Displaced }, new DateOnly(2017, 1, 9));
        return site;
    }

    public static Task<Claim> EnterAsync(Site site, string words, ClaimContent content, DateOnly? said = null, string source = "Sham Post", Confidentiality level = Confidentiality.Public) =>
        site.Intake.EnterAsync(new Hudna.Store.HandEntry(source, said ?? new DateOnly(2017, 1, 20), words, level), content, "Lina", "", TestContext.Current.CancellationToken);

    public static ClaimContent Figure(int? low, int? high) => new()
    {
        Kind = ClaimKind.Figure,
        Span = new Span(0, 1),
        Text = "x",
        Measure = Measure.Killed,
        Number = new Count(low, high, null),
    };
}
