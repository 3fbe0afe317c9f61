using Hudna.Reading.Arabic.Facts;

namespace Hudna.Reading.Arabic;

/// <summary>Where the words of a cue of realis stand, seen from the trigger.</summary>
internal enum CuePlace
{
    /// <summary>No words: the rules see it in the sentence's build. Must come first.</summary>
    Structure,

    /// <summary>The trigger itself.</summary>
    Trigger,

    /// <summary>One of the two words before it.</summary>
    Front,

    /// <summary>Before it in its clause.</summary>
    Before,

    /// <summary>After it in its clause.</summary>
    After,

    /// <summary>Anywhere in its clause.</summary>
    Clause,

    /// <summary>Anywhere in its sentence.</summary>
    Sentence,
}

/// <summary>What is seen in the build of a sentence around a trigger; <c>realis_cues.tsv</c> gives each its weight.</summary>
internal enum BuildCue
{
    /// <summary>Stands with every act: where the scale begins.</summary>
    Always,

    /// <summary>A verb in the perfect.</summary>
    Finite,

    /// <summary>A verb in the imperfect.</summary>
    Present,

    /// <summary>A noun with ال.</summary>
    Definite,

    /// <summary>A noun with a pronoun.</summary>
    Possessed,

    /// <summary>هذا, تلك before the noun.</summary>
    Pointed,

    /// <summary>A sound feminine plural.</summary>
    Plural,

    /// <summary>A noun with neither ال nor a noun of its own.</summary>
    Indefinite,

    /// <summary>The acts are counted (ثلاث غارات).</summary>
    Counted,

    /// <summary>Killed or injured are counted as this act's.</summary>
    Toll,

    /// <summary>Killed or injured are counted within a clause's length.</summary>
    VictimsNear,

    /// <summary>Killed or injured are counted elsewhere in the sentence.</summary>
    VictimsFar,

    /// <summary>People follow the trigger, without ال.</summary>
    PeopleAfter,

    /// <summary>Who acts is named.</summary>
    Actor,

    /// <summary>To whom is named.</summary>
    Recipient,

    /// <summary>The place is named.</summary>
    Place,

    /// <summary>The day is told.</summary>
    Day,

    /// <summary>A month, year or period is told, not the day.</summary>
    Period,

    /// <summary>A year before that of publication stands in the sentence.</summary>
    LongAgo,

    /// <summary>The mode, so the weapon or way, is told.</summary>
    Mode,

    /// <summary>Another asserted act of the type stands within reach.</summary>
    Fellow,

    /// <summary>الذي, التي stands right before it.</summary>
    Relative,

    /// <summary>أن, إن opens its clause.</summary>
    Reported,

    /// <summary>Inside a quotation.</summary>
    Quoted,

    /// <summary>The sentence asks.</summary>
    Question,

    /// <summary>It stands in the first words of its sentence.</summary>
    Leading,

    /// <summary>The sentence is longer than a paragraph usually is.</summary>
    Long,

    /// <summary>بعد, منذ, خلال lead it: it dates something else.</summary>
    Dating,

    /// <summary>The masdar stands with لـ of purpose.</summary>
    Purpose,

    /// <summary>ب leads it: it is the means or topic of something else.</summary>
    Led,

    /// <summary>من قبل, على يد tells the doer after it.</summary>
    Agentive,

    /// <summary>A verb, and people or a named party right after it or its subject: قتل ثلاثة, خطف مسلحون سائقا.</summary>
    FiniteOnPeople,

    /// <summary>A noun of harm, and people right after it: مقتل ثلاثة, اغتيال ضابط.</summary>
    NounOnPeople,

    /// <summary>A noun without ال, led by في, ب, اثر: في هجوم, بانفجار.</summary>
    IndefiniteMeans,

    /// <summary>A noun with ال and nobody counted near it.</summary>
    DefiniteAlone,

    /// <summary>A noun with ال that a verb of happening follows: الهجوم وقع, الهجوم الذي أسفر.</summary>
    DefiniteHappening,

    /// <summary>The day and the place are told.</summary>
    DayAndPlace,

    /// <summary>Who acts is described (مسلحون مجهولون).</summary>
    Doers,

    /// <summary>To whom is described, not counted.</summary>
    Sufferers,

    /// <summary>Some day is told in the sentence.</summary>
    DayInSentence,

    /// <summary>Some settlement, region or feature is named in the sentence.</summary>
    PlaceInSentence,

    /// <summary>Three acts of the type or more in the sentence.</summary>
    Many,
}

/// <summary>The cues by which an act's realis is weighed: bits, weights, windows.</summary>
internal sealed class RealisTable
{
    public const int CuesMax = 128;
    private readonly int _result;

    private RealisTable(IReadOnlyList<RealisCue> cues, CueTable stems)
    {
        (Cues, Stems) = (cues, stems);
        BuildBit = new int[Enum.GetValues<BuildCue>().Length];
        Mask = new UInt128[Enum.GetValues<CuePlace>().Length];
        _result = -1;
        for (int i = 0; i < cues.Count; i++)
        {
            _result = cues[i].Name == "result" ? i : _result;
            Mask[(int)cues[i].Where] |= UInt128.One << i;
            if (cues[i].Build is { } build)
            {
                BuildBit[(int)build] = i;
            }
        }
    }

    /// <summary>The cues; a cue's index is its bit.</summary>
    public IReadOnlyList<RealisCue> Cues { get; }

    /// <summary>Tells which cues a form is.</summary>
    public CueTable Stems { get; }

    /// <summary>The bit of each <see cref="BuildCue"/>.</summary>
    public int[] BuildBit { get; }

    /// <summary>For each <see cref="CuePlace"/> the cues whose words count there.</summary>
    public UInt128[] Mask { get; }

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

/// <summary>A cue for or against an act being reported as a happening.</summary>
/// <param name="Name">Its name in explanations.</param>
/// <param name="Where">Where its words count.</param>
/// <param name="Build">What the rules see; null when words tell.</param>
/// <param name="Says">The realis it speaks for.</param>
/// <param name="Assault">Weight for assaults; positive speaks for a happening.</param>
/// <param name="Protest">Weight for protests.</param>
/// <param name="Other">Weight for all other types.</param>
internal sealed record RealisCue(string Name, CuePlace Where, BuildCue? Build, Realis Says, int Assault, int Protest, int Other)
{
    public int Weight(EventType type) => type switch { EventType.Assault => Assault, EventType.Protest => Protest, _ => Other };
}
