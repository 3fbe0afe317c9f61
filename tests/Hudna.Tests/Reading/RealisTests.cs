using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Tests.Reading;

/// <summary>Whether a sentence reports an act as a happening; sentences written for the test, the notion from the Rich ERE guidelines.</summary>
public sealed class RealisTests
{
    [Theory]
    [InlineData("قتل سبعة أشخاص وأصيب عشرون بجروح في انفجار سيارة مفخخة وسط مدينة الرقة أمس", "قتل", "actual")] // counted victims, weapon, place, day
    [InlineData("قصف الجيش السوري أمس مدينة سراقب شمال البلاد", "قصف", "actual")] // a perfect, who, where, when
    [InlineData("اغتال مسلحون مجهولون ضابطا أمام منزله في درعا مساء أمس", "اغتال", "actual")]
    [InlineData("انفجرت عبوة ناسفة قرب حاجز للشرطة شمال المدينة مساء أمس", "انفجرت", "actual")] // the verb and its device are one happening
    [InlineData("نددت المنظمة بالهجمات على المستشفيات", "الهجمات", "generic")] // what is condemned, in the plural with ال
    [InlineData("تحدث الوزير عن مكافحة التفجيرات", "التفجيرات", "generic")] // a topic
    [InlineData("يحاكم الرجل بتهمة قتل جاره قبل عشرين عاما", "قتل", "generic")] // a charge
    [InlineData("وبعد الهجوم عاد الهدوء إلى المنطقة", "الهجوم", "generic")] // refers back
    [InlineData("حذرت الشرطة من خطر هجمات جديدة", "هجمات", "other")] // a danger
    [InlineData("سيشن الجيش هجوما على البلدة", "سيشن", "other")] // the future
    [InlineData("لم يقصف الجيش البلدة", "يقصف", "other")] // negated
    [InlineData("تظاهر المئات أمام مبنى البرلمان احتجاجا على رفع الأسعار", "تظاهر", "actual")]
    [InlineData("خرج آلاف المتظاهرين أمس إلى شوارع العاصمة تنديدا بالقرار", "خرج", "actual")]
    [InlineData("أكد الوزير أن حق التظاهر مكفول", "التظاهر", "generic")] // a right
    [InlineData("احتشد آلاف المواطنين مساء أمس في ساحة الشهداء وسط العاصمة مطالبين باستقالة الحكومة", "احتشد", "actual")]
    [InlineData("نزل مئات الطلاب أمس إلى شوارع المدينة للمطالبة بالإصلاح", "نزل", "actual")]
    [InlineData("وردد المتظاهرون شعارات ضد الحكومة", "ردد", "generic")] // what a known crowd does on
    [InlineData("دعت النقابة إلى إضراب عام", "إضراب عام", "other")] // called for
    [InlineData("انسحبت القوات من البلدة أمس", "انسحبت", "actual")] // other types: a finite verb
    [InlineData("ناقش المجلس ملف الاعتقال", "الاعتقال", "generic")]
    public void Act_IsActualGenericOrOther(string text, string trigger, string realis)
    {
        DocumentReading reading = Reader.Read(text, "2017-01-19");
        EventMention? found = reading.Events.FirstOrDefault(e => e.Text == trigger);
        Assert.True(found is not null, $"found: {string.Join(" · ", reading.Events.Select(e => e.Text))}");
        Assert.True(Wire.Name(found.Realis) == realis, $"{Wire.Name(found.Realis)}: {found.RealisRule}");
    }

    [Fact]
    public void Rule_NamesItsCuesWithTheirWeights()
    {
        EventMention found = Reader.Read("نددت المنظمة بالهجمات على المستشفيات").Events.Single(e => e.Type == EventType.Assault);
        Assert.Matches(@"^always-\d+ .*definite-\d+", found.RealisRule);
    }

