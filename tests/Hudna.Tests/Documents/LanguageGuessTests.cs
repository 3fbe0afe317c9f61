using FsCheck;
using FsCheck.Fluent;
using Hudna.Documents;

namespace Hudna.Tests.Documents;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("ar", Samples.Arabic)]
    [InlineData("fa", Samples.Persian)]
    [InlineData("ur", Samples.Urdu)]
    [InlineData("ckb", Samples.Kurdish)]
    [InlineData("en", Samples.English)]
    [InlineData("fr", Samples.French)]
    [InlineData("tr", Samples.Turkish)]
    [InlineData("ru", Samples.Russian)]
    [InlineData("he", Samples.Hebrew)]
    [InlineData("und", "")]
    [InlineData("und", "12 / 30 — 2016 !")]
    [InlineData("und", "停戦は金曜日に発効した")]
    public void Of_Text_TellsItsLanguage(string language, string text) => Assert.Equal(language, LanguageGuess.Of(text));

    /// <summary>What must not be taken for another language, and why it might be.</summary>
    [Theory]
    [InlineData("هدنة", "one word, no function word")]
    [InlineData("قصف حلب", "two bare words")]
    [InlineData("١٢ قتيلا", "mostly digits")]
    [InlineData("الهدنة فى سوريا", "Egyptian final yeh")]
    [InlineData("روسيا وتركيا وإيران", "states and clitics only")]
    [InlineData("الاجتماع في گازاخستان مع چاووش اوغلو", "Persian letters in foreign names")]
    [InlineData("قال الرئیس الروسی إن الاتفاق یشمل کل الفصائل", "Persian yeh and keheh typed for the Arabic ones")]
    [InlineData("https://www.example.org/news/2016/12/30/ceasefire-syria-begins هدنة في سوريا", "a long Latin address")]
    [InlineData("قالت قناة BBC إن قوات YPG انسحبت من منبج", "Latin acronyms")]
    public void Of_ShortOrNoisyArabic_IsArabic(string text, string why) => Assert.True(LanguageGuess.Of(text) is "ar", why);

    [Fact]
    public void Of_EnglishQuotingAWordOfArabic_IsEnglish() =>
        Assert.Equal("en", LanguageGuess.Of(Samples.English + " The Arabic word for truce is هدنة, the minister noted."));

    [Fact]
    public void Of_LongText_LooksBeyondItsStart() => Assert.Equal("ar", LanguageGuess.Of(Samples.English + string.Concat(Enumerable.Repeat(Samples.Arabic, 200))));

    [Fact]
    public void Of_AnyText_Answers() =>
        Prop.ForAll<string?>(s => LanguageGuess.Of(s ?? "") is "ar" or "fa" or "ur" or "ckb" or "en" or "fr" or "tr" or "ru" or "uk" or "he" or "und")
            .QuickCheckThrowOnFailure();
}
