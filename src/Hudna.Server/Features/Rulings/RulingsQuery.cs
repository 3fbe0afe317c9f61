using System.ComponentModel;
using Hudna.Assessment;
using Hudna.Rulings;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Rulings;

/// <summary>Which rows of the grid to show, as the address has it.</summary>
public sealed class RulingsQuery
{
    internal const int PageSize = 50;

    /// <summary>Stands in the address for incidents whose province is not known.</summary>
    internal const string NoProvince = "none";

    /// <summary>Stands in the address for the determination alone.</summary>
    internal const string Commission = "commission";

    [FromQuery(Name = "province"), Description("A first-order division, as SY/Idlib; none for incidents whose province is not known")]
    public string? Province { get; init; }

    [FromQuery(Name = "from"), Description("It may have happened on this day or later, as 2016-12-30")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("It may have happened on this day or before")]
    public string? To { get; init; }

    [FromQuery(Name = "ruling"), Description("A finding, or the determination, has this ruling")]
    public string? Ruling { get; init; }

    [FromQuery(Name = "desk"), Description("Only rulings of this desk count for ruling and reason; commission for the determination alone")]
    public string? Desk { get; init; }

    [FromQuery(Name = "reason"), Description("A finding has this reason")]
    public string? Reason { get; init; }

    [FromQuery(Name = "outcome"), Description("An outcome of the assessment is this")]
    public string? Outcome { get; init; }

    [FromQuery(Name = "agreeing"), Description("How the findings stand to one another: none, single, agreed, diverging")]
    public string? Agreeing { get; init; }

    [FromQuery(Name = "determined"), Description("1 for incidents with a determination, 0 for those without")]
    public string? Determined { get; init; }

    [FromQuery(Name = "page"), Description("Page of the grid, from 1")]
    public string? Page { get; init; }

    /// <summary>The filter, and the fields of the address that say nothing it can use.</summary>
    internal (RulingFilter Filter, IReadOnlyList<string> Ignored) ToFilter(IReadOnlyList<Desk> desks)
    {
        var fields = new QueryFields();
        string? desk = fields.OneOf("desk", Desk, [.. desks.Select(d => d.Id), Commission]);
        return (new RulingFilter
        {
            Province = QueryFields.Text(Province) is NoProvince ? "" : QueryFields.Text(Province),
            From = fields.Day("from", From),
            To = fields.Day("to", To),
            Ruling = fields.Vocabulary<Ruling>("ruling", Ruling),
            DeskId = desk is Commission ? "" : desk,
            Reason = fields.Vocabulary<RulingReason>("reason", Reason),
            Outcome = fields.Vocabulary<AssessmentOutcome>("outcome", Outcome),
            Agreeing = fields.Vocabulary<Agreeing>("agreeing", Agreeing),
            Determined = fields.YesOrNo("determined", Determined),
            Offset = fields.Offset(Page, PageSize),
            Limit = PageSize,
        }, fields.Ignored);
    }
}
