using Hudna.Server.Languages;

namespace Hudna.Server.Features.Complaints;

/// <summary>Times past a deadline in words.</summary>
internal static class ComplaintText
{
    private const int HoursOfDay = 24;

    /// <summary><c>overdue by 3 days</c>; hours below two days.</summary>
    public static string Overdue(Words words, int hours) => words.Format("complaint.overdue_by", Span(words, hours));

    public static string Late(Words words, int hours) => words.Format("complaint.late_by", Span(words, hours));

    private static string Span(Words words, int hours) => hours < 1 ? words["complaint.under_hour"]
        : hours < 2 * HoursOfDay ? words.Count("complaint.hours", hours) : words.Count("complaint.days", hours / HoursOfDay);
}
