using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;

namespace Hudna.Server.Features.Incidents;

/// <summary>A field of a filter that takes an actor or place by name or by id.</summary>
/// <param name="Id">The id meant; null when the field is empty or cannot be used.</param>
/// <param name="Shown">What the field holds: the name in the page's language, or what was typed when it is not known.</param>
/// <param name="Offered">Names from the record, most named first, each meaning one id only.</param>
/// <param name="Problem">Why it cannot be used; null when it can.</param>
public sealed record NameField(string? Id, string Shown, IReadOnlyList<string> Offered, FieldProblem? Problem)
{
    private const int OfferedMax = 500;

    internal static async Task<NameField> ActorAsync(string? typed, IRecord record, Gazetteer gazetteer, bool arabic, CancellationToken cancellation) => await OfAsync(
        typed, (await record.ActorsAsync(null, 0, OfferedMax, cancellation)).Items,
        gazetteer.Actors.Values.ToDictionary(a => a.Id, a => new Names(a.NameEn, a.NamesAr), StringComparer.Ordinal), arabic, "problem.unknown_actor",
        async id => (await record.ClaimsAsync(new ClaimFilter { ActorId = id, Limit = 1 }, cancellation)).Total > 0);

    internal static async Task<NameField> PlaceAsync(string? typed, IRecord record, Gazetteer gazetteer, bool arabic, CancellationToken cancellation) => await OfAsync(
        typed, (await record.PlacesAsync(null, 0, OfferedMax, cancellation)).Items,
        gazetteer.Places.Values.ToDictionary(p => p.Id, p => new Names(p.NameEn, p.NamesAr), StringComparer.Ordinal), arabic, "problem.unknown_place",
        async id => (await record.ClaimsAsync(new ClaimFilter { PlaceId = id, Limit = 1 }, cancellation)).Total > 0);

    private static async Task<NameField> OfAsync(
        string? typed, IReadOnlyList<NamedCount> named, Dictionary<string, Names> known, bool arabic, string unknown, Func<string, Task<bool>> isInRecord)
    {
        // Namesakes carry their ids, so that each name offered means one.
        Dictionary<string, string> names = named.ToDictionary(n => n.Id, n => NameOf(n, known.GetValueOrDefault(n.Id), arabic), StringComparer.Ordinal);
        HashSet<string> shared = [.. names.Values.GroupBy(SearchFold.Of, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
        Dictionary<string, string> labels = names.ToDictionary(
            n => n.Key, n => shared.Contains(SearchFold.Of(n.Value)) ? $"{n.Value} ({n.Key})" : n.Value, StringComparer.Ordinal);
        string[] offered = [.. named.Select(n => labels[n.Id])];
        if (QueryFields.Text(typed) is not { } text)
        {
            return new NameField(null, "", offered, null);
        }

        // An id, or a name with its id behind it as a field shows it.
        string last = text[(text.LastIndexOf('(') + 1)..].TrimEnd(')');
        foreach (string id in new[] { text, last })
        {
            if (known.ContainsKey(id) || labels.ContainsKey(id) || await isInRecord(id))
            {
                return new NameField(id, Shown(id), offered, null);
            }
        }

        // What the record names goes before what only the mission's lists know.
        string folded = SearchFold.Of(text);
        string[] found = [.. labels.Where(l => SearchFold.Of(l.Value) == folded).Select(l => l.Key)];
        found = found.Length > 0 ? found
            : [.. named.Where(n => new[] { n.Name, n.Text }.OfType<string>().Concat(known.GetValueOrDefault(n.Id)?.All ?? []).Any(w => SearchFold.Of(w) == folded)).Select(n => n.Id)];
        found = found.Length > 0 ? found : [.. known.Where(k => k.Value.All.Any(w => SearchFold.Of(w) == folded)).Select(k => k.Key).Order(StringComparer.Ordinal)];
        return found switch
        {
            [var id] => new NameField(id, Shown(id), offered, null),
            [] => new NameField(null, text, offered, new FieldProblem("", unknown, text)),
            _ => new NameField(null, text, offered, new FieldProblem("", "problem.several_names", $"{text}: {string.Join(" · ", found)}")),
        };

        // Sent again as it is shown, it must mean the same.
        string Shown(string id) => labels.GetValueOrDefault(id) ?? (known.GetValueOrDefault(id) is { } entry ? $"{entry.In(arabic)} ({id})" : id);
    }

    private static string NameOf(NamedCount named, Names? known, bool arabic) =>
        known?.In(arabic) ?? (arabic ? named.Text : named.Name ?? named.Text);

    private sealed record Names(string English, IReadOnlyList<string> Arabic)
    {
        public IEnumerable<string> All => Arabic.Append(English);

        public string In(bool arabic) => arabic && Arabic.Count > 0 ? Arabic[0] : English;
    }
}
