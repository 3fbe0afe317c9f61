using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>One measure of how well the reader reads or the linker links, against labels that stand outside the project.</summary>
internal interface IMeasure
{
    /// <summary>The word that names it on the command line.</summary>
    string Name { get; }

    /// <summary>Its arguments and what it measures, one line.</summary>
    string Usage { get; }

    /// <summary>Measures and writes a table.</summary>
    /// <param name="reader">The reader that is measured; measures of files that the linker wrote have no use for it.</param>
    /// <param name="arguments">What stands after the name.</param>
    /// <param name="output">Where the table goes.</param>
    /// <exception cref="MeasureException">An argument or file is unusable.</exception>
    void Run(ArabicReader reader, string[] arguments, TextWriter output);
}

/// <summary>An argument or file that cannot be used: what, where, what to do.</summary>
internal sealed class MeasureException(string message) : Exception(message);
