namespace Hudna.Cli;

/// <summary>What the program tells the shell.</summary>
public static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Something failed that the input is not to blame for.</summary>
    public const int Failure = 1;

    /// <summary>Some input could not be used, or the command line is wrong; what could be used was.</summary>
    public const int BadInput = 2;

    /// <summary>Interrupted from the keyboard.</summary>
    public const int Interrupted = 130;
}
