using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hudna.Bulletins;
using Hudna.Incidents;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hudna.Server.Features.Bulletins;

/// <summary>A bulletin as one HTML file with its sheet and fonts inside. The same bulletin, language, number and program give the same bytes.</summary>
public static class BulletinHtml
{
    /// <summary>The faces of the site that a bulletin is set in.</summary>
    private static readonly (string File, int Weight, string Range)[] Faces =
    [
        ("ibm-plex-sans-arabic-arabic-400-normal.woff2", 400, "U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFC"),
        ("ibm-plex-sans-arabic-arabic-600-normal.woff2", 600, "U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFC"),
        ("ibm-plex-sans-latin-400-normal.woff2", 400, "U+0000-00FF, U+2000-206F, U+2122, U+2190-2193, U+2212, U+2215"),
        ("ibm-plex-sans-latin-600-normal.woff2", 600, "U+0000-00FF, U+2000-206F, U+2122, U+2190-2193, U+2212, U+2215"),
    ];

    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>The file, UTF-8.</summary>
    /// <param name="content">The bulletin.</param>
    /// <param name="number">Its number; null when it is not published.</param>
    /// <param name="language"><c>ar</c> or <c>en</c>.</param>
    public static async Task<byte[]> RenderAsync(BulletinContent content, int? number, string language)
    {
        var text = new BulletinText(content, ContentId.Sha256(BulletinJson.Write(content)), number, Words.For(language));
        await using ServiceProvider services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        string html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<BulletinDocument>(
            ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Text"] = text, ["Style"] = Style.Value }))).ToHtmlString());
        return Encoding.UTF8.GetBytes(html.ReplaceLineEndings("\n").TrimEnd() + "\n");
    }

    private static string ReadStyle()
    {
        var style = new StringBuilder();
        foreach ((string file, int weight, string range) in Faces)
        {
            string font = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(SiteFiles.Folder, "lib", "fonts", file)));
            style.Append("@font-face { font-family: \"Hudna Sans\"; font-weight: ").Append(weight).Append("; unicode-range: ").Append(range)
                .Append("; src: url(data:font/woff2;base64,").Append(font).Append(") format(\"woff2\"); }\n");
        }

        return style.Append(File.ReadAllText(Path.Combine(SiteFiles.Folder, "css", "bulletin.css")).ReplaceLineEndings("\n")).ToString();
    }
}
