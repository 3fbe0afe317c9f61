using System.Globalization;
using System.Text.Json;

namespace Hudna.Documents;

/// <summary>JSON Lines: one object a line with <c>text</c>, and where known <c>id</c>, <c>published</c>, <c>title</c>, <c>source</c>, <c>url</c>;
/// other fields are left alone. A bad line is named with its number, and the others go on.</summary>
public static class JsonLinesDocuments
{
    /// <summary>Reads the file's lines. A line without <c>id</c> gets <c>name:line</c>.</summary>
    /// <param name="fileName">Its name, for ids and messages.</param>
    /// <param name="bytes">Its bytes.</param>
    public static DocumentsFound Read(string fileName, ReadOnlyMemory<byte> bytes)
    {
        if (ByteSigns.Utf16(bytes.Span) is not null && TextDecoding.TryDecode(bytes.Span, null, out DecodedText? wide, out _))
        {
            bytes = System.Text.Encoding.UTF8.GetBytes(wide.Text);
        }

        List<Document> documents = [];
        List<DocumentProblem> problems = [];
        int number = 0;
        for (ReadOnlyMemory<byte> rest = bytes; !rest.IsEmpty;)
        {
            number++;
            int end = rest.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span.TrimEnd(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            (Document? document, string? code, string? message) = ReadLine(fileName, number, line);
            if (document is not null)
            {
                documents.Add(document);
            }
            else
            {
                problems.Add(new(code!, string.Create(CultureInfo.InvariantCulture, $"{fileName}:{number}: {message}"), number));
            }
        }

        if (documents.Count == 0 && problems.Count == 0)
        {
            problems.Add(new("empty", $"{fileName}: holds no lines.", null));
        }

        return new(documents, problems);
    }

    private static (Document? Document, string? Code, string? Message) ReadLine(string fileName, int number, ReadOnlyMemory<byte> line)
    {
        if (!TextDecoding.TryDecode(line.Span, null, out DecodedText? decoded, out DocumentProblem? problem))
        {
            return (null, problem.Code, problem.Message);
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(decoded.Text);
            return json.RootElement.ValueKind != JsonValueKind.Object
                ? (null, "bad-json", "not a JSON object. Each line holds one, with \"text\".")
                : FromObject(fileName, number, line, decoded, json.RootElement);
        }
        catch (JsonException e)
        {
            string at = e.BytePositionInLine is { } position ? string.Create(CultureInfo.InvariantCulture, $" at byte {position}") : "";
            return (null, "bad-json", $"not valid JSON{at}. Each line holds one whole object.");
        }
        catch (InvalidOperationException)
        {
            return (null, "bad-json", "a string with half a surrogate pair (\\uD800 to \\uDFFF). Repair the escape.");
        }
    }

    private static (Document? Document, string? Code, string? Message) FromObject(
        string fileName, int number, ReadOnlyMemory<byte> line, DecodedText decoded, JsonElement json)
    {
        foreach (string field in (string[])["id", "text", "title", "source", "url", "published"])
        {
            if (json.TryGetProperty(field, out JsonElement value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)
                && !(field is "id" && value.ValueKind == JsonValueKind.Number))
            {
                return (null, "bad-json", $"\"{field}\" is not a string.");
            }
        }

        string? text = Field(json, "text");
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, "empty", "no \"text\", or nothing in it.");
        }

        string? published = Field(json, "published");
        DateOnly? day = DocumentDates.Parse(published);
        // The text is worth more than its date: it goes in, dated by nothing.
        IReadOnlyList<string> notes = day is null && !string.IsNullOrWhiteSpace(published)
            ? [.. decoded.Notes, $"line {number}: \"published\" is \"{published}\", not one certain date such as 2016-12-30; taken without a date"]
            : decoded.Notes;

        string id = Field(json, "id") is { Length: > 0 } given
            ? given
            : string.Create(CultureInfo.InvariantCulture, $"{DocumentFiles.IdOf(fileName)}:{number}");
        return (new(id, text, Field(json, "title"), day, Field(json, "source"), Field(json, "url"), "application/json", decoded.Encoding, line)
        {
            Notes = notes,
            Line = number,
        }, null, null);
    }

    private static string? Field(JsonElement json, string name) =>
        !json.TryGetProperty(name, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : value.GetString() is { } s && !string.IsNullOrWhiteSpace(s) ? s
        : null;
}
