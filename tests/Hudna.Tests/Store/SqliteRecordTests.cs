using Hudna.Store;
using Hudna.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hudna.Tests.Store;

/// <summary>The contract on SQLite, and what only a file can get wrong.</summary>
public sealed class SqliteRecordTests : RecordContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("hudna-").FullName;

    protected override string Location => folder;

    private string DatabaseFile => Path.Combine(folder, "hudna.db");

    protected override async Task<IRecord> OpenAsync() => await SqliteRecord.OpenAsync(folder, create: true);

    protected override async Task<IRecord> OpenOtherAsync() => await SqliteRecord.OpenAsync(Path.Combine(folder, "beside"), create: true);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Open_FolderWithoutRecord_SaysSoAndCreatesNothing()
    {
        string empty = Path.Combine(folder, "empty");
        RecordUnavailableException e = await Assert.ThrowsAsync<RecordUnavailableException>(() => SqliteRecord.OpenAsync(empty, create: false));
        Assert.Contains(empty, e.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(empty));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_FileThatIsNoDatabase_IsRefusedAndUntouched(bool create)
    {
        string other = Directory.CreateDirectory(Path.Combine(folder, "other")).FullName;
        string text = new('x', 5000);
        await File.WriteAllTextAsync(Path.Combine(other, "hudna.db"), text, Cancellation);
        await Assert.ThrowsAsync<RecordUnavailableException>(() => SqliteRecord.OpenAsync(other, create));
        Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(other, "hudna.db"), Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_AnotherProgramsDatabase_IsRefused(bool create)
    {
        string other = Directory.CreateDirectory(Path.Combine(folder, "other")).FullName;
        Execute(Path.Combine(other, "hudna.db"), "CREATE TABLE theirs(x)");
        await Assert.ThrowsAsync<RecordUnavailableException>(() => SqliteRecord.OpenAsync(other, create));
    }

    [Fact]
    public async Task Open_RecordOfNewerVersion_IsRefused()
    {
        await Record.DisposeAsync();
        Execute(DatabaseFile, "PRAGMA user_version = 99");
        RecordUnavailableException e = await Assert.ThrowsAsync<RecordUnavailableException>(() => SqliteRecord.OpenAsync(folder, create: true));
        Assert.Contains("newer", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acts_InTheFile_CannotBeChangedOrDeleted()
    {
        await FillAsync();
        Assert.Throws<SqliteException>(() => Execute(DatabaseFile, "UPDATE acts SET by = 'nobody'"));
        Assert.Throws<SqliteException>(() => Execute(DatabaseFile, "DELETE FROM acts"));
    }

    [Fact]
    public async Task Create_ByManyAtOnce_GivesOneRecord()
    {
        string shared = Path.Combine(folder, "shared");
        SqliteRecord[] all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SqliteRecord.OpenAsync(shared, create: true)));
        foreach (SqliteRecord record in all)
        {
            Assert.Equal(0, (await record.CountsAsync(Cancellation)).Acts);
            await record.DisposeAsync();
        }
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own constants
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
