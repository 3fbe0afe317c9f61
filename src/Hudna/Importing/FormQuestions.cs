using Hudna.Incidents;

namespace Hudna.Importing;

/// <summary>One question of a form.</summary>
/// <param name="Path">Its name with its groups before it: <c>incident/weapon</c>.</param>
/// <param name="Type">XLSForm's type without its list: <c>select_one</c>, <c>geopoint</c>, <c>date</c>.</param>
/// <param name="List">The list of choices; null when it has none.</param>
/// <param name="Label">What it asks; its name when it has no label.</param>
public sealed record FormQuestion(string Path, string Type, string? List, string Label)
{
    /// <summary>Its name without groups.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>A form as of XLSForm (xlsform.org): its questions and what its codes mean. Turns the codes of an export into the words that the
/// person who filled it in saw.</summary>
public sealed class FormQuestions
{
    private readonly IReadOnlyList<FormQuestion> questions;
    private readonly IReadOnlyDictionary<(string List, string Code), string> choices;

    private FormQuestions(IReadOnlyList<FormQuestion> questions, IReadOnlyDictionary<(string List, string Code), string> choices) =>
        (this.questions, this.choices) = (questions, choices);

    /// <summary>The questions, in the form's order.</summary>
    public IReadOnlyList<FormQuestion> Questions => questions;

    /// <summary>Reads a form from its sheets.</summary>
    /// <param name="survey">The sheet <c>survey</c>.</param>
    /// <param name="choices">The sheet <c>choices</c>; null when the form has none.</param>
    /// <exception cref="BadTableException">The sheet has no columns <c>type</c> and <c>name</c>.</exception>
    public static FormQuestions Of(SourceTable survey, SourceTable? choices)
    {
        int type = ColumnNames.IndexOf(survey.Header, "type"), name = ColumnNames.IndexOf(survey.Header, "name"), label = Label(survey.Header);
        if (type < 0 || name < 0)
        {
            throw new BadTableException("the sheet survey has no columns type and name: an XLSForm is expected", Math.Max(1, survey.HeaderLine));
        }

        var asked = new List<FormQuestion>();
        var groups = new Stack<string>();
        foreach (SourceRow row in survey.Rows([]))
        {
            string[] words = row.Cells[type].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case []:
                    break;
                case ["begin", ..] or ["begin_group"] or ["begin_repeat"]:
                    groups.Push(row.Cells[name]);
                    break;
                case ["end", ..] or ["end_group"] or ["end_repeat"]:
                    groups.TryPop(out _);
                    break;
                default:
                    string path = string.Join('/', groups.Reverse().Append(row.Cells[name]));
                    asked.Add(new FormQuestion(path, words[0], words.Length > 1 ? words[1] : null, label >= 0 && row.Cells[label].Length > 0 ? row.Cells[label] : row.Cells[name]));
                    break;
            }
        }

        return new FormQuestions(asked, choices is null ? new Dictionary<(string, string), string>() : Choices(choices));
    }

    /// <summary>The question that a column of an export answers; null when none: exports name groups before it, with / or -, or leave them out.</summary>
    public FormQuestion? Of(string column) =>
        questions.FirstOrDefault(q => string.Equals(q.Path, column.Replace('-', '/'), StringComparison.Ordinal) || string.Equals(q.Path, column, StringComparison.Ordinal))
        ?? questions.FirstOrDefault(q => string.Equals(q.Name, column, StringComparison.Ordinal))
        ?? questions.FirstOrDefault(q => string.Equals(q.Label, column, StringComparison.Ordinal));

    /// <summary>What the question of a column asks; null when it answers none.</summary>
    public string? LabelOf(string column) => Of(column)?.Label;

    /// <summary>The only column whose question can only mean a field by its type: a point, a day; null when none or several.</summary>
    internal string? OfType(string field, IReadOnlyList<string> header)
    {
        string[] types = field switch { "point" => ["geopoint"], "date_start" => ["date", "datetime", "dateTime"], "time" => ["time"], _ => [] };
        return types.Length > 0 && header.Where(h => Of(h) is { } q && types.Contains(q.Type, StringComparer.Ordinal)).Take(2).ToList() is [var only] ? only : null;
    }

    /// <summary>The export with the labels of its codes: one choice as its label, several as labels separated by "; ". A code that the form
    /// does not have stays as it is.</summary>
    public SourceTable Apply(SourceTable export)
    {
        FormQuestion?[] asked = [.. export.Header.Select(Of)];
        return new SourceTable(export.Header, export.HeaderLine, problems => export.Rows(problems).Select(r => r with { Cells = [.. r.Cells.Select((c, i) => Answer(asked[i], c))], Raw = null }))
        {
            Notes = export.Notes,
        };
    }

    private string Answer(FormQuestion? question, string cell) => question switch
    {
        { Type: "select_one", List: { } list } => choices.GetValueOrDefault((list, cell), cell),
        { Type: "select_multiple" or "rank", List: { } list } =>
            string.Join("; ", cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => choices.GetValueOrDefault((list, c), c))),
        _ => cell,
    };

    private static Dictionary<(string, string), string> Choices(SourceTable sheet)
    {
        int list = ColumnNames.IndexOf(sheet.Header, "list_name"), name = ColumnNames.IndexOf(sheet.Header, "name"), label = Label(sheet.Header);
        var told = new Dictionary<(string, string), string>();
        foreach (SourceRow row in list < 0 || name < 0 || label < 0 ? [] : sheet.Rows([]))
        {
            if (row.Cells[name].Length > 0 && row.Cells[label].Length > 0)
            {
                told.TryAdd((row.Cells[list], row.Cells[name]), row.Cells[label]);
            }
        }

        return told;
    }

    // "label", or the first of "label::English (en)", "label::العربية (ar)".
    private static int Label(IReadOnlyList<string> header)
    {
        int plain = ColumnNames.IndexOf(header, "label");
        return plain >= 0 ? plain : header.Select((h, i) => (h, i)).Where(h => h.h.StartsWith("label:", StringComparison.OrdinalIgnoreCase)).Select(h => h.i).DefaultIfEmpty(-1).First();
    }
}
