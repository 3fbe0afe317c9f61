using System.CommandLine.Parsing;
using Hudna.Documents;

namespace Hudna.Cli.Reading;

/// <summary>The files that a command line names: in the order given, folders opened up in ordinal order of their paths.</summary>
internal static class InputFiles
{
    /// <summary>Opens up folders.</summary>
    /// <param name="names">Files, folders, or <c>-</c>.</param>
    /// <param name="extensions">What to take from folders, lower case, with the dot; a file named itself is always taken.</param>
    /// <returns>Each file's path; a null path with its problem where a name leads nowhere.</returns>
    internal static IEnumerable<(string? Path, string? Problem)> Of(IEnumerable<string> names, IReadOnlyList<string> extensions)
    {
        foreach (string name in names)
        {
            if (name is "-" || File.Exists(name))
            {
                yield return (name, null);
            }
            else if (Directory.Exists(name))
            {
                bool any = false;
                foreach (string path in Inside(name, extensions))
                {
                    any = true;
                    yield return (path, null);
                }

                if (!any)
                {
                    yield return (null, $"{name}: no {string.Join(' ', extensions)} files in this folder.");
                }
            }
            else
            {
                yield return (null, $"{name}: no such file or folder.");
            }
        }
    }

    /// <summary>A name that starts with a hyphen and is no file is a mistyped option, not a missing file.</summary>
    internal static void RefuseUnknownOptions(ArgumentResult names)
    {
        foreach (Token name in names.Tokens)
        {
            if (name.Value.Length > 1 && name.Value[0] == '-' && !Path.Exists(name.Value))
            {
                names.AddError($"Unknown option {name.Value}.");
            }
        }
    }

    /// <summary>A file's bytes, or why there are none.</summary>
    internal static (byte[]? Bytes, string? Problem) Read(string path, Stream standardInput)
    {
        try
        {
            if (path is "-")
            {
                using MemoryStream all = new();
                standardInput.CopyTo(all);
                return (all.ToArray(), null);
            }

            return new FileInfo(path).Length > DocumentFiles.LargestFile
                ? (null, $"{path}: above the limit of {DocumentFiles.LargestFile / 1_000_000} MB. Split it.")
                : (File.ReadAllBytes(path), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"{path}: {e.Message}");
        }
    }

    private static IEnumerable<string> Inside(string folder, IReadOnlyList<string> extensions) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden })
            .Where(f => extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
}
