namespace Hudna.Reading.Arabic;

/// <summary>Whether a verb's form tells who acts.</summary>
internal enum Voice : byte
{
    /// <summary>Unvocalised spelling writes active and passive alike (قتل): the sentence must tell.</summary>
    Unmarked,

    /// <summary>The passive would be written otherwise (حاصر beside حوصر).</summary>
    Active,

    /// <summary>A passive that spelling shows (حوصر, قيل).</summary>
    Passive,
}

/// <summary>What a form tells of its subject, or of its noun.</summary>
/// <param name="Person">1, 2 or 3; 0 when the form does not tell.</param>
/// <param name="Gender">'m' or 'f'; '\0' when the form does not tell.</param>
/// <param name="Number">'s', 'd' or 'p'; '\0' when the form does not tell.</param>
internal readonly record struct Concord(byte Person, char Gender, char Number)
{
    /// <summary>True when both can be said of one subject: what either does not tell contradicts nothing. A verb before its subject stands in the
    /// singular whatever follows, so its number is not compared; things in the plural take the feminine singular, which is for the caller to know.</summary>
    public bool Fits(Concord other) =>
        (Gender == '\0' || other.Gender == '\0' || Gender == other.Gender) && (Person == 0 || other.Person == 0 || Person == other.Person);
}
