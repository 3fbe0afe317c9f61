using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;
using Hudna.Tests.Store;

namespace Hudna.Tests.Server;

/// <summary>A running server whose record holds incidents that may be one, and one of several sources. All of it is made up.</summary>
internal static class LinksSite
{
    /// <summary>Numbers of the incident that three sources tell, and of the two pairs that may be one.</summary>
    public const int Told = 1, First = 2, Second = 3, Third = 4, Fourth = 5;

    private static readonly Party Army = new("الجيش السوري", null, "sy-army", "Syrian Army", ActorType.Military);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Site> StartAsync()
    {
        Site site = await Site.StartAsync();
        ClaimPlace bassima = Samples.Place("sy-bassima", "Bassima", "بسيمة", 33.62, 36.13);
        await TellAsync(site, "قصف الجيش بلدة بسيمة وقتل أربعة", "وكالة المرج", "2017-01-05", bassima, Army, 4);
        await TellAsync(site, "سقطت قذائف الجيش على بسيمة فمات أربعة من أهلها", "صحيفة الغوطة", "2017-01-05", bassima, Army, 4);
        await TellAsync(site, "قُصفت بسيمة مساء ذلك اليوم", "Barada Post", "2017-01-05", bassima, Army);

        // One town, a day apart, nothing else told: one shelling or two?
        await TellAsync(site, "قصفت تفتناز صباحا", "Sham Post", "2017-01-01", Samples.Place());
        await TellAsync(site, "قصفت تفتناز أمس", "Halab Today", "2017-01-02", Samples.Place());

        // Two hills of the mission's list, six kilometres apart, the same day and side.
        await TellAsync(site, "قصف الجيش التل الغربي", "Sham Post", "2017-01-19", Samples.Place("sy-west", "West Hill", "التل الغربي", 35.20, 36.60), Army);
        await TellAsync(site, "قصف الجيش التل الشرقي", "Halab Today", "2017-01-19", Samples.Place("sy-east", "East Hill", "التل الشرقي", 35.20, 36.666), Army);
        return site;
    }

    public static Task<Claim> TellAsync(Site site, string words, string source, string day, ClaimPlace place, Party? actor = null, int? dead = null) => site.Intake.EnterAsync(
        new HandEntry(source, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), words, Confidentiality.Public),
        Samples.Event(words, words.Split(' ')[0], EventType.Assault, "heavy-weapons", place, day, actor, null, dead is { } n ? new Count(n, n, null) : null),
        "Lina", "", Cancellation);

    public static async Task<Incident> IncidentAsync(Site site, int number) => (await site.Record.IncidentByNumberAsync(number, Cancellation))!;

    public static async Task<IReadOnlyList<Claim>> ClaimsAsync(Site site, int number) =>
        (await site.Record.ClaimsAsync(new ClaimFilter { IncidentId = (await IncidentAsync(site, number)).Id }, Cancellation)).Items;

    /// <summary>Lets complaints rest on incidents.</summary>
    public static async Task ComplainAsync(Site site, params int[] numbers)
    {
        List<Act> acts = [.. MechanismSamples.Desks()];
        foreach (int number in numbers)
        {
            acts.Add(MechanismSamples.Complaint(acts.Count(a => a.Body is ComplaintLodged) + 1, (await IncidentAsync(site, number)).Id));
        }

        await site.Record.AppendAsync(acts, [], Cancellation);
    }
}
