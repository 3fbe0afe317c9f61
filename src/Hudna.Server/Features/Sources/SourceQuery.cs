using System.ComponentModel;
using Hudna.Corroboration;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Sources;

/// <summary>Which sources to list, as the address has it.</summary>
public sealed class SourcesQuery
{
    internal const int PageSize = 100;

    [FromQuery(Name = "q"), Description("Words to find in a source's name")]
    public string? Query { get; init; }

    [FromQuery(Name = "grade"), Description("Reliability A to F; F also takes those that nobody graded")]
    public string? Grade { get; init; }

    [FromQuery(Name = "page"), Description("Page of the list, from 1")]
    public string? Page { get; init; }

    internal (SourceFilter Filter, IReadOnlyList<string> Ignored) ToFilter()
    {
        var fields = new QueryFields();
        return (new SourceFilter
        {
            Query = QueryFields.Text(Query),
            Grade = fields.Vocabulary<Reliability>("grade", Grade),
            Offset = fields.Offset(Page, PageSize),
            Limit = PageSize,
        }, fields.Ignored);
    }
}

/// <summary>Which of a source's incidents to list.</summary>
public sealed class SourceQuery
{
    internal const int PageSize = 50;

    [FromQuery(Name = "role"), Description("What it did in them: confirmed, contradicted, first, repeats, repeated")]
    public string? Role { get; init; }

    [FromQuery(Name = "page"), Description("Page of the incidents, from 1")]
    public string? Page { get; init; }

    internal (SourceRole? Role, int Offset, IReadOnlyList<string> Ignored) Read()
    {
        var fields = new QueryFields();
        return (fields.Vocabulary<SourceRole>("role", Role), fields.Offset(Page, PageSize), fields.Ignored);
    }
}
