using System.ComponentModel;
using System.Globalization;
using Hudna.Incidents;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Links;

/// <summary>Which pairs to show, as the address has it.</summary>
public sealed class LinksQuery
{
    [FromQuery(Name = "incident"), Description("Number or id of an incident: pairs with it only")]
    public string? Incident { get; init; }

    [FromQuery(Name = "page"), Description("Page of the list, from 1")]
    public string? Page { get; init; }

    /// <summary>What the address asks for, and the fields of it that say nothing that can be used.</summary>
    internal async Task<(LinksPage Page, Incident? Incident, IReadOnlyList<string> Ignored)> FindAsync(IRecord record, CancellationToken cancellation)
    {
        var fields = new QueryFields();
        int offset = fields.Offset(Page, LinksPage.PageSize);
        Incident? incident = QueryFields.Text(Incident) is { } typed ? await ByNameAsync(record, typed, cancellation) : null;
        IEnumerable<string> unknown = QueryFields.Text(Incident) is { } name && incident is null ? [$"incident={name}"] : [];
        return (await LinksPage.FindAsync(record, incident?.Id, offset, cancellation), incident, [.. fields.Ignored, .. unknown]);
    }

    /// <summary>An incident by its number, in digits of either script, or by its id; null when there is none.</summary>
    internal static async Task<Incident?> ByNameAsync(IRecord record, string numberOrId, CancellationToken cancellation) =>
        int.TryParse(AddDraft.Western(numberOrId.Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? await record.IncidentByNumberAsync(number, cancellation) : await record.IncidentAsync(numberOrId.Trim(), cancellation);
}
