using System.Globalization;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Incidents;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Coverage;

/// <summary>A record of coverage to be added, as typed; times are of the mission's zone.</summary>
public sealed record AddCoverageDraft
{
    private const int TextMax = 300;

    public string Kind { get; init; } = "patrol";

    public string Team { get; init; } = "";

    public string Place { get; init; } = "";

    public string Province { get; init; } = "";

    public string Lat { get; init; } = "";

    public string Lon { get; init; } = "";

    public string RadiusKm { get; init; } = "";

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string Access { get; init; } = "full";

    public string DeniedBy { get; init; } = "";

    public string Note { get; init; } = "";

    internal static AddCoverageDraft Of(IFormCollection form) => new()
    {
        Kind = form["kind"].ToString(),
        Team = form["team"].ToString().Trim(),
        Place = form["place"].ToString().Trim(),
        Province = form["province"].ToString().Trim(),
        Lat = form["lat"].ToString().Trim(),
        Lon = form["lon"].ToString().Trim(),
        RadiusKm = form["radius_km"].ToString().Trim(),
        From = form["from"].ToString().Trim(),
        To = form["to"].ToString().Trim(),
        Access = form["access"].ToString(),
        DeniedBy = form["denied_by"].ToString().Trim(),
        Note = form["note"].ToString().Trim(),
    };

    /// <summary>The content, or what is wrong with what was typed.</summary>
    /// <param name="place">What the field for the place means.</param>
    /// <param name="denier">What the field for who denied access means.</param>
    /// <param name="gazetteer">Known places.</param>
    /// <param name="zone">The mission's zone.</param>
    internal (CoverageContent? Content, IReadOnlyList<FieldProblem> Problems) Check(NameField place, NameField denier, Gazetteer gazetteer, TimeZoneInfo zone)
    {
        var problems = new List<FieldProblem>();
        CoverageKind? kind = Wire.Parse<CoverageKind>(Kind);
        CoverageAccess? access = Wire.Parse<CoverageAccess>(Access);
        if (kind is null || access is null)
        {
            problems.Add(new FieldProblem(kind is null ? "kind" : "access", "problem.choose"));
        }

        if (Team.Length is 0 or > TextMax || Note.Length > TextMax)
        {
            problems.Add(new FieldProblem("team", "coverage.problem_team"));
        }

        CoveragePlace? where = Where(place, gazetteer, problems);
        DateTimeOffset? from = Moment("from", From, zone, problems), to = Moment("to", To, zone, problems);
        if (to <= from)
        {
            problems.Add(new FieldProblem("to", "coverage.problem_order"));
        }

        if (denier.Problem is { } unknown)
        {
            problems.Add(unknown with { Field = "denied_by", Key = "problem.no_actor", Argument = DeniedBy });
        }

        return problems.Count > 0 ? (null, problems) : (new CoverageContent(
            kind!.Value, Team, where!, from!.Value, to!.Value, access!.Value, access == CoverageAccess.Full ? null : denier.Id, Note), problems);
    }

    private CoveragePlace? Where(NameField place, Gazetteer gazetteer, List<FieldProblem> problems)
    {
        PlaceEntry? entry = place.Id is { } id ? gazetteer.Places.GetValueOrDefault(id) : null;
        double? lat = Number("lat", Lat, -90, 90, "problem.lat", problems), lon = Number("lon", Lon, -180, 180, "problem.lon", problems);
        double? radius = Number("radius_km", RadiusKm, double.Epsilon, 20000, "coverage.problem_radius", problems);
        if (lat is null != lon is null)
        {
            problems.Add(new FieldProblem("lat", "coverage.problem_point"));
        }

        // A place whose province is known says it; a name that nobody knows stays what it is, with the province that was chosen.
        Position? point = lat is { } north && lon is { } east ? new Position(north, east)
            : entry is { Kind: not (PlaceKind.Region or PlaceKind.Country) } ? new Position(entry.Lat, entry.Lon) : null;
        string? province = entry is { Country: { } country, Admin1: { } admin1 } ? $"{country}/{admin1}" : Province.Length > 0 ? Province : null;
        province ??= point is { } at ? new Provinces(gazetteer).Of(new ClaimPlace("", null, null, null, PlaceKind.Settlement, null, at.Lat, at.Lon, PlacePrecision.Exact)) : null;
        if (province is null)
        {
            problems.Add(new FieldProblem("province", "coverage.problem_province", Place.Length > 0 ? Place : "–"));
            return null;
        }

        string name = entry?.NameEn ?? (Place.Length > 0 ? Place : province[(province.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return new CoveragePlace(name, entry?.Id, province, point, radius);
    }

    private static double? Number(string field, string text, double min, double max, string key, List<FieldProblem> problems)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (double.TryParse(AddDraft.Western(text), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= min && number <= max)
        {
            return number;
        }

        problems.Add(new FieldProblem(field, key, text));
        return null;
    }

    private static DateTimeOffset? Moment(string field, string text, TimeZoneInfo zone, List<FieldProblem> problems)
    {
        if (DateTime.TryParseExact(
                AddDraft.Western(text), ["yyyy-MM-dd'T'HH':'mm", "yyyy-MM-dd' 'HH':'mm", "yyyy-MM-dd'T'HH':'mm':'ss"], CultureInfo.InvariantCulture,
                DateTimeStyles.None, out DateTime local) && !zone.IsInvalidTime(local))
        {
            return new DateTimeOffset(local, zone.GetUtcOffset(local));
        }

        problems.Add(new FieldProblem(field, "coverage.problem_time", text));
        return null;
    }
}
