using System.ComponentModel;
using Hudna.Assessment;
using Hudna.Reading;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Incidents;

/// <summary>Which incidents to show, as the address has it: list, map and timeline all hang on it.</summary>
public sealed class IncidentQuery
{
    internal const int PageSize = 50;

    [FromQuery(Name = "q"), Description("Words to find in the places, actors and reports' texts of its claims")]
    public string? Query { get; init; }

    [FromQuery(Name = "type"), Description("A PLOVER event type, as ASSAULT")]
    public string? Type { get; init; }

    [FromQuery(Name = "from"), Description("It may have happened on this day or later, as 2016-12-30")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("It may have happened on this day or before")]
    public string? To { get; init; }

    [FromQuery(Name = "box"), Description("Inside west,south,east,north in WGS 84 degrees")]
    public string? Box { get; init; }

    [FromQuery(Name = "place"), Description("A place's id, or its name when only one has it")]
    public string? Place { get; init; }

    [FromQuery(Name = "actor"), Description("An actor's id, or its name when only one has it")]
    public string? Actor { get; init; }

    [FromQuery(Name = "differing"), Description("1 for incidents on which sources differ")]
    public string? Differing { get; init; }

    [FromQuery(Name = "sources"), Description("1 for incidents with at least two sources")]
    public string? ManySources { get; init; }

    [FromQuery(Name = "independent"), Description("1 for incidents that at least two independent origins assert; copies of one wire story count once")]
    public string? Independent { get; init; }

    [FromQuery(Name = "single_source"), Description("1 for incidents that one origin alone asserts, however many reports repeat that")]
    public string? SingleSource { get; init; }

    [FromQuery(Name = "contested"), Description("1 for incidents on which voices differ as to who did it, or whether it happened")]
    public string? Contested { get; init; }

    [FromQuery(Name = "outcome"), Description("An outcome of the assessment, under anybody's lists: apparent_violation, no_violation, outside_scope, cannot_be_assessed")]
    public string? Outcome { get; init; }

    [FromQuery(Name = "page"), Description("Page of the list, from 1")]
    public string? Page { get; init; }

    /// <summary>The filter, and the fields of the address that say nothing it can use.</summary>
    /// <param name="place">What the field for the place means.</param>
    /// <param name="actor">What the field for the actor means.</param>
    internal (IncidentFilter Filter, IReadOnlyList<string> Ignored) ToFilter(NameField place, NameField actor)
    {
        var fields = new QueryFields();
        return (new IncidentFilter
        {
            Query = QueryFields.Text(Query),
            Type = fields.Vocabulary<EventType>("type", Type),
            From = fields.Day("from", From),
            To = fields.Day("to", To),
            Box = fields.Box("box", Box),
            PlaceId = place.Id,
            ActorId = actor.Id,
            Differing = fields.Flag("differing", Differing),
            ManySources = fields.Flag("sources", ManySources),
            Independent = fields.Flag("independent", Independent),
            SingleSource = fields.Flag("single_source", SingleSource),
            Contested = fields.Flag("contested", Contested),
            Outcome = fields.Vocabulary<AssessmentOutcome>("outcome", Outcome),
            Offset = fields.Offset(Page, PageSize),
            Limit = PageSize,
        }, fields.Ignored);
    }
}
