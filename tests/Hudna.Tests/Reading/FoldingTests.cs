using Hudna.Reading.Arabic;

namespace Hudna.Tests.Reading;

/// <summary>Folding of whole strings, as the data files and queries need it.</summary>
public sealed class FoldingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("حلب", "حلب")] // Nothing to fold.
    [InlineData("إدلب", "ادلب")]
    [InlineData("القُصَير", "القصير")]
    [InlineData("مدينـــة", "مدينه")]
    [InlineData("الأُسرى", "الاسري")]
    [InlineData("\u200fدمشق\u200e", "دمشق")]
    [InlineData("٢٠١٧/۱", "2017/1")]
    [InlineData("ﻻجئ", "لاجئ")] // A ligature becomes two letters.
    [InlineData("ABC abc", "abc abc")]
    [InlineData("حل\0ب", "حلب")]
    [InlineData("ريف دمشق الغربي", "ريف دمشق الغربي")]
    public void Fold_MakesSpellingsOne(string text, string folded)
    {
        Assert.Equal(folded, Folding.Fold(text));
        Assert.Equal(folded, Folding.Fold(folded));
    }

    [Fact]
    public void Fold_NothingToFold_IsTheStringItself()
    {
        string folded = new("حلب".AsSpan());
        Assert.Same(folded, Folding.Fold(folded));
    }
}
