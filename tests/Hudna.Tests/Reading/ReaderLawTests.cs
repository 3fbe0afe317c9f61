using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hudna.Fuzzing;
using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Tests.Reading;

/// <summary>What must hold of every reading, whatever the text.</summary>
public sealed class ReaderLawTests
{
    private static readonly string[] s_pieces =
    [
        "قال", "الرئيس", "السوري", "أن", "إن", "«", "»", "\"", "“", "”", " ", "  ", "\n", ".", "،", ":", "-", "(", ")", "12", "300.000", "٢٣", "2016", "/", "كانون", "الثاني",
        "يناير", "الماضي", "حلب", "في", "و", "مقتل", "شخصا", "عشرات", "الآلاف", "من", "أمس", "الجمعة", "قصف", "الجيش", "وزير", "الخارجية", "روسيا", "روسياوإيران", "ـــ", "َ", "\u200f",
        "ﻻ", "تنظيم", "لم", "بحسب", "رويترز", "نحو", "بين", "و15", "اتهم", "بـ", "المعارضة", "محمد", "علي", "بن", "يوم", "شهر", "عام", "مدينة", "بلدة", "مشيرا", "إلى", "😀", "A", "T4", "\0",
    ];

    private static readonly Gen<string> s_texts =
        Gen.OneOf(Gen.Elements(s_pieces), Gen.Elements(s_pieces).Select(p => p + " ")).ArrayOf().Select(string.Concat);

    [Fact]
    public void AnyText_SpansAreSlicesInOrder_AndNothingThrows() =>
        Prop.ForAll(Arb.From(s_texts), text => Check(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(80));

    [Fact]
    public void RandomCharacters_NothingThrows() =>
        Prop.ForAll<string?>(text => Check(text ?? string.Empty)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void SampleArticles_KeepTheLaws_AndSayTheSameInEveryCulture()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(DataFolders.Find("missions/astana"), "reports"), "*.txt"))
        {
            string text = File.ReadAllText(file);
            Assert.True(Check(text), file);
            string here = Json(text);
            CultureInfo before = CultureInfo.CurrentCulture;
            try
            {
                foreach (string culture in new[] { "ar-SA", "fa-IR", "tr-TR" })
                {
                    CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                    Assert.Equal(here, Json(text));
                }
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void FigureOfManyDigits_BeforeAScaleWord_IsReadWithoutOverflow() => Assert.True(Check("قتل 9999999999999999999999999999 مليار شخص"));

    [Fact]
    public void DiacriticsAndTatweel_ChangeNoFinding()
    {
        const string plain = "قصف الجيش السوري مدينة سراقب أمس ما أدى إلى مقتل 12 شخصا";
        StringBuilder marked = new();
        foreach (char c in plain)
        {
            marked.Append(c);
            if (c is >= 'ب' and <= 'ي')
            {
                marked.Append('\u064E');
            }
        }

        DocumentReading one = Reader.Read(plain, "2017-01-19"), other = Reader.Read(marked.ToString(), "2017-01-19");
        Assert.Equal(one.Events.Select(e => (e.Type, e.Mode, e.Date, e.Dead)), other.Events.Select(e => (e.Type, e.Mode, e.Date, e.Dead)));
        Assert.Equal(one.Places.Select(p => p.PlaceId), other.Places.Select(p => p.PlaceId));
    }

    [Fact]
    public void AddedPlaceAndActor_AreRead()
    {
        LanguageFiles files = DataFolders.ReadLanguage(DataFolders.Find("lang/ar"));
        ArabicReader reader = ArabicReader.Load(
            files,
            [new PlaceEntry("u-1", "Zunjufil", ["زنجفيل"], PlaceKind.Settlement, "village", "SY", "Idlib", 35.9, 36.7, 4, false, "user")],
            [new ActorEntry("u-2", "Farqad Battalion", ["كتيبة الفرقد"], ActorType.ArmedGroup, "faction", "SY", [], null, null, "user")]);
        DocumentReading reading = reader.Read("t", "هاجمت كتيبة الفرقد زنجفيل أمس", null);
        Assert.Equal("u-1", Assert.Single(reading.Places).PlaceId);
        Assert.Equal("u-2", Assert.Single(reading.Actors).ActorId);
    }

    private static string Json(string text) => JsonSerializer.Serialize(Reader.Read(text, "2017-01-19"));

    private static bool Check(string text) => ReadingLaws.Broken(Reader.Arabic, text, new DateOnly(2017, 1, 19)) is null;
}
