namespace Hudna.Linking;

/// <summary>Reports that cannot be linked as given.</summary>
/// <param name="message">Which, what is wrong and what is expected.</param>
public sealed class LinkInputException(string message) : Exception(message);
