namespace Hudna.Cli.Reading;

/// <summary>Writing to an output that may be a pipe.</summary>
internal static class ClosedPipes
{
    private const int BrokenPipe = 32; // EPIPE on Linux and macOS.

    /// <summary>Writes all bytes.</summary>
    /// <exception cref="ClosedPipeException">The pipe's reader is gone.</exception>
    /// <exception cref="IOException">Writing failed otherwise, as on a full disk.</exception>
    internal static void Write(Stream output, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            output.Write(bytes.Span);
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) == BrokenPipe || e.Message.Contains("Broken pipe", StringComparison.Ordinal))
        {
            throw new ClosedPipeException();
        }
    }
}
