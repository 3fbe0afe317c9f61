using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Hudna.Documents;
using Hudna.Reading.Arabic;
using Hudna.Server.Features.Actors;
using Hudna.Server.Features.Agreements;
using Hudna.Server.Features.Bulletins;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Commitments;
using Hudna.Server.Features.Complaints;
using Hudna.Server.Features.Control;
using Hudna.Server.Features.Corroborating;
using Hudna.Server.Features.Coverage;
using Hudna.Server.Features.Desks;
using Hudna.Server.Features.Entering;
using Hudna.Server.Features.Explaining;
using Hudna.Server.Features.Figures;
using Hudna.Server.Features.Filing;
using Hudna.Server.Features.Importing;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Features.Links;
using Hudna.Server.Features.Messages;
using Hudna.Server.Features.Operations;
using Hudna.Server.Features.Overview;
using Hudna.Server.Features.Places;
using Hudna.Server.Features.Positions;
using Hudna.Server.Features.Record;
using Hudna.Server.Features.Reports;
using Hudna.Server.Features.Rulings;
using Hudna.Server.Features.Settings;
using Hudna.Server.Features.Sources;
using Hudna.Server.Features.Talks;
using Hudna.Server.Hosting;
using Hudna.Server.Missions;
using Hudna.Store;
using Hudna.Store.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hudna.Server;

/// <summary>The site and its API.</summary>
public static class HudnaServer
{
    /// <summary>Opens the mission's record, serves until cancelled, and closes it. What was accepted is durable at every moment: a server
    /// that is killed loses none of it, and reads at the next start what still waits.</summary>
    public static async Task RunAsync(ServerOptions options, CancellationToken cancellation)
    {
        await using WebApplication app = await BuildAsync(options, cancellation);
        await app.StartAsync(cancellation);
        await HostingAbstractionsHostExtensions.WaitForShutdownAsync(app, cancellation);
    }

    /// <summary>A server ready to be started. Disposing of it closes the record.</summary>
    /// <exception cref="RecordUnavailableException">The data folder holds something that is no record, or a newer one.</exception>
    /// <exception cref="Reading.DataFileException">The mission or the language data cannot be used.</exception>
    public static async Task<WebApplication> BuildAsync(ServerOptions options, CancellationToken cancellation)
    {
        SqliteRecord record = await SqliteRecord.OpenAsync(options.DataFolder, create: true);
        try
        {
            MissionView mission = await MissionView.ReadAsync(options.MissionFolder, record, cancellation);
            Reading.LanguageFiles files = DataFolders.ReadLanguage(options.LanguageFolderOrFound);
            var assessing = new Assessing(record, options.Time);
            var intake = new Intake(record, additions => Load(files, additions), LanguageGuess.Of, assessing, options.Time);

            // Language data that cannot be used stops the start, not the first request.
            await intake.GazetteerAsync(cancellation);
            return Assemble(options, mission, record, intake, new Mechanism(record, intake, assessing, options.Time));
        }
        catch
        {
            await record.DisposeAsync();
            throw;
        }
    }

    internal static WebApplication Assemble(ServerOptions options, MissionView mission, IRecord record, Intake intake, Mechanism mechanism)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(HudnaServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries));
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = options.UploadBytesMax);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);

        IServiceCollection services = builder.Services;
        services.AddSingleton(options.Time).AddSingleton(mission).AddSingleton(options);
        services.AddSingleton(_ => record).AddSingleton(intake).AddSingleton(mechanism);
        services.AddSingleton<ReadingWorker>().AddHostedService(p => p.GetRequiredService<ReadingWorker>());
        services.AddSingleton<FilingDesk>().AddSingleton<ImportShelf>().AddSingleton<ImportDesk>().AddScoped<ClaimDesk>().AddScoped<AddDesk>().AddScoped<LinkDesk>().AddScoped<LinksDesk>();
        services.AddScoped<HandDesk>();
        services.AddSingleton<AgreementDesk>().AddScoped<RulingDesk>().AddScoped<ComplaintDesk>();
        services.AddScoped<CommitmentDesk>().AddScoped<GradeDesk>();
        services.AddScoped<MessageDesk>().AddScoped<OperationDesk>();
        services.AddHttpContextAccessor();
        // Arabic is written as it is, not as character references.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<Visit>().AddScoped<KnownNames>();
        services.AddRazorComponents();
        services.AddProblemDetails();
        services.AddSecurity(options);
        services.AddDataProtection().SetApplicationName("hudna")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.DataFolder, "keys")));
        services.ConfigureHttpJsonOptions(j =>
        {
            j.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            j.SerializerOptions.DictionaryKeyPolicy = null;
            j.SerializerOptions.RespectNullableAnnotations = true;
            j.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            // A fact's kind may stand anywhere among its fields.
            j.SerializerOptions.AllowOutOfOrderMetadataProperties = true;
            j.SerializerOptions.UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow;
        });
        // So that a body that cannot be read is answered with what is wrong in it, not with a bare 400.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
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

    private static Readers Load(Reading.LanguageFiles files, Additions additions)
    {
        var reader = ArabicReader.Load(files, additions.Places, additions.Actors);
        return new Readers([reader], reader.Gazetteer);
    }

    private static void MapPages(WebApplication app)
    {
        app.MapGet("/", (HttpContext http, MissionView mission) => new SeeOther(LanguageChoice.HomeFor(http.Request, mission))).ExcludeFromDescription();
        RouteGroupBuilder pages = app.MapGroup("/{lang:regex(^(en|ar)$)}").ExcludeFromDescription()
            .AddEndpointFilter(Security.RequireFormToken).AddEndpointFilter(LanguageChoice.Remember)
            .AddEndpointFilter(KnownNames.LoadAsync);
        pages.MapOverviewPages();
        pages.MapReportPages();
        pages.MapClaimForms();
        pages.MapExplanationPages();
        pages.MapIncidentPages();
        pages.MapLinkForms();
        pages.MapLinkPages();
        pages.MapRulingsPages();
        pages.MapComplaintPages();
        pages.MapActorPages();
        pages.MapPlacePages();
        pages.MapFilingPages();
        pages.MapImportPages();
        pages.MapAgreementPages();
        pages.MapDeskPages();
        pages.MapCoveragePages();
        pages.MapBulletinPages();
        pages.MapMessagePages();
        pages.MapOperationPages();
        pages.MapRecordPages();
        pages.MapHandPages();
        pages.MapTalksPages();
        pages.MapPositionPages();
        pages.MapCommitmentPages();
        pages.MapSettings();
        pages.MapControlPages();
        pages.MapFigurePages();
        pages.MapSourcePages();
    }

    private static void MapApi(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapOverviewApi();
        api.MapReportApi();
        api.MapFilingApi();
        api.MapImportApi();
        api.MapClaimApi();
        api.MapExplanationApi();
        api.MapIncidentApi();
        api.MapLinkApi();
        api.MapRulingsApi();
        api.MapComplaintApi();
        api.MapActorApi();
        api.MapPlaceApi();
        api.MapAgreementApi();
        api.MapDeskApi();
        api.MapCoverageApi();
        api.MapBulletinApi();
        api.MapMessageApi();
        api.MapOperationApi();
        api.MapRecordApi();
        api.MapHandApi();
        api.MapTalksApi();
        api.MapControlApi();
        api.MapFigureApi();
        api.MapPositionApi();
        api.MapCommitmentApi();
        api.MapSourceApi();
        app.MapOpenApi();
    }
}
