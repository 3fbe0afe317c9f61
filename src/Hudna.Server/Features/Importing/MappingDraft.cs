using Hudna.Importing;
using Hudna.Reading;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Importing;

/// <summary>A mapping as a form changes it.</summary>
internal static class MappingDraft
{
    /// <summary>Cells of one column whose meaning the form asks for, at most.</summary>
    public const int ValuesMax = 60;

    /// <summary>Fields whose cells are codes or names that a mission knows by others.</summary>
    public static IReadOnlyList<string> CodedFields { get; } = ["event_type", "actor_a", "actor_b", "date_prec", "where_prec"];

    /// <summary>The mapping that a form gives.</summary>
    /// <param name="before">The mapping that the form was filled with.</param>
    /// <param name="header">The table's columns.</param>
    /// <param name="form">The form.</param>
    public static Mapping Of(Mapping before, IReadOnlyList<string> header, IFormCollection form)
    {
        var fields = new Dictionary<string, FieldMapping>(StringComparer.Ordinal);
        foreach (string field in TargetFields.All)
        {
            FieldMapping? old = before.Fields.GetValueOrDefault(field);
            string[] columns = [.. form[$"column.{field}"].OfType<string>().Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)];
            string value = form[$"value.{field}"].ToString().Trim();
            if (columns.Length == 0 && value.Length == 0)
            {
                continue;
            }

            // Columns of the layout that this table has not stay for the next one that has.
            string[] absent = [.. (old?.Columns ?? []).Where(c => ColumnNames.IndexOf(header, c) < 0)];
            fields.Add(field, new FieldMapping
            {
                Columns = columns.Length > 0 ? [.. columns, .. absent] : [],
                Value = columns.Length > 0 ? null : value,
                Values = Values(form, field, old),
                Separator = old?.Separator,
                Required = old?.Required ?? false,
            });
        }

        string[] leaveOut = [.. form["leave_out"].OfType<string>().Where(c => c.Length > 0)];
        string[] absentOut = [.. before.LeaveOut.Where(c => ColumnNames.IndexOf(header, c) < 0)];
        IEnumerable<string> needed = fields.Where(f => !TargetFields.IsAboutReport(f.Key)).SelectMany(f => f.Value.Columns);
        List<string> columnsInText = [.. before.Columns.Concat(needed).Concat(before.LeaveOut.Where(c => ColumnNames.IndexOf(header, c) >= 0)).Distinct(StringComparer.Ordinal)
            .Except(leaveOut, StringComparer.Ordinal)];
        string? free = fields.GetValueOrDefault("text")?.Columns.FirstOrDefault(columnsInText.Contains);
        return before with
        {
            Name = form["name"].ToString().Trim(),
            Columns = columnsInText,
            LeaveOut = [.. leaveOut, .. absentOut],
            FreeText = free,
            Fields = fields,
            DateOrder = Wire.Parse<DateOrder>(form["date_order"].ToString()),
        };
    }

    private static Dictionary<string, string>? Values(IFormCollection form, string field, FieldMapping? old)
    {
        string[] cells = [.. form[$"cell.{field}"].OfType<string>()], means = [.. form[$"means.{field}"].OfType<string>()];
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string cell, string meaning) in cells.Zip(means))
        {
            if (cell.Length > 0 && meaning.Trim().Length > 0)
            {
                values[cell] = meaning.Trim();
            }
        }

        // Meanings of cells that the form did not show stay.
        foreach ((string cell, string meaning) in old?.Values ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (!cells.Contains(cell, StringComparer.OrdinalIgnoreCase))
            {
                values.TryAdd(cell, meaning);
            }
        }

        return values.Count == 0 ? null : values;
    }
}
