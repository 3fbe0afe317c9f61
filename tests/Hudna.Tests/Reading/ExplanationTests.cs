using Hudna.Reading;
using Hudna.Store;
using Hudna.Tests.Server;

namespace Hudna.Tests.Reading;

/// <summary>A reading says why: the rule, the words, and the rows of the lexicon, each at its line.</summary>
public sealed class ExplanationTests
{
    private static readonly DateOnly Day = new(2017, 1, 5);
    private static readonly Dictionary<string, string[]> Files = DataFolders.ReadLanguage(DataFolders.Find("lang/ar")).Texts
        .ToDictionary(f => $"lang/ar/{f.Key}", f => f.Value.Split('\n'), StringComparer.Ordinal);

    /// <summary>What stands behind a word of a mention: the row named must be the row meant.</summary>
    [Theory]
    [InlineData("قصف الجيش بلدة سراقب أمس.", "قصف", "verb", "قصف", "lang/ar/verbs.tsv", "the lemma of a finite verb")]
    [InlineData("نددت الأسر باعتقال الصحفيين.", "اعتقال", "verb", "اعتقل", "lang/ar/verbs.tsv", "a masdar is told by its verb's row")]
    [InlineData("قتل مدني بسراقب.", "سراقب", "place", "sy-saraqib", "lang/ar/places.tsv", "a preposition taken off")]
    [InlineData("وصل لافروف إلى جنيف.", "لافروف", "actor", "sergey-lavrov", "lang/ar/actors.tsv", "a person of the list")]
    [InlineData("انهارت الهدنة في أيلول 2016.", "أيلول", "month", "", "lang/ar/months.tsv", "a Levantine month")]
    [InlineData("قتل خمسة مدنيين.", "مدنيين", "counted", "", "lang/ar/measures.tsv", "the noun that is counted")]
    [InlineData("قتل خمسة مدنيين.", "خمسة", "number", "", "lang/ar/numbers.tsv", "a number word")]
    public void Word_IsBackedByItsRow(string text, string word, string kind, string lemma, string file, string why)
    {
        IExplainedReading reasons = Reader.Arabic.Explain("t", text, Day);
        ExplainedEntry[] found = [.. Mentions(reasons.Reading).SelectMany(m => reasons.Of(m).Parts)
            .SelectMany(p => p.Tokens).Where(t => t.Text.EndsWith(word, StringComparison.Ordinal)).SelectMany(t => t.Entries)
            .Where(e => e.Fits && e.Kind == kind && e.Lemma == lemma)];
        Assert.True(found.Length > 0, why);
        Assert.All(found, e => Assert.Equal(file, e.Line?.File));
    }

    /// <summary>A verb that a row's line is said to hold stands on that line; so do ids and lemmas of all other sorts.</summary>
    [Fact]
    public void Lines_HoldWhatIsSaidOfThem()
    {
        HashSet<string> files = [];
        foreach (ExplainedEntry entry in Sample().SelectMany(Parts).SelectMany(p => p.Entries.Concat(p.Tokens.SelectMany(t => t.Entries))))
        {
            DataLine line = entry.Line ?? throw new InvalidDataException($"{entry.Kind} {entry.Lemma} has no line");
            string row = Files[line.File][line.Line - 1];
            Assert.False(row.StartsWith('#'), line.ToString());
            Assert.True(entry.Lemma.Length == 0 || row.Split('\t', '|').Contains(entry.Lemma, StringComparer.Ordinal), $"{line}: {entry.Kind} {entry.Lemma}: {row}");
            string? name = entry.Features.FirstOrDefault(f => f.Name == "name_en")?.Value;
            Assert.True(name is null || row.Contains(name, StringComparison.Ordinal), $"{line}: {name}");
            files.Add(line.File);
        }

        Assert.True(files.Count >= 14, string.Join(' ', files));
    }

