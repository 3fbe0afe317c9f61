using Hudna.Reading;

namespace Hudna.Tests.Store;

public sealed class SearchFoldTests
{
    [Theory]
    [InlineData("أإآٱا", "ااااا")]
    [InlineData("على حلبى علی", "علي حلبي علي")] // alef maksura, Persian yeh
    [InlineData("مدينة", "مدينه")]
    [InlineData("کابل", "كابل")] // Persian kaf
    [InlineData("قُصِفَتْ", "قصفت")]
    [InlineData("هـــدنة", "هدنه")] // tatweel
    [InlineData("٣٠ ۳۰ 30", "30 30 30")]
    [InlineData("\u200Fحلب\u202C", "حلب")] // bidi marks
    [InlineData("\uFEFB \uFEB3\uFEBC", "لا سص")] // presentation forms
    [InlineData("Idlib İZMİR Kılıç", "idlib izmir kiliç")] // invariant, whatever the machine's culture
    [InlineData("  a\t\r\n b  ", "a b")]
    [InlineData("", "")]
    public void Fold(string text, string expected) => Assert.Equal(expected, SearchFold.Of(text));

    [Fact]
    public void Fold_OfAFold_IsTheSame()
    {
        string all = string.Concat(Enumerable.Range(1, 0xFFFF).Where(c => !char.IsSurrogate((char)c)).Select(c => (char)c));
        string once = SearchFold.Of(all);
        Assert.Equal(once, SearchFold.Of(once));
    }

    [Fact]
    public void Fold_LoneSurrogate_DoesNotThrow() => Assert.Equal("a\uD800b", SearchFold.Of("A\uD800B"));
}
