using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Hudna.Cli;

/// <summary>The streams and the terminal that a command runs in; tests hand in their own.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output, unbuffered. Writing to a pipe whose reader is gone throws <see cref="IOException"/>.</param>
/// <param name="Error">Standard error.</param>
/// <param name="OutIsTerminal">Whether a person looks at the output.</param>
/// <param name="ErrorIsTerminal">Whether progress can be drawn.</param>
public sealed record Shell(Stream In, Stream Out, TextWriter Error, bool OutIsTerminal, bool ErrorIsTerminal)
{
    /// <summary>Today where the program runs.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether colour is wanted: not where NO_COLOR is set (no-color.org) or the terminal is dumb.</summary>
    public bool Color { get; init; } = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb");

#pragma warning disable CA2000 // The process's streams live as long as the process.

    /// <summary>The process's own.</summary>
    public static Shell OfProcess() =>
        new(
            Console.OpenStandardInput(),
            StandardOutput(),
            new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true },
            !Console.IsOutputRedirected,
            !Console.IsErrorRedirected);

    /// <summary>Says a problem on standard error: what, where, what to do.</summary>
    public void Say(string message) => Error.WriteLine($"hudna: {message}");

    // Console's own stream swallows a broken pipe, and then the rest is read for nobody. A file stream reports it; but on a regular file
    // it would keep a position of its own and write over what other programs append there.
    private static Stream StandardOutput()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        try
        {
            FileStream pipe = new(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return Stream.Null; // Standard output is closed.
        }
    }

#pragma warning restore CA2000
}
