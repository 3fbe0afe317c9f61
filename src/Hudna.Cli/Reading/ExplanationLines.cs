using System.Text.Json;
using Hudna.Reading;

namespace Hudna.Cli.Reading;

/// <summary>Writes why one mention was found, in the shape that the server's <c>/api/claims/{id}/explanation</c> gives too.</summary>
internal static class ExplanationLines
{
    public static void Write(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartObject("explanation");
        WriteRule(json, explanation.Rule);
        json.WriteStartArray("parts");
        foreach (ExplainedPart part in explanation.Parts)
        {
            json.WriteStartObject();
            json.WriteString("role", Wire.Name(part.Role));
            WriteSpan(json, part.Span);
            json.WriteString("text", part.Text);
            WriteRule(json, part.Rule);
            json.WriteStartArray("tokens");
            foreach (ExplainedToken token in part.Tokens)
            {
                json.WriteStartObject();
                WriteSpan(json, token.Span);
                json.WriteString("text", token.Text);
                json.WriteString("form", token.Form);
                WriteEntries(json, token.Entries);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteEntries(json, part.Entries);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, RuleText? rule)
    {
        if (rule is null)
        {
            json.WriteNull("rule");
            return;
        }

        json.WriteStartObject("rule");
        json.WriteString("name", rule.Name);
        json.WriteString("en", rule.En);
        json.WriteString("ar", rule.Ar);
        json.WriteStartArray("lines");
        foreach (DataLine line in rule.Lines)
        {
            json.WriteStartObject();
            json.WriteString("file", line.File);
            json.WriteNumber("line", line.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEntries(Utf8JsonWriter json, IReadOnlyList<ExplainedEntry> entries)
    {
        json.WriteStartArray("entries");
        foreach (ExplainedEntry entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("kind", entry.Kind);
            json.WriteString("lemma", entry.Lemma);
            json.WriteString("text", entry.Text);
            json.WriteString("proclitic", entry.Proclitic);
            json.WriteString("pronoun", entry.Pronoun);
            json.WriteBoolean("fits", entry.Fits);
            json.WriteStartArray("features");
            foreach (EntryFeature feature in entry.Features)
            {
                json.WriteStartObject();
                json.WriteString("name", feature.Name);
                json.WriteString("value", feature.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (entry.Line is { } line)
            {
                json.WriteStartObject("line");
                json.WriteString("file", line.File);
                json.WriteNumber("line", line.Line);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("line");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, Span? span)
    {
        if (span is { } s)
        {
            json.WriteStartObject("span");
            json.WriteNumber("start", s.Start);
            json.WriteNumber("end", s.End);
            json.WriteNumber("length", s.Length);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("span");
        }
    }
}
