using System.Globalization;
using System.Text;
using Hudna.Documents;
using Hudna.Reading;
using Spectre.Console;

namespace Hudna.Cli.Reading;

/// <summary>What was found, for a person: each sentence, and under it a line per mention with layer and value first and the source's words
/// last, so that terminals with and without bidirectional text both show the columns in place.</summary>
internal sealed class SentenceTable(Shell shell, bool color) : IReadingWriter
{
    private const int WidthWhenRedirected = 120;

    private readonly Lock rendering = new();

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Prepare(Document document, DocumentReading reading, IExplainedReading? reasons)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        lock (rendering)
        {
            IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(text),
                Ansi = color ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
            });
            console.Profile.Width = Width();
            Render(console, document, reading);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <inheritdoc/>
    public void Write(ReadOnlyMemory<byte> prepared) => ClosedPipes.Write(shell.Out, prepared);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private int Width() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out int columns) && columns > 20 ? columns
        : shell.OutIsTerminal && Console.WindowWidth > 20 ? Console.WindowWidth
        : WidthWhenRedirected;

    private static void Render(IAnsiConsole console, Document document, DocumentReading reading)
    {
        DocumentInfo info = reading.Document;
        console.Write(new Rule($"[bold]{Markup.Escape(info.Id)}[/]").LeftJustified());
        console.MarkupLineInterpolated(
            $"[dim]{info.Language} · published {info.Published?.ToString("O", null) ?? "not known"} · {reading.Times.Count} times, {reading.Places.Count} places, {reading.Actors.Count} actors, {reading.Quantities.Count} quantities, {reading.Statements.Count} statements, {reading.Events.Count} events[/]");
        List<(int Start, string Layer, string Color, string Value, string Text)> rows = [.. MentionRows.Of(reading).OrderBy(r => r.Start)];
        int next = 0;
        foreach (Span sentence in Sentences.Of(document.Text))
        {
            console.WriteLine();
            console.WriteLine(sentence.Of(document.Text));
            int first = next;
            while (next < rows.Count && rows[next].Start < sentence.End)
            {
                next++;
            }

            if (next > first)
            {
                console.Write(GridOf(rows.GetRange(first, next - first)));
            }
        }

        console.WriteLine();
    }

    private static Grid GridOf(List<(int Start, string Layer, string Color, string Value, string Text)> rows)
    {
        Grid grid = new Grid()
            .AddColumn(new GridColumn { Width = 11, NoWrap = true, Padding = new(2, 0, 0, 0) })
            .AddColumn(new GridColumn { Padding = new(2, 0, 0, 0) })
            .AddColumn(new GridColumn { Padding = new(2, 0, 0, 0) });
        foreach ((_, string layer, string color, string value, string text) in rows)
        {
            grid.AddRow(new Markup($"[{color}]{layer}[/]"), new Text(value), new Text(text));
        }

        return grid;
    }
}
