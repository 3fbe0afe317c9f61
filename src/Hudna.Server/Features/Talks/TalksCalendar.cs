using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Complaints;
using Hudna.Server.Hosting;
using Hudna.Server.Missions;
using Hudna.Talks;

namespace Hudna.Server.Features.Talks;

/// <summary>Rounds whose days are told, as a calendar to subscribe to (RFC 5545). The same record gives the same bytes: nothing in it is
/// of the host's clock.</summary>
/// <param name="visit">The reader's language.</param>
/// <param name="names">The mission's names.</param>
/// <param name="site">Scheme and host of the site, for links.</param>
internal sealed class TalksCalendar(Visit visit, KnownNames names, string site)
{
    private readonly TalksText say = new(visit.Words, visit.Dates, names);

    private MissionView Mission => visit.Mission;

    /// <param name="claims">Claims on talks. A calendar leaves the house, so only those of public reports are to be handed in.</param>
    public string Write(IReadOnlyList<ReportedClaim> claims)
    {
        CalendarLines lines = new CalendarLines()
            .Add("BEGIN", "VCALENDAR").Add("VERSION", "2.0").Add("PRODID", $"-//Hudna//Talks//{visit.Words.Language.ToUpperInvariant()}")
            .Add("CALSCALE", "GREGORIAN").Add("METHOD", "PUBLISH")
            .AddText("X-WR-CALNAME", visit.Words.Format("talks.calendar", visit.Words.IsArabic ? Mission.NameAr : Mission.NameEn));
        var byId = claims.ToDictionary(c => c.Claim.Id, StringComparer.Ordinal);
        foreach (Track track in TalksView.Of(claims).Tracks.OrderBy(t => t.Id, StringComparer.Ordinal))
        {
            foreach (Round round in track.Rounds.Where(r => r.Status is not null && new ClaimDay(r.From, r.Until, null).IsNarrow))
            {
                Event(lines, track, round, [.. round.Claims.Select(c => byId[c])]);
            }
        }

        return lines.Add("END", "VCALENDAR").ToString();
    }

    private void Event(CalendarLines lines, Track track, Round round, ReportedClaim[] claims)
    {
        string status = visit.Words.Term("round_status", Wire.Name(round.Status!.Value));
        string differ = round.DatesDiffer ? "\n" + visit.Words["talks.dates_differ"] : "";
        lines.Add("BEGIN", "VEVENT")
            .Add("UID", $"round-{Uri.EscapeDataString(track.Id)}-{round.Key}@{Mission.Id}.hudna")
            .Add("DTSTAMP", claims.SelectMany(c => c.Sources).Max(s => s.Received).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture))
            .Add("DTSTART;VALUE=DATE", Day(round.From!.Value))
            .Add("DTEND;VALUE=DATE", Day(round.Until!.Value.AddDays(1)))
            .AddText("SUMMARY", visit.Words.Format("talks.event", say.Track(track.Id, track.Text), status))
            .AddText("DESCRIPTION", visit.Words.Count("talks.statements", claims.Length) + differ)
            .Add("STATUS", StatusOf(round))
            .Add("URL", $"{site}/{visit.Words.Language}/{TalksText.Path(track.Id, round.Key)}")
            .Add("SEQUENCE", claims.Sum(c => c.Claim.Revision).ToString(CultureInfo.InvariantCulture))
            .Add("TRANSP", "TRANSPARENT");
        if (round.Venues.Count == 1)
        {
            lines.AddText("LOCATION", names.Of(round.Venues[0].Value, visit.Words.IsArabic));
        }

        lines.Add("END", "VEVENT");
    }

    private static string StatusOf(Round round) => round switch
    {
        { Status: RoundStatus.Held or RoundStatus.Confirmed } => "CONFIRMED",
        { Status: RoundStatus.Cancelled } or { IsDayOpen: true } => "CANCELLED",
        _ => "TENTATIVE",
    };

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
