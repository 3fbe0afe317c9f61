using System.Globalization;
using System.Text;
using Hudna.Documents;
using Hudna.Reading;

namespace Hudna.Cli.Reading;

/// <summary>Why each mention was found, for a person: sentence by sentence, each mention with its rule, its words, and under each word the
/// rows of the lexicon. Plain lines that grep and less take; a row's file:line comes first, the source's words last and isolated, so that
/// terminals with and without bidirectional text show the columns in place.</summary>
internal sealed class ExplanationText(Shell shell, bool color, ExplanationSelection selection) : IReadingWriter
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';
    private const string Bold = "\e[1m", Dim = "\e[2m", Plain = "\e[0m";

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Prepare(Document document, DocumentReading reading, IExplainedReading? reasons)
    {
        StringBuilder text = new();
        DocumentInfo info = reading.Document;
        text.Append(CultureInfo.InvariantCulture, $"{Strong(info.Id)}  {info.Language} · published {info.Published?.ToString("O", null) ?? "not known"}\n");
        if (reasons is not null)
        {
            Sentences(text, document.Text, reasons);
        }

        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    /// <inheritdoc/>
    public void Write(ReadOnlyMemory<byte> prepared) => ClosedPipes.Write(shell.Out, prepared);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Sentences(StringBuilder text, string document, IExplainedReading reasons)
    {
        IReadOnlyList<Span>? places = selection.Places(document);
        List<(string Layer, IMention Mention, string Value)> mentions = [.. MentionRows.Mentions(reasons.Reading).Where(m => selection.Wants(m.Layer, m.Mention, places)).OrderBy(m => m.Mention.Start)];
        int next = 0;
        foreach (Span sentence in Reading.Sentences.Of(document))
        {
            bool shown = false;
            for (; next < mentions.Count && mentions[next].Mention.Start < sentence.End; next++)
            {
                if (!shown)
                {
                    text.Append('\n').Append(sentence.Of(document)).Append('\n');
                    shown = true;
                }

                Mention(text, mentions[next], reasons.Of(mentions[next].Mention));
            }
        }
    }

    private void Mention(StringBuilder text, (string Layer, IMention Mention, string Value) found, Explanation explanation)
    {
        text.Append(CultureInfo.InvariantCulture, $"  {Strong(found.Layer)} {found.Value.ReplaceLineEndings("; ")}  {Isolated(found.Mention.Text)}\n");
        Rule(text, explanation.Rule, "    ");
        foreach (ExplainedPart part in explanation.Parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Wire.Name(part.Role)}");
            // A mention's own words stand above already.
            text.Append(part.Role == PartRole.Words ? "\n" : $"  {Isolated(part.Text)}\n");
            if (part.Rule is { } rule)
            {
                Rule(text, rule, "      ");
            }

            Entries(text, part.Entries, "      ");
            foreach (ExplainedToken token in part.Tokens.Where(t => t.Form.Length > 0))
            {
                text.Append(CultureInfo.InvariantCulture, $"      word {Isolated(token.Text)}{(token.Form == token.Text ? "" : $" folded {Isolated(token.Form)}")}{(token.Entries.Count == 0 ? " in no list" : "")}\n");
                Entries(text, token.Entries, "        ");
            }
        }
    }

    private void Rule(StringBuilder text, RuleText rule, string indent) =>
        text.Append(CultureInfo.InvariantCulture, $"{indent}rule {Strong(rule.Name)}: {(rule.En.Length > 0 ? Isolated(rule.En) : "not in the catalogue")}{Faint(string.Concat(rule.Lines.Select(l => $"  {l}")))}\n");

    /// <summary>Entries that fit the part first, marked with a star.</summary>
    private void Entries(StringBuilder text, IReadOnlyList<ExplainedEntry> entries, string indent)
    {
        foreach (ExplainedEntry entry in entries)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}{(entry.Fits ? '*' : '-')} {entry.Kind} {Faint(entry.Line?.ToString() ?? "added by the mission")}");
            foreach (EntryFeature feature in entry.Features)
            {
                text.Append(CultureInfo.InvariantCulture, $" {feature.Name}={Isolated(feature.Value)}");
            }

            Word(text, "of", entry.Text);
            Word(text, "without", entry.Proclitic is null ? entry.Pronoun : entry.Pronoun is null ? entry.Proclitic : $"{entry.Proclitic}…{entry.Pronoun}");
            Word(text, "lemma", entry.Lemma.Length == 0 ? null : entry.Lemma);
            text.Append('\n');
        }
    }

    private static void Word(StringBuilder text, string label, string? word)
    {
        if (word is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" {label} {Isolated(word)}");
        }
    }

    // Latin needs no isolating, and greps better without.
    private static string Isolated(string words)
    {
        string line = words.ReplaceLineEndings(" ");
        return line.Any(c => c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFEFC') ? $"{FirstStrongIsolate}{line}{PopIsolate}" : line;
    }

    private string Strong(string words) => color ? Bold + words + Plain : words;

    private string Faint(string words) => color ? Dim + words + Plain : words;
}
