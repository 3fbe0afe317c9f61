using Hudna.Agreements;
using Hudna.Reading;

namespace Hudna.Assessment;

/// <summary>The countries that an agreement's area lies in, as far as its file names them.</summary>
public static class AgreementGround
{
    /// <summary>ISO 3166-1 alpha-2 codes, in order; empty when its areas are drawn as circles or polygons only.</summary>
    public static IReadOnlyList<string> Countries(Agreement agreement, Gazetteer gazetteer)
    {
        var areas = agreement.Areas.ToDictionary(a => a.Id, StringComparer.Ordinal);
        return
        [
            .. agreement.Scope.Where(s => !s.IsExcluded).SelectMany(s => Of(s.AreaId, areas, gazetteer)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    // No area includes itself, which the reader of agreement files checks.
    private static IEnumerable<string> Of(string areaId, Dictionary<string, Area> areas, Gazetteer gazetteer) =>
        areas.TryGetValue(areaId, out Area? area) ? area.Include.SelectMany(p => Of(p, areas, gazetteer)) : [];

    private static IEnumerable<string> Of(AreaPart part, Dictionary<string, Area> areas, Gazetteer gazetteer) => part switch
    {
        { Country: { } country } => [country],
        { Admin1: { Length: > 3 } admin1 } => [admin1[..2]],
        { PlaceId: { } id } => gazetteer.Places.GetValueOrDefault(id)?.Country is { } country ? [country] : [],
        { AreaId: { } id } => Of(id, areas, gazetteer),
        _ => [],
    };
}
