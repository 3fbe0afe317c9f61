using Hudna.Reading;

namespace Hudna.Missions;

/// <summary>Reads <c>mission.yaml</c>. Unknown keys, missing keys and values that cannot be used are errors that name file and line.</summary>
public static class MissionYaml
{
    /// <summary>Reads a mission's settings.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="DataFileException">It is no YAML, or says something that cannot be used.</exception>
    public static Mission Read(string text, string file)
    {
        YamlPart root = YamlPart.Root(text, file, "id: …, name: …")
            .Only("id", "name", "description", "zone", "months", "languages", "as_of", "topics", "map", "files");
        YamlPart? files = root.Find("files")?.Only("reports", "observations", "agreement", "desks", "coverage", "chronicle");
        return new Mission
        {
            Id = root["id"].Id(),
            Name = root["name"].Bilingual(),
            Description = root["description"].Bilingual(),
            Zone = root["zone"].Text(zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "an IANA time zone such as Asia/Damascus"),
            Months = MonthsOf(root["months"].Text(m => MonthsOf(m) is not null, "levantine, egyptian or maghrebi"))!.Value,
            Languages = Languages(root["languages"]),
            AsOf = root.DayOf("as_of"),
            Topics = Topics(root),
            Map = Map(root["map"]),
            ReportsFile = FileName(files, "reports"),
            ObservationsFile = FileName(files, "observations"),
            AgreementFile = FileName(files, "agreement"),
            DesksFile = FileName(files, "desks"),
            CoverageFile = FileName(files, "coverage"),
            ChronicleFile = FileName(files, "chronicle"),
        };
    }

    private static MonthNames? MonthsOf(string name) => name switch
    {
        "levantine" => MonthNames.Levantine,
        "egyptian" => MonthNames.Egyptian,
        "maghrebi" => MonthNames.Maghrebi,
        _ => null,
    };

    private static MissionTopic[] Topics(YamlPart root)
    {
        var topics = new List<MissionTopic>();
        foreach (YamlPart part in root.ItemsOf("topics"))
        {
            part.Only("id", "name");
            string id = part["id"].Text(t => t.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'), "lower-case letters, digits and underscores");
            topics.Add(topics.TrueForAll(t => !string.Equals(t.Id, id, StringComparison.Ordinal))
                ? new MissionTopic(id, part["name"].Bilingual()) : throw part["id"].Error($"{id} stands here twice"));
        }

        return [.. topics];
    }

    private static MissionMap Map(YamlPart map)
    {
        map.Only("center", "zoom", "bounds");
        double[] center = Degrees(map["center"], "longitude, latitude", 180, 90);
        double[] bounds = Degrees(map["bounds"], "west, south, east, north", 180, 90, 180, 90);
        return bounds[0] < bounds[2] && bounds[1] < bounds[3]
            ? new MissionMap(center[0], center[1], map["zoom"].Number(0, 22), bounds[0], bounds[1], bounds[2], bounds[3])
            : throw map["bounds"].Error("west below east and south below north are expected");
    }

    private static double[] Degrees(YamlPart list, string expected, params double[] max) => list.IsList && list.Items() is var items && items.Count == max.Length
        ? [.. items.Select((item, i) => item.Number(-max[i], max[i]))]
        : throw list.Error($"[{expected}] in degrees is expected");

    private static string[] Languages(YamlPart list)
    {
        string[] codes = list.IsList ? [.. list.Items().Select(i => i.Text())] : [];
        return codes.Length > 0 && Array.TrueForAll(codes, c => c is "en" or "ar") && codes.Distinct(StringComparer.Ordinal).Count() == codes.Length
            ? codes : throw list.Error("a list of en and ar, the default first, is expected");
    }

    // A file of the mission stays inside its folder.
    private static string? FileName(YamlPart? files, string key) => files?.Find(key)?.Text(
        name => !Path.IsPathRooted(name) && !name.Split('/', '\\').Contains("..", StringComparer.Ordinal), "a name inside the mission's folder");
}
