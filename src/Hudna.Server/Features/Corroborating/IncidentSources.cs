using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;

namespace Hudna.Server.Features.Corroborating;

/// <summary>An incident's corroboration as its page words it: origins by name, reports by source, values in the page's language.</summary>
internal sealed class IncidentSources(IncidentCorroboration corroboration, IReadOnlyList<ClaimInContext> claims, Words words, KnownNames names, Dates dates)
{
    private readonly Dictionary<string, Origin> origins = corroboration.Origins.ToDictionary(o => o.Key, StringComparer.Ordinal);

    private readonly Dictionary<string, ClaimInContext> byClaim = claims.ToDictionary(c => c.Claim.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, ClaimInContext> byReport = claims.GroupBy(c => c.Claim.ReportId, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>What an origin is called.</summary>
    public string NameOf(Origin origin) => origin.Name is not { } name ? words["corroboration.protected"]
        : origin.Kind == OriginKind.Several ? string.Join(words["corroboration.or"], name.Split(" | "))
        : origin.ActorId is { } id && names.ById(id, words.IsArabic) is { } known ? known : name;

    public Origin? ByKey(string key) => origins.GetValueOrDefault(key);

    public ClaimInContext? Claim(string id) => byClaim.GetValueOrDefault(id);

    public ClaimInContext? Report(string id) => byReport.GetValueOrDefault(id);

    /// <summary>The sources of a report, as one name.</summary>
    public string SourcesOf(string reportId) => Report(reportId) is { } item ? string.Join(words["date.comma"], item.Sources.Select(s => s.Name)) : reportId;

    /// <summary>Why a report goes back to an origin, in words.</summary>
    public string Reason(OriginReason reason) => reason.Why switch
    {
        OriginWhy.Own => words["corroboration.why.own"],
        OriginWhy.SameText => words.Format("corroboration.why.same_text", reason.Of ?? words["corroboration.protected"]),
        OriginWhy.SameWords => words.Format("corroboration.why.same_words", Percent(reason.Share), SourcesOf(reason.Of!)),
        OriginWhy.SameSentence => words.Format("corroboration.why.same_sentence", Percent(reason.Share), SourcesOf(reason.Of!)),
        OriginWhy.Credits => words.Format("corroboration.why.credits", reason.Of ?? words["corroboration.protected"]),
        OriginWhy.Relays => words.Format("corroboration.why.relays", reason.Of ?? words["corroboration.protected"]),
        OriginWhy.Quotes => words.Format("corroboration.why.quotes", reason.Of ?? words["corroboration.protected"]),
        _ => words.Format("corroboration.why.repeats", reason.Of ?? words["corroboration.protected"]),
    };

    /// <summary>A value in this page's language where it is a vocabulary's, else as the claims have it.</summary>
    public string Value(string field, ContradictionValue value) => field switch
    {
        "occurrence" => words.Term("modality", value.Value),
        "act" => string.Join(" – ", value.Value.Split(' ', 2).Select((part, i) => words.Term(i == 0 ? "type" : "mode", part))),
        "time" when TimeValue.TryParse(value.Value, out TimeValue time) => dates.Days(time.First, time.Last),
        "place" or "actors" or "recipients" when words.IsArabic => InSourceWords(field, value),
        _ => value.Value,
    };

    private string InSourceWords(string field, ContradictionValue value)
    {
        ClaimContent? content = value.ClaimIds.Select(Claim).FirstOrDefault(c => c is not null)?.Claim.Content;
        return field switch
        {
            "place" => content?.Place?.Text ?? value.Value,
            "actors" => string.Join(words["date.comma"], content?.Actors.Select(a => a.Text) ?? [value.Value]),
            _ => string.Join(words["date.comma"], content?.Recipients.Select(r => r.Text) ?? [value.Value]),
        };
    }

    private static string Percent(double? share) => Words.Number(Math.Round((decimal)(share ?? 0) * 100));
}
