using System.Globalization;
using Hudna.Importing;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Importing;

/// <summary>A table as its upload form describes it.</summary>
public sealed record UploadDraft
{
    public string Source { get; init; } = "";

    public string Published { get; init; } = "";

    public string Layout { get; init; } = "";

    public string Sheet { get; init; } = "";

    public string DateOrder { get; init; } = "";

    internal static UploadDraft Of(IFormCollection form) => new()
    {
        Source = form["source"].ToString().Trim(),
        Published = form["published"].ToString().Trim(),
        Layout = form["layout"].ToString(),
        Sheet = form["sheet"].ToString().Trim(),
        DateOrder = form["date_order"].ToString(),
    };

    internal List<FieldProblem> Check()
    {
        var problems = new List<FieldProblem>();
        if (Published.Length > 0 && Day is null)
        {
            problems.Add(new FieldProblem("published", "problem.day", Published));
        }

        if (Source.Length > 300 || Sheet.Length > 300)
        {
            problems.Add(new FieldProblem("source", "problem.too_long"));
        }

        return problems;
    }

    internal TableFile ToFile(string name) => new(name, default)
    {
        Source = QueryFields.Text(Source),
        Published = Day,
        Layout = Layouts.Names.Contains(Layout, StringComparer.Ordinal) ? Layout : null,
        Sheet = QueryFields.Text(Sheet),
        DateOrder = Wire.Parse<DateOrder>(DateOrder),
    };

    private DateOnly? Day => DateOnly.TryParseExact(Published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
