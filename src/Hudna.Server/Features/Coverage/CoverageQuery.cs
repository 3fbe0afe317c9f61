using System.ComponentModel;
using Hudna.Coverage;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Coverage;

/// <summary>Which coverage to show, as the address has it.</summary>
public sealed class CoverageQuery
{
    /// <summary>More days than this are not shown side by side.</summary>
    internal const int DaysMax = 93;

    private const int PageSize = 100;
    private const int DaysUsual = 30;

    [FromQuery(Name = "province"), Description("A province, as SY/Idlib")]
    public string? Province { get; init; }

    [FromQuery(Name = "from"), Description("First day, as 2017-01-01; without it, 30 days up to the last")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Last day; without it, the mission's own day. At most 93 days in all")]
    public string? To { get; init; }

    [FromQuery(Name = "access"), Description("full, partial, denied or out_of_order")]
    public string? Access { get; init; }

    [FromQuery(Name = "page"), Description("Page of the list of records, from 1")]
    public string? Page { get; init; }

    /// <summary>The days, the filter of the records' list, and the fields of the address that say nothing it can use.</summary>
    internal (DateOnly From, DateOnly Until, CoverageFilter Filter, IReadOnlyList<string> Ignored) Read(TimeZoneInfo zone, DateOnly today)
    {
        var fields = new QueryFields();
        DateOnly? from = fields.Day("from", From), to = fields.Day("to", To);
        DateOnly until = to ?? (from is { } begin && begin > today ? begin.AddDays(DaysUsual - 1) : today);
        DateOnly first = from ?? until.AddDays(1 - DaysUsual);
        var ignored = new List<string>();
        if (first > until)
        {
            ignored.Add($"from={From}");
            first = until.AddDays(1 - DaysUsual);
        }
        else if (until.DayNumber - first.DayNumber >= DaysMax)
        {
            ignored.Add($"from={From}");
            first = until.AddDays(1 - DaysMax);
        }

        var filter = new CoverageFilter
        {
            Province = QueryFields.Text(Province),
            From = CoverageDays.Start(first, zone),
            To = CoverageDays.Start(until.AddDays(1), zone),
            Access = fields.Vocabulary<CoverageAccess>("access", Access),
            Offset = fields.Offset(Page, PageSize),
            Limit = PageSize,
        };
        return (first, until, filter, [.. fields.Ignored, .. ignored]);
    }
}