    /// <summary>Each cue is seen where the table says and nowhere else.</summary>
    [Theory]
    [InlineData("وقع الهجوم مساء أمس", "الهجوم", "occurring", true)] // before it
    [InlineData("الهجوم وقع مساء أمس", "الهجوم", "occurring", false)] // after it is not before it
    [InlineData("بعد الهجوم بساعة عاد الهدوء", "الهجوم", "dating", true)] // the word before it
    [InlineData("بعد ساعة من الهجوم عاد الهدوء", "الهجوم", "dating", false)] // three words before it
    [InlineData("هذا الهجوم مرفوض", "الهجوم", "pointed", true)]
    [InlineData("هذا البيان ندد بالهجوم", "بالهجوم", "pointed", false)]
    [InlineData("وقع انفجار في السوق", "انفجار", "there", true)] // one of the two words after it
    [InlineData("وقع انفجار كبير جدا في السوق", "انفجار", "there", false)]
    [InlineData("قتل شخصان في تفجير انتحاري", "قتل", "suicide", true)] // in the clause
    [InlineData("وقع تفجير انتحاري", "تفجير انتحاري", "suicide", true)] // in the trigger itself
    [InlineData("قتل شخصان أمس، وقال الشاهد إن انتحاريا كان هناك", "قتل", "suicide", false)] // in the next clause
    [InlineData("كما قتل شخصان", "قتل", "also", true)] // among the first three words
    [InlineData("قال الشاهد أمس إن شخصين قتلا كما قيل", "قتلا", "also", false)]
    [InlineData("قتل شخصان، وقالت الشرطة إنها تبحث", "قتل", "officials", true)] // anywhere in the sentence
    [InlineData("قتل شخصان. وقالت الشرطة إنها تبحث", "قتل", "officials", false)] // in the next sentence
    [InlineData("تجمع المتظاهرون في الساحة", "تجمع", "the_crowd", true)] // a stem with ال
    [InlineData("تجمع متظاهرون في الساحة", "تجمع", "the_crowd", false)] // counts only with it
    [InlineData("وقع الهجوم في آذار", "الهجوم", "supposing", false)] // a month is no "if"
    public void Cue_IsSeenInItsWindow(string text, string trigger, string cue, bool seen) => Assert.Equal(seen, Cues(text, trigger).Contains(cue));

    [Theory]
    [InlineData("قتل سبعة أشخاص", "قتل", "counted_next", true)]
    [InlineData("قتل في السوق سبعة أشخاص", "قتل", "counted_next", false)]
    [InlineData("قتل سبعة أشخاص وأصيب عشرون بجروح", "قتل", "both_harmed", true)]
    [InlineData("قتل سبعة أشخاص", "قتل", "both_harmed", false)]
    [InlineData("جرى اغتيال الضابط", "اغتيال", "verbal_noun", true)]
    [InlineData("أعلن مقتل سبعة أشخاص", "مقتل", "verbal_noun", false)] // the dead are counted
    [InlineData("اغتال مسلحون ضابطا", "اغتال", "verbal_noun", false)] // a verb
    [InlineData("قتل شخصان في الهجوم", "قتل", "known_act", true)]
    [InlineData("قتل شخصان في هجوم", "قتل", "known_act", false)]
    [InlineData("* اغتيال ضابط في حلب", "اغتيال", "listed", true)]
    [InlineData("اغتيال ضابط في حلب", "اغتيال", "listed", false)]
    [InlineData("قتل شخصان أمس", "قتل", "alone", true)]
    [InlineData("قتل شخصان أمس وانسحبت القوات", "قتل", "alone", false)] // an act of another type
    [InlineData("قتل شخصان أمس واتهمت الحكومة المعارضة", "قتل", "accused", true)]
    [InlineData("الرجل الذي اغتاله مسلحون", "اغتاله", "relative", true)]
    [InlineData("قال من اغتاله مسلحون", "اغتاله", "relative", false)] // من is other things as well
    [InlineData("قتل شخصان في هجوم", "هجوم", "indefinite_means", true)]
    [InlineData("قتل شخصان بهجوم", "هجوم", "indefinite_means", true)]
    [InlineData("شهدت المدينة هجوما", "هجوما", "indefinite_means", false)]
    public void Build_IsSeen(string text, string trigger, string cue, bool seen) => Assert.Equal(seen, Cues(text, trigger).Contains(cue));

