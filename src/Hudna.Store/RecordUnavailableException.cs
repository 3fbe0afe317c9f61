namespace Hudna.Store;

/// <summary>A record cannot be opened: there is none, it is not ours, or a newer program wrote it. Nothing was changed.</summary>
/// <param name="message">What is in the way and what to do.</param>
public sealed class RecordUnavailableException(string message) : Exception(message);
