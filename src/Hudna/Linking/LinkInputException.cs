namespace Hudna.Linking;

/// <summary>Reports that cannot be linked as given; the message says which, what is wrong and what is expected.</summary>
public sealed class LinkInputException : Exception
{
    /// <param name="message">What, where and what to do.</param>
    public LinkInputException(string message)
        : base(message)
    {
    }
}
