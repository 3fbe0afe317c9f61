using System.ComponentModel;
using Hudna.Figures;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Figures;

/// <summary>Which figures to show, as the address has it.</summary>
public sealed class FigureQuery
{
    [FromQuery(Name = "place"), Description("Figures about this place: its id, or its name when only one has it")]
    public string? Place { get; init; }

    [FromQuery(Name = "source"), Description("Figures that this one counted or published: part of the name of a speaker, relay or outlet")]
    public string? Source { get; init; }

    [FromQuery(Name = "from"), Description("Said on this day or later, as 2016-12-30")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Said on this day or before")]
    public string? To { get; init; }

    internal (FigureFilter Filter, IReadOnlyList<string> Ignored) Read(NameField place)
    {
        var fields = new QueryFields();
        return (new FigureFilter(place.Id, QueryFields.Text(Source), fields.Day("from", From), fields.Day("to", To)), fields.Ignored);
    }
}

/// <summary>Which figures; null leaves a field open.</summary>
/// <param name="PlaceId">About this place.</param>
/// <param name="Source">Part of the name of who counted, relayed or published it.</param>
/// <param name="From">Said on this day or later.</param>
/// <param name="To">Said on this day or before.</param>
public sealed record FigureFilter(string? PlaceId, string? Source, DateOnly? From, DateOnly? To)
{
    internal bool Fits(Figure figure)
    {
        ClaimContent content = figure.Source.Claim.Content;
        return (PlaceId is null || string.Equals(content.Place?.PlaceId, PlaceId, StringComparison.Ordinal))
            && (From is null || figure.Said >= From) && (To is null || figure.Said <= To)
            && (Source is not { } source || NamesOf(figure).Any(n => SearchFold.Of(n).Contains(SearchFold.Of(source), StringComparison.Ordinal)));
    }

    private static IEnumerable<string> NamesOf(Figure figure) => new[] { figure.Counter.Name, figure.Counter.Party?.Name }.OfType<string>()
        .Concat(figure.Source.Claim.Content.Via).Concat(figure.Source.Sources.Select(s => s.Name));
}
