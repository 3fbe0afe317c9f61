using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Hudna.Incidents;

namespace Hudna.Importing;

/// <summary>Mappings as JSON: what <c>hudna import --print-mapping</c> writes and <c>--mapping</c> reads.</summary>
public static class MappingJson
{
    /// <summary>Characters of a mapping file at most.</summary>
    public const int LengthMax = 1_000_000;

    private static readonly MappingJsonContext Context = new(new JsonSerializerOptions(MappingJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <summary>The id of a mapping: <c>m</c> and 16 hex digits of the SHA-256 of what it does; its name is left out.</summary>
    public static string IdOf(Mapping mapping)
    {
        Mapping ordered = mapping with
        {
            Name = string.Empty,
            Fields = new SortedDictionary<string, FieldMapping>(mapping.Fields.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        };
        return "m" + ContentId.Sha256(Encoding.UTF8.GetBytes(Write(ordered)))[..16];
    }

    /// <summary>The mapping as a person reads and edits it.</summary>
    public static string Write(Mapping mapping) => JsonSerializer.Serialize(mapping, Context.Mapping);

    /// <summary>Reads a mapping that comes with the program.</summary>
    internal static Mapping? Parse(string json) => JsonSerializer.Deserialize(json, Context.Mapping);

    /// <summary>Reads a mapping.</summary>
    /// <param name="json">The text.</param>
    /// <param name="problem">What is wrong, where, with what is expected; null when it can be used.</param>
    /// <returns>Null when it cannot be used.</returns>
    public static Mapping? Read(string json, out string? problem)
    {
        if (json.Length > LengthMax)
        {
            problem = $"has {json.Length} characters; at most {LengthMax} are expected";
            return null;
        }

        try
        {
            Mapping? mapping = JsonSerializer.Deserialize(json, Context.Mapping);
            problem = mapping is null ? "an object is expected" : MappingCheck.Problem(mapping);
            return problem is null ? mapping : null;
        }
        catch (JsonException e)
        {
            string at = e.LineNumber is { } line ? string.Create(null, $"line {line + 1}, byte {e.BytePositionInLine + 1}: ") : string.Empty;
            problem = $"{at}{(e.Path is { Length: > 0 } path ? $"{path}: " : string.Empty)}no mapping as JSON: {e.Message.Split(" Path: ")[0]}";
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(Mapping))]
internal sealed partial class MappingJsonContext : JsonSerializerContext;
