using System.Text;

#pragma warning disable CA5394 // Seeded on purpose: a failure must repeat.

namespace Hudna.Fuzzing;

/// <summary>Text that no journalist wrote, made from text that one did. The same seed makes the same text. Compiled into the tests and
/// into <c>./measure fuzz</c>.</summary>
internal static class HostileTexts
{
    private const int CutMax = 1500;
    private const int ChangesMax = 40;
    private const int PieceMax = 120;
    private const int RemovedMax = 12;

    private static readonly string[] s_noise =
    [
        "\u200f", "\u200e", "\u202b", "\u202c", "\u2067", "\u2069", "\u061c", "ـ", "ـــــ", "\u064b", "\u0651\u064e", "\0", "\ud83d", "\ude00", "😀", "\ufeff", "\u200c", "\u00a0",
        "«", "»", "\"", "“", "”", "((", "))", "[", "]", "...", "؟", "!", ":", "؛", "،،،", "--", "–", "/", "\n", "\r\n", "\t", " ", "و", "ال", "لل", "بال", "٠١٢٣", "۱۲۳", "99999999999999999999999999999999", "9999999999999999999999999999 مليار قتيل", "1.2.3.4",
        "31/02/2016", "0/0/0", "2016-2016-2016", "30 فبراير", "الأحد الأحد", "ﷲ", "ﻻ", "ﷺ", "قبل 9999 سنة", "بعد 9999 عقدا", "القرن الثاني والعشرين", "عام 1500 هـ", "30 صفر 1438",
    ];

    /// <summary>Words that a rule may follow without end: what they are, and the unit that is repeated.</summary>
    public static IReadOnlyList<(string Family, string Unit)> Repeats { get; } =
    [
        ("names without end", "محمد علي حسن "),
        ("titles without end", "وزير رئيس قائد المتحدث باسم "),
        ("groups without end", "الجيش السوري الحر المعارض "),
        ("nested quotes", "«قال \"إن “"),
        ("closing quotes", "» \" ” ' )"),
        ("reporting verbs", "قال إن أكد أن أعلن "),
        ("report of report", "قال فلان إن علانا أكد أن "),
        ("according to", "بحسب نقلا عن "),
        ("numbers", "12 13.5 300.000 "),
        ("number words", "ثلاثة وعشرين ألفا ومئة و"),
        ("digits", "1"),
        ("dotted digits", "1.2,"),
        ("dashed years", "2014-2015-"),
        ("coordinations", "وحلب وحمص ودمشق "),
        ("glued coordination", "وروسيا"),
        ("bare dates", "12 يناير "),
        ("joined dates", "3 و4 و"),
        ("relative dates", "أمس الجمعة الماضي قبل يومين من "),
        ("weekdays", "السبت والأحد "),
        ("month parts", "منتصف مطلع نهاية شهر "),
        ("places", "في مدينة حلب بريف "),
        ("acts", "قصف مقتل 12 شخصا هجوم "),
        ("negations", "لم لن لا ما "),
        ("truces", "اتفاق وقف إطلاق النار بين روسيا وتركيا "),
        ("talks", "محادثات جنيف بمشاركة وفد المعارضة برئاسة "),
        ("control", "سيطرت القوات على مدينة حلب وانسحبت من "),
        ("commas", "، ، "),
        ("stops", ". "),
        ("breaks", "\n"),
        ("one word", "ا"),
        ("diacritics", "\u064e"),
        ("tatweel", "ـ"),
        ("foreign", "abc "),
        ("relative clauses", "الذي التي قتل الذين "),
        ("possibles", "قد يمكن إذا من المتوقع أن "),
    ];

    /// <summary>Cuts, doubles, swaps and dirties pieces of real texts.</summary>
    public static string Mutated(IReadOnlyList<string> texts, Random random)
    {
        StringBuilder text = new(Cut(texts[random.Next(texts.Count)], random, CutMax));
        for (int i = random.Next(ChangesMax); i > 0; i--)
        {
            int at = random.Next(text.Length + 1);
            switch (random.Next(8))
            {
                case 0 when text.Length > 0:
                    int from = random.Next(text.Length);
                    text.Remove(from, random.Next(Math.Min(RemovedMax, text.Length - from)));
                    break;
                case 1:
                    text.Insert(at, Cut(texts[random.Next(texts.Count)], random, PieceMax));
                    break;
                case 2:
                    text.Insert(at, (char)random.Next(char.MaxValue + 1));
                    break;
                case 3 when text.Length > 0:
                    text.Insert(at, Cut(text.ToString(), random, PieceMax));
                    break;
                case 4 when text.Length > 0:
                    int start = random.Next(text.Length);
                    string moved = text.ToString(start, random.Next(Math.Min(PieceMax, text.Length - start)));
                    text.Remove(start, moved.Length);
                    text.Insert(random.Next(text.Length + 1), moved);
                    break;
                default:
                    text.Insert(at, s_noise[random.Next(s_noise.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>A piece of a real text that is to be repeated, with or without noise: 1 to 120 characters.</summary>
    public static string Unit(IReadOnlyList<string> texts, Random random)
    {
        string piece = Cut(texts[random.Next(texts.Count)], random, PieceMax) + s_noise[random.Next(s_noise.Length)];
        return random.Next(2) == 0 ? piece + " " : piece;
    }

    /// <summary>A unit again and again.</summary>
    /// <param name="unit">One character or more.</param>
    /// <param name="length">At least how many characters.</param>
    public static string Repeated(string unit, int length)
    {
        StringBuilder text = new(length + unit.Length);
        while (text.Length < length)
        {
            text.Append(unit);
        }

        return text.ToString();
    }

    /// <summary>One line of at least some length, of pieces in any order.</summary>
    public static string Line(IReadOnlyList<string> pieces, Random random, int length)
    {
        StringBuilder line = new(length);
        while (line.Length < length)
        {
            line.Append(pieces[random.Next(pieces.Count)].Replace('\n', ' '));
        }

        return line.ToString();
    }

    private static string Cut(string text, Random random, int max)
    {
        int start = random.Next(text.Length);
        return text.Substring(start, random.Next(Math.Min(max, text.Length - start)));
    }
}
