using Hudna.Store;

namespace Hudna.Server;

/// <summary>What a server needs to know before it starts.</summary>
public sealed record ServerOptions
{
    /// <summary>Folder of the record and of the server's own keys; made when it is not there.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder of the mission; holds <c>mission.yaml</c>.</summary>
    public required string MissionFolder { get; init; }

    /// <summary>Folder of the language data; null finds <c>lang/ar</c> beside the program or above it.</summary>
    public string? LanguageFolder { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons. Only this machine by default: there are no accounts yet.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Largest upload in bytes, all files of one form together.</summary>
    public long UploadBytesMax { get; init; } = 64L * 1024 * 1024;

    internal string LanguageFolderOrFound => LanguageFolder ?? DataFolders.Find(Path.Combine("lang", "ar"));
}
