namespace Hudna.Documents;

/// <summary>Plain text: the whole file is the text, line ends and odd spaces included, so that spans point into the file itself.</summary>
public static class PlainText
{
    /// <summary>Reads a text file.</summary>
    /// <param name="fileName">Its name, for the id and for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="charset">Encoding that a transport header declares; null when none does.</param>
    public static DocumentsFound Read(string fileName, ReadOnlyMemory<byte> bytes, string? charset = null)
    {
        if (!TextDecoding.TryDecode(bytes.Span, charset, out DecodedText? decoded, out DocumentProblem? problem))
        {
            return DocumentFiles.Refused(problem with { Message = $"{fileName}: {problem.Message}" });
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return DocumentFiles.Refused(new("empty", $"{fileName}: holds nothing but spaces.", null));
        }

        Document document = new(DocumentFiles.IdOf(fileName), decoded.Text, null, null, null, null, "text/plain", decoded.Encoding, bytes)
        {
            Notes = decoded.Notes,
        };
        return new([document], []);
    }
}
