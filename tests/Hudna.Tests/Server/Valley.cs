using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Hudna.Tests.Server;

/// <summary>A small agreement with the one actor and the one place that the site of the tests knows.</summary>
internal static class Valley
{
    public const string Yaml = """
        id: valley
        name: { en: Valley truce, ar: هدنة الوادي }
        zone: Asia/Damascus
        signed: 2016-12-29
        in_force: 2016-12-30T00:00
        codes: { class: preliminary, pax_id: 2090, pax_stage: Cea, written: true }
        documents:
          - { id: truce, title: { en: Truce, ar: الهدنة }, date: 2016-12-29, source: "Letter of the parties" }
          - { id: annex, title: { en: Annex, ar: الملحق }, date: 2017-01-24, amends: truce, source: "Annex of 24 January" }
        participants:
          - { actor: sy-army, role: party, document: truce }
        adherence:
          - { actor: sy-army, status: adheres, from: 2016-12-30, source: "Its statement of 29 December" }
        areas:
          - id: valley
            name: { en: The valley, ar: الوادي }
            include: [{ place: sy-bassima }]
        scope:
          - { area: valley, document: truce }
        provisions:
          - number: "1"
            type: prohibits
            title: { en: Shelling, ar: القصف }
            text: { en: Nobody shells., ar: لا يقصف أحد. }
            acts: ["ASSAULT:heavy-weapons"]
            document: truce
          - number: "2"
            type: obliges
            title: { en: Monitors, ar: المراقبون }
            text: { en: Monitors pass., ar: يمر المراقبون. }
            from: 2017-01-24
            document: annex
          - number: "3"
            type: permits
            title: { en: Self-defence, ar: الدفاع عن النفس }
            text: { en: Whoever is attacked may answer., ar: لمن هوجم أن يرد. }
            acts: [ASSAULT]
            condition: { en: Only in answer., ar: ردا فقط. }
        listers:
          - { id: north, name: { en: North, ar: الشمال } }
          - { id: south, name: { en: South, ar: الجنوب } }
        commissions:
          - name: { en: Joint commission, ar: اللجنة المشتركة }
            members: [{ actor: sy-army }]
            rule: consensus
            deadlines: { preliminary_inquiry: 24 }
        """;

    /// <summary>Files the agreement through the API.</summary>
    public static async Task FileAsync(Site site, string yaml = Yaml, string query = "by=Lina")
    {
        HttpResponseMessage answer = await PostAsync(site, yaml, query);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static async Task<HttpResponseMessage> PostAsync(Site site, string yaml, string query = "by=Lina")
    {
        using var body = new StringContent(yaml, Encoding.UTF8, "application/yaml");
        return await site.Client.PostAsync($"/api/agreement?{query}", body, TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> AdhereAsync(Site site, string status, string from, long? seen = null) => site.Client.PostAsJsonAsync(
        "/api/agreement/adherence", new { by = "Lina", actor_id = "sy-army", status, from, source = "its statement", seen }, TestContext.Current.CancellationToken);
}
