using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Hosting;

/// <summary>Which names to list.</summary>
public sealed class NameQuery
{
    internal const int PageSize = 120;

    [FromQuery(Name = "q"), Description("Part of a name, Arabic or English")]
    public string? Query { get; init; }

    [FromQuery(Name = "page"), Description("Page of the list, from 1")]
    public string? Page { get; init; }

    internal int Offset => new QueryFields().Offset(Page, PageSize);

    internal string? Words => QueryFields.Text(Query);
}
