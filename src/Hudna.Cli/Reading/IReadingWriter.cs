using Hudna.Documents;
using Hudna.Reading;

namespace Hudna.Cli.Reading;

/// <summary>A form in which readings are put out. Making one ready may happen on several threads at once; writing is in order.</summary>
internal interface IReadingWriter : IDisposable
{
    /// <summary>Makes a document's output ready, as UTF-8.</summary>
    ReadOnlyMemory<byte> Prepare(Document document, DocumentReading reading);

    /// <summary>Writes what was made ready.</summary>
    /// <exception cref="ClosedPipeException">Nobody reads it any more.</exception>
    void Write(ReadOnlyMemory<byte> prepared);
}
