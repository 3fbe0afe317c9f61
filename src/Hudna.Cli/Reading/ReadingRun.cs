using Hudna.Documents;
using Hudna.Reading;

namespace Hudna.Cli.Reading;

/// <summary>Reads documents batch by batch on all cores and puts them out in the order given.</summary>
internal sealed class ReadingRun(IExplainingReader reader, PublicationDates dates, IReadingWriter writer, Shell shell, bool explain)
{
    // A batch ends at this many documents or characters: enough to keep cores busy, small enough that output flows and memory stays flat.
    private const int BatchDocuments = 256;
    private const int BatchCharacters = 4_000_000;

    private readonly List<(Document Document, string Language)> batch = [];
    private int batchCharacters;
    private bool someUnusable;

    /// <summary>Reads files, folders and standard input.</summary>
    /// <returns>The exit code.</returns>
    internal int Run(IEnumerable<string> names)
    {
        foreach ((string? path, string? missing) in InputFiles.Of(names, DocumentFiles.Extensions))
        {
            (byte[]? bytes, string? unreadable) = path is null ? (null, missing) : InputFiles.Read(path, shell.In);
            if (bytes is null)
            {
                Unusable(unreadable!);
                continue;
            }

            TakeFile(path is "-" ? "stdin" : path!, bytes);
        }

        Flush();
        return someUnusable ? ExitCode.BadInput : ExitCode.Done;
    }

    private void TakeFile(string name, byte[] bytes)
    {
        DocumentsFound found = DocumentFiles.Read(name, bytes);
        foreach (DocumentProblem problem in found.Problems)
        {
            Unusable(problem.Message);
        }

        foreach (Document document in found.Documents)
        {
            string at = document.Line is { } line ? $"{name}:{line}" : name;
            foreach (string note in document.Notes)
            {
                shell.Say($"{at}: {note}.");
            }

            if (document.Unread is { } reason)
            {
                Unusable($"{at}: not read ({reason}): {document.Text.Length / 1000:N0} thousand characters, above the limit of "
                    + $"{DocumentFiles.LongestText / 1000:N0} thousand for one document. Split it into its reports.");
                continue;
            }

            Take(document, at);
        }
    }

    private void Take(Document document, string at)
    {
        string language = LanguageGuess.Of(document.Text);
        batch.Add((document, language));
        batchCharacters += document.Text.Length;
        if (!string.Equals(language, reader.Language, StringComparison.Ordinal))
        {
            shell.Say($"{at}: not read (language:{language}): there is no reader for it yet; its layers are left empty.");
        }

        if (batch.Count >= BatchDocuments || batchCharacters >= BatchCharacters)
        {
            Flush();
        }
    }

    private void Flush()
    {
        ReadOnlyMemory<byte>[] prepared = new ReadOnlyMemory<byte>[batch.Count];
        if (batch.Count < 8)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                prepared[i] = Prepare(batch[i].Document, batch[i].Language);
            }
        }
        else
        {
            Parallel.For(0, batch.Count, i => prepared[i] = Prepare(batch[i].Document, batch[i].Language));
        }

        foreach (ReadOnlyMemory<byte> output in prepared)
        {
            writer.Write(output);
        }

        batch.Clear();
        batchCharacters = 0;
    }

    private ReadOnlyMemory<byte> Prepare(Document document, string language)
    {
        DateOnly? published = dates.For(document.Id) ?? document.Published;
        bool readable = string.Equals(language, reader.Language, StringComparison.Ordinal);
        IExplainedReading? reasons = readable && explain ? reader.Explain(document.Id, document.Text, published) : null;
        DocumentReading reading = reasons?.Reading ?? (readable
            ? reader.Read(document.Id, document.Text, published)
            : DocumentReading.Nothing(new(document.Id, language, null, published)));
        return writer.Prepare(document, reading with { Document = reading.Document with { Title = document.Title ?? reading.Document.Title } }, reasons);
    }

    private void Unusable(string message)
    {
        someUnusable = true;
        shell.Say(message);
    }
}
