using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Hudna.Server.Features.Reports;
using Hudna.Server.Features.Settings;
using Hudna.Server.Hosting;
using Hudna.Server.Missions;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hudna.Server;

/// <summary>The site and its API.</summary>
public static class HudnaServer
{
    internal static WebApplication Assemble(ServerOptions options, MissionView mission, IRecord record, Known known)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(HudnaServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries));
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = options.UploadBytesMax);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        IServiceCollection services = builder.Services;
        services.AddSingleton(options.Time).AddSingleton(mission).AddSingleton(record).AddSingleton(known).AddSingleton(options);
        services.AddHttpContextAccessor();
        // Arabic is written as it is, not as character references.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<Visit>();
        services.AddRazorComponents();
        services.AddProblemDetails();
        services.AddSecurity(options);
        services.AddDataProtection().SetApplicationName("hudna")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.DataFolder, "keys")));
        services.ConfigureHttpJsonOptions(j =>
        {
            j.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            j.SerializerOptions.DictionaryKeyPolicy = null;
            j.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            j.SerializerOptions.UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow;
        });
        services.AddOpenApi();

        WebApplication app = builder.Build();
        app.UseSecurity();
        app.UseErrors();
        app.UseSiteFiles();
        app.UseRouting();
        MapPages(app);
        MapApi(app);
        return app;
    }

    private static void MapPages(WebApplication app)
    {
        app.MapGet("/", (HttpContext http, MissionView mission) => new SeeOther(LanguageChoice.HomeFor(http.Request, mission)));
        RouteGroupBuilder pages = app.MapGroup("/{lang:regex(^(en|ar)$)}").ExcludeFromDescription()
            .AddEndpointFilter(Security.RequireFormToken).AddEndpointFilter(LanguageChoice.Remember);
        pages.MapReportPages();
        pages.MapSettings();
    }

    private static void MapApi(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapReportApi();
        app.MapOpenApi();
    }
}
