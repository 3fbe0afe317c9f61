using System.Globalization;
using Hudna.Reading;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Hudna.Missions;

/// <summary>Reads <c>mission.yaml</c>. Unknown keys, missing keys and values that cannot be used are errors that name file and line.</summary>
public sealed class MissionYaml
{
    private readonly string file;

    private MissionYaml(string file) => this.file = file;

    /// <summary>Reads a mission's settings.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="DataFileException">It is no YAML, or says something that cannot be used.</exception>
    public static Mission Read(string text, string file)
    {
        var reader = new MissionYaml(file);
        try
        {
            var stream = new YamlStream();
            using var lines = new StringReader(text);
            stream.Load(lines);
            return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root
                ? reader.Mission(root) : throw new DataFileException(file, 0, "one mapping is expected (id: …, name: …)");
        }
        catch (YamlException e)
        {
            throw new DataFileException(file, (int)e.Start.Line, "is no YAML: " + e.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NullReferenceException)
        {
            // YamlDotNet 16.3 throws such on some broken flow sequences ("[" before a key) and tells no line.
            throw new DataFileException(file, 0, "is no YAML: " + e.Message);
        }
    }

    private Mission Mission(YamlMappingNode root)
    {
        Only(root, "id", "name", "description", "zone", "months", "languages", "map", "files");
        YamlMappingNode? files = Find(root, "files") is { } node ? Mapping(node, "files") : null;
        if (files is not null)
        {
            Only(files, "reports", "observations");
        }

        return new Mission
        {
            Id = Checked(root, "id", id => id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), "lower-case letters, digits and hyphens"),
            Name = Bilingual(root, "name"),
            Description = Bilingual(root, "description"),
            Zone = Checked(root, "zone", zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "an IANA time zone such as Asia/Damascus"),
            Months = MonthsOf(Checked(root, "months", m => MonthsOf(m) is not null, "levantine, egyptian or maghrebi"))!.Value,
            Languages = Languages(root),
            Map = Map(Mapping(Needed(root, "map"), "map")),
            ReportsFile = files is null ? null : FileName(files, "reports"),
            ObservationsFile = files is null ? null : FileName(files, "observations"),
        };
    }

    private static MonthNames? MonthsOf(string name) => name switch
    {
        "levantine" => MonthNames.Levantine,
        "egyptian" => MonthNames.Egyptian,
        "maghrebi" => MonthNames.Maghrebi,
        _ => null,
    };

    private MissionMap Map(YamlMappingNode map)
    {
        Only(map, "center", "zoom", "bounds");
        double[] center = Degrees(map, "center", "longitude, latitude", 180, 90);
        double[] bounds = Degrees(map, "bounds", "west, south, east, north", 180, 90, 180, 90);
        if (bounds[0] >= bounds[2] || bounds[1] >= bounds[3])
        {
            throw Error(Needed(map, "bounds"), "bounds: west below east and south below north are expected");
        }

        YamlNode zoom = Needed(map, "zoom");
        return double.TryParse(Text(zoom, "zoom"), NumberStyles.Float, CultureInfo.InvariantCulture, out double level) && level is >= 0 and <= 22
            ? new MissionMap(center[0], center[1], level, bounds[0], bounds[1], bounds[2], bounds[3])
            : throw Error(zoom, "zoom: a level from 0 to 22 is expected");
    }

    private double[] Degrees(YamlMappingNode map, string key, string expected, params double[] max)
    {
        YamlNode node = Needed(map, key);
        if (node is not YamlSequenceNode list || list.Children.Count != max.Length)
        {
            throw Error(node, $"{key}: [{expected}] in degrees is expected");
        }

        return [.. list.Children.Select((n, i) =>
            double.TryParse(Text(n, key), NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= max[i]
                ? degrees : throw Error(n, $"{key}: {Text(n, key)} cannot be used; degrees up to {max[i].ToString(CultureInfo.InvariantCulture)} are expected"))];
    }

    private string[] Languages(YamlMappingNode root)
    {
        YamlNode node = Needed(root, "languages");
        string[] codes = node is YamlSequenceNode list ? [.. list.Children.Select(n => Text(n, "languages"))] : [];
        return codes.Length > 0 && Array.TrueForAll(codes, c => c is "en" or "ar") && codes.Distinct(StringComparer.Ordinal).Count() == codes.Length
            ? codes : throw Error(node, "languages: a list of en and ar, the default first, is expected");
    }

    private BilingualText Bilingual(YamlMappingNode root, string key)
    {
        YamlMappingNode both = Mapping(Needed(root, key), key);
        Only(both, "en", "ar");
        return new BilingualText(Checked(both, "en", _ => true, "a text"), Checked(both, "ar", _ => true, "a text"));
    }

    // A file of the mission stays inside its folder.
    private string? FileName(YamlMappingNode files, string key) => Find(files, key) is null ? null : Checked(
        files, key, name => !Path.IsPathRooted(name) && !name.Split('/', '\\').Contains("..", StringComparer.Ordinal), "a name inside the mission's folder");

    private string Checked(YamlMappingNode parent, string key, Func<string, bool> isGood, string expected)
    {
        YamlNode node = Needed(parent, key);
        string text = Text(node, key).Trim();
        return text.Length > 0 && isGood(text) ? text : throw Error(node, $"{key}: \"{text}\" cannot be used; {expected} is expected");
    }

    private void Only(YamlMappingNode node, params string[] known)
    {
        foreach (YamlNode key in node.Children.Keys.Where(k => !known.Contains(Text(k, "key"), StringComparer.Ordinal)))
        {
            throw Error(key, $"{key} is no key here; expected: {string.Join(", ", known)}");
        }
    }

    private YamlNode Needed(YamlMappingNode parent, string key) =>
        Find(parent, key) ?? throw Error(parent, $"{key} is missing");

    private static YamlNode? Find(YamlMappingNode parent, string key) =>
        parent.Children.FirstOrDefault(c => c.Key is YamlScalarNode name && string.Equals(name.Value, key, StringComparison.Ordinal)).Value;

    private YamlMappingNode Mapping(YamlNode node, string key) =>
        node as YamlMappingNode ?? throw Error(node, $"{key}: keys with values are expected");

    private string Text(YamlNode node, string key) =>
        node is YamlScalarNode { Value: { } text } ? text : throw Error(node, $"{key}: a single value is expected");

    private DataFileException Error(YamlNode node, string problem) => new(file, (int)node.Start.Line, problem);
}
