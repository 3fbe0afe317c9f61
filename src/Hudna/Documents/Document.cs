namespace Hudna.Documents;

/// <summary>A document taken from a file: decoded text and what its container says of it.</summary>
/// <param name="Id">Id from the container (JSON Lines) or the file's name without extension.</param>
/// <param name="Text">The text to read, exactly as decoded (for HTML: the main text extracted, boilerplate left out).</param>
/// <param name="Title">Headline that markup or a field gives; else null.</param>
/// <param name="Published">Publication date that markup or a field gives; else null.</param>
/// <param name="Source">Outlet that markup or a field gives; else null.</param>
/// <param name="Url">Address that markup or a field gives; else null.</param>
/// <param name="MediaType"><c>text/plain</c>, <c>text/html</c> or <c>application/json</c>.</param>
/// <param name="Encoding"><c>utf-8</c>, <c>utf-16</c>, <c>windows-1256</c>, <c>windows-1252</c>, or the web name of another that markup declares.</param>
/// <param name="Original">The bytes it was taken from; for JSON Lines the line's bytes.</param>
public sealed record Document(
    string Id, string Text, string? Title, DateOnly? Published, string? Source, string? Url,
    string MediaType, string Encoding, ReadOnlyMemory<byte> Original)
{
    /// <summary>What was odd about the bytes and how it was dealt with, for the person who handed them in; mostly empty.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>1-based line of a JSON Lines file or a feed; null for other files.</summary>
    public int? Line { get; init; }

    /// <summary>The feed that it is an item of, where <see cref="Document.Id"/> is its own: the same item with another text is a later version of
    /// it. Null for other files.</summary>
    public string? Feed { get; init; }

    /// <summary>Why it is to be kept but not read, as <c>too-large</c>; null when it can be read.</summary>
    public string? Unread => Text.Length > DocumentFiles.LongestText ? "too-large" : null;
}

/// <summary>Why bytes could not be taken as a document.</summary>
/// <param name="Code"><c>empty</c>, <c>binary</c>, <c>unknown-encoding</c>, <c>too-large</c>, <c>bad-json</c>, <c>no-text</c>, <c>unknown-format</c>.</param>
/// <param name="Message">What is wrong, where, and what to do.</param>
/// <param name="Line">1-based line in the file, for JSON Lines; else null.</param>
public sealed record DocumentProblem(string Code, string Message, int? Line);

/// <summary>What a file held: documents, and what could not be taken as one. Both can be present for JSON Lines.</summary>
/// <param name="Documents">In the file's order.</param>
/// <param name="Problems">In the file's order.</param>
public sealed record DocumentsFound(IReadOnlyList<Document> Documents, IReadOnlyList<DocumentProblem> Problems);
