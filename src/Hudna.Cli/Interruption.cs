using System.Runtime.InteropServices;

namespace Hudna.Cli;

/// <summary>Ctrl+C and SIGTERM as a cancellation, so that a command ends between two steps and not within one.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration keyboard;
    private readonly PosixSignalRegistration termination;

    internal Interruption()
    {
        keyboard = PosixSignalRegistration.Create(PosixSignal.SIGINT, c => Stop(c, byKeyboard: true));
        termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, c => Stop(c, byKeyboard: false));
    }

    internal CancellationToken Token => source.Token;

    /// <summary>Whether it came from the keyboard.</summary>
    internal bool ByKeyboard { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        keyboard.Dispose();
        termination.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext context, bool byKeyboard)
    {
        context.Cancel = true;
        ByKeyboard |= byKeyboard;
        source.Cancel();
    }
}
