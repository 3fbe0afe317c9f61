namespace Hudna.Reading;

/// <summary>The data files of one language, by name (<c>months.tsv</c>), as text. Reading itself opens no file.</summary>
/// <param name="Folder">Where they came from, for error messages.</param>
/// <param name="Texts">Contents by file name.</param>
public sealed record LanguageFiles(string Folder, IReadOnlyDictionary<string, string> Texts);

/// <summary>A data file says something that cannot be used.</summary>
/// <param name="file">The file.</param>
/// <param name="line">1-based line; 0 when the file as a whole is meant.</param>
/// <param name="problem">What is wrong and what is expected.</param>
public sealed class DataFileException(string file, int line, string problem)
    : Exception(line == 0 ? $"{file}: {problem}" : $"{file}:{line}: {problem}")
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>1-based line; 0 when the file as a whole is meant.</summary>
    public int Line { get; } = line;
}
