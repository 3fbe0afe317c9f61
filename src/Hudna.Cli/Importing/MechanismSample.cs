using System.Globalization;
using System.Text;
using Hudna.Acts;
using Hudna.Coverage;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Store;

namespace Hudna.Cli.Importing;

/// <summary>A mission's agreement, desks, coverage and chronicle, as its folder holds them.</summary>
/// <param name="folder">The mission's folder.</param>
/// <param name="mission">The record and its workflows.</param>
internal sealed class MechanismSample(string folder, MissionRecord mission)
{
    // How many of the chronicle's entries are in the record: an import cut off goes on after them.
    private const string DoneFile = "chronicle-done";

    /// <summary>Files the agreement and records the desks: to be done before reports are read, so that each incident is weighed once.</summary>
    /// <exception cref="DataFileException">A file cannot be used.</exception>
    internal async Task PrepareAsync(Mission settings, CancellationToken cancellation)
    {
        IReadOnlyList<Desk> desks = await DesksAsync(settings, cancellation);
        string by = RecordedBy(desks);
        if (settings.AgreementFile is { } agreement)
        {
            byte[] file = await File.ReadAllBytesAsync(Path.Combine(folder, agreement), cancellation);
            await mission.Mechanism.FileAgreementAsync(file, Path.Combine(folder, agreement), "The mission's file.", by, cancellation);
        }

        HashSet<string> known = [.. (await mission.Record.DesksAsync(cancellation)).Select(d => d.Id)];
        foreach (Desk desk in desks.Where(d => !known.Contains(d.Id)))
        {
            await mission.Mechanism.RecordAsync(desk.Id, new DeskRecorded(0, desk.Name, desk.Role, desk.ActorId, desk.Members), by, cancellation);
        }
    }

    /// <summary>Records coverage and all that the chronicle tells, once the reports are read.</summary>
    /// <returns>Rows of coverage that were refused; for a sample, none.</returns>
    /// <exception cref="DataFileException">A file cannot be used, or the record refuses what an entry tells.</exception>
    internal async Task<IReadOnlyList<string>> ReplayAsync(Mission settings, string dataFolder, ProgressLine progress, CancellationToken cancellation)
    {
        IReadOnlyList<Desk> desks = await DesksAsync(settings, cancellation);
        List<string> refused = [];
        if (settings.CoverageFile is { } coverage)
        {
            byte[] table = await File.ReadAllBytesAsync(Path.Combine(folder, coverage), cancellation);
            refused.AddRange((await new CoverageImport(mission).TakeAsync(coverage, Encoding.UTF8.GetString(table), RecordedBy(desks), cancellation))
                .Where(o => o.IsRefused).Select(o => o.Detail));
        }

        if (settings.ChronicleFile is { } chronicle)
        {
            string file = Path.Combine(folder, chronicle);
            IReadOnlyList<ChronicleEntry> entries = ChronicleYaml.Read(await File.ReadAllTextAsync(file, cancellation), file);
            ChronicleCheck.Check(entries, file, desks, await mission.Intake.GazetteerAsync(cancellation));
            await ReplayAsync(entries, file, settings, Path.Combine(dataFolder, DoneFile), progress, cancellation);
        }

        return refused;
    }

    private async Task ReplayAsync(
        IReadOnlyList<ChronicleEntry> entries, string file, Mission settings, string doneFile, ProgressLine progress, CancellationToken cancellation)
    {
        int done = File.Exists(doneFile) ? int.Parse(await File.ReadAllTextAsync(doneFile, cancellation), CultureInfo.InvariantCulture) : 0;
        string? observations = settings.ObservationsFile is { } name ? await File.ReadAllTextAsync(Path.Combine(folder, name), cancellation) : null;
        var replay = new ChronicleReplay(mission, observations is null ? [] : Hudna.Importing.Observations.Read(observations).Rows);
        for (int i = 0; i < entries.Count; i++)
        {
            try
            {
                await replay.TakeAsync(entries[i], isDone: i < done, cancellation);
            }
            catch (Exception e) when (e is InvalidActException or RecordConflictException)
            {
                throw new DataFileException(file, entries[i].Line, e.Message);
            }

            if (i >= done)
            {
                await File.WriteAllTextAsync(doneFile, (i + 1).ToString(CultureInfo.InvariantCulture), cancellation);
            }

            progress.Show(i + 1, entries.Count);
        }
    }

    private async Task<IReadOnlyList<Desk>> DesksAsync(Mission settings, CancellationToken cancellation)
    {
        if (settings.DesksFile is not { } desks)
        {
            return [];
        }

        string file = Path.Combine(folder, desks);
        return DesksYaml.Read(await File.ReadAllTextAsync(file, cancellation), file, await mission.Intake.GazetteerAsync(cancellation));
    }

    // The mechanism's own desk keeps its files.
    private static string RecordedBy(IReadOnlyList<Desk> desks) =>
        desks.FirstOrDefault(d => d.Role == DeskRole.Secretariat)?.Members is { Count: > 0 } members ? members[0].Name : Act.MachinePrefix + "import/1";
}
