using System.Globalization;
using Hudna.Agreements;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;

namespace Hudna.Server.Features.Agreements;

/// <summary>Parts of an agreement in words of the reader's language.</summary>
internal sealed class AgreementWords(Words words, Dates dates, KnownNames names, Agreement agreement)
{
    public string In(BilingualText text) => words.IsArabic ? text.Ar : text.En;

    public string Actor(string id) => names.ById(id, words.IsArabic) ?? id;

    public string Lister(string id) => agreement.Listers.FirstOrDefault(l => Same(l.Id, id)) is { } lister ? In(lister.Name) : id;

    public string? Document(string? id) => agreement.Documents.FirstOrDefault(d => Same(d.Id, id)) is { } document ? In(document.Title) : id;

    public string Area(string id) => agreement.Areas.FirstOrDefault(a => Same(a.Id, id)) is { } area ? In(area.Name) : id;

    /// <summary>From, until, or both; empty for throughout.</summary>
    public string Period(Period period) => period switch
    {
        ({ } from, { } until) => words.Format("agreement.from_until", dates.Day(from), dates.Day(until)),
        ({ } from, null) => words.Format("agreement.from", dates.Day(from)),
        (null, { } until) => words.Format("agreement.until", dates.Day(until)),
        _ => "",
    };

    /// <summary>A local time of the agreement's zone.</summary>
    public string Moment(DateTime at) =>
        $"{dates.Day(DateOnly.FromDateTime(at))}{words["date.comma"]}{at.ToString("HH:mm", CultureInfo.InvariantCulture)} ({agreement.Zone})";

    public string Acts(Provision provision) => string.Join(
        words["agreement.or"],
        provision.Acts.Select(a => a.Mode is null ? words.Term("type", Wire.Name(a.Type)) : $"{words.Term("type", Wire.Name(a.Type))} – {words.Term("mode", a.Mode)}"));

    public string Parties(IReadOnlyList<PartyPattern> parties) => string.Join(words["date.comma"], parties.Select(Party));

    public string Part(AreaPart part) => part switch
    {
        { Country: { } country } => Actor("state-" + country.ToLowerInvariant()),
        { Admin1: { } province } => words.Format("agreement.area.admin1", province),
        { PlaceId: { } place } => Actor(place),
        { AreaId: { } area } => Area(area),
        { Circle: { } circle } => words.Format("agreement.area.circle", (decimal)circle.RadiusKm, At(circle.Center)),
        { Polygon: { } corners } => words.Format("agreement.area.polygon", corners.Count, string.Join("; ", corners.Select(At))),
        _ => "",
    };

    private string Party(PartyPattern party) => party switch
    {
        { Class: PartyClass.Actor, ActorId: { } id } => Actor(id),
        { Class: PartyClass.Type, ActorType: { } type } => words.Format("agreement.party.type", words.Term("actor_type", Wire.Name(type))),
        _ => words.Term("agreement.party", Wire.Name(party.Class)),
    };

    private static string At(Position at) => string.Create(CultureInfo.InvariantCulture, $"{at.Lat:0.####}, {at.Lon:0.####}");

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}
