using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hudna.Places;
using Hudna.Reading;
using Hudna.Server.Maps;
using static Hudna.Server.Languages.Dates;

namespace Hudna.Server.Features.Control;

/// <summary>The places of a day for other programs. Holds who is said to hold what, and ids of claims; never who reported it.</summary>
internal static class ControlExport
{
    private const string Separator = "; ";

    public static readonly string[] Columns =
    [
        "on", "place_id", "place", "lat", "lon", "precision", "part", "state", "holders", "since", "earliest", "known", "besieged_by", "besieged_since", "outdated",
        "infrastructure", "claims",
    ];

    /// <summary>A FeatureCollection after RFC 7946: a point for each place; its geometry is null when nobody knows where it lies.</summary>
    public static byte[] GeoJson(ControlPage page)
    {
        var features = new JsonArray([.. page.Places.Select(r => Feature(page.On, r))]);
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["type"] = "FeatureCollection", ["features"] = features }, MapJson.Options);
    }

    /// <summary>Cells of a row for each whole place and each part of one.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Rows(ControlPage page) => page.Places.SelectMany(r => r.Parts.Select(p => Row(page.On, r, p)).Prepend(
        Row(page.On, r, new ControlPart("", r.State, r.Holders, r.Since, r.Earliest, r.Known, r.BesiegedBy, r.BesiegedSince, Outdated: false, r.Claims))));

    private static string?[] Row(DateOnly on, ControlRow row, ControlPart part) =>
    [
        Iso(on), row.Place.PlaceId, row.Place.Name ?? row.Place.Text, Degrees(row.Place.Lat), Degrees(row.Place.Lon),
        row.Place.Precision.ToString(CultureInfo.InvariantCulture), part.Part, Wire.Name(part.State), Ids(part.Holders), Iso(part.Since), Iso(part.Earliest),
        part.Known is { } known ? Wire.Name(known) : null, Ids(part.BesiegedBy), Iso(part.BesiegedSince), part.Outdated ? "1" : "0",
        string.Join(Separator, row.Infrastructure.Select(i => Wire.Name(i))), string.Join(Separator, part.Claims),
    ];

    private static JsonObject Feature(DateOnly on, ControlRow row) => new JsonObject
    {
        ["type"] = "Feature",
        ["id"] = row.Id,
        ["geometry"] = row.Place is { Lat: { } lat, Lon: { } lon } ? new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(lon, lat) } : null,
        ["properties"] = new JsonObject
        {
            ["on"] = Iso(on),
            ["place_id"] = row.Place.PlaceId,
            ["place"] = row.Place.Name ?? row.Place.Text,
            ["precision"] = row.Place.Precision,
            ["state"] = Wire.Name(row.State),
            ["holders"] = Array(row.Holders.Select(h => h.Id)),
            ["since"] = Iso(row.Since),
            ["earliest"] = Iso(row.Earliest),
            ["known"] = row.Known is { } known ? Wire.Name(known) : null,
            ["besieged_by"] = Array(row.BesiegedBy.Select(h => h.Id)),
            ["besieged_since"] = Iso(row.BesiegedSince),
            ["parts"] = new JsonArray([.. row.Parts.Select(Part)]),
            ["infrastructure"] = Array(row.Infrastructure.Select(i => Wire.Name(i))),
            ["claims"] = Array(row.Claims),
        },
    };

    private static JsonObject Part(ControlPart part) => new JsonObject
    {
        ["part"] = part.Part,
        ["state"] = Wire.Name(part.State),
        ["holders"] = Array(part.Holders.Select(h => h.Id)),
        ["since"] = Iso(part.Since),
        ["besieged_by"] = Array(part.BesiegedBy.Select(h => h.Id)),
        ["outdated"] = part.Outdated,
    };

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static string Ids(IEnumerable<HolderGroup> groups) => string.Join(Separator, groups.Select(g => g.Id));

    private static string? Degrees(double? degrees) => degrees?.ToString("0.####", CultureInfo.InvariantCulture);
}
