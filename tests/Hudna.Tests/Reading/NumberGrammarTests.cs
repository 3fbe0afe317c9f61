using System.Globalization;
using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>The grammar of numbers, form by form; phrases written for the test, bounds as the reading contract sets them.</summary>
public sealed class NumberGrammarTests
{
    [Theory]
    // Figures of every script, with every sort of grouping.
    [InlineData("مقتل 7 جنود قرب الحاجز", "killed", "7", "7")]
    [InlineData("مقتل ٧ جنود قرب الحاجز", "killed", "7", "7")]
    [InlineData("مقتل ۷ جنود قرب الحاجز", "killed", "7", "7")]
    [InlineData("نزوح 45,000 شخص", "displaced", "45000", "45000")]
    [InlineData("نزوح 45.000 شخص", "displaced", "45000", "45000")]
    [InlineData("نزوح ٤٥٬٠٠٠ شخص", "displaced", "45000", "45000")]
    [InlineData("نزوح 1,250,000 شخص", "displaced", "1250000", "1250000")]
    [InlineData("تشريد 12 ألف شخص", "displaced", "12000", "12000")]
    [InlineData("تشريد 3 ملايين شخص", "displaced", "3000000", "3000000")]
    [InlineData("تشريد 2 مليون شخص", "displaced", "2000000", "2000000")]
    // Units agree and disagree with their noun.
    [InlineData("مقتل ثلاثة جنود", "killed", "3", "3")]
    [InlineData("مقتل ثلاث نساء", "killed", "3", "3")]
    [InlineData("إصابة أربعة أطفال", "injured", "4", "4")]
    [InlineData("إصابة خمس طالبات و6 أطفال", "injured", "6", "6")]
    [InlineData("إصابة ثماني نساء", "injured", "8", "8")]
    [InlineData("استشهاد تسعة مواطنين", "killed", "9", "9")]
    [InlineData("مقتل عشرة مسلحين", "killed", "10", "10")]
    // Teens.
    [InlineData("مقتل أحد عشر شخصا", "killed", "11", "11")]
    [InlineData("إصابة إحدى عشرة امرأة", "injured", "11", "11")]
    [InlineData("مقتل اثني عشر جنديا", "killed", "12", "12")]
    [InlineData("مقتل اثنا عشر جنديا", "killed", "12", "12")]
    [InlineData("إصابة ثلاثة عشر مدنيا", "injured", "13", "13")]
    [InlineData("إصابة خمس عشرة امرأة", "injured", "15", "15")]
    [InlineData("اعتقال تسعة عشر شخصا", "detained", "19", "19")]
    // Tens, and units joined to them by و.
    [InlineData("مقتل عشرين شخصا", "killed", "20", "20")]
    [InlineData("مقتل واحد وعشرين شخصا", "killed", "21", "21")]
    [InlineData("إصابة اثنين وثلاثين شخصا", "injured", "32", "32")]
    [InlineData("اعتقال خمسة وأربعين متظاهرا", "detained", "45", "45")]
    [InlineData("اعتقال ثمان وستين امرأة", "detained", "68", "68")]
    [InlineData("توقيف تسعة وتسعين محتجا", "detained", "99", "99")]
    // Hundreds in both spellings, in one word and two.
    [InlineData("مقتل مئة شخص", "killed", "100", "100")]
    [InlineData("مقتل مائة شخص", "killed", "100", "100")]
    [InlineData("إجلاء مئتي مدني", "evacuated", "200", "200")]
    [InlineData("إجلاء مائتين وخمسين مدنيا", "evacuated", "250", "250")]
    [InlineData("اختطاف أربعمئة شخص", "missing", "400", "400")]
    [InlineData("اختطاف خمس مئة شخص", "missing", "500", "500")]
    [InlineData("اعتقال ستمائة وسبعة وعشرين شخصا", "detained", "627", "627")]
    [InlineData("مقتل ثمانمائة شخص", "killed", "800", "800")]
    // Thousands and above, composed.
    [InlineData("نزوح ألف شخص", "displaced", "1000", "1000")]
    [InlineData("نزوح ألفي شخص", "displaced", "2000", "2000")]
    [InlineData("نزوح أحد عشر ألف شخص", "displaced", "11000", "11000")]
    [InlineData("نزوح خمسة آلاف وثلاثمئة شخص", "displaced", "5300", "5300")]
    [InlineData("نزوح مئة ألف شخص", "displaced", "100000", "100000")]
    [InlineData("نزوح مئة وخمسين ألف شخص", "displaced", "150000", "150000")]
    [InlineData("نزوح نصف مليون شخص", "displaced", "500000", "500000")]
    [InlineData("نزوح ربع مليون شخص", "displaced", "250000", "250000")]
    [InlineData("نزوح مليون ونصف المليون شخص", "displaced", "1500000", "1500000")]
    [InlineData("نزوح مليوني شخص", "displaced", "2000000", "2000000")]
    // Duals.
    [InlineData("سقوط شهيدين في المخيم", "killed", "2", "2")]
    [InlineData("مقتل رجلين في السوق", "killed", "2", "2")]
    [InlineData("إصابة طفلتين بشظايا", "injured", "2", "2")]
    [InlineData("احتراق سيارتين", "vehicles", "2", "2")]
    [InlineData("شنت المقاتلات غارتين على الميناء", "strikes", "2", "2")]
    [InlineData("العثور على جثتين في البئر", "killed", "2", "2")]
    // Vague numbers.
    [InlineData("مقتل عشرات المدنيين", "killed", "20", "90")]
    [InlineData("اعتقال العشرات من المتظاهرين", "detained", "20", "90")]
    [InlineData("نزوح مئات العائلات", "displaced", "200", "900")]
    [InlineData("نزوح آلاف العائلات", "displaced", "2000", "9000")]
    [InlineData("نزوح عشرات آلاف السكان", "displaced", "20000", "90000")]
    [InlineData("نزوح مئات الآلاف من السكان", "displaced", "200000", "900000")]
    [InlineData("مقتل بضعة أشخاص", "killed", "3", "9")]
    [InlineData("نزوح بضع مئات من السكان", "displaced", "300", "900")]
    // Words that set bounds, before and after.
    [InlineData("مقتل نحو 30 شخصا", "killed", "30", "30")]
    [InlineData("مقتل حوالي ثلاثين شخصا", "killed", "30", "30")]
    [InlineData("مقتل زهاء مئة شخص", "killed", "100", "100")]
    [InlineData("مقتل ما يقارب 70 شخصا", "killed", "70", "70")]
    [InlineData("مقتل قرابة ألف شخص", "killed", "1000", "1000")]
    [InlineData("مقتل أكثر من ستين شخصا", "killed", "60", null)]
    [InlineData("مقتل أزيد من 60 شخصا", "killed", "60", null)]
    [InlineData("مقتل ما لا يقل عن ستة أشخاص", "killed", "6", null)]
    [InlineData("مقتل ما يزيد على 80 شخصا", "killed", "80", null)]
    [InlineData("مقتل ستة أشخاص على الأقل", "killed", "6", null)]
    [InlineData("إصابة 14 شخصا على أقل تقدير", "injured", "14", null)]
    [InlineData("إصابة 14 شخصا كحد أقصى", "injured", null, "14")]
    [InlineData("إصابة أقل من 14 شخصا", "injured", null, "14")]
    [InlineData("مقتل 50 شخصا تقريبا", "killed", "50", "50")]
    // Ranges.
    [InlineData("مقتل بين 20 و30 مسلحا", "killed", "20", "30")]
    [InlineData("مقتل ما بين عشرين وثلاثين مسلحا", "killed", "20", "30")]
    [InlineData("مقتل 20 إلى 30 مسلحا", "killed", "20", "30")]
    [InlineData("مقتل 5-7 مسلحين", "killed", "5", "7")]
    [InlineData("مقتل خمسة أو ستة جنود", "killed", "5", "6")]
    // What is counted: cue before, after, across a rise, and the counted's own people.
    [InlineData("ارتفاع عدد القتلى إلى 41", "killed", "41", "41")]
    [InlineData("ارتفعت حصيلة ضحايا القصف إلى 41", "killed", "41", "41")]
    [InlineData("مجزرة راح ضحيتها 12 شخصا", "killed", "12", "12")]
    [InlineData("لقي 9 أشخاص حتفهم", "killed", "9", "9")]
    [InlineData("أودى الانفجار بحياة 9 أشخاص", "killed", "9", "9")]
    [InlineData("استشهد خمسة وسط المدينة", "killed", "5", "5")]
    [InlineData("اعتقال 300 فلسطيني", "detained", "300", "300")]
    [InlineData("مقتل سبعين سوريا", "killed", "70", "70")]
    public void Phrase_HasMeasureAndBounds(string text, string measure, string? low, string? high)
    {
        IReadOnlyList<QuantityMention> all = Reader.Read(text).Quantities;
        Assert.NotEmpty(all);
        QuantityMention found = all[^1];
        Assert.Equal(
            (measure, Parse(low), Parse(high)),
            (Wire.Name(found.Measure), found.Low, found.High));
    }

