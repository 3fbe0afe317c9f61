using Hudna.Server.Features.Settings;
using Hudna.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Claims;

/// <summary>Who decides. There are no accounts yet: the name is asked for once and kept in a cookie.</summary>
internal static class Reviewer
{
    public const string Field = "reviewer";

    /// <summary>The name; null when it must be asked for. A name that comes with the form is remembered.</summary>
    public static string? Of(HttpContext http, Visit visit, IFormCollection form)
    {
        if (form.ContainsKey(Field) && Visit.CleanReviewer(form[Field]) is { } given)
        {
            SettingsEndpoint.RememberReviewer(http.Response, given);
            return given;
        }

        return visit.Reviewer;
    }

    /// <summary>Asks for the name and carries everything typed along.</summary>
    public static IResult Ask(IFormCollection form) => Pages.Show<NameView>(new { Fields = form }, StatusCodes.Status422UnprocessableEntity);
}
