using System.CommandLine;
using Hudna.Cli.Reading;
using Hudna.Documents;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Cli;

/// <summary><c>hudna read</c>: files in, what they say out.</summary>
internal static class ReadCommand
{
    internal const string Examples = """
        Examples:
          hudna read article.txt
          hudna read --format jsonl --published published.tsv articles/ > found.jsonl
          hudna read --explain --only events --at "قصف" article.txt
          curl -s https://example.org/news | hudna read --format table -

        Exit code: 0 all read, or in a language without a reader; 2 some input was unusable, as standard error says, and the rest was read.
        """;

    internal static Command Build(Shell shell)
    {
        Option<string?> format = new("--format")
        {
            Description = "jsonl: one JSON object per document. table: for people, sentence by sentence. Without it: table on a terminal, else jsonl.",
            HelpName = "jsonl|table",
        };
        format.AcceptOnlyFromAmong("jsonl", "table");
        Option<string?> published = new("--published")
        {
            Description = "Publication date that relative dates hang on, or a file of lines id<TAB>date. Without it: the date that the document gives.",
            HelpName = "DATE|FILE",
        };
        Option<string?> language = new("--lang") { Description = "Folder of language data instead of the one that came with the program.", HelpName = "DIR" };
        Option<bool> withText = new("--with-text")
        {
            Description = "Adds the text that offsets point into to each JSON object. For .txt in UTF-8 it is the file's own text; for .html the main text extracted.",
        };
        Option<bool> noColor = new("--no-color") { Description = "No colour in the table, as NO_COLOR=1 does." };
        Option<bool> explain = new("--explain")
        {
            Description = "Says of each mention why: its rule, its words, the rows of the lexicon behind them (file:line), its slots, and the words around that decided.",
        };
        Option<string?> only = new("--only")
        {
            Description = $"With --explain: of these layers only ({string.Join(", ", ExplanationSelection.AllLayers)}).",
            HelpName = "LAYER,…",
        };
        Option<string?> at = new("--at") { Description = "With --explain: only where these words stand; spelling is folded.", HelpName = "WORDS" };
        Argument<string[]> files = new("FILE")
        {
            Description = $"Files ({string.Join(' ', DocumentFiles.Extensions)}), folders (searched through, in order of name), or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(InputFiles.RefuseUnknownOptions);
        Command command = new("read", "Read documents and write what they say: times, places, actors, quantities, statements, events.")
        {
            format, published, language, withText, explain, only, at, noColor, files,
        };
        command.SetAction(parsed =>
        {
            bool table = parsed.GetValue(format) is { } wanted ? wanted is "table" : shell.OutIsTerminal;
            PublicationDates dates = PublicationDates.Of(parsed.GetValue(published));
            string folder = parsed.GetValue(language) is { } given
                ? Directory.Exists(given) ? given : throw new BadInputException($"--lang {given}: no such folder.")
                : DataFolders.Find("lang/ar");
            ArabicReader reader = ArabicReader.Load(DataFolders.ReadLanguage(folder), [], []);
            bool color = shell.Color && shell.OutIsTerminal && !parsed.GetValue(noColor);
            ExplanationSelection? selection = ExplanationSelection.Of(parsed.GetValue(explain), parsed.GetValue(only), parsed.GetValue(at));
            // Reasons are for people, also through a pipe, unless JSON is asked for.
            using IReadingWriter writer = selection is not null && parsed.GetValue(format) is not "jsonl" ? new ExplanationText(shell, color, selection)
                : table ? new SentenceTable(shell, color)
                : new ReadingLines(shell.Out, parsed.GetValue(withText), selection);
            return new ReadingRun(reader, dates, writer, shell, selection is not null).Run(parsed.GetValue(files)!);
        });
        return command;
    }
}
