using System.CommandLine;
using System.Globalization;
using System.Text;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Cli.Importing;
using Hudna.Cli.Reading;
using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Cli;

/// <summary><c>hudna agreement check</c> and <c>file</c>: reads an agreement file, looks up its names and says what it holds or what is
/// wrong; puts it in the record.</summary>
internal static class AgreementCommand
{
    internal const string Examples = """
        Examples:
          hudna agreement check missions/astana/agreement.yaml
          hudna agreement file missions/astana/agreement.yaml --data /srv/hudna --by "A. Name"
          hudna agreement file new.yaml --data /srv/hudna --by "A. Name" --reason "amendment of 24 January"

        The format of agreement files: docs/agreement-files.md.
        Exit code: 0 the file can be used; 2 it cannot, as standard error says by line and path.
        """;

    internal static Command Build(Shell shell) => new("agreement", "Work with agreement files.") { Check(shell), FileIn(shell) };

    private static Command Check(Shell shell)
    {
        Option<string?> language = new("--lang") { Description = "Folder of language data instead of the one that came with the program.", HelpName = "DIR" };
        Argument<string> file = new("FILE") { Description = "The agreement file." };
        Command command = new("check", "Check an agreement file and the names in it.") { language, file };
        command.SetAction(parsed =>
        {
            string name = parsed.GetValue(file)!;
            string text = File.Exists(name) ? File.ReadAllText(name) : throw new BadInputException($"{name}: no such file.");
            Agreement agreement = AgreementYaml.Read(text, name);
            IReadOnlyList<AgreementProblem> unknown = AgreementCheck.Names(agreement, Gazetteer(parsed.GetValue(language)));
            foreach (DataFileException problem in unknown.Select(p => AgreementYaml.Locate(text, name, p)).OrderBy(p => p.Line))
            {
                shell.Say(problem.Message);
            }

            if (unknown.Count > 0)
            {
                return ExitCode.BadInput;
            }

            ClosedPipes.Write(shell.Out, Encoding.UTF8.GetBytes(Summary(agreement)));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command FileIn(Shell shell)
    {
        Option<string> data = DataFolder.Option("The mission's data folder");
        Option<string> by = new("--by") { Description = "Who files it, as the record will show it.", HelpName = "NAME", Required = true };
        Option<string?> reason = new("--reason") { Description = "Why there is a new version; needed when the record has one already.", HelpName = "TEXT" };
        Argument<string> file = new("FILE") { Description = "The agreement file." };
        Command command = new("file", "File an agreement, or a new version of it, in a mission's record; every incident is weighed anew.") { data, by, reason, file };
        command.SetAction(async (parsed, _) =>
        {
            using Interruption interruption = new();
            string name = parsed.GetValue(file)!, folder = parsed.GetValue(data)!;
            byte[] bytes = File.Exists(name) ? await File.ReadAllBytesAsync(name, interruption.Token) : throw new BadInputException($"{name}: no such file.");
            if (!MissionRecord.IsIn(folder))
            {
                shell.Say($"no record in {folder} yet: making one.");
            }

            await using MissionRecord mission = await MissionRecord.OpenAsync(folder, create: true, shell.Clock);
            try
            {
                (Agreement agreement, bool isNew) = await mission.Mechanism.FileAgreementAsync(
                    bytes, name, parsed.GetValue(reason) ?? "", parsed.GetValue(by)!.Trim(), interruption.Token);
                ClosedPipes.Write(shell.Out, Encoding.UTF8.GetBytes(Summary(agreement)));
                shell.Say(isNew ? "filed." : "this very file is the record's agreement already; nothing was changed.");
                return ExitCode.Done;
            }
            catch (Exception e) when (e is InvalidActException or RecordConflictException)
            {
                throw new BadInputException($"{name}: {e.Message}");
            }
        });
        return command;
    }

    private static Gazetteer Gazetteer(string? language)
    {
        string folder = language is null ? DataFolders.Find("lang/ar")
            : Directory.Exists(language) ? language : throw new BadInputException($"--lang {language}: no such folder.");
        return ArabicReader.Load(DataFolders.ReadLanguage(folder), [], []).Gazetteer;
    }

    private static string Summary(Agreement a)
    {
        (int parties, int guarantors) = (Roles(a, ParticipantRole.Party), Roles(a, ParticipantRole.Guarantor));
        string ended = a.EndedAt is { } end ? string.Create(CultureInfo.InvariantCulture, $", ended {end:yyyy-MM-dd HH:mm}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
            {a.Id}: {a.Name.En}
            in force: {a.InForceFrom:yyyy-MM-dd HH:mm} {a.Zone}{ended}
            documents: {a.Documents.Count}
            parties: {parties}; guarantors: {guarantors}; other roles: {Others(a)}
            adherence records: {a.Adherences.Count}
            areas: {a.Areas.Count}
            provisions: {a.Provisions.Count}
            listings: {a.Listings.Count}, kept by {a.Listers.Count} listers
            commissions: {a.Commissions.Count}

            """).ReplaceLineEndings("\n");
    }

    private static int Others(Agreement agreement) =>
        agreement.Participants.Count(p => p.Role is not (ParticipantRole.Party or ParticipantRole.Guarantor));

    private static int Roles(Agreement agreement, ParticipantRole role) =>
        agreement.Participants.Where(p => p.Role == role).Select(p => p.ActorId).Distinct(StringComparer.Ordinal).Count();
}
