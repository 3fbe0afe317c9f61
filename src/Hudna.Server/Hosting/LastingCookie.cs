using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Hosting;

/// <summary>A setting that this browser keeps for a year; no script reads it, no other site sends it along.</summary>
internal static class LastingCookie
{
    public static CookieOptions For(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(365),
        Path = "/",
        IsEssential = true,
    };
}
