using Hudna.Linking;
using Hudna.Missions;
using Hudna.Server.Features.Links;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;

namespace Hudna.Tests.Server;

/// <summary>Weights and probabilities in words, and what the linker writes without a language in the page's.</summary>
public sealed class EvidenceWordsTests
{
    private static readonly EvidenceWords English = Of(Words.English), Arabic = Of(Words.Arabic);

    [Theory]
    [InlineData(1, "over 99 %", "almost certainly one")]
    [InlineData(0.95, "95 %", "almost certainly one")]
    [InlineData(0.8, "80 %", "very likely one")]
    [InlineData(0.6, "60 %", "likely one")]
    [InlineData(0.5, "50 %", "as likely one as two")]
    [InlineData(0.2, "20 %", "possibly one, more likely two")]
    [InlineData(0.1, "10 %", "hardly one")]
    [InlineData(0, "under 1 %", "hardly one")]
    public void Probability_NeverSaysNoneOrAll(double probability, string percent, string chance) =>
        Assert.Equal((percent, chance), (Plain(English.Percent(probability)), English.Chance(probability)));

    [Theory]
    [InlineData(0.1, "says next to nothing", "+0.10")]
    [InlineData(-0.1, "says next to nothing", "−0.10")]
    [InlineData(0.5, "slightly for", "+0.50")]
    [InlineData(1.2, "for", "+1.20")]
    [InlineData(2.5, "strongly for", "+2.50")]
    [InlineData(-2.5, "strongly against", "−2.50")]
    [InlineData(-4, "very strongly against", "−4.00")]
    [InlineData(-50, "as good as rules it out", "−50.00")]
    public void Weight_InWords_AndAsASignedLogarithm(double weight, string words, string logarithm) =>
        Assert.Equal((words, logarithm), (English.Weight(weight), EvidenceWords.Logarithm(weight)));

    [Theory]
    [InlineData(LinkField.Time, "2017-01-01", "1 January 2017", "1 كانون الثاني 2017")]
    [InlineData(LinkField.Time, "2017-01-01/2017-01-03; 2017-01-05", "1–3 January 2017; 5 January 2017", "1–3 كانون الثاني 2017؛ 5 كانون الثاني 2017")]
    [InlineData(LinkField.Place, "عين الفيجة (0.4 km)", "عين الفيجة", "عين الفيجة")]
    [InlineData(LinkField.Place, "a (b)", "a (b)", "a (b)")]
    [InlineData(LinkField.Act, "ASSAULT heavy-weapons; …", "Assault – heavy weapons; …", null)]
    [InlineData(LinkField.Toll, "4", "4", "4")]
    [InlineData(LinkField.Toll, "4–7", "4 to 7", "من 4 إلى 7")]
    [InlineData(LinkField.Toll, "4–", "4 or more", null)]
    [InlineData(LinkField.Toll, "–7", "7 at most", null)]
    [InlineData(LinkField.Source, "Sham Post, Ltd", "Sham Post, Ltd", "Sham Post, Ltd")]
    [InlineData(LinkField.Source, null, "not told", null)]
    public void Side_IsInThePagesLanguage(LinkField field, string? told, string english, string? arabic)
    {
        Assert.Equal(english, Plain(English.Side(field, told)), ignoreCase: true);
        Assert.True(arabic is null || Plain(Arabic.Side(field, told)) == arabic, Plain(Arabic.Side(field, told)));
    }

    [Theory]
    [InlineData("x", "y (0.4 km)", "0.4 km apart")]
    [InlineData("y (12.0 km)", "x", "12.0 km apart")]
    [InlineData("x", "y", null)]
    [InlineData("x", "x (0.0 km)", null)]
    [InlineData("x", " ( km)", null)]
    public void Distance_StandsBehindOneOfThePlaces(string own, string other, string? expected)
    {
        string? told = English.Distance(new FieldWeight(LinkField.Place, 1, own, other));
        Assert.Equal(expected, told is null ? null : Plain(told));
    }

    private static EvidenceWords Of(Words words) => new(words, new KnownNames(), new Dates(words, TimeZoneInfo.Utc, MonthNames.Levantine));

    private static string Plain(string text) => text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
