using Hudna.Reading.Arabic.Facts;

namespace Hudna.Reading.Arabic.Explaining;

/// <summary>Tables that only explanations look into, read from the data files again when the first reason is asked for: the reader
/// itself keeps no line numbers of cues and offices.</summary>
internal sealed class ExplainingTables
{
    internal const string Rules = "rules.tsv";

    private const string RealisCues = "realis_cues.tsv";

    private static readonly string[] s_needed = [Rules, "offices.tsv", "fact_cues.tsv", "topics.tsv", "measure_cues.tsv", "mode_cues.tsv", RealisCues];

    private readonly TsvFile _offices;

    public ExplainingTables(LanguageFiles files)
    {
        Catalogue = new RuleCatalogue(TsvFile.Parse(files, Rules, "rule", "en", "ar", "example"));
        _offices = TsvFile.Parse(files, "offices.tsv", "office_ar", "country", "person", "from", "to");
        Cues = [.. TsvFile.Parse(files, "fact_cues.tsv", "cue", "stems").Rows.Select(r => new StemRow(r.Required("cue"), r.List("stems"), r.Line))];
        Topics = [.. TsvFile.Parse(files, "topics.tsv", "topic", "stems").Rows.Select(r => new StemRow(r.Required("topic"), r.List("stems"), r.Line))];
        Measures = [.. TsvFile.Parse(files, "measure_cues.tsv", "measure", "forms").Rows.Select(r => new StemRow(r.Required("measure"), r.List("forms"), r.Line))];
        Modes = [.. TsvFile.Parse(files, "mode_cues.tsv", "type", "mode", "stems").Rows.Select(r => new StemRow(r.Required("mode"), r.List("stems"), r.Line))];
        Realis = TsvFile.Parse(files, RealisCues, "cue", "where", "says", "assault", "protest", "other", "stems").Rows.ToDictionary(r => r.Required("cue"), StringComparer.Ordinal);
    }

    public RuleCatalogue Catalogue { get; }

    /// <summary>Rows of the cues of realis, by the cue's name.</summary>
    public IReadOnlyDictionary<string, TsvRow> Realis { get; }

    /// <summary>Words of facts, by cue.</summary>
    public IReadOnlyList<StemRow> Cues { get; }

    /// <summary>Words of topics.</summary>
    public IReadOnlyList<StemRow> Topics { get; }

    /// <summary>Words that tell what happened to people counted.</summary>
    public IReadOnlyList<StemRow> Measures { get; }

    /// <summary>Words that tell the mode of an attack.</summary>
    public IReadOnlyList<StemRow> Modes { get; }

    /// <summary>The files that it needs, of all that a language has.</summary>
    public static LanguageFiles Needed(LanguageFiles files) =>
        new(files.Folder, files.Texts.Where(f => Array.IndexOf(s_needed, f.Key) >= 0).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal));

    /// <summary>The rows by which a person held an office on a day.</summary>
    public IEnumerable<ExplainedEntry> HeldBy(string person, DateOnly? on)
    {
        foreach (TsvRow row in _offices.Rows)
        {
            if (row["person"] == person && (on is not { } day || (Began(row["from"], day) && !Ended(row["to"], day))))
            {
                List<EntryFeature> features = [];
                foreach (string column in (string[])["person", "country", "from", "to"])
                {
                    if (row.Optional(column) is { } value)
                    {
                        features.Add(new EntryFeature(column, value));
                    }
                }

                yield return new ExplainedEntry("office", row["office_ar"], null, null, null, true, features, row.Line);
            }
        }
    }

    // ISO dates of any precision compare as text with a day cut to their length.
    private static bool Began(string from, DateOnly day) => from.Length == 0 || string.CompareOrdinal(from, Cut(day, from)) <= 0;

    private static bool Ended(string to, DateOnly day) => to.Length > 0 && string.CompareOrdinal(to, Cut(day, to)) <= 0;

    private static string Cut(DateOnly day, string like) => Times.TimeResolver.Iso(day)[..Math.Min(10, like.Length)];
}

/// <summary>A row of stems.</summary>
/// <param name="Name">What the stems stand for.</param>
/// <param name="Stems">As the file has them.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record StemRow(string Name, string[] Stems, DataLine Line)
{
    private readonly string[] _folded = [.. Stems.Select(Folding.Fold)];

    private readonly CueTable _table = new(
        [(0, [.. Stems.SelectMany(s => s.Split('+')).Select(CueStem.Parse).OfType<CueStem>()])]);

    /// <summary>True when the word at a token begins with one of the stems after clitics, as the rules of acts and numbers look.</summary>
    public bool IsStemAt(Article article, int token) => article.HasStem(token, _folded);

    /// <summary>True when it is one of the words, as the rules of facts look.</summary>
    public bool IsCue(string form) => form.Length > 0 && _table.Of(form) != 0;

    public ExplainedEntry Entry(string kind) => new(kind, Name, null, null, null, true, [], Line);
}
