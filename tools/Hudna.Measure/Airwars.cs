using System.Globalization;
using System.Text.Json;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>Where a report says it happened and how many it says were killed, against a public archive's records of the same incidents.
/// Only incidents with an even number are used; the odd ones are kept for checking. Prints counts, never a text or a name.</summary>
/// <remarks>
/// The place of a report is what a user would take it to be: of the asserted attacks, the first town or feature with coordinates that one
/// happened at, else the first region; when no attack has a place, the first town or feature that the text names, else the first region.
/// It is right within 25 km of an incident that the archive ties the text to. A text that stands word for word under sources of several
/// incidents is the frame of a site and no report; it is left out. Its toll is the first number of killed that an asserted
/// attack or killing carries; when none does, the first in the text. It agrees when its bounds and the record's overlap; a missing bound is open.
/// </remarks>
internal sealed class Airwars : IMeasure
{
    private const double RightKm = 25;
    private const int TextCharsMin = 40;

    public string Name => "airwars";

    public string Usage => "DIR [misses.tsv]: DIR with data/incidents/*.json, data/sources/*.json and data/map-points.json; place within 25 km and killed of incidents with even numbers";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        if (arguments.Length is < 1 or > 2 || !Directory.Exists(Path.Combine(arguments[0], "data", "sources")))
        {
            throw new MeasureException("airwars needs a folder that holds data/sources, data/incidents and data/map-points.json; unpack the archive first.");
        }

