namespace Hudna.Reading.Arabic.Facts;

/// <summary>Reads the data files of facts.</summary>
internal static class FactFiles
{
    /// <summary>The stems of each cue; every cue has a row.</summary>
    public static IEnumerable<(int Bit, IReadOnlyList<CueStem> Stems)> Cues(TsvFile file)
    {
        var seen = new HashSet<Cue>();
        foreach (TsvRow row in file.Rows)
        {
            string name = row.Required("cue").Replace("_", string.Empty, StringComparison.Ordinal);
            if (!Enum.TryParse(name, ignoreCase: true, out Cue cue) || !seen.Add(cue))
            {
                throw row.Bad("cue", $"\"{name}\" is no cue of the rules, or stands twice");
            }

            yield return ((int)cue, [.. row.List("stems").Select(s => Stem(row, s))]);
        }

        if (seen.Count < Enum.GetValues<Cue>().Length)
        {
            throw new DataFileException(file.Name, 0, $"there is no row {Enum.GetValues<Cue>().First(c => !seen.Contains(c))}");
        }
    }

    /// <summary>The words of each topic, in the order of the file, and the table that tells their stems.</summary>
    public static (IReadOnlyList<TopicCue> Topics, CueTable Stems) Topics(TsvFile file)
    {
        const int StemsMax = 128;
        Dictionary<CueStem, int> bits = [];
        List<TopicCue> topics = [];
        foreach (TsvRow row in file.Rows)
        {
            topics.Add(new TopicCue(row.Required("topic"), [.. row.List("stems").Select(words => words.Split('+').Select(w => BitOf(Stem(row, w))).ToArray())]));
            if (bits.Count > StemsMax)
            {
                throw row.Bad("stems", $"at most {StemsMax} stems are known in all topics together");
            }
        }

        return (topics, new CueTable(bits.Select(b => (b.Value, (IReadOnlyList<CueStem>)[b.Key]))));

        int BitOf(CueStem stem)
        {
            if (!bits.TryGetValue(stem, out int bit))
            {
                bits.Add(stem, bit = bits.Count);
            }

            return bit;
        }
    }

    private static CueStem Stem(TsvRow row, string text) =>
        CueStem.Parse(text) ?? throw row.Bad("stems", $"\"{text}\": two letters or more are expected");
}
