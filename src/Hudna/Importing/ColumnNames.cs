using System.Text;

namespace Hudna.Importing;

/// <summary>Names of columns: how they are written in a report's text, and when two are the same.</summary>
public static class ColumnNames
{
    /// <summary>Names on one line each, blanks run together, none empty, no two the same. ": " ends a name in a report's text and so
    /// cannot stand inside one.</summary>
    public static IReadOnlyList<string> Clean(IReadOnlyList<string> header)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var clean = new List<string>(header.Count);
        for (int i = 0; i < header.Count; i++)
        {
            string name = string.Join(' ', header[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(": ", ":", StringComparison.Ordinal);
            name = name.Length == 0 ? string.Create(null, $"column {i + 1}") : name;
            string unique = name;
            for (int n = 2; !seen.Add(unique); n++)
            {
                unique = string.Create(null, $"{name} ({n})");
            }

            clean.Add(unique);
        }

        return clean;
    }

    /// <summary>What two spellings of a name have in common: letters and digits, lower case.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>Where each of some columns stands in a header: by the very name, else by the first that folds alike; -1 where none does.</summary>
    public static int IndexOf(IReadOnlyList<string> header, string column)
    {
        string folded = Fold(column);
        int alike = -1;
        for (int i = 0; i < header.Count; i++)
        {
            if (string.Equals(header[i], column, StringComparison.Ordinal))
            {
                return i;
            }

            if (alike < 0 && folded.Length > 0 && string.Equals(Fold(header[i]), folded, StringComparison.Ordinal))
            {
                alike = i;
            }
        }

        return alike;
    }
}
