namespace Hudna.Agreements;

/// <summary>Areas can be drawn, and the agreement holds somewhere.</summary>
internal static class AgreementShapes
{
    public static IEnumerable<AgreementProblem> Problems(Agreement agreement) =>
    [
        .. agreement.Areas.With("areas").Where(a => a.Value.Include.Count == 0)
            .Select(a => new AgreementProblem(a.Path + ".include", "at least one part is expected")),
        .. AgreementParts.AreaParts(agreement).SelectMany(OfPart),
        .. agreement.Scope.All(s => s.IsExcluded)
            ? [new AgreementProblem("scope", "at least one area in which the agreement holds is expected (excluded: false)")]
            : Array.Empty<AgreementProblem>(),
    ];

    private static IEnumerable<AgreementProblem> OfPart((string Path, AreaPart Value) part)
    {
        if (part.Value.Polygon is { Count: < 3 })
        {
            yield return new AgreementProblem(part.Path + ".polygon", "at least 3 corners are expected, each [longitude, latitude]");
        }
        else if (part.Value.Polygon is { } corners && TwiceTheArea(corners) == 0)
        {
            yield return new AgreementProblem(part.Path + ".polygon", "its corners lie on one line; corners around an area are expected");
        }

        if (part.Value.Circle is { } circle && !(circle.RadiusKm > 0))
        {
            yield return new AgreementProblem(part.Path + ".circle.radius_km", "a number of kilometres above 0 is expected");
        }
    }

    // In square degrees, by the shoelace formula; 0 when the polygon encloses nothing.
    private static double TwiceTheArea(IReadOnlyList<Position> corners)
    {
        double sum = 0;
        for (int i = 0; i < corners.Count; i++)
        {
            (Position a, Position b) = (corners[i], corners[(i + 1) % corners.Count]);
            sum += (a.Lon * b.Lat) - (b.Lon * a.Lat);
        }

        return Math.Abs(sum) < 1e-9 ? 0 : sum; // Rounding alone makes about 1e-11; 1e-9 square degrees is some 10 m².
    }
}
