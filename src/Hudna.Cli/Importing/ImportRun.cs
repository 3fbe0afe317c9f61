using Hudna.Cli.Reading;
using Hudna.Documents;

namespace Hudna.Cli.Importing;

/// <summary>What a command line asks to import.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="Known">What is known of all files.</param>
/// <param name="Dates">Publication dates.</param>
/// <param name="Names">Files, folders, or <c>-</c>.</param>
internal sealed record ImportRun(string Folder, KnownOfFile Known, PublicationDates Dates, IReadOnlyList<string> Names)
{
    /// <summary>What is known of one of the files.</summary>
    internal KnownOfFile KnownOf(string path) => Known with { Published = Dates.For(DocumentFiles.IdOf(path)) };
}
