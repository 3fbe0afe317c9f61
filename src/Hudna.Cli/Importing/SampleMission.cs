using Hudna.Missions;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Cli.Importing;

/// <summary>A mission's sample reports and observations, as its folder lists them.</summary>
/// <param name="folder">The mission's folder.</param>
internal sealed class SampleMission(string folder)
{
    /// <summary>The mission's settings, which the record remembers from then on.</summary>
    /// <exception cref="DataFileException">The file cannot be used.</exception>
    internal async Task<Mission> SettingsAsync(IRecord record, CancellationToken cancellation)
    {
        string settings = Path.Combine(folder, "mission.yaml");
        string text = await File.ReadAllTextAsync(settings, cancellation);
        Mission mission = MissionYaml.Read(text, settings);
        await record.RememberMissionAsync(text, cancellation);
        return mission;
    }

    /// <summary>Takes them in. What is in the record already is recognised and left as it is, so that an import cut off can be taken up again.</summary>
    /// <returns>What was refused; for a sample, nothing.</returns>
    /// <exception cref="DataFileException">The mission's files cannot be used.</exception>
    internal async Task<IReadOnlyList<ImportOutcome>> ImportAsync(Mission mission, MissionRecord record, ProgressLine progress, CancellationToken cancellation)
    {
        List<(string File, KnownOfFile Known)> files = await FilesAsync(mission, cancellation);
        FileImport import = new(record);
        List<ImportOutcome> refused = [];
        for (int i = 0; i < files.Count; i++)
        {
            byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(folder, files[i].File), cancellation);
            await import.TakeAsync(files[i].File, bytes, files[i].Known, (outcomes, _, _) => refused.AddRange(outcomes.Where(o => o.IsRefused)), cancellation);
            progress.Show(i + 1, files.Count);
        }

        return refused;
    }

    private async Task<List<(string File, KnownOfFile Known)>> FilesAsync(Mission mission, CancellationToken cancellation)
    {
        List<(string File, KnownOfFile Known)> files = [];
        if (mission.ReportsFile is { } index)
        {
            string path = Path.Combine(folder, index);
            files.AddRange(ReportIndex.Read(await File.ReadAllTextAsync(path, cancellation), path)
                .Select(e => (e.File, new KnownOfFile(e.Source, e.Published, e.Url))));
        }

        if (mission.ObservationsFile is { } table)
        {
            files.Add((table, new KnownOfFile(null, null, null)));
        }

        return files;
    }
}
