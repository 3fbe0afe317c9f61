using System.Collections.Concurrent;

namespace Hudna.Reading.Arabic;

/// <summary>One way to read a word: clitics taken off, and the point in the phrase trie where the rest leads.</summary>
/// <param name="Proclitic">Letters taken off the front: و, ف, ب, ل, ك or two of them; empty when none.</param>
/// <param name="Skip">How many folded letters of the word those are (0 for لل, whose slice would be no word).</param>
/// <param name="Node">Node of the phrase trie, for phrases that begin here.</param>
/// <param name="Entries">What the rest is by itself.</param>
/// <param name="Suffix">Folded letters of a pronoun taken off the end.</param>
internal readonly record struct WordReading(string Proclitic, int Skip, int Node, Entry[] Entries, int Suffix);

/// <summary>What the lexicon makes of one folded word form.</summary>
internal sealed class WordInfo(string form, int id, WordReading[] readings, int? glued)
{
    /// <summary>The folded form.</summary>
    public string Form { get; } = form;

    /// <summary>The form's id in phrases; -1 when in none.</summary>
    public int Id { get; } = id;

    /// <summary>Ways to read it, fewest clitics first.</summary>
    public WordReading[] Readings { get; } = readings;

    /// <summary>All that it can be by itself or as the start of a phrase.</summary>
    public Cat Cats { get; } = Union(readings, r => r.Entries) & ~Cat.Speech;

    /// <summary>What the form does around reported speech, a pronoun on it or not. Kept out of <see cref="Cats"/>: a word that may name a
    /// speaker (شيخ, مدير) is none the less an ordinary word to the rules of names.</summary>
    public SpeechRole Speech { get; } = readings.SelectMany(r => r.Entries).OfType<SpeechEntry>().Aggregate(SpeechRole.None, (all, e) => all | e.Role);

    /// <summary>What the form does around reported speech, by itself or as the first word of a phrase: a cheap test before the phrase is looked for.</summary>
    public SpeechRole Leads { get; init; }

    /// <summary>All that it, or a phrase that it begins, can be: a cheap test before a phrase is looked for.</summary>
    public Cat Begins { get; init; }

    /// <summary>What part of a person's name it can be, nothing taken off.</summary>
    public NameShape Shape { get; init; }

    /// <summary>The cues of facts that the form is, as bits.</summary>
    public UInt128 Cues { get; init; }

    /// <summary>The cues of realis that the form is, as bits of <see cref="RealisTable"/>.</summary>
    public UInt128 RealisCues { get; init; }

    /// <summary>The stems of topics that the form begins with, as bits.</summary>
    public UInt128 TopicStems { get; init; }

    /// <summary>Function word classes of the form without pronoun.</summary>
    public Role Roles { get; } = readings.Where(r => r.Suffix == 0)
        .SelectMany(r => r.Entries).OfType<ParticleEntry>().Aggregate(Role.None, (all, e) => all | e.Role);

    /// <summary>Function word classes of the bare form, nothing taken off.</summary>
    public Role OwnRoles { get; } = readings.Where(r => r.Suffix == 0 && r.Proclitic.Length == 0)
        .SelectMany(r => r.Entries).OfType<ParticleEntry>().Aggregate(Role.None, (all, e) => all | e.Role);

    /// <summary>Where two known names were written as one word joined by و: the folded index of the و.</summary>
    public int? Glued { get; } = glued;

    /// <summary>The letters taken off the front in the first reading.</summary>
    public string Proclitic => Readings.Length > 0 ? Readings[0].Proclitic : string.Empty;

    private static Cat Union(WordReading[] readings, Func<WordReading, Entry[]> entries)
    {
        Cat all = Cat.None;
        foreach (WordReading reading in readings)
        {
            foreach (Entry entry in entries(reading))
            {
                all |= entry.Cat;
            }
        }

        return all;
    }
}

/// <summary>Every form the language data knows, single words and phrases, with the clitic analysis of words. A clitic is taken off
/// only when what is left is known.</summary>
internal sealed class Lexicon
{
    private const int CacheMax = 200_000;
    private static readonly string[] s_suffixes = ["هما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك", "ي"];

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<Entry[]?> _entries = [null];

