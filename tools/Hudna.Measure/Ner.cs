using System.Globalization;
using System.Text;
using Hudna.Reading;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>Named entities against ANERcorp (Benajiba, Rosso 2007; the split of CAMeL Lab): persons, places and organisations in news, with
/// its text as tokens and BIO labels, one token a line, an empty line after each sentence.
/// <para>What is compared: the file's sentences are joined to texts of <see cref="SentencesPerText"/> (its articles are not marked; they have
/// 16 on average) and read; what the reader found is turned into the corpus's conventions:</para>
/// <list type="bullet">
/// <item>a person is the name without its title; an office without a name (الرئيس السوري) is nothing;</item>
/// <item>a state that acts is a place (LOC); every other actor an organisation (ORG);</item>
/// <item>a body that is named only by its state's adjective or by none (الجيش السوري, المعارضة, وزارة الخارجية) is nothing, and one named by
///   its state (منتخب فرنسا) is that state;</item>
/// <item>names inside a title or a body's name (وزير خارجية فرنسا فلان) count for themselves;</item>
/// <item>the type word of a place (نهر, مطار) and the head of a body (صحيفة, نادي) stand outside the name, save the heads of
///   <see cref="s_headsInside"/>.</item>
/// </list>
/// MISC is left out. Exact: the same tokens and type. Overlap: at least one token in common and the same type, one to one, best overlap first.</summary>
internal sealed class Ner : IMeasure
{
    private const int SentencesPerText = 16;
    private static readonly string[] s_types = ["PERS", "LOC", "ORG"];

    /// <summary>Heads that the corpus counts as part of an organisation's name in most of its cases (seen in its training part).</summary>
    private static readonly HashSet<string> s_headsInside = ["حزب", "جامعة", "مجلس", "اتحاد", "الاتحاد", "بنك", "البنك", "جبهة", "تنظيم", "منظمة", "معهد", "مركز", "رابطة", "جمعية", "هيئة"];

    public string Name => "ner";

