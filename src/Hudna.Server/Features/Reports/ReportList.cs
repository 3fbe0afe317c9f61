using System.ComponentModel;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Reports;

/// <summary>Which reports to list, as the address has it.</summary>
public sealed class ReportQuery
{
    internal const int PageSize = 30;

    [FromQuery(Name = "q"), Description("Words to find in title, text or source; Arabic spelling is folded")]
    public string? Query { get; init; }

    [FromQuery(Name = "source"), Description("A source's name, exactly")]
    public string? Source { get; init; }

    [FromQuery(Name = "kind"), Description("article, observation, complaint or note")]
    public string? Kind { get; init; }

    [FromQuery(Name = "status"), Description("queued, read or unread")]
    public string? Status { get; init; }

    [FromQuery(Name = "from"), Description("Published on this day or later, as 2016-12-30")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Published on this day or before")]
    public string? To { get; init; }

    [FromQuery(Name = "to_review"), Description("1 for reports with claims that nobody has decided on")]
    public string? ToReview { get; init; }

    [FromQuery(Name = "page"), Description("Page of the list, from 1")]
    public string? Page { get; init; }

    /// <summary>The filter, and the fields of the address that say nothing it can use.</summary>
    internal (ReportFilter Filter, IReadOnlyList<string> Ignored) ToFilter()
    {
        var fields = new QueryFields();
        return (new ReportFilter
        {
            Query = QueryFields.Text(Query),
            Source = QueryFields.Text(Source),
            Kind = fields.Vocabulary<ReportKind>("kind", Kind),
            Status = fields.Vocabulary<ReportStatus>("status", Status),
            From = fields.Day("from", From),
            To = fields.Day("to", To),
            ToReview = fields.Flag("to_review", ToReview),
            Offset = fields.Offset(Page, PageSize),
            Limit = PageSize,
        }, fields.Ignored);
    }
}
