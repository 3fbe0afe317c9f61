namespace Hudna.Linking;

/// <summary>How two values of one field stand to one another.</summary>
internal enum Relation : byte
{
    /// <summary>One of them is not told.</summary>
    Unknown,

    /// <summary>The same, or sets with a member in common.</summary>
    Same,

    /// <summary>Near in the field's taxonomy.</summary>
    Related,

    /// <summary>Neither.</summary>
    Different,
}
