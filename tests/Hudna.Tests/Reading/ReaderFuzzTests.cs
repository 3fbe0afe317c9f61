using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Hudna.Store;

#pragma warning disable CA5394 // Seeded on purpose: a failure must repeat.

namespace Hudna.Tests.Reading;

/// <summary>The reader against mutated reports and hostile text: nothing throws, the laws hold, every run says the same bytes, and time
/// grows with the text's length only. HUDNA_FUZZ_SECONDS sets how long (20), HUDNA_FUZZ_SEED where it starts (1), HUDNA_FUZZ_TEXTS a folder
/// of further texts. A failure names its seed.</summary>
public sealed class ReaderFuzzTests
{
    private const int SecondsDefault = 20;
    private const int Short = 16 * 1024;
    private const int LongFactor = 16;
    private const double RatioMax = 4;

    private static readonly string[] s_noise =
    [
        "\u200f", "\u200e", "\u202b", "\u202c", "\u2067", "\u2069", "\u061c", "ـ", "ـــــ", "\u064b", "\u0651\u064e", "\0", "\ud83d", "\ude00", "😀", "\ufeff", "\u200c", "\u00a0",
        "«", "»", "\"", "“", "”", "((", "))", "[", "]", "...", "؟", "!", ":", "؛", "،،،", "--", "–", "/", "\n", "\r\n", "\t", " ", "و", "ال", "لل", "بال", "٠١٢٣", "۱۲۳", "99999999999999999999999999999999", "9999999999999999999999999999 مليار قتيل", "1.2.3.4",
        "31/02/2016", "0/0/0", "2016-2016-2016", "30 فبراير", "الأحد الأحد", "ﷲ", "ﻻ", "ﷺ", "قبل 9999 سنة", "بعد 9999 عقدا", "القرن الثاني والعشرين", "عام 1500 هـ", "30 صفر 1438",
    ];

    private static readonly string[] s_cultures = ["ar-SA", "fa-IR", "tr-TR", "en-US", ""];

    public static TheoryData<string, string> Repeats() => new()
    {
        { "names without end", "محمد علي حسن " },
        { "titles without end", "وزير رئيس قائد المتحدث باسم " },
        { "groups without end", "الجيش السوري الحر المعارض " },
        { "nested quotes", "«قال \"إن “" },
        { "closing quotes", "» \" ” ' )" },
        { "reporting verbs", "قال إن أكد أن أعلن " },
        { "report of report", "قال فلان إن علانا أكد أن " },
        { "according to", "بحسب نقلا عن " },
        { "numbers", "12 13.5 300.000 " },
        { "number words", "ثلاثة وعشرين ألفا ومئة و" },
        { "digits", "1" },
        { "dotted digits", "1.2," },
        { "dashed years", "2014-2015-" },
        { "coordinations", "وحلب وحمص ودمشق " },
        { "glued coordination", "وروسيا" },
        { "bare dates", "12 يناير " },
        { "joined dates", "3 و4 و" },
        { "relative dates", "أمس الجمعة الماضي قبل يومين من " },
        { "weekdays", "السبت والأحد " },
        { "month parts", "منتصف مطلع نهاية شهر " },
        { "places", "في مدينة حلب بريف " },
        { "acts", "قصف مقتل 12 شخصا هجوم " },
        { "negations", "لم لن لا ما " },
        { "truces", "اتفاق وقف إطلاق النار بين روسيا وتركيا " },
        { "talks", "محادثات جنيف بمشاركة وفد المعارضة برئاسة " },
        { "control", "سيطرت القوات على مدينة حلب وانسحبت من " },
        { "commas", "، ، " },
        { "stops", ". " },
        { "breaks", "\n" },
        { "one word", "ا" },
        { "diacritics", "\u064e" },
        { "tatweel", "ـ" },
        { "foreign", "abc " },
        { "relative clauses", "الذي التي قتل الذين " },
        { "possibles", "قد يمكن إذا من المتوقع أن " },
    };

