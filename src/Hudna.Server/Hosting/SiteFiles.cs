using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Hudna.Server.Hosting;

/// <summary>Styles, scripts, fonts and the map's files, served from the folder beside the program.</summary>
internal static class SiteFiles
{
    private static readonly ConcurrentDictionary<string, string> Urls = new(StringComparer.Ordinal);

    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(typeof(SiteFiles).Assembly.Location) ?? AppContext.BaseDirectory, "wwwroot");

    /// <summary>Address of a file, with a mark of its contents so that browsers may keep it.</summary>
    public static string Url(string path) => Urls.GetOrAdd(path, static p =>
    {
        byte[] bytes = System.IO.File.ReadAllBytes(Path.Combine(Folder, p));
        return $"/assets/{p}?v={Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))}";
    });

    public static void UseSiteFiles(this WebApplication app)
    {
        if (!Directory.Exists(Folder))
        {
            throw new DirectoryNotFoundException($"The site's files are not at {Folder}. Build Hudna.Server again; it copies them there.");
        }

        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".mjs"] = "text/javascript";
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Folder),
            RequestPath = "/assets",
            ContentTypeProvider = types,
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }
}
