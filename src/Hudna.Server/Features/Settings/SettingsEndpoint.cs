using Hudna.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Settings;

/// <summary>The reviewer's name and the colours, kept in cookies.</summary>
internal static class SettingsEndpoint
{
    public static void MapSettings(this RouteGroupBuilder pages) => pages.MapPost("/settings", SaveAsync);

    public static void RememberReviewer(HttpResponse response, string name) =>
        response.Cookies.Append(Visit.ReviewerCookie, Uri.EscapeDataString(name), LastingCookie.For(response.HttpContext));

    private static async Task<IResult> SaveAsync(HttpContext http, Visit visit)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Visit.CleanReviewer(form["reviewer"]) is { } name)
        {
            RememberReviewer(http.Response, name);
        }
        else if (string.IsNullOrWhiteSpace(form["reviewer"]))
        {
            http.Response.Cookies.Delete(Visit.ReviewerCookie);
        }

        http.Response.Cookies.Append(Visit.ThemeCookie, form["theme"].ToString() is "light" or "dark" ? form["theme"].ToString() : "auto", LastingCookie.For(http));
        return new SeeOther(LocalAddress.Header(form["back"]) ?? visit.Url(""));
    }
}
