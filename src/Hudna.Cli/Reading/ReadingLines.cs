using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hudna.Documents;
using Hudna.Reading;

namespace Hudna.Cli.Reading;

/// <summary>JSON Lines as other programs take them: one object per document with the six layers of the reading contract
/// and the facts around the truce; each mention with <c>start</c>, <c>end</c>
/// (UTF-16 code units, end exclusive), <c>text</c>, its values, and the <c>rule</c> that found it. Written by hand, since reflection or
/// generated metadata would be most of the start-up time of reading one article.</summary>
/// <param name="output">Where to.</param>
/// <param name="withText">Whether the text goes with it.</param>
/// <param name="selection">Which mentions get their <c>explanation</c>; null for none.</param>
internal sealed class ReadingLines(Stream output, bool withText, ExplanationSelection? selection = null) : IReadingWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Prepare(Document document, DocumentReading reading, IExplainedReading? reasons)
    {
        ArrayBufferWriter<byte> buffer = new(4096);
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            WriteDocument(json, document, reading.Document);
            IReadOnlyList<Span>? places = selection?.Places(document.Text);
            WriteLayer(json, reasons, places, "times", reading.Times, static (j, t) => j.WriteString("value", t.Value));
            WriteLayer(json, reasons, places, "places", reading.Places, WritePlace);
            WriteLayer(json, reasons, places, "actors", reading.Actors, static (j, a) =>
            {
                j.WriteString("name", a.Name);
                j.WriteString("type", Wire.Name(a.Type));
                j.WriteString("actor_id", a.ActorId);
            });
            WriteLayer(json, reasons, places, "quantities", reading.Quantities, static (j, q) =>
            {
                j.WriteString("measure", Wire.Name(q.Measure));
                WriteNumber(j, "low", q.Low);
                WriteNumber(j, "high", q.High);
            });
            WriteLayer(json, reasons, places, "statements", reading.Statements, static (j, s) =>
            {
                j.WriteString("speaker", s.Speaker);
                WriteStrings(j, "via", s.Via);
            });
            WriteLayer(json, reasons, places, "events", reading.Events, WriteEvent);
            WriteLayer(json, reasons, places, "facts", reading.Facts, FactLines.Write);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <inheritdoc/>
    public void Write(ReadOnlyMemory<byte> prepared) => ClosedPipes.Write(output, prepared);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void WriteDocument(Utf8JsonWriter json, Document document, DocumentInfo info)
    {
        json.WriteStartObject("document");
        json.WriteString("id", info.Id);
        json.WriteString("language", info.Language);
        json.WriteString("title", info.Title);
        json.WriteString("published", info.Published?.ToString("O", null));
        if (withText)
        {
            json.WriteString("text", document.Text);
        }

        json.WriteEndObject();
    }

    private void WriteLayer<T>(
        Utf8JsonWriter json, IExplainedReading? reasons, IReadOnlyList<Span>? places, string name, IReadOnlyList<T> mentions, Action<Utf8JsonWriter, T> writeValues)
        where T : IMention
    {
        json.WriteStartArray(name);
        foreach (T mention in mentions)
        {
            json.WriteStartObject();
            json.WriteNumber("start", mention.Start);
            json.WriteNumber("end", mention.End);
            json.WriteString("text", mention.Text);
            writeValues(json, mention);
            json.WriteString("rule", mention.Rule);
            if (reasons is not null && selection?.Wants(name, mention, places) == true)
            {
                ExplanationLines.Write(json, reasons.Of(mention));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, PlaceMention place)
    {
        json.WriteString("name", place.Name);
        json.WriteString("kind", Wire.Name(place.Kind));
        json.WriteString("country", place.Country);
        WriteDegrees(json, "lat", place.Lat);
        WriteDegrees(json, "lon", place.Lon);
        json.WriteString("place_id", place.PlaceId);
    }

    private static void WriteEvent(Utf8JsonWriter json, EventMention e)
    {
        json.WriteString("type", Wire.Name(e.Type));
        json.WriteString("mode", e.Mode);
        json.WriteString("modality", Wire.Name(e.Modality));
        json.WriteString("realis", Wire.Name(e.Realis));
        json.WriteString("realis_rule", e.RealisRule);
        WriteStrings(json, "actors", e.Actors);
        WriteStrings(json, "recipients", e.Recipients);
        json.WriteString("agent_phrase", e.AgentPhrase);
        json.WriteString("patient_phrase", e.PatientPhrase);
        json.WriteString("place", e.Place);
        json.WriteString("date", e.Date);
        WriteNumber(json, "dead", e.Dead);
        WriteNumber(json, "injured", e.Injured);
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteDegrees(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } degrees)
        {
            json.WriteNumber(name, degrees);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
