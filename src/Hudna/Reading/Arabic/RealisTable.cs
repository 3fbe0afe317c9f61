using Hudna.Reading.Arabic.Facts;

namespace Hudna.Reading.Arabic;

/// <summary>The cues by which an act's realis is weighed: bits, weights, windows.</summary>
internal sealed class RealisTable
{
    public const int CuesMax = 128;
    private readonly int _result;
    private readonly int[] _buildBit;

    private RealisTable(IReadOnlyList<RealisCue> cues, CueTable stems)
    {
        (Cues, Stems) = (cues, stems);
        _buildBit = new int[Enum.GetValues<BuildCue>().Length];
        Mask = new UInt128[Enum.GetValues<CuePlace>().Length];
        _result = -1;
        for (int i = 0; i < cues.Count; i++)
        {
            _result = cues[i].Name == "result" ? i : _result;
            Mask[(int)cues[i].Where] |= UInt128.One << i;
            if (cues[i].Build is { } build)
            {
                _buildBit[(int)build] = i;
            }
        }
    }

    /// <summary>The cues; a cue's index is its bit.</summary>
    public IReadOnlyList<RealisCue> Cues { get; }

    /// <summary>Tells which cues a form is.</summary>
    public CueTable Stems { get; }

    /// <summary>For each <see cref="CuePlace"/> the cues whose words count there.</summary>
    public UInt128[] Mask { get; }

    /// <summary>The bit of a cue of the sentence's build.</summary>
    public UInt128 Bit(BuildCue cue) => UInt128.One << _buildBit[(int)cue];

    /// <summary>The index of a cue by its name; −1 for none.</summary>
    public int IndexOf(string name)
    {
        for (int i = 0; i < Cues.Count; i++)
        {
            if (Cues[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>True for a word that says that one thing led to another (أسفر, أدى, مما): the cue <c>result</c>.</summary>
    public bool IsResult(WordInfo? word) => word is not null && _result >= 0 && (word.RealisCues & (UInt128.One << _result)) != 0;

    /// <summary>Reads the table; every <see cref="BuildCue"/> has a row, words stand nowhere but in rows of windows.</summary>
    /// <exception cref="DataFileException">A row is bad or missing.</exception>
    public static RealisTable Read(TsvFile file)
    {
        List<RealisCue> cues = [];
        List<(int, IReadOnlyList<CueStem>)> stems = [];
        foreach (TsvRow row in file.Rows)
        {
            string name = row.Required("cue");
            CuePlace where = Enum.TryParse(row.Required("where"), ignoreCase: true, out CuePlace place)
                ? place : throw row.Bad("where", $"\"{row["where"]}\" is no window");
            BuildCue? build = where != CuePlace.Structure ? null
                : Enum.TryParse(name.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true, out BuildCue parsed) ? parsed
                : throw row.Bad("cue", $"\"{name}\" is nothing that the rules see in a sentence's build");
            if (cues.Exists(c => c.Name == name) || cues.Count == CuesMax)
            {
                throw row.Bad("cue", $"\"{name}\" stands twice, or is more than {CuesMax}");
            }

            CueStem[] words = [.. row.List("stems").Select(s => CueStem.Parse(s) ?? throw row.Bad("stems", $"\"{s}\": two letters or more are expected"))];
            if ((words.Length == 0) != (build is not null))
            {
                throw row.Bad("stems", "words belong to every window and to no structure");
            }

            stems.Add((cues.Count, words));
            cues.Add(new RealisCue(name, where, build, row.Value<Realis>("says"), Weight(row, "assault"), Weight(row, "protest"), Weight(row, "other")));
        }

        foreach (BuildCue build in Enum.GetValues<BuildCue>())
        {
            if (!cues.Exists(c => c.Build == build))
            {
                throw new DataFileException(file.Name, 0, $"there is no row {build}");
            }
        }

        return new RealisTable(cues, new CueTable(stems));
    }

    private static int Weight(TsvRow row, string column) => row.Optional(column) is null ? 0 : row.Integer(column);
}