    // By node: all that the phrases are which go on from there.
    private readonly List<Cat> _beyond = [Cat.None];

    // By the node of a first word: what it or a phrase that it begins does around reported speech.
    private readonly Dictionary<int, SpeechRole> _leads = [];
    private readonly ConcurrentDictionary<string, WordInfo> _cache = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WordInfo>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _idBySpan;

    public Lexicon()
    {
        _bySpan = _cache.GetAlternateLookup<ReadOnlySpan<char>>();
        _idBySpan = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Tells which cues of facts a form is. Must not be set once reading has begun.</summary>
    public Facts.CueTable? Cues { get; set; }

    /// <summary>Tells what part of a name a form can be. Must not be set once reading has begun.</summary>
    public NameShapes? Shapes { get; set; }

    /// <summary>Tells which stems of topics a form begins with. Must not be set once reading has begun.</summary>
    public Facts.CueTable? TopicStems { get; set; }

    /// <summary>The row of a data file that is being read, which entries added now come from; null between files.</summary>
    public DataLine? Line { get; set; }

    /// <summary>Tells which cues of realis a form is. Must not be set once reading has begun.</summary>
    public Facts.CueTable? RealisCues { get; set; }

    /// <summary>Adds a word or a phrase of words parted by spaces. Must not be called once reading has begun.</summary>
    public void Add(string phrase, Entry entry)
    {
        entry.Line ??= Line;
        int node = 0, top = 0;
        ReadOnlySpan<char> folded = Folding.Fold(phrase);
        foreach (Range part in folded.Split(' '))
        {
            ReadOnlySpan<char> word = folded[part];
            if (word.Length == 0)
            {
                continue;
            }

            if (!_idBySpan.TryGetValue(word, out int id))
            {
                _ids.Add(word.ToString(), id = _ids.Count);
            }

            long edge = Edge(node, id);
            if (!_edges.TryGetValue(edge, out int next))
            {
                next = _entries.Count;
                _entries.Add(null);
                _beyond.Add(Cat.None);
                _edges.Add(edge, next);
            }

            _beyond[node] |= entry.Cat;
            node = next;
            top = top == 0 ? next : top;
        }

        SpeechRole lead = entry switch { SpeechEntry speech => speech.Role, ParticleEntry { Role: Role.Attribution } => SpeechRole.Attribution, _ => SpeechRole.None };
        if (lead != SpeechRole.None && top > 0)
        {
            _leads[top] = _leads.GetValueOrDefault(top) | lead;
        }

        Entry[] entries = _entries[node] ?? [];
        if (node != 0 && Array.IndexOf(entries, entry) < 0)
        {
            _entries[node] = [.. entries, entry];
        }
    }

    /// <summary>The node after a word, or -1.</summary>
    public int Next(int node, int wordId) => wordId >= 0 && _edges.TryGetValue(Edge(node, wordId), out int next) ? next : -1;

    /// <summary>What ends at a node; null when nothing does.</summary>
    public Entry[]? At(int node) => _entries[node];

    /// <summary>All that the longer phrases are which go on from a node.</summary>
    public Cat Beyond(int node) => _beyond[node];

    /// <summary>What the lexicon makes of a folded word form.</summary>
    public WordInfo Word(ReadOnlySpan<char> form)
    {
        if (_bySpan.TryGetValue(form, out WordInfo? known))
        {
            return known;
        }

        WordInfo word = Analyse(form);
        if (_cache.Count < CacheMax)
        {
            _cache.TryAdd(word.Form, word);
        }

        return word;
    }

    private WordInfo Analyse(ReadOnlySpan<char> form)
    {
        List<WordReading> readings = [];
        Try(readings, string.Empty, 0, form);
        int conjunction = form.Length > 2 && form[0] is 'و' or 'ف' ? 1 : 0;
        if (conjunction == 1)
        {
            Try(readings, form[..1].ToString(), 1, form[1..]);
        }

        for (int skip = 0; skip <= conjunction; skip++)
        {
            ReadOnlySpan<char> rest = form[skip..];
            if (rest.Length < 4 || rest[0] is not ('ب' or 'ل' or 'ك'))
            {
                continue;
            }

            string clitic = form[..(skip + 1)].ToString();
            if (rest[0] == 'ل' && rest[1] == 'ل')
            {
                Try(readings, clitic, skip, string.Concat("ال", rest[2..]));
            }

            Try(readings, clitic, skip + 1, rest[1..]);
        }

        Cat begins = readings.Aggregate(Cat.None, (all, r) => r.Entries.Aggregate(all, (cats, e) => cats | e.Cat) | (r.Node > 0 ? _beyond[r.Node] : Cat.None));
        SpeechRole leads = readings.Aggregate(SpeechRole.None, (all, r) => all | _leads.GetValueOrDefault(r.Node));
        int? glued = readings.Count == 0 && form.Length >= 9 ? FindGlued(form) : null;
        string word = form.ToString();
        return new WordInfo(word, _idBySpan.TryGetValue(form, out int id) ? id : -1, [.. readings], glued)
        {
            Begins = begins,
            Leads = leads,
            Cues = Cues?.Of(word) ?? 0,
            TopicStems = TopicStems?.Of(word) ?? 0,
            RealisCues = RealisCues?.Of(word) ?? 0,
            Shape = Shapes?.Of(word, [.. readings]) ?? NameShape.None,
        };
    }

    private void Try(List<WordReading> readings, string clitic, int skip, ReadOnlySpan<char> rest)
    {
        if (_idBySpan.TryGetValue(rest, out int id) && Next(0, id) is int node and >= 0)
        {
            readings.Add(new WordReading(clitic, skip, node, _entries[node] ?? [], 0));
            if (_entries[node] is not null)
            {
                return;
            }
        }

        // A noun with ال takes no pronoun: الاجتماعي is not "my meeting".
        if (rest.StartsWith("ال"))
        {
            return;
        }

        foreach (string suffix in s_suffixes)
        {
            if (rest.Length >= suffix.Length + 3 && rest.EndsWith(suffix))
            {
                ReadOnlySpan<char> stem = rest[..^suffix.Length];
                TrySuffixed(readings, clitic, skip, stem, suffix);
                if (stem[^1] == 'ت')
                {
                    TrySuffixed(readings, clitic, skip, string.Concat(stem[..^1], "ه"), suffix);
                }
            }
        }
    }

    private void TrySuffixed(List<WordReading> readings, string clitic, int skip, ReadOnlySpan<char> stem, string suffix)
    {
        if (_idBySpan.TryGetValue(stem, out int id) && Next(0, id) is int node and >= 0)
        {
            Entry[] entries = _entries[node]?.Where(e => e.TakesPronoun && Suits(e.Cat, suffix)).ToArray() ?? [];
            if (entries.Length > 0)
            {
                readings.Add(new WordReading(clitic, skip, 0, entries, suffix.Length));
            }
        }
    }

    /// <summary>ي hangs on nouns, ني on verbs.</summary>
    private static bool Suits(Cat cat, string suffix) => suffix switch
    {
        "ي" => cat != Cat.Verb,
        "ني" => cat == Cat.Verb,
        _ => true,
    };

    /// <summary>روسياوإيران: two names known as names, written as one word around a و.</summary>
    private int? FindGlued(ReadOnlySpan<char> form)
    {
        for (int i = 4; i < form.Length - 4; i++)
        {
            if (form[i] == 'و' && IsName(form[..i]) && IsName(form[(i + 1)..]))
            {
                return i;
            }
        }

        return null;
    }

    private bool IsName(ReadOnlySpan<char> form) =>
        _idBySpan.TryGetValue(form, out int id) && Next(0, id) is int node and >= 0
        && _entries[node] is { } entries && Array.Exists(entries, e => (e.Cat & (Cat.State | Cat.Capital | Cat.Place | Cat.Actor | Cat.Month)) != 0);

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;
}
