using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Hudna.Acts;
using Hudna.Assessment;
using Hudna.Commitments;
using Hudna.Corroboration;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Rulings;

namespace Hudna.Store;

/// <summary>How acts and states are written to the record: snake_case names, nulls left out, letters of all scripts as
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

    public static byte[] Write(AgreementState agreement) => JsonSerializer.SerializeToUtf8Bytes(agreement, Context.AgreementState);

    public static AgreementState ReadAgreement(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.AgreementState)!;

    public static byte[] Write(Desk desk) => JsonSerializer.SerializeToUtf8Bytes(desk, Context.Desk);

    public static Desk ReadDesk(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.Desk)!;

    public static byte[] Write(IncidentAssessment assessment) => JsonSerializer.SerializeToUtf8Bytes(assessment, Context.IncidentAssessment);

    public static IncidentAssessment ReadAssessment(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.IncidentAssessment)!;

    public static byte[] Write(Finding finding) => JsonSerializer.SerializeToUtf8Bytes(finding, Context.Finding);

    public static Finding ReadFinding(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.Finding)!;

    public static byte[] Write(Determination determination) => JsonSerializer.SerializeToUtf8Bytes(determination, Context.Determination);

    public static Determination ReadDetermination(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.Determination)!;

    public static byte[] Write(Complaint complaint) => JsonSerializer.SerializeToUtf8Bytes(complaint, Context.Complaint);

    public static Complaint ReadComplaint(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.Complaint)!;

    public static byte[] Write(CoverageRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Context.CoverageRecord);

    public static CoverageRecord ReadCoverage(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.CoverageRecord)!;

    public static byte[] Write(ImplementationRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Context.ImplementationRecord);

    public static ImplementationRecord ReadImplementation(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.ImplementationRecord)!;

    public static byte[] Write(IncidentCorroboration corroboration) => JsonSerializer.SerializeToUtf8Bytes(corroboration, Context.IncidentCorroboration);

    public static IncidentCorroboration ReadCorroboration(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.IncidentCorroboration)!;

    public static byte[] Write(GradeHistory grades) => JsonSerializer.SerializeToUtf8Bytes(grades, Context.GradeHistory);

    public static GradeHistory ReadGrades(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.GradeHistory)!;

    public static byte[] Write(IReadOnlyList<OutletMention> outlets) => JsonSerializer.SerializeToUtf8Bytes(outlets, Context.IReadOnlyListOutletMention);

    public static IReadOnlyList<OutletMention> ReadOutlets(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.IReadOnlyListOutletMention)!;

    public static byte[] Write(Talks.Message message) => JsonSerializer.SerializeToUtf8Bytes(message, Context.Message);

    public static Talks.Message ReadMessage(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.Message)!;

    public static byte[] Write(Operations.Operation operation) => JsonSerializer.SerializeToUtf8Bytes(operation, Context.Operation);

    public static Operations.Operation ReadOperation(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.Operation)!;

    public static byte[] Write(KeptMapping mapping) => JsonSerializer.SerializeToUtf8Bytes(mapping, Context.KeptMapping);

    public static KeptMapping ReadMapping(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.KeptMapping)!;

    public static byte[] Write(Telling telling) => JsonSerializer.SerializeToUtf8Bytes(telling, Context.Telling);

    public static Telling ReadTelling(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.Telling)!;

    public static byte[] Write(LinkEvidence evidence) => JsonSerializer.SerializeToUtf8Bytes(evidence, Context.LinkEvidence);

    public static LinkEvidence ReadEvidence(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.LinkEvidence)!;

    public static byte[] Write(LinkWeights weights) => JsonSerializer.SerializeToUtf8Bytes(weights, Context.LinkWeights);

    public static LinkWeights ReadWeights(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.LinkWeights)!;

    /// <summary>True when two assessments are written the same.</summary>
    public static bool IsSame(IncidentAssessment a, IncidentAssessment b) => Write(a).AsSpan().SequenceEqual(Write(b));

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
[JsonSerializable(typeof(AgreementState))]
[JsonSerializable(typeof(Desk))]
[JsonSerializable(typeof(IncidentAssessment))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(Determination))]
[JsonSerializable(typeof(Complaint))]
[JsonSerializable(typeof(CoverageRecord))]
[JsonSerializable(typeof(ImplementationRecord))]
[JsonSerializable(typeof(IncidentCorroboration))]
[JsonSerializable(typeof(GradeHistory))]
[JsonSerializable(typeof(IReadOnlyList<OutletMention>))]
[JsonSerializable(typeof(Talks.Message))]
[JsonSerializable(typeof(Operations.Operation))]
[JsonSerializable(typeof(KeptMapping))]
[JsonSerializable(typeof(Telling))]
[JsonSerializable(typeof(LinkEvidence))]
[JsonSerializable(typeof(LinkWeights))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
