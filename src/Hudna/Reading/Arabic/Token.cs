namespace Hudna.Reading.Arabic;

internal enum TokenKind : byte
{
    /// <summary>Arabic letters.</summary>
    Word,

    /// <summary>Letters of another script.</summary>
    Foreign,

    /// <summary>Digits, with separators between them.</summary>
    Number,

    /// <summary>One punctuation mark.</summary>
    Mark,

    /// <summary>A line break.</summary>
    Break,
}

/// <summary>A word, number or mark of the text, at its place in the original.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last; diacritics belong to the word they follow.</param>
/// <param name="Mark">The mark; a line break's '\n'; else '\0'.</param>
/// <param name="Word">What the lexicon makes of a word; null for anything else.</param>
/// <param name="Number">A number's value; null for anything else.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, char Mark, WordInfo? Word, decimal? Number)
{
    public bool Is(char mark) => Mark == mark;

    public bool IsQuote => Mark is '"' or '“' or '”' or '„' or '«' or '»' or '‟' or '″';

    public Cat Cats => Word?.Cats ?? Cat.None;
}
