using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Hudna.Bulletins;

/// <summary>How a bulletin is written: the same bulletin gives the same bytes, on every machine. Reading refuses names that it does not know.</summary>
public static class BulletinJson
{
    private static readonly BulletinJsonContext Context = new(new JsonSerializerOptions(BulletinJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <summary>UTF-8, indented, lines ended by a line feed, the last one too.</summary>
    public static byte[] Write(BulletinContent content) => [.. JsonSerializer.SerializeToUtf8Bytes(content, Context.BulletinContent), (byte)'\n'];

    /// <summary>The bulletin of such bytes.</summary>
    /// <exception cref="JsonException">It is none, or one of a later form.</exception>
    public static BulletinContent Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Context.BulletinContent) ?? throw new JsonException("A bulletin is expected.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(BulletinContent))]
internal sealed partial class BulletinJsonContext : JsonSerializerContext;
