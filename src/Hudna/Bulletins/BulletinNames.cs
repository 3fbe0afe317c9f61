using Hudna.Assessment;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;

namespace Hudna.Bulletins;

/// <summary>Names in both languages for what a bulletin speaks of. What nobody knows keeps its id, or the words of the source.</summary>
internal sealed class BulletinNames(Gazetteer gazetteer)
{
    public Provinces Provinces { get; } = new(gazetteer);

    public NamedId Actor(string id) => new(
        id, gazetteer.NameOf(id) is { } names ? new BilingualText(names.En, names.Ar) : new BilingualText(id, id));

    public NamedId Province(string id) => new(id, Provinces.NameOf(id));

    public BilingualText? Place(ClaimPlace? place) => place is null ? null
        : place.PlaceId is { } id && gazetteer.Places.TryGetValue(id, out PlaceEntry? entry) ? Both(entry.NameEn, entry.NamesAr)
        : new BilingualText(place.Name ?? place.Text, place.Text);

    private static BilingualText Both(string english, IReadOnlyList<string> arabic) => new(english, arabic.Count > 0 ? arabic[0] : english);
}
