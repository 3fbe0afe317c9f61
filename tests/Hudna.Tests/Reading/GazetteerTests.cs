using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>The places that the reader must know, that they lie where they should, and that each stands once.</summary>
public sealed class GazetteerTests
{
    private static readonly PlaceEntry[] s_places = [.. Reader.Arabic.Gazetteer.Places.Values];

    /// <summary>At least as many rows of divisions as the state has at its first level. Numbers written from general knowledge, DZ 58 since 2019.
    /// A count of rows, districts among them: it shows a lost block, not a wrong or missing single division.</summary>
    [Theory]
    [InlineData("AE", 7)]
    [InlineData("BH", 4)]
    [InlineData("DJ", 5)]
    [InlineData("DZ", 58)]
    [InlineData("EG", 27)]
    [InlineData("IQ", 18)]
    [InlineData("JO", 12)]
    [InlineData("KM", 3)]
    [InlineData("KW", 6)]
    [InlineData("LB", 8)]
    [InlineData("LY", 22)]
    [InlineData("MA", 10)] // two more lie in Western Sahara and are filed under no country
    [InlineData("MR", 15)]
    [InlineData("OM", 11)]
    [InlineData("PS", 16)]
    [InlineData("QA", 8)]
    [InlineData("SA", 13)]
    [InlineData("SD", 18)]
    [InlineData("SO", 18)]
    [InlineData("SS", 10)]
    [InlineData("SY", 14)]
    [InlineData("TN", 24)]
    [InlineData("YE", 20)]
    public void ArabState_HasItsDivisions(string country, int divisions)
    {
        int found = s_places.Count(p => p.Country == country && p is { Kind: PlaceKind.Region, Class: "governorate" or "province" or "district" or "island" or "region" });
        Assert.True(found >= divisions, $"{country}: {found} of {divisions}");
    }

    /// <summary>Towns that a reader of news meets: least counts, so that breadth is not lost.</summary>
    [Theory]
    [InlineData("SY", 1000)]
    [InlineData("PS", 250)]
    [InlineData("IQ", 200)]
    [InlineData("YE", 200)]
    [InlineData("LB", 180)]
    [InlineData("SD", 120)]
    [InlineData("LY", 100)]
    [InlineData("EG", 140)]
    [InlineData("DZ", 150)]
    [InlineData("TN", 120)]
    [InlineData("MA", 100)]
    [InlineData("UA", 60)]
    [InlineData("SO", 45)]
    public void Country_HasItsTowns(string country, int towns)
    {
        int found = s_places.Count(p => p.Country == country && p.Kind == PlaceKind.Settlement);
        Assert.True(found >= towns, $"{country}: {found} of {towns}");
    }

    /// <summary>Rough boxes, south west to north east, a degree wide of the border; seas and straits may lie outside.</summary>
    [Theory]
    [InlineData("SY", 31.8, 35.4, 37.6, 42.6)]
    [InlineData("IQ", 28.8, 38.5, 37.6, 49.2)]
    [InlineData("YE", 11.9, 41.5, 19.2, 54.8)]
    [InlineData("LY", 19.0, 9.0, 33.6, 25.5)]
    [InlineData("SD", 8.4, 21.5, 23.3, 39.0)]
    [InlineData("SS", 3.2, 23.9, 12.5, 36.2)]
    [InlineData("LB", 32.9, 34.9, 34.9, 36.8)]
    [InlineData("PS", 31.1, 34.0, 32.7, 35.7)]
    [InlineData("JO", 28.9, 34.7, 33.6, 39.5)]
    [InlineData("EG", 21.6, 24.4, 32.3, 36.9)]
    [InlineData("DZ", 18.5, -9.0, 37.5, 12.2)]
    [InlineData("TN", 30.0, 7.3, 37.8, 11.9)]
    [InlineData("MA", 27.2, -13.5, 36.2, -0.8)]
    [InlineData("EH", 20.5, -17.4, 27.9, -8.5)]
    [InlineData("MR", 14.5, -17.4, 27.5, -4.6)]
    [InlineData("ML", 10.0, -12.5, 25.2, 4.5)]
    [InlineData("SO", -1.8, 40.8, 12.2, 51.6)]
    [InlineData("SA", 15.9, 34.3, 32.3, 56.0)]
    [InlineData("OM", 16.3, 51.7, 26.7, 60.0)]
    [InlineData("AE", 22.4, 51.3, 26.5, 56.6)]
    [InlineData("QA", 24.3, 50.6, 26.3, 51.8)]
    [InlineData("IR", 24.8, 43.9, 39.9, 63.5)]
    [InlineData("TR", 35.7, 25.5, 42.3, 45.0)]
    [InlineData("IL", 29.3, 33.4, 33.5, 35.95)]
    [InlineData("UA", 44.2, 22.0, 52.5, 40.3)]
    [InlineData("AF", 29.2, 60.3, 38.7, 75.1)]
    [InlineData("ET", 3.2, 32.8, 15.1, 48.1)]
    public void Places_LieInTheirCountry(string country, double south, double west, double north, double east) => Assert.Empty(
        s_places.Where(p => p.Country == country && (p.Lat < south || p.Lat > north || p.Lon < west || p.Lon > east)).Select(p => $"{p.Id} {p.Lat} {p.Lon}"));

    [Fact]
    public void Name_StandsOnceWithinThreeKilometres()
    {
        List<string> doubles = [];
        foreach (IGrouping<string, PlaceEntry> name in s_places.Where(p => p.Kind == PlaceKind.Settlement)
            .SelectMany(p => p.NamesAr.Select(n => (Name: Bare(n), Place: p))).Distinct().GroupBy(n => n.Name, n => n.Place, StringComparer.Ordinal))
        {
            PlaceEntry[] places = [.. name];
            for (int i = 0; i < places.Length; i++)
            {
                for (int j = i + 1; j < places.Length; j++)
                {
                    if (places[i].Country == places[j].Country && Hudna.Incidents.Distance.Km(places[i].Lat, places[i].Lon, places[j].Lat, places[j].Lon) < 3)
                    {
                        doubles.Add($"{places[i].Id} {places[j].Id}");
                    }
                }
            }
        }

        Assert.Empty(doubles.Distinct());
    }

    /// <summary>A name without article and with spelling levelled, so that الدار الكبيرة and دار الكبيرة are one.</summary>
    private static string Bare(string name) => string.Join(' ', SearchFold.Of(name).Split(' ').Select(w => w.StartsWith("ال", StringComparison.Ordinal) && w.Length > 4 ? w[2..] : w));
}
