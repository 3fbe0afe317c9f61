using System.Globalization;
using Hudna.Acts;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Places;

/// <summary>A place to be added, as typed.</summary>
public sealed record AddPlaceDraft
{
    public string NameEn { get; init; } = "";

    /// <summary>Arabic spellings, one a line, preferred first.</summary>
    public string NamesAr { get; init; } = "";

    public string Kind { get; init; } = "settlement";

    public string Country { get; init; } = "";

    public string Admin1 { get; init; } = "";

    public string Lat { get; init; } = "";

    public string Lon { get; init; } = "";

    internal static AddPlaceDraft Of(IFormCollection form) => new()
    {
        NameEn = form["name_en"].ToString().Trim(),
        NamesAr = form["names_ar"].ToString(),
        Kind = form["kind"].ToString(),
        Country = form["country"].ToString().Trim().ToUpperInvariant(),
        Admin1 = form["admin1"].ToString().Trim(),
        Lat = form["lat"].ToString().Trim(),
        Lon = form["lon"].ToString().Trim(),
    };

    /// <summary>The act, or what is wrong with what was typed.</summary>
    internal (PlaceAdded? Act, IReadOnlyList<FieldProblem> Problems) Check()
    {
        var problems = new List<FieldProblem>();
        string[] arabic = FormLines.Of(NamesAr);
        AddedNames.Check(NameEn, arabic, Country, problems);
        PlaceKind? kind = Wire.Parse<PlaceKind>(Kind);
        if (kind is null)
        {
            problems.Add(new FieldProblem("kind", "problem.choose"));
        }

        double? lat = Degrees("lat", Lat, 90, problems);
        double? lon = Degrees("lon", Lon, 180, problems);
        return problems.Count > 0 ? (null, problems) : (new PlaceAdded(
            NameEn, arabic, kind!.Value, Country.Length == 0 ? null : Country, Admin1.Length == 0 ? null : Admin1, lat!.Value, lon!.Value), problems);
    }

    private static double? Degrees(string field, string text, double bound, List<FieldProblem> problems)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= bound)
        {
            return degrees;
        }

        problems.Add(new FieldProblem(field, field is "lat" ? "problem.lat" : "problem.lon", text));
        return null;
    }
}
