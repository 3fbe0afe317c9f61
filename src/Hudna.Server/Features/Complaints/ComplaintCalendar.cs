using System.Globalization;
using Hudna.Agreements;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Server.Features.Rulings;
using Hudna.Server.Languages;
using Hudna.Server.Missions;

namespace Hudna.Server.Features.Complaints;

/// <summary>What is due next on each open complaint, overdue or not, as a calendar to subscribe to (RFC 5545). The same record gives the
/// same bytes: nothing in it is of the host's clock.</summary>
/// <param name="words">The language.</param>
/// <param name="mission">The mission.</param>
/// <param name="desks">All desks.</param>
/// <param name="site">Scheme and host of the site, for links.</param>
internal sealed class ComplaintCalendar(Words words, MissionView mission, IReadOnlyList<Desk> desks, string site)
{
    /// <param name="complaints">Open complaints, in any order.</param>
    /// <param name="agreement">The agreement with the deadlines; null gives an empty calendar.</param>
    public string Write(IReadOnlyList<Complaint> complaints, Agreement? agreement)
    {
        CalendarLines lines = new CalendarLines()
            .Add("BEGIN", "VCALENDAR").Add("VERSION", "2.0").Add("PRODID", $"-//Hudna//Complaints//{words.Language.ToUpperInvariant()}")
            .Add("CALSCALE", "GREGORIAN").Add("METHOD", "PUBLISH")
            .AddText("X-WR-CALNAME", words.Format("complaint.calendar", words.IsArabic ? mission.NameAr : mission.NameEn));
        foreach (Complaint complaint in complaints.OrderBy(c => c.Number))
        {
            if (agreement is not null && ComplaintClock.DueAt(complaint, agreement) is { } due)
            {
                Event(lines, complaint, complaint.Stage + 1, due);
            }
        }

        return lines.Add("END", "VCALENDAR").ToString();
    }

    private void Event(CalendarLines lines, Complaint complaint, ComplaintStage next, DateTimeOffset due)
    {
        string stage = words.Term("complaint.stage", Wire.Name(next));
        lines.Add("BEGIN", "VEVENT")
            .Add("UID", $"{complaint.Id}-{Wire.Name(next)}@{mission.Id}.hudna")
            .Add("DTSTAMP", Utc(complaint.Steps[^1].At))
            .Add("DTSTART", Utc(due))
            .AddText("SUMMARY", words.Format("complaint.due_event", complaint.Number, stage))
            .AddText("DESCRIPTION", $"{RulingText.Desk(words, desks, complaint.Content.DeskId)}: {complaint.Content.Summary}")
            .Add("URL", string.Create(CultureInfo.InvariantCulture, $"{site}/{words.Language}/complaints/{complaint.Number}"))
            .Add("SEQUENCE", complaint.Revision.ToString(CultureInfo.InvariantCulture))
            .Add("TRANSP", "TRANSPARENT")
            .Add("END", "VEVENT");
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