        string data = Path.Combine(arguments[0], "data");
        Dictionary<int, Incident> incidents = Incidents(data);
        Tally place = new(), byEvent = new(), byName = new(), toll = new(), exact = new();
        int texts = 0, noPlace = 0;
        HashSet<string> frames = Frames(data);
        using StreamWriter? misses = arguments.Length == 2 ? new StreamWriter(arguments[1]) : null;
        foreach ((string id, string text, int[] tied) in Sources(data))
        {
            Incident[] of = [.. tied.Where(incidents.ContainsKey).Select(n => incidents[n])];
            if (of.Length == 0 || frames.Contains(text))
            {
                continue;
            }

            texts++;
            DocumentReading reading = reader.Read(id, text, of[0].Date);
            Incident[] located = [.. of.Where(i => i.Lat is not null)];
            if (located.Length > 0)
            {
                (PlaceMention? mention, bool acted) = PlaceOf(reading);
                if (mention is null)
                {
                    noPlace++;
                }
                else
                {
                    double km = located.Min(i => Distance.Km(i.Lat!.Value, i.Lon!.Value, mention.Lat!.Value, mention.Lon!.Value));
                    place.Add(km <= RightKm);
                    (acted ? byEvent : byName).Add(km <= RightKm);
                    if (km > RightKm)
                    {
                        misses?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"place\t{id}\t{of[0].Number}\t{mention.Text}\t{mention.PlaceId}\t{acted}\t{km:0}\t{of[0].Name}"));
                    }
                }
            }

            if (of.Length == 1 && of[0].KilledMin is { } min && KilledOf(reading) is { } killed)
            {
                decimal max = of[0].KilledMax ?? min;
                bool overlap = (killed.High ?? decimal.MaxValue) >= min && (killed.Low ?? 0) <= max;
                toll.Add(overlap);
                exact.Add(killed.Low == min || killed.Low == max);
                if (!overlap)
                {
                    misses?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"toll\t{id}\t{of[0].Number}\t{killed.Text.ReplaceLineEndings(" ")}\t{killed.Low}-{killed.High}\t{killed.Rule}\t{min}-{max}\t"));
                }
            }
        }

        output.WriteLine($"texts {texts}, of which {place.All} name a place with coordinates and {noPlace} name none");
        output.WriteLine($"place within {RightKm} km   {place}   by attacks {byEvent}   by names {byName}");
        output.WriteLine($"killed agree         {toll}   lower bound equal to one of the record's {exact}");
    }

    private static (PlaceMention? Place, bool Acted) PlaceOf(DocumentReading reading)
    {
        Dictionary<int, PlaceMention> at = reading.Places.Where(Located).ToDictionary(p => p.Start);
        IEnumerable<PlaceMention> acted = reading.Events
            .Where(e => e is { Type: EventType.Assault, Modality: Modality.Asserted, PlaceSpan: not null } && at.ContainsKey(e.PlaceSpan.Value.Start))
            .Select(e => at[e.PlaceSpan!.Value.Start]);
        return First(acted) is { } place
            ? (place, true)
            : (First(at.Values), false);
    }

    private static bool Located(PlaceMention p) => p is { Lat: not null, Lon: not null } && p.Kind != PlaceKind.Country;

    /// <summary>Towns and features before regions, then what is named first.</summary>
    private static PlaceMention? First(IEnumerable<PlaceMention> places) => places.OrderBy(p => p.Kind == PlaceKind.Region).ThenBy(p => p.Start).FirstOrDefault();

    private static QuantityMention? KilledOf(DocumentReading reading)
    {
        QuantityMention[] killed = [.. reading.Quantities.Where(q => q.Measure == Reading.Measure.Killed)];
        HashSet<int> carried = [.. reading.Events.Where(e => e is { Modality: Modality.Asserted, DeadSpan: not null }).Select(e => e.DeadSpan!.Value.Start)];
        return First(killed.Where(q => carried.Contains(q.Start))) ?? First(killed);
    }

    private static QuantityMention? First(IEnumerable<QuantityMention> found) => found.MinBy(q => q.Start);

    private static Dictionary<int, Incident> Incidents(string data)
    {
        Dictionary<int, (double Lat, double Lon)> points = [];
        using (JsonDocument map = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "map-points.json"))))
        {
            foreach (JsonElement p in map.RootElement.EnumerateArray())
            {
                points[p.GetProperty("sequence").GetInt32()] = (p.GetProperty("lat").GetDouble(), p.GetProperty("lon").GetDouble());
            }
        }

        Dictionary<int, Incident> incidents = [];
        foreach (string file in Directory.EnumerateFiles(Path.Combine(data, "incidents"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
            JsonElement i = json.RootElement;
            int number = i.GetProperty("legacy_sequence").GetInt32();
            if (number % 2 != 0)
            {
                continue;
            }

            double? lat = Number(i, "latitude"), lon = Number(i, "longitude");
            if (lat is null && points.TryGetValue(number, out (double Lat, double Lon) point))
            {
                (lat, lon) = point;
            }

            incidents[number] = new Incident(
                number, i.GetProperty("location_ar").GetString() ?? string.Empty, lat, lon,
                DateOnly.TryParseExact(i.GetProperty("incident_date").GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null,
                (decimal?)Number(i, "civilian_deaths_min"), (decimal?)Number(i, "civilian_deaths_max"));
        }

        return incidents;
    }

    private static double? Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    /// <summary>Texts that stand word for word under sources of different incidents.</summary>
    private static HashSet<string> Frames(string data)
    {
        Dictionary<string, int[]> first = new(StringComparer.Ordinal);
        HashSet<string> frames = new(StringComparer.Ordinal);
        foreach ((_, string text, int[] tied) in Sources(data))
        {
            if (!first.TryAdd(text, tied) && !first[text].SequenceEqual(tied))
            {
                frames.Add(text);
            }
        }

        return frames;
    }

    /// <summary>The Arabic source texts with the numbers of all incidents they are tied to.</summary>
    private static IEnumerable<(string Id, string Text, int[] Tied)> Sources(string data)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(data, "sources"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
            JsonElement s = json.RootElement;
            string text = s.GetProperty("text_original").GetString() ?? string.Empty;
            if (text.Length > TextCharsMin && text.Count(c => c is >= '\u0621' and <= '\u064A') * 2 > text.Count(char.IsLetter))
            {
                yield return (s.GetProperty("source_id").GetString()!, text, [.. s.GetProperty("incident_sequences").EnumerateArray().Select(n => n.GetInt32())]);
            }
        }
    }

    /// <param name="Number">The archive's number.</param>
    /// <param name="Name">The archive's name of the place.</param>
    /// <param name="Lat">WGS 84 degrees; null when not recorded.</param>
    /// <param name="Lon">WGS 84 degrees; null when not recorded.</param>
    /// <param name="Date">The day; null when not recorded.</param>
    /// <param name="KilledMin">Fewest civilians killed; null when not recorded.</param>
    /// <param name="KilledMax">Most civilians killed; null when not recorded.</param>
    private sealed record Incident(int Number, string Name, double? Lat, double? Lon, DateOnly? Date, decimal? KilledMin, decimal? KilledMax);

    private sealed class Tally
    {
        public int Right { get; private set; }

        public int All { get; private set; }

        public void Add(bool right)
        {
            All++;
            Right += right ? 1 : 0;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(All == 0 ? 0 : 100.0 * Right / All):0.0} % ({Right}/{All})");
    }
}
