using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>Ids that come from content: the same input gives the same id on every machine, so filing twice is noticed.</summary>
public static class ContentId
{
    /// <summary>A report's id: <c>r</c> and 16 hex digits of the SHA-256 of its text as UTF-8. A report without any text is known
    /// by its original bytes instead, or all of them would be one.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="originalSha256">Lower-case hex SHA-256 of the original bytes.</param>
    public static string Report(string text, string originalSha256) =>
        Of('r', string.IsNullOrWhiteSpace(text) ? "original\n" + originalSha256 : text);

    /// <summary>A claim's id: <c>c</c> and 16 hex digits of the SHA-256 over report, kind, span and type (or measure, or what tells facts
    /// at the same words apart), by lines.</summary>
    public static string Claim(string reportId, ClaimContent content)
    {
        string type = content.Type is { } t ? Wire.Name(t) : content.Measure is { } m ? Wire.Name(m)
            : content.Detail is null ? string.Empty : ClaimFacts.Distinction(content);
        return Of('c', string.Create(
            null, $"{reportId}\n{Wire.Name(content.Kind)}\n{content.Span.Start}\n{content.Span.End}\n{type}"));
    }

    /// <summary>An incident's id: <c>i</c> and 16 hex digits of the SHA-256 over the claim that opened it and its number, so that a
    /// claim taken from the incident it opened can open another.</summary>
    public static string Incident(string claimId, int number) => Of('i', string.Create(null, $"{claimId}\n{number}"));

    /// <summary>A source's id: <c>s</c> and 16 hex digits of the SHA-256 over its name as reports carry it.</summary>
    public static string Source(string name) => Of('s', name);

    /// <summary>A complaint's id: <c>k</c> and 16 hex digits of the SHA-256 over its number, desk, time and summary, by lines.</summary>
    public static string Complaint(Rulings.ComplaintContent content, int number) =>
        Of('k', string.Create(CultureInfo.InvariantCulture, $"{number}\n{content.DeskId}\n{content.At:O}\n{content.Summary}"));

    /// <summary>The id of a record of coverage: <c>v</c> and 16 hex digits of the SHA-256 over kind, team, place, begin and end, by lines.</summary>
    public static string Coverage(Coverage.CoverageContent content) => Of('v', string.Create(
        CultureInfo.InvariantCulture,
        $"{Wire.Name(content.Kind)}\n{content.Team}\n{content.Place.Province}\n{content.Place.Name}\n{content.From:O}\n{content.To:O}"));

    /// <summary>A bulletin's id: <c>b</c> and 16 hex digits of the SHA-256 of its JSON.</summary>
    public static string Bulletin(ReadOnlySpan<byte> json) => 'b' + Sha256(json)[..16];

    /// <summary>Lower-case hex SHA-256 of bytes.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Of(char prefix, string content) => prefix + Sha256(Encoding.UTF8.GetBytes(content))[..16];
}