    [Fact]
    public void Parts_AreSlicesInOrder()
    {
        foreach (IExplainedReading reasons in Sample())
        {
            string text = _texts[reasons.Reading.Document.Id];
            foreach (ExplainedPart part in Parts(reasons))
            {
                Assert.True(part.Span is null || part.Span.Value.Of(text) == part.Text, part.Text);
                Assert.All(part.Tokens, t => Assert.Equal(t.Span.Of(text), t.Text));
                Assert.Equal(part.Tokens.OrderBy(t => t.Span), part.Tokens);
            }
        }
    }

    /// <summary>Asking why changes nothing.</summary>
    [Fact]
    public void Explain_ReadsTheSame()
    {
        foreach (IExplainedReading reasons in Sample())
        {
            string id = reasons.Reading.Document.Id;
            Assert.Equivalent(Reader.Arabic.Read(id, _texts[id], Day), reasons.Reading, strict: true);
        }
    }

    /// <summary>An office on a date: the row of the table that tells who held it then.</summary>
    [Theory]
    [InlineData("2017-01-05", "barack-obama")]
    [InlineData("2018-01-05", "donald-trump")]
    public void Office_IsBackedByItsHolder(string published, string person)
    {
        IExplainedReading reasons = Reader.Arabic.Explain("t", "قال الرئيس الأمريكي إن الهدنة صامدة.", DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture));
        ExplainedPart holder = Assert.Single(reasons.Of(Assert.Single(reasons.Reading.Actors)).Parts, p => p.Role == PartRole.Holder);
        ExplainedEntry row = Assert.Single(holder.Entries);
        Assert.Contains(row.Features, f => f is { Name: "person" } && f.Value == person);
        Assert.Contains($"\t{person}\t", Files["lang/ar/offices.tsv"][row.Line!.Line - 1], StringComparison.Ordinal);
    }

    /// <summary>A relative date names the day it is counted from: handed in, or the text's own words.</summary>
    [Theory]
    [InlineData("قتل مدني أمس.", "2017-01-05", "2017-01-05")]
    [InlineData("حلب، 4 كانون الثاني 2017\nقتل مدني أمس.", null, "4 كانون الثاني 2017")]
    [InlineData("قتل مدني أمس.", null, null)]
    [InlineData("قتل مدني في 3 يناير 2016.", "2017-01-05", null)]
    [InlineData("استمر القتال بين 12 و15 كانون الأول.", "2017-01-05", "2017-01-05")]
    [InlineData("تراجع الإنتاج في الفترة 2014-2016.", "2017-01-05", null)]
    public void RelativeDate_NamesItsAnchor(string text, string? published, string? anchor)
    {
        IExplainedReading reasons = Reader.Arabic.Explain("t", text, published is null ? null : DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(anchor, reasons.Of(reasons.Reading.Times[^1]).Parts.FirstOrDefault(p => p.Role == PartRole.Anchor)?.Text);
    }

    /// <summary>An event's slots say by which rules they were found, and who says it all.</summary>
    [Fact]
    public void Event_ExplainsItsSlots()
    {
        IExplainedReading reasons = Reader.Arabic.Explain("t", "قال المرصد السوري لحقوق الإنسان إن الجيش السوري قصف بلدة سراقب يوم الثلاثاء.", Day);
        EventMention shelling = Assert.Single(reasons.Reading.Events, e => e.Type == EventType.Assault);
        Explanation why = reasons.Of(shelling);
        Assert.Equal("event.verb", why.Rule.Name);
        Dictionary<PartRole, string?> rules = why.Parts.ToDictionary(p => p.Role, p => p.Rule?.Name);
        Assert.Equal(("place.list", "time.weekday"), (rules[PartRole.Place], rules[PartRole.Date]));
        Assert.StartsWith("actor.", rules[PartRole.Actor], StringComparison.Ordinal);
        Assert.StartsWith("statement.an.", rules[PartRole.Speaker], StringComparison.Ordinal);
    }

    /// <summary>Words taken off and words of several: a title of two words stands once over both.</summary>
    [Fact]
    public void Phrase_StandsOnceOverItsWords()
    {
        IExplainedReading reasons = Reader.Arabic.Explain("t", "قتل مدنيان بريف إدلب.", Day);
        ExplainedPart part = Assert.Single(reasons.Of(reasons.Reading.Places[0]).Parts);
        ExplainedEntry phrase = Assert.Single(part.Entries, e => e.Fits);
        Assert.Equal(("ريف إدلب", "ب"), (phrase.Text, phrase.Proclitic));
    }

    /// <summary>The words around that decided.</summary>
    [Theory]
    [InlineData("لم تقصف الطائرات بلدة سراقب.", "تقصف", PartRole.Negation, "لم", "lang/ar/particles.tsv", "a negator right before")]
    [InlineData("نفت موسكو قصف بلدة سراقب.", "قصف", PartRole.Negation, "نفت", "lang/ar/verbs.tsv", "a denial further before")]
    [InlineData("نفت موسكو قصف بلدة سراقب.", "نفت", PartRole.Negation, null, null, "the denial itself is not negated")]
    [InlineData("ويمكن أن تبدأ المفاوضات قريبا.", "المفاوضات", PartRole.Modality, "ويمكن", "lang/ar/particles.tsv", "what may be")]
    [InlineData("شهدت سراقب قصفا بالمدفعية.", "قصفا", PartRole.Mode, "بالمدفعية", "lang/ar/mode_cues.tsv", "the weapon tells the mode")]
    [InlineData("تم إجلاء 40 جريحا.", "إجلاء", PartRole.Passive, "تم", "lang/ar/particles.tsv", "an auxiliary makes the masdar passive")]
    [InlineData("مقتل 12 في قصف على سراقب.", "12", PartRole.Counted, "مقتل", "lang/ar/measure_cues.tsv", "the noun left out")]
    [InlineData("قصفت المدفعية بلدة زنجفيل.", "زنجفيل", PartRole.PlaceType, "بلدة", "lang/ar/place_types.tsv", "a name that no list knows")]
    [InlineData("وقال سائق إن الطريق مغلقة.", "الطريق مغلقة", PartRole.Report, "وقال", "lang/ar/verbs.tsv", "the reporting verb")]
    [InlineData("وقال سائق إن الطريق مغلقة.", "الطريق مغلقة", PartRole.Opening, "إن", "lang/ar/particles.tsv", "where the report begins")]
    [InlineData("قتل خمسة مدنيين في الغارة، بحسب المرصد السوري لحقوق الإنسان.", "قتل خمسة مدنيين في الغارة", PartRole.Report, "بحسب", "lang/ar/particles.tsv", "the word of attribution")]
    public void WordsAround_ThatDecided_AreNamed(string text, string mention, PartRole role, string? words, string? file, string why)
    {
        IExplainedReading reasons = Reader.Arabic.Explain("t", text, Day);
        IMention[] meant = [.. Mentions(reasons.Reading).Where(m => m.Text == mention && m is not FactMention)];
        Assert.NotEmpty(meant);
        ExplainedPart? part = meant.SelectMany(m => reasons.Of(m).Parts).FirstOrDefault(p => p.Role == role);
        Assert.True(words == part?.Text, why);
        Assert.Equal(file, part?.Tokens.SelectMany(t => t.Entries).First(e => e.Fits).Line?.File);
    }

    /// <summary>Slots that are words without a name, or stand outside the mention.</summary>
    [Theory]
    [InlineData("هاجم مسلحون مجهولون حافلة في سراقب.", "هاجم", PartRole.AgentPhrase, "مسلحون مجهولون", "who acts, described")]
    [InlineData("أفادت وكالة سانا نقلا عن لافروف بأن الهدنة قائمة.", "الهدنة قائمة", PartRole.Via, "وكالة سانا", "who relays")]
    [InlineData("بدأ الحصار في تموز 2016، وفي الشهر نفسه قصفت المدينة.", "الشهر نفسه", PartRole.Anchor, "تموز 2016", "counted from the date told before")]
    [InlineData("بدأ الحصار في تموز 2016، وفي الشهر نفسه قصفت المدينة.", "تموز 2016", PartRole.Anchor, null, "told in full")]
    [InlineData("انهارت الهدنة في تموز 2016. وقصفت سراقب الأسبوع الماضي.", "الأسبوع الماضي", PartRole.Anchor, "2017-01-05", "counted from publication whatever was told before")]
    [InlineData("قال المتحدث باسم حركة حماس زكريا الحصني إن الطريق مغلقة.", "المتحدث باسم حركة حماس زكريا الحصني", PartRole.Within, "حركة حماس", "a body inside a title")]
    public void Slots_AreShown(string text, string mention, PartRole role, string? words, string why)
    {
        IExplainedReading reasons = Reader.Arabic.Explain("t", text, Day);
        IMention[] meant = [.. Mentions(reasons.Reading).Where(m => m.Text == mention && m is not FactMention)];
        Assert.NotEmpty(meant);
        Assert.True(words == meant.SelectMany(m => reasons.Of(m).Parts).FirstOrDefault(p => p.Role == role)?.Text, why);
    }

    /// <summary>Each cue of realis that was weighed stands once or more with its weight and row; words that are cues stand with theirs.</summary>
    [Fact]
    public void Realis_ShowsEachCueWithItsRow()
    {
        foreach (IExplainedReading reasons in Sample())
        {
            foreach (EventMention e in reasons.Reading.Events)
            {
                ExplainedPart part = Assert.Single(reasons.Of(e).Parts, p => p.Role == PartRole.Realis);
                Assert.Equal(Wire.Name(e.Realis), part.Text);
                ExplainedEntry[] cues = [.. part.Entries.Concat(part.Tokens.SelectMany(t => t.Entries)).Where(c => c.Kind == "realis_cue")];
                Assert.Equal(
                    e.RealisRule.Split(' ').Where(c => c.Contains('+', StringComparison.Ordinal) || c.Contains('-', StringComparison.Ordinal)).Order(StringComparer.Ordinal),
                    cues.Select(c => c.Lemma + c.Features.Single(f => f.Name == "weight").Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
                Assert.All(cues, c => Assert.StartsWith(c.Lemma + "\t", Files["lang/ar/realis_cues.tsv"][c.Line!.Line - 1], StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("انفجرت عبوة ناسفة في سوق سراقب أمس.", "عبوة ناسفة", "is_device", "عبوة", "the trigger's own word")]
    [InlineData("انفجرت عبوة ناسفة في سوق سراقب أمس.", "عبوة ناسفة", "day", null, "seen in the sentence's build")]
    public void RealisCue_StandsAtItsWord(string text, string mention, string cue, string? word, string why)
    {
        IExplainedReading reasons = Reader.Arabic.Explain("t", text, Day);
        ExplainedPart part = reasons.Of(reasons.Reading.Events.Single(e => e.Text == mention)).Parts.Single(p => p.Role == PartRole.Realis);
        Assert.True(word == part.Tokens.FirstOrDefault(t => t.Entries.Any(e => e.Lemma == cue))?.Text, why);
        Assert.Equal(word is null, part.Entries.Any(e => e.Lemma == cue));
    }

    private static readonly Dictionary<string, string> _texts = [];

    private static IEnumerable<ExplainedPart> Parts(IExplainedReading reasons) => Mentions(reasons.Reading).SelectMany(m => reasons.Of(m).Parts);

    internal static IEnumerable<IMention> Mentions(DocumentReading r) =>
        [.. r.Times, .. r.Places, .. r.Actors, .. r.Quantities, .. r.Statements, .. r.Events, .. r.Facts];

    /// <summary>The sample mission's reports in Arabic.</summary>
    internal static IEnumerable<IExplainedReading> Sample()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "missions/astana/reports"), "*.txt").Order(StringComparer.Ordinal))
        {
            string id = Path.GetFileNameWithoutExtension(file);
            lock (_texts)
            {
                _texts[id] = File.ReadAllText(file);
            }

            yield return Reader.Arabic.Explain(id, _texts[id], Day);
        }
    }
}