    public string Usage => "FILE… [--errors N]   persons, places, organisations against BIO files as ANERcorp's; N errors of each kind";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        int errors = 0;
        List<string> files = [];
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--errors")
            {
                errors = i + 1 < arguments.Length && int.TryParse(arguments[++i], NumberStyles.None, CultureInfo.InvariantCulture, out int n)
                    ? n : throw new MeasureException("--errors wants a number");
            }
            else
            {
                files.Add(arguments[i]);
            }
        }

        if (files.Count == 0)
        {
            throw new MeasureException("ner wants at least one file");
        }

        foreach (string file in files)
        {
            Measure(reader, file, errors, output);
        }
    }

    private static void Measure(ArabicReader reader, string file, int errors, TextWriter output)
    {
        Dictionary<string, Score> exact = s_types.ToDictionary(t => t, _ => default(Score), StringComparer.Ordinal), overlap = new(exact, StringComparer.Ordinal);
        List<string> missed = [], wrong = [];
        foreach (LabelledText text in LabelledText.Read(file, SentencesPerText))
        {
            List<Entity> found = Found(text, reader.Read("text", text.Text, null));
            foreach (string type in s_types)
            {
                List<Entity> gold = [.. text.Entities.Where(e => e.Type == type)], mine = [.. found.Where(e => e.Type == type)];
                int same = mine.Count(gold.Contains);
                exact[type] += new Score(same, mine.Count - same, gold.Count - same);
                overlap[type] += Pair(text, gold, mine, missed, wrong, errors > 0, found);
            }
        }

        output.WriteLine(file);
        foreach (string type in s_types)
        {
            output.WriteLine($"  {type,-5} exact   {exact[type]}");
            output.WriteLine($"  {type,-5} overlap {overlap[type]}");
        }

        output.WriteLine($"  all   exact   {exact.Values.Aggregate((a, b) => a + b)}");
        output.WriteLine($"  all   overlap {overlap.Values.Aggregate((a, b) => a + b)}");
        Write("missed", missed, errors, output);
        Write("wrong", wrong, errors, output);
    }

    /// <summary>Every k-th of the errors, so that they come from the whole file.</summary>
    private static void Write(string kind, List<string> lines, int max, TextWriter output)
    {
        for (int i = 0; i < Math.Min(max, lines.Count); i++)
        {
            output.WriteLine($"{kind}\t{lines[(int)((long)i * lines.Count / Math.Min(max, lines.Count))]}");
        }
    }

    private static Score Pair(LabelledText text, List<Entity> gold, List<Entity> mine, List<string> missed, List<string> wrong, bool tell, List<Entity> all)
    {
        HashSet<Entity> openGold = [.. gold], openMine = [.. mine];
        int right = 0;
        foreach ((Entity g, Entity m) in gold.SelectMany(g => mine.Where(m => m.First <= g.Last && m.Last >= g.First).Select(m => (g, m)))
            .OrderByDescending(p => Math.Min(p.g.Last, p.m.Last) - Math.Max(p.g.First, p.m.First)).ThenBy(p => p.g.First).ThenBy(p => p.m.First))
        {
            if (openGold.Contains(g) && openMine.Contains(m))
            {
                openGold.Remove(g);
                openMine.Remove(m);
                right++;
            }
        }

        if (tell)
        {
            missed.AddRange(openGold.OrderBy(e => e.First).Select(e => text.Tell(e) + (all.Find(a => a.First <= e.Last && a.Last >= e.First) is { Type: { } as_ } ? $"\t(as {as_})" : string.Empty)));
            wrong.AddRange(openMine.OrderBy(e => e.First).Select(e => text.Tell(e) + "\t" + e.Rule
                + (text.Entities.Find(a => a.First <= e.Last && a.Last >= e.First) is { Type: { } of } ? $"\t(is {of})" : string.Empty)));
        }

        return new Score(right, openMine.Count, openGold.Count);
    }

    private static List<Entity> Found(LabelledText text, DocumentReading reading)
    {
        List<Entity> found = [];
        foreach (PlaceMention place in reading.Places)
        {
            Add(text, found, "LOC", place.Core ?? new Span(place.Start, place.End), place.Rule);
        }

        foreach (ActorMention actor in reading.Actors)
        {
            Add(text, found, actor);
        }

        return found;
    }

    private static void Add(LabelledText text, List<Entity> found, ActorMention actor)
    {
        foreach (IMention inner in actor.Within)
        {
            if (inner is ActorMention body)
            {
                Add(text, found, body);
            }
            else
            {
                Add(text, found, "LOC", new Span(inner.Start, inner.End), inner.Rule);
            }
        }

        bool head = actor.Core is { } c && s_headsInside.Contains(actor.Text.Split(' ')[0]) && c.End == actor.End;
        (string? type, Span? span) = actor.Type switch
        {
            ActorType.Person => ("PERS", actor.Core),
            ActorType.State => ("LOC", actor.Core),
            _ => ("ORG", head ? new Span(actor.Start, actor.End) : actor.Core),
        };
        if (span is { } core)
        {
            Add(text, found, type, core, actor.Rule);
        }
    }

    private static void Add(LabelledText text, List<Entity> found, string type, Span span, string rule)
    {
        if (text.At(span, type, rule) is { } entity && !found.Contains(entity))
        {
            found.Add(entity);
        }
    }

    /// <summary>Tokens of one name, both ends counted, and its type. Equal when those are.</summary>
    private readonly record struct Entity(int First, int Last, string Type)
    {
        public string Rule { get; init; } = string.Empty;

        public bool Equals(Entity other) => (First, Last, Type) == (other.First, other.Last, other.Type);

        public override int GetHashCode() => HashCode.Combine(First, Last, Type);
    }

    /// <summary>Some sentences as one text, a line each, with the places of their tokens and the labelled names.</summary>
    private sealed class LabelledText
    {
        private readonly List<(int Start, int End)> _tokens = [];

        public string Text { get; private set; } = string.Empty;

        public List<Entity> Entities { get; } = [];

        public static IEnumerable<LabelledText> Read(string file, int sentences)
        {
            if (!File.Exists(file))
            {
                throw new MeasureException($"there is no file {file}");
            }

            LabelledText text = new();
            StringBuilder words = new();
            int count = 0;
            foreach (string line in File.ReadLines(file).Append(string.Empty))
            {
                int cut = line.LastIndexOf(' ');
                if (cut > 0)
                {
                    text.Add(words, line[..cut], line[(cut + 1)..]);
                }
                else if (words.Length > 0 && words[^1] != '\n')
                {
                    words.Append('\n');
                    count++;
                }

                if (count == sentences)
                {
                    text.Text = words.ToString();
                    yield return text;
                    (text, words, count) = (new LabelledText(), new StringBuilder(), 0);
                }
            }

            text.Text = words.ToString();
            yield return text;
        }

        /// <summary>The tokens that a span touches, quotation marks at its ends left off; null when none is left.</summary>
        public Entity? At(Span span, string type, string rule)
        {
            int first = _tokens.FindIndex(t => t.End > span.Start), last = _tokens.FindLastIndex(t => t.Start < span.End);
            while (first <= last && !char.IsLetterOrDigit(Text[_tokens[first].Start]))
            {
                first++;
            }

            while (last >= first && !char.IsLetterOrDigit(Text[_tokens[last].Start]))
            {
                last--;
            }

            return first < 0 || last < first ? null : new Entity(first, last, type) { Rule = rule };
        }

        /// <summary>A name with four tokens before and three after it.</summary>
        public string Tell(Entity entity)
        {
            string Slice(int first, int last) => first > last ? string.Empty : Text[_tokens[first].Start.._tokens[last].End].Replace('\n', '¶');
            return $"{entity.Type}\t{Slice(Math.Max(0, entity.First - 4), entity.First - 1)} [{Slice(entity.First, entity.Last)}] {Slice(entity.Last + 1, Math.Min(_tokens.Count - 1, entity.Last + 3))}";
        }

        private void Add(StringBuilder words, string word, string label)
        {
            if (words.Length > 0 && words[^1] != '\n')
            {
                words.Append(' ');
            }

            int token = _tokens.Count;
            _tokens.Add((words.Length, words.Length + word.Length));
            words.Append(word);
            string type = label.Length > 2 ? label[2..] : string.Empty;
            if (!s_types.Contains(type))
            {
                return;
            }

            if (label[0] == 'I' && Entities.Count > 0 && Entities[^1] is { } open && open.Last == token - 1 && open.Type == type)
            {
                Entities[^1] = open with { Last = token };
            }
            else
            {
                Entities.Add(new Entity(token, token, type));
            }
        }
    }
}