    [Fact]
    public void MutatedReports_KeepTheLaws_AndSayTheSameEverywhere()
    {
        string[] texts = [.. Seeds()];
        int seconds = Setting("HUDNA_FUZZ_SECONDS", SecondsDefault), seed = Setting("HUDNA_FUZZ_SEED", 1);
        long start = Stopwatch.GetTimestamp();
        for (; Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; seed++)
        {
            string text = Mutate(texts, new Random(seed));
            try
            {
                Assert.True(ReaderLawTests.Check(text), "a law of spans is broken");
                string first = Json(text);
                Assert.Equal(first, Json(text));
                Assert.Equal(first, InCulture(s_cultures[seed % s_cultures.Length], text));
                if (seed % 16 == 0)
                {
                    string[] threads = new string[4];
                    Parallel.For(0, threads.Length, i => threads[i] = Json(text));
                    Assert.All(threads, t => Assert.Equal(first, t));
                }
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"HUDNA_FUZZ_SEED={seed}: {e.Message}", e);
            }
        }
    }

    /// <summary>A rule that looks at the whole text for each mention shows here: sixteen times the text may not take
    /// more than four times as long a character.</summary>
    [Theory]
    [MemberData(nameof(Repeats))]
    public void HostileRepeats_TakeTimeInProportion(string family, string unit)
    {
        string shorter = Repeat(unit, Short);
        Seconds(shorter, 1);
        double one = Math.Max(Seconds(shorter, 3), 0.002);
        for (int factor = 4; factor <= LongFactor; factor *= 4)
        {
            string longer = Repeat(unit, Short * factor);
            double ratio = double.MaxValue;
            for (int attempt = 0; attempt < 3 && ratio >= RatioMax; attempt++)
            {
                ratio = Math.Min(ratio, Seconds(longer, 1) / (one * factor));
            }

            Assert.True(ratio < RatioMax, $"{family}: {factor} times {Short} characters take {ratio:0.0} times as long a character ({one * 1000:0} ms for the shorter)");
        }
    }

    [Fact]
    public void OneLineOfAMillion_KeepsTheLaws()
    {
        StringBuilder line = new();
        Random random = new(7);
        string[] units = [.. Repeats().Select(r => r.Data.Item2)];
        while (line.Length < 1 << 20)
        {
            line.Append(units[random.Next(units.Length)].Replace("\n", " ", StringComparison.Ordinal));
        }

        Assert.True(ReaderLawTests.Check(line.ToString()));
    }

    private static IEnumerable<string> Seeds()
    {
        string? more = Environment.GetEnvironmentVariable("HUDNA_FUZZ_TEXTS");
        return Directory.EnumerateFiles(Path.Combine(DataFolders.Find("missions/astana"), "reports"), "*.txt")
            .Concat(more is null ? [] : Directory.EnumerateFiles(more, "*.txt")).Order(StringComparer.Ordinal).Select(File.ReadAllText);
    }

    /// <summary>Cuts, doubles, swaps and dirties pieces of two reports.</summary>
    private static string Mutate(string[] texts, Random random)
    {
        StringBuilder text = new(Cut(texts[random.Next(texts.Length)], random, 1500));
        for (int i = random.Next(40); i > 0; i--)
        {
            int at = random.Next(text.Length + 1);
            switch (random.Next(6))
            {
                case 0 when text.Length > 0:
                    int from = random.Next(text.Length);
                    text.Remove(from, random.Next(Math.Min(12, text.Length - from)));
                    break;
                case 1:
                    text.Insert(at, Cut(texts[random.Next(texts.Length)], random, 120));
                    break;
                case 2:
                    text.Insert(at, (char)random.Next(char.MaxValue + 1));
                    break;
                default:
                    text.Insert(at, s_noise[random.Next(s_noise.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    private static string Cut(string text, Random random, int max)
    {
        int start = random.Next(text.Length);
        return text.Substring(start, random.Next(Math.Min(max, text.Length - start)));
    }

    private static string Repeat(string unit, int length)
    {
        StringBuilder text = new(length + unit.Length);
        while (text.Length < length)
        {
            text.Append(unit);
        }

        return text.ToString();
    }

    private static double Seconds(string text, int runs)
    {
        double best = double.MaxValue;
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Reader.Read(text, "2017-01-19");
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    private static string InCulture(string culture, string text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return Json(text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Json(string text) => JsonSerializer.Serialize(Reader.Read(text, "2017-01-19"));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
