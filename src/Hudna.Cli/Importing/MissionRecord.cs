using Hudna.Documents;
using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;
using Hudna.Store.Sqlite;

namespace Hudna.Cli.Importing;

/// <summary>A mission's record in a folder, with the intake that reports go through.</summary>
internal sealed class MissionRecord : IAsyncDisposable
{
    private MissionRecord(IRecord record, Intake intake, Mechanism mechanism) => (Record, Intake, Mechanism) = (record, intake, mechanism);

    internal IRecord Record { get; }

    internal Intake Intake { get; }

    internal Mechanism Mechanism { get; }

    /// <summary>Opens the record of a data folder, or makes one.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="create">Whether to make a record where there is none.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="RecordUnavailableException">There is none, or it cannot be used.</exception>
    internal static async Task<MissionRecord> OpenAsync(string folder, bool create, TimeProvider time)
    {
        LanguageFiles language = DataFolders.ReadLanguage(DataFolders.Find(Path.Combine("lang", "ar")));
        IRecord record = await SqliteRecord.OpenAsync(folder, create);
        Assessing assessing = new(record, time);
        Intake intake = new(record, additions => Load(language, additions), LanguageGuess.Of, assessing, time);
        return new(record, intake, new Mechanism(record, intake, assessing, time));
    }

    /// <summary>Whether a data folder holds a record.</summary>
    internal static bool IsIn(string folder) => File.Exists(Path.Combine(folder, "hudna.db"));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Record.DisposeAsync();

    private static Readers Load(LanguageFiles files, Additions additions)
    {
        var reader = ArabicReader.Load(files, additions.Places, additions.Actors);
        return new Readers([reader], reader.Gazetteer);
    }
}
