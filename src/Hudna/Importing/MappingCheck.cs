namespace Hudna.Importing;

/// <summary>Whether a mapping can be kept. Pure; every store asks it before it appends.</summary>
public static class MappingCheck
{
    private const int NameLengthMax = 300;
    private const int ColumnsMax = 2_000;
    private const int ValuesMax = 5_000;

    /// <summary>What is wrong, by its path and with what is expected; null when nothing is.</summary>
    public static string? Problem(Mapping mapping)
    {
        if (string.IsNullOrWhiteSpace(mapping.Name) || mapping.Name.Length > NameLengthMax)
        {
            return $"name: 1 to {NameLengthMax} characters are expected";
        }

        if (!Layouts.Names.Contains(mapping.Layout, StringComparer.Ordinal))
        {
            return $"layout: \"{mapping.Layout}\" is none; one of {string.Join(", ", Layouts.Names)} is expected";
        }

        if (mapping.Register is { } register && (string.IsNullOrWhiteSpace(register) || register.Length > NameLengthMax))
        {
            return $"register: a name of 1 to {NameLengthMax} characters, or none, is expected";
        }

        if (mapping.Columns.Count is 0 or > ColumnsMax || mapping.AllColumns.Count() > ColumnsMax)
        {
            return $"columns: 1 to {ColumnsMax} are expected";
        }

        return Columns(mapping) ?? Codes(mapping) ?? mapping.Fields.Select(f => Field(f.Key, f.Value) ?? InText(mapping, f.Key, f.Value)).FirstOrDefault(p => p is not null);
    }

    private static string? Columns(Mapping mapping)
    {
        string? odd = mapping.AllColumns.Concat(mapping.Signature).FirstOrDefault(c => ColumnNames.Clean([c]) is not [var clean] || !string.Equals(clean, c, StringComparison.Ordinal));
        if (odd is not null)
        {
            return $"columns: \"{odd}\" is no name of a column: one line without \": \" and without blanks around it is expected";
        }

        if (mapping.Columns.Intersect(mapping.LeaveOut, StringComparer.Ordinal).FirstOrDefault() is { } both)
        {
            return $"leave_out: \"{both}\" stands in columns too; in one of them it is expected";
        }

        if (mapping.Key is { } key && key.FirstOrDefault(c => !mapping.Columns.Contains(c, StringComparer.Ordinal)) is { } foreign)
        {
            return $"key: \"{foreign}\" is none of the columns";
        }

        return mapping.FreeText is { } free && !mapping.Columns.Contains(free, StringComparer.Ordinal)
            ? $"free_text: \"{free}\" is none of the columns" : null;
    }

    private static string? Codes(Mapping mapping) => mapping.Codes is { } codes && !EventCodes.Schemes.Contains(codes, StringComparer.Ordinal)
        ? $"codes: \"{codes}\" is none; one of {string.Join(", ", EventCodes.Schemes)} is expected" : null;

    // What is claimed must rest on words of the report.
    private static string? InText(Mapping mapping, string name, FieldMapping field) =>
        !TargetFields.IsAboutReport(name) && field.Columns.FirstOrDefault(c => !mapping.Columns.Contains(c, StringComparer.Ordinal)) is { } outside
            ? $"fields.{name}: \"{outside}\" is none of the columns that go into the report" : null;

    private static string? Field(string name, FieldMapping field) =>
        !TargetFields.All.Contains(name, StringComparer.Ordinal) ? $"fields: \"{name}\" is none; one of {string.Join(", ", TargetFields.All)} is expected"
        : field.Columns.Count == 0 && string.IsNullOrEmpty(field.Value) ? $"fields.{name}: columns or a value are expected"
        : field.Columns.Count > 0 && field.Value is not null ? $"fields.{name}: columns or a value are expected, not both"
        : field.Separator is { Length: 0 or > 10 } ? $"fields.{name}.separator: 1 to 10 characters are expected"
        : field.Values?.Count > ValuesMax ? $"fields.{name}.values: at most {ValuesMax} are expected"
        : field.Values?.FirstOrDefault(v => v.Key.Trim('*').Length == 0) is { Key: not null } empty ? $"fields.{name}.values: \"{empty.Key}\" means nothing; the words of a cell are expected"
        : null;
}
