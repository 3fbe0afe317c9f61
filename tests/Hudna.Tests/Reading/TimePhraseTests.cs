using System.Runtime.CompilerServices;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>The table of expressions of time beside this file: each row's phrase gives exactly the mention in brackets, or none.</summary>
public sealed class TimePhraseTests
{
    private const string ThursdayPublished = "2017-01-19";

    public static TheoryData<string, string, string, string> Rows()
    {
        TheoryData<string, string, string, string> rows = [];
        foreach (string line in File.ReadLines(PathOf("TimePhrases.tsv")).Where(l => l.Length > 0 && l[0] != '#').Skip(1))
        {
            string[] cells = line.Split('\t');
            rows.Add(cells[0], cells[1], cells[2], cells[3]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Phrase_GivesItsOneMention(string published, string phrase, string value, string reason)
    {
        string text = phrase.Replace("[", string.Empty, StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal);
        int open = phrase.IndexOf('[', StringComparison.Ordinal);
        string? expected = open < 0 ? null : phrase[(open + 1)..phrase.IndexOf(']', StringComparison.Ordinal)];
        IReadOnlyList<TimeMention> found = Reader.Read(text, published == "." ? ThursdayPublished : published).Times;
        string said = $"{reason}: {string.Join(" · ", found.Select(t => $"{t.Text} = {t.Value} ({t.Rule})"))}";
        if (expected is null)
        {
            Assert.True(found.Count == 0, said);
            return;
        }

        Assert.True(found.Count > 0 && (found[0].Text, found[0].Value ?? "?") == (expected, value), said);
        Assert.Equal(open, found[0].Start);
        Assert.True(found.Count == 1 || reason.Contains("first of two", StringComparison.Ordinal), said);
    }

    /// <summary>What hangs on the date told before it.</summary>
    [Theory]
    [InlineData("قصفت البلدة في 8 يناير. وفي اليوم التالي دخل الجيش", "اليوم التالي", "2017-01-09")]
    [InlineData("قصفت البلدة في 8 يناير. ومساء اليوم نفسه دخل الجيش", "مساء اليوم نفسه", "2017-01-08")]
    [InlineData("قصفت البلدة في 8 يناير ثم في 12 منه", "12 منه", "2017-01-12")]
    [InlineData("اندلعت الحرب عام 2013 وفي العام التالي سقطت العاصمة", "العام التالي", "2014")]
    [InlineData("وفي اليوم التالي دخل الجيش", "اليوم التالي", null)] // nothing before it
    [InlineData("بدأ في 8 فبراير 2016 وانتهى في مارس من العام نفسه", "مارس من العام نفسه", "2016-03")]
    public void Anchored_HangsOnTheDateBefore(string text, string expression, string? value) =>
        Assert.Equal(value, Assert.Single(Reader.Read(text, ThursdayPublished).Times, t => t.Text == expression).Value);

    /// <summary>24 hours, with the letters of ال before the figure.</summary>
    [Theory]
    [InlineData("خلال الـ24 ساعة الماضية سجل المراقبون خروقا", "الـ24 ساعة الماضية")]
    [InlineData("خلال الساعات الـ24 الماضية سجل المراقبون خروقا", "الساعات الـ24 الماضية")]
    public void Hours_AreTheDaysTheyTouch(string text, string expression) =>
        Assert.Equal("2017-01-18/2017-01-19", Assert.Single(Reader.Read(text, ThursdayPublished).Times, t => t.Text == expression).Value);

    /// <summary>Every value that is not empty is a calendar time.</summary>
    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("1900-02-28")]
    public void AnyPublicationDate_GivesValuesThatParse(string published)
    {
        string text = string.Join(".\n", Rows().Select(r => r.Data.Item2));
        Assert.All(Reader.Read(text, published).Times.Where(t => t.Value is not null), t => Assert.True(TimeValue.TryParse(t.Value, out _), $"{t.Text} {t.Value}"));
    }

    private static string PathOf(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);
}
