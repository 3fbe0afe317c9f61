using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hudna.Server.Hosting;

/// <summary>Answers that are pages.</summary>
internal static class Pages
{
    public static IResult Show<TView>(object parameters, int status = StatusCodes.Status200OK)
        where TView : IComponent => new RazorComponentResult<TView>(parameters) { StatusCode = status };

    /// <summary>A page that says what is wrong and what to do.</summary>
    public static IResult Wrong(int status) => Show<Layout.WrongView>(new { Status = status }, status);

    public static IResult NotFound() => Wrong(StatusCodes.Status404NotFound);
}
