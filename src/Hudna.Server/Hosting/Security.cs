using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hudna.Server.Hosting;

/// <summary>What keeps other sites, and texts that came from anywhere, from acting in a reviewer's name.</summary>
internal static class Security
{
    /// <summary>No script or style but the site's own files; the map's worker is one of them, and draws to blobs.</summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void AddSecurity(this IServiceCollection services, ServerOptions options)
    {
        services.AddAntiforgery(a =>
        {
            a.Cookie.Name = "hudna-form";
            a.Cookie.SameSite = SameSiteMode.Strict;
            a.FormFieldName = "form_token";
        });

        // On a loopback address only loopback names are answered, so that no outside name can be pointed at it.
        string[] hosts = [.. options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(HostOf)];
        services.Configure<HostFilteringOptions>(h => h.AllowedHosts =
            Array.TrueForAll(hosts, IsLoopback) ? ["localhost", "127.0.0.1", "[::1]"] : ["*"]);
    }

    public static void UseSecurity(this WebApplication app)
    {
        app.UseHostFiltering();
        app.Use((context, next) =>
        {
            IHeaderDictionary headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return next(context);
        });
    }

    /// <summary>Refuses a posted form without the site's own token.</summary>
    public static async ValueTask<object?> RequireFormToken(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method))
        {
            IAntiforgery antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
            try
            {
                if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
                {
                    return Pages.Wrong(StatusCodes.Status400BadRequest);
                }
            }
            catch (AntiforgeryValidationException e) when (e.InnerException is BadHttpRequestException or InvalidDataException)
            {
                // The body is too large or no form at all: the token in it could not be read.
                return Pages.Wrong((e.InnerException as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
            }
        }

        return await next(context);
    }

    private static string HostOf(string url) => url.Contains("://", StringComparison.Ordinal) ? url.Split("://")[1].Split('/')[0] : url;

    private static bool IsLoopback(string host) =>
        host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || host.StartsWith("127.", StringComparison.Ordinal)
        || host.StartsWith("[::1]", StringComparison.Ordinal);
}
