using Hudna.Documents;
using Hudna.Reading;

namespace Hudna.Cli.Reading;

/// <summary>A form in which readings are put out. Making one ready may happen on several threads at once; writing is in order.</summary>
internal interface IReadingWriter : IDisposable
{
    /// <summary>Makes a document's output ready, as UTF-8.</summary>
    /// <param name="document">What was read.</param>
    /// <param name="reading">What was found in it.</param>
    /// <param name="reasons">Why it was found; null when reasons were not asked for, or nothing was read.</param>
    ReadOnlyMemory<byte> Prepare(Document document, DocumentReading reading, IExplainedReading? reasons);

    /// <summary>Writes what was made ready.</summary>
    /// <exception cref="ClosedPipeException">Nobody reads it any more.</exception>
    void Write(ReadOnlyMemory<byte> prepared);
}
