using Hudna.Server.Missions;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Hosting;

/// <summary>Which language a visitor meets first: the one chosen before, else the one the browser asks for, else the mission's.</summary>
internal static class LanguageChoice
{
    private static readonly string[] Languages = ["en", "ar"];

    public static string HomeFor(HttpRequest request, MissionView mission)
    {
        string? chosen = request.Cookies[Visit.LanguageCookie] is "en" or "ar" ? request.Cookies[Visit.LanguageCookie] : null;
        chosen ??= request.GetTypedHeaders().AcceptLanguage
            .Where(l => l.Quality is null or > 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Array.Find(Languages, known => l.Value.StartsWith(known, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(l => l is not null);
        return $"/{chosen ?? mission.DefaultLanguage}";
    }

    public static ValueTask<object?> Remember(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        if (http.Request.RouteValues["lang"] is string language
            && !string.Equals(http.Request.Cookies[Visit.LanguageCookie], language, StringComparison.Ordinal))
        {
            http.Response.Cookies.Append(Visit.LanguageCookie, language, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                Path = "/",
                IsEssential = true,
            });
        }

        return next(context);
    }
}
