using Hudna.Missions;

namespace Hudna.Agreements;

/// <summary>Reads the areas and the scope of an agreement file.</summary>
internal static class AreaYaml
{
    private const double FarthestKm = 20_040; // Half the Earth's girth: no place is farther from another.

    private static readonly string[] Kinds = ["country", "admin1", "place", "area", "circle", "polygon"];

    public static Area Area(YamlPart part)
    {
        part.Only("id", "name", "include", "exclude");
        return new Area(
            part["id"].Id(), part["name"].Bilingual(), [.. part["include"].Items().Select(Part)], [.. part.ItemsOf("exclude").Select(Part)]);
    }

    public static ScopeRule Scope(YamlPart part)
    {
        part.Only("area", "excluded", "from", "until", "document");
        return new ScopeRule(part["area"].Text(), part.Find("excluded")?.Flag() ?? false, AgreementYaml.PeriodOf(part), part.TextOf("document"));
    }

    private static AreaPart Part(YamlPart part)
    {
        part.Only(Kinds);
        return part.Entries().Count() == 1
            ? new AreaPart
            {
                Country = part.Find("country")?.Text(IsCountry, "a country code of 2 capital letters, as SY,"),
                Admin1 = part.Find("admin1")?.Text(IsAdmin1, "country and division, as SY/Idlib,"),
                PlaceId = part.TextOf("place"),
                AreaId = part.TextOf("area"),
                Circle = part.Find("circle") is { } circle ? Circle(circle) : null,
                Polygon = part.Find("polygon") is { } polygon ? [.. polygon.Items().Select(Corner)] : null,
            }
            : throw part.Error($"exactly {YamlPart.OneOf(Kinds)} is expected");
    }

    private static bool IsCountry(string code) => code.Length == 2 && code.All(char.IsAsciiLetterUpper);

    private static bool IsAdmin1(string name) => name.Split('/') is [var country, var division] && IsCountry(country) && division.Trim().Length > 0;

    private static Circle Circle(YamlPart part)
    {
        part.Only("lat", "lon", "radius_km");
        double radius = part["radius_km"].Number(0, FarthestKm);
        return new Circle(
            new Position(part["lat"].Number(-90, 90), part["lon"].Number(-180, 180)),
            radius > 0 ? radius : throw part["radius_km"].Bad("a number of kilometres above 0"));
    }

    private static Position Corner(YamlPart corner) => corner.IsList && corner.Items() is [var lon, var lat]
        ? new Position(lat.Number(-90, 90), lon.Number(-180, 180)) : throw corner.Error("[longitude, latitude] in degrees is expected");
}