    /// <summary>Two words for one happening have one realis, whether or not another cue's name holds "definite".</summary>
    [Theory]
    [InlineData("قتل ثلاثة جنود خلال اشتباكات في سراقب", "اشتباكات", "actual", "together")]
    [InlineData("قتل ثلاثة جنود خلال الاشتباكات في سراقب", "الاشتباكات", "generic", null)] // ال points back
    public void Together_UnlessOnePointsBack(string text, string trigger, string realis, string? why)
    {
        EventMention found = Reader.Read(text, "2017-01-19").Events.Single(e => e.Text == trigger);
        Assert.True(Wire.Name(found.Realis) == realis, $"{Wire.Name(found.Realis)}: {found.RealisRule}");
        Assert.Equal(why is not null, found.RealisRule.EndsWith(" together", StringComparison.Ordinal));
    }

    /// <summary>A fitted weight never goes against what its row says, so that an explanation reads as it is meant.</summary>
    [Fact]
    public void FittedWeights_AgreeWithWhatTheirRowsSay()
    {
        foreach (string[] row in Rows().Where(r => r[0] != "always"))
        {
            int sign = row[2] == "actual" ? 1 : -1;
            Assert.All(row[3..5].Where(w => w.Length > 0), w => Assert.True(int.Parse(w, System.Globalization.CultureInfo.InvariantCulture) * sign > 0, string.Join(' ', row)));
        }
    }

    /// <summary>A row that cannot be used is named with its line and what is expected.</summary>
    [Theory]
    [InlineData("also\topening", "also\tsomewhere", "\"somewhere\" is no window")]
    [InlineData("finite\tstructure", "finite_verb\tstructure", "nothing that the rules see")]
    [InlineData("both_harmed\tstructure", "finite\tstructure", "stands twice")]
    [InlineData("told\tbefore", "always\tbefore", "stands twice")]
    public void Row_Bad_SaysWhatIsExpected(string row, string changed, string problem)
    {
        Assert.Contains("\n" + row, s_files.Texts[Table], StringComparison.Ordinal);
        Dictionary<string, string> texts = new(s_files.Texts, StringComparer.Ordinal) { [Table] = s_files.Texts[Table].Replace("\n" + row, "\n" + changed, StringComparison.Ordinal) };
        DataFileException e = Assert.Throws<DataFileException>(() => ArabicReader.Load(s_files with { Texts = texts }, [], []));
        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
        Assert.True(e.Line > 0, e.Message);
    }

    private const string Table = "realis_cues.tsv";

    private static readonly LanguageFiles s_files = DataFolders.ReadLanguage(DataFolders.Find("lang/ar"));

    /// <summary>A reader to whom every cue weighs one, so that an act's rule names every cue seen.</summary>
    private static readonly ArabicReader s_seeing = ArabicReader.Load(
        s_files with
        {
            Texts = new Dictionary<string, string>(s_files.Texts, StringComparer.Ordinal)
            {
                [Table] = "cue\twhere\tsays\tassault\tprotest\tother\tstems\n" + string.Concat(Rows().Select(r => string.Join('\t', [.. r[..3], "1", "1", "1", .. r[6..]]) + "\n")),
            },
        }, [], []);

    private static IEnumerable<string[]> Rows() => s_files.Texts[Table].Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Where(r => r[0] != "cue");

    private static HashSet<string> Cues(string text, string trigger)
    {
        DocumentReading reading = s_seeing.Read("t", text, new DateOnly(2017, 1, 19));
        EventMention? found = reading.Events.FirstOrDefault(e => e.Text == trigger || "ب" + e.Text == trigger);
        Assert.True(found is not null, $"found: {string.Join(" · ", reading.Events.Select(e => e.Text))}");
        return [.. found.RealisRule.Split(' ').Select(c => c.Split('+')[0])];
    }
}
