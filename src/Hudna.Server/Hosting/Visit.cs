using Hudna.Server.Languages;
using Hudna.Server.Missions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Hosting;

/// <summary>One request for a page: its language, its reader's settings, and the addresses of the site as seen from it.</summary>
public sealed class Visit
{
    internal const string ReviewerCookie = "hudna-reviewer";
    internal const string ThemeCookie = "hudna-theme";
    internal const string LanguageCookie = "hudna-language";
    internal const int ReviewerLengthMax = 80;

    private readonly HttpContext http;
    private readonly IAntiforgery antiforgery;
    private int numbers;

    public Visit(IHttpContextAccessor accessor, IAntiforgery antiforgery, MissionView mission, TimeProvider clock)
    {
        http = accessor.HttpContext ?? throw new InvalidOperationException("A visit needs a request.");
        this.antiforgery = antiforgery;
        Mission = mission;
        Words = Words.For(http.Request.RouteValues["lang"] as string ?? PathLanguage(http.Request.Path));
        Dates = new Dates(Words, mission.Zone, mission.Months);
        Now = clock.GetUtcNow();
    }

    public MissionView Mission { get; }

    public Words Words { get; }

    public Dates Dates { get; }

    public DateTimeOffset Now { get; }

    /// <summary>Name that the reviewer gave once; null when not given yet.</summary>
    public string? Reviewer => CleanReviewer(Uri.UnescapeDataString(http.Request.Cookies[ReviewerCookie] ?? ""));

    /// <summary><c>light</c>, <c>dark</c> or <c>auto</c>.</summary>
    public string Theme => http.Request.Cookies[ThemeCookie] is "light" or "dark" ? http.Request.Cookies[ThemeCookie]! : "auto";

    /// <summary>This page's address in the other language, query kept.</summary>
    public string InOtherLanguage => $"/{Words.Other}{PathBelowLanguage}{http.Request.QueryString}";

    /// <summary>This page's JSON twin; null for a table on its way into the record, which has none.</summary>
    public string? AsData => Section is "import" ? null : $"/api{(PathBelowLanguage.Length == 0 ? "/overview" : PathBelowLanguage)}{http.Request.QueryString}";

    /// <summary>This page's own address, for forms that come back to it.</summary>
    public string Here => $"{http.Request.Path}{http.Request.QueryString}";

    /// <summary>Part of the site that the address lies in: <c>reports</c>, <c>incidents</c> …; empty for the overview.</summary>
    public string Section => PathBelowLanguage.TrimStart('/').Split('/')[0];

    /// <summary>Posted forms must carry this, or they are refused.</summary>
    public AntiforgeryTokenSet Token => antiforgery.GetAndStoreTokens(http);

    /// <summary>A number that no other part of this page has, from 1, for ids.</summary>
    public int NextNumber() => ++numbers;

    private string PathBelowLanguage => http.Request.Path.Value is { Length: > 3 } path ? path[3..].TrimEnd('/') : "";

    /// <summary>An address of the site in this language.</summary>
    public string Url(string path) => path.Length == 0 ? $"/{Words.Language}" : $"/{Words.Language}/{path}";

    /// <summary>This address with some query fields set anew or, when null, taken out; the page number always goes.</summary>
    public string With(params (string Field, string? Value)[] changes)
    {
        var fields = http.Request.Query
            .Where(q => q.Key is not "page" && Array.TrueForAll(changes, c => !string.Equals(c.Field, q.Key, StringComparison.Ordinal)))
            .Select(q => (q.Key, (string?)q.Value.ToString()))
            .Concat(changes.Select(c => (c.Field, c.Value)))
            .Where(f => !string.IsNullOrEmpty(f.Item2));
        return http.Request.Path + QueryString.Create(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
    }

    internal static string? CleanReviewer(string? name)
    {
        string clean = string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length is 0 or > ReviewerLengthMax || clean.Any(char.IsControl) || clean.StartsWith("machine:", StringComparison.OrdinalIgnoreCase)
            ? null : clean;
    }

    private static string? PathLanguage(PathString path) => path.StartsWithSegments("/ar", StringComparison.Ordinal) ? "ar" : "en";
}
