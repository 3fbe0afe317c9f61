using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hudna.Server.Features.Complaints;

namespace Hudna.Tests.Server;

/// <summary>The calendar of deadlines after RFC 5545.</summary>
public sealed class CalendarTests
{
    [Fact]
    public async Task Feed_HoldsEveryOpenDeadline_AndIsTheSameForTheSameRecord()
    {
        await using Site site = await ComplaintPagesTests.StartAsync();
        await ComplaintPagesTests.LodgeAsync(site, "Shells, mortars; and \\ smoke\nover بسيمة", "2017-02-01T09:00:00+02:00");
        await ComplaintPagesTests.LodgeAsync(site, "second", "2017-02-10T20:00:00+02:00");
        HttpResponseMessage answer = await site.Client.GetAsync("/en/complaints.ics", TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        string[] lines = Unfold(text);
        Assert.Equal(2, lines.Count(l => l == "BEGIN:VEVENT"));
        Assert.Contains("DTSTART:20170202T070000Z", lines);
        Assert.Contains("DTSTAMP:20170201T070000Z", lines);
        Assert.Contains("DESCRIPTION:Factions’ liaison: Shells\\, mortars\\; and \\\\ smoke\\nover بسيمة", lines);
        Assert.Contains(lines, l => l.StartsWith("UID:k", StringComparison.Ordinal) && l.EndsWith("-preliminary_inquiry@test.hudna", StringComparison.Ordinal));
        Assert.Equal(text, await site.PageAsync("/en/complaints.ics"));
        Assert.Contains("تحقيق أولي", await site.PageAsync("/ar/complaints.ics"), StringComparison.Ordinal);
    }

    /// <summary>Whatever a text holds, no line is longer than 75 octets, none is broken inside a character, and unfolded it is the text again.</summary>
    [Fact]
    public void Lines_FoldAndUnfold() => Prop.ForAll<string, NonNegativeInt>((random, times) =>
    {
        string text = Sound(string.Concat(Enumerable.Repeat((random ?? "") + "هدنة,;\\🕊\n", (times.Get % 9) + 1)));
        string written = new CalendarLines().AddText("SUMMARY", text).ToString();
        bool fits = written.Split("\r\n").All(l => Encoding.UTF8.GetByteCount(l) <= CalendarLines.OctetsMax && !l.Contains('\uFFFD', StringComparison.Ordinal));
        string[] lines = Unfold(written);
        return fits && written.EndsWith("\r\n", StringComparison.Ordinal) && lines.Length == 1 && Unescape(lines[0]["SUMMARY:".Length..]) == text;
    }).QuickCheckThrowOnFailure();

    private static string[] Unfold(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' ? text[i] : text[++i] == 'n' ? '\n' : text[i]);
        }

        return plain.ToString();
    }

    /// <summary>What a calendar can hold: whole characters, no control characters but tab and line ends.</summary>
    private static string Sound(string text) => new([.. Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).ReplaceLineEndings("\n")
        .Where(c => (!char.IsControl(c) || c is '\n' or '\t') && c != '\uFFFD')]);
}
