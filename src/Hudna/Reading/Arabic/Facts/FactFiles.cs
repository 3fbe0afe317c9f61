namespace Hudna.Reading.Arabic.Facts;

/// <summary>Reads the data files of facts.</summary>
internal static class FactFiles
{
    /// <summary>The stems of each cue; every cue has a row.</summary>
    public static IEnumerable<(Cue Cue, IReadOnlyList<CueStem> Stems)> Cues(TsvFile file)
    {
        var seen = new HashSet<Cue>();
        foreach (TsvRow row in file.Rows)
        {
            string name = row.Required("cue").Replace("_", string.Empty, StringComparison.Ordinal);
            if (!Enum.TryParse(name, ignoreCase: true, out Cue cue) || !seen.Add(cue))
            {
                throw row.Bad("cue", $"\"{name}\" is no cue of the rules, or stands twice");
            }

            yield return (cue, [.. row.List("stems").Select(s => Stem(row, s))]);
        }

        if (seen.Count < Enum.GetValues<Cue>().Length)
        {
            throw new DataFileException(file.Name, 0, $"there is no row {Enum.GetValues<Cue>().First(c => !seen.Contains(c))}");
        }
    }

    /// <summary>The words of each topic, in the order of the file.</summary>
    public static IReadOnlyList<TopicCue> Topics(TsvFile file) =>
        [.. file.Rows.Select(row => new TopicCue(row.Required("topic"), [.. row.List("stems").Select(s => s.Split('+').Select(p => Stem(row, p)).ToArray())]))];

    private static CueStem Stem(TsvRow row, string text) =>
        CueStem.Parse(text) ?? throw row.Bad("stems", $"\"{text}\": two letters or more are expected");
}