    [Theory]
    [InlineData("مقتل 20 شخصا بينهم 6 أطفال", "killed killed", "20 6")] // a part is named, not added
    [InlineData("مقتل 20 شخصا بينهم 6 أطفال وإصابة 30 آخرين", "killed killed injured", "20 6 30")]
    [InlineData("في السجون 900 أسير، من بينهم 40 امرأة وأكثر من 60 طفلا", "detained detained detained", "900 40 60")] // parts of what was counted
    [InlineData("قتل خمسة وأصيب سبعة في الانفجار", "killed injured", "5 7")]
    [InlineData("أسفر الهجوم عن 3 قتلى و8 جرحى", "killed injured", "3 8")]
    [InlineData("سقط قتيل و8 جرحى", "injured", "8")] // one alone is no number
    public void Clause_CountsEachWithItsOwn(string text, string measures, string lows)
    {
        IReadOnlyList<QuantityMention> found = Reader.Read(text).Quantities;
        Assert.Equal(measures, string.Join(' ', found.Select(q => Wire.Name(q.Measure))));
        Assert.Equal(lows, string.Join(' ', found.Select(q => q.Low!.Value.ToString(CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void BoundAfter_BelongsToTheSpan() =>
        Assert.Equal("سبعة جنود على الأقل", Assert.Single(Reader.Read("مقتل سبعة جنود على الأقل قرب الحاجز").Quantities).Text);

    private static decimal? Parse(string? number) => number is null ? null : decimal.Parse(number, CultureInfo.InvariantCulture);
}
