namespace Hudna.Reading;

/// <summary>A reader that can say why it found what it found.</summary>
public interface IExplainingReader : IReader
{
    /// <summary>Reads a document and keeps what it takes to explain. The reading equals that of <see cref="IReader.Read"/>.</summary>
    /// <param name="id">The document's id, carried into the result.</param>
    /// <param name="text">The text as it stands.</param>
    /// <param name="published">The date that relative dates hang on; null lets the text's own date do it.</param>
    IExplainedReading Explain(string id, string text, DateOnly? published);
}

/// <summary>A reading with the reasons for each of its mentions, worked out when asked for.</summary>
public interface IExplainedReading
{
    /// <summary>What was found.</summary>
    DocumentReading Reading { get; }

    /// <summary>Why a mention of <see cref="Reading"/> was found.</summary>
    /// <exception cref="ArgumentException">The mention is not one of this reading.</exception>
    Explanation Of(IMention mention);
}
