using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hudna.Server.Hosting;

/// <summary>Errors as RFC 9457 problems under /api, as pages elsewhere.</summary>
internal static class Errors
{
    public static void UseErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context =>
            {
                var bad = context.Features.Get<IExceptionHandlerFeature>()?.Error as BadHttpRequestException;
                return WriteAsync(context, bad?.StatusCode ?? StatusCodes.Status500InternalServerError, Told(bad));
            },

            // A caller's mistake is answered, not logged as a fault of ours.
            SuppressDiagnosticsCallback = thrown => thrown.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(context => WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode, null));
    }

    // What a body says that it cannot: the reader of JSON knows the property, its path and line.
    private static string? Told(BadHttpRequestException? bad) =>
        bad?.InnerException is JsonException json ? $"The body cannot be used: {json.Message} See /openapi/v1.json." : bad?.Message;

    private static Task WriteAsync(HttpContext context, int status, string? detail)
    {
        context.Response.StatusCode = status;
        return IsForPrograms(context.Request)
            ? TypedResults.Problem(detail, statusCode: status).ExecuteAsync(context)
            : Pages.Wrong(status).ExecuteAsync(context);
    }

    private static bool IsForPrograms(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
        || request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal);
}
