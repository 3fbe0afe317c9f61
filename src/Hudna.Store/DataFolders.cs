using Hudna.Reading;

namespace Hudna.Store;

/// <summary>Finds and reads the folders of data that travel with the program.</summary>
public static class DataFolders
{
    /// <summary>The folder <c>lang/ar</c> or <c>missions/astana</c>: beside the program, or above it in a checkout.</summary>
    /// <exception cref="DirectoryNotFoundException">It is in neither.</exception>
    public static string Find(string relative)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, relative);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"No folder {relative} beside or above {AppContext.BaseDirectory}. Name one by its option.");
    }

    /// <summary>Reads every .tsv file of a language's folder.</summary>
    public static LanguageFiles ReadLanguage(string folder) =>
        new(folder, Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal)
            .ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal));
}
