using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Hudna.Acts;
using Hudna.Incidents;

namespace Hudna.Store;

/// <summary>How acts, claims and incidents are written to the record: snake_case names, nulls left out, letters of all scripts as
/// they are. Reading refuses names that it does not know.</summary>
internal static class RecordJson
{
    private static readonly RecordJsonContext Context = new(new JsonSerializerOptions(RecordJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static byte[] Write(ActBody body) => JsonSerializer.SerializeToUtf8Bytes(body, Context.ActBody);

    public static ActBody ReadAct(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.ActBody)!;

    public static byte[] Write(Claim claim) => JsonSerializer.SerializeToUtf8Bytes(claim, Context.Claim);

    public static Claim ReadClaim(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.Claim)!;

    public static byte[] Write(Incident incident) => JsonSerializer.SerializeToUtf8Bytes(incident, Context.Incident);

    public static Incident ReadIncident(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.Incident)!;

    /// <summary>The act's name as it stands in its payload: <c>claim_proposed</c>.</summary>
    public static string Kind(ActBody body) => Kinds[body.GetType()];

    private static readonly Dictionary<Type, string> Kinds = Attribute.GetCustomAttributes(typeof(ActBody), typeof(JsonDerivedTypeAttribute))
        .Cast<JsonDerivedTypeAttribute>().ToDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ActBody))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(Incident))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
