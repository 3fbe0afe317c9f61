namespace Hudna.Reading;

/// <summary>Turns a document's text into what it says. Pure: the same text, date and lexicons give the same reading on
/// every machine and culture. Safe to call from several threads at once.</summary>
public interface IReader
{
    /// <summary>Name and version of the reader and of its data, as it stands in the record of each claim it proposes.</summary>
    string Version { get; }

    /// <summary>BCP 47 code of the language it reads.</summary>
    string Language { get; }

    /// <summary>Reads a document.</summary>
    /// <param name="id">The document's id, carried into the result.</param>
    /// <param name="text">The text as it stands; offsets in the result are UTF-16 code units into it. May be empty.</param>
    /// <param name="published">The date that relative dates hang on; null lets the text's own date do it, if it has one.</param>
    DocumentReading Read(string id, string text, DateOnly? published);
}
