using System.CommandLine;
using System.Globalization;
using Hudna.Acts;
using Hudna.Bulletins;
using Hudna.Cli.Importing;
using Hudna.Cli.Reading;
using Hudna.Incidents;
using Hudna.Server.Features.Bulletins;
using Hudna.Store;

namespace Hudna.Cli;

/// <summary><c>hudna bulletin</c>: the joint bulletin of a day or a period, from the present state of the record or an earlier one.</summary>
internal static class BulletinCommand
{
    internal const string Examples = """
        Examples:
          hudna bulletin --date 2017-01-15 --lang ar                         as HTML, to standard output
          hudna bulletin --date 2017-01-09 --days 7 --lang en --out week.pdf
          hudna bulletin --date 2017-01-15 --lang en --publish --by "Joint Commission" --out 15.html
          hudna bulletin --date 2017-01-15 --lang en --state 2310 --out again.json

        The same state gives the same bytes of JSON and HTML. A PDF is printed by Chromium (in the path, or named in HUDNA_CHROMIUM) and is
        the same only with the same Chromium and fonts.
        Exit code: 0 done; 2 a date, language, format or state cannot be used, or there is no Chromium.
        """;

    internal static Command Build(Shell shell)
    {
        Option<string> date = new("--date") { Description = "First day, in the mission's zone, as 2017-01-15.", HelpName = "DAY", Required = true };
        Option<string> days = new("--days") { Description = "Number of days, 1 to 366 (default: 1).", HelpName = "N", DefaultValueFactory = _ => "1" };
        Option<string> language = new("--lang") { Description = "Language: ar or en.", HelpName = "LANG", Required = true };
        Option<string?> format = new("--format") { Description = "html, json or pdf (default: as the file's name ends, else html).", HelpName = "FORMAT" };
        Option<string?> output = new("--out") { Description = "File to write (default: standard output).", HelpName = "FILE" };
        Option<string> data = DataFolder.Option("The mission's data folder");
        Option<string?> state = new("--state") { Description = "Sequence number of the last act to take into account (default: the present one).", HelpName = "N" };
        Option<bool> publish = new("--publish") { Description = "Publish it under the next number; needs --by." };
        Option<string?> by = new("--by") { Description = "Who publishes it, as the record will show it.", HelpName = "NAME" };
        Command command = new("bulletin", "Write the joint bulletin of a day or a period, or publish it.") { date, days, language, format, output, data, state, publish, by };
        command.SetAction(async (parsed, _) =>
        {
            using Interruption interruption = new();
            return await RunAsync(
                shell,
                Asked.Of(
                    parsed.GetValue(date)!, parsed.GetValue(days)!, parsed.GetValue(language)!, parsed.GetValue(format), parsed.GetValue(output),
                    parsed.GetValue(state), parsed.GetValue(publish), parsed.GetValue(by)),
                parsed.GetValue(data)!, interruption.Token);
        });
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, Asked asked, string folder, CancellationToken cancellation)
    {
        if (!MissionRecord.IsIn(folder))
        {
            throw new BadInputException($"--data {folder}: there is no record. Make one with hudna demo, hudna import or hudna serve.");
        }

        // Before anything is published: a bulletin that cannot be written as asked is not published either.
        string? chromium = asked.Format == "pdf" ? BulletinPdf.Chromium() ?? throw new BadInputException(BulletinPdf.Missing) : null;
        await using MissionRecord mission = await MissionRecord.OpenAsync(folder, create: false, shell.Clock);
        try
        {
            long? state = asked.State;
            if (asked.Publisher is { } by)
            {
                Bulletin published = await mission.Mechanism.PublishBulletinAsync(asked.From, asked.Until, by, cancellation);
                shell.Say(string.Create(CultureInfo.InvariantCulture, $"published bulletin {published.Number}, state {published.State}, sha256 {published.Sha256}."));
                state = published.State;
            }

            BulletinContent content = await mission.Mechanism.BulletinAsync(asked.From, asked.Until, state, cancellation);
            byte[] json = BulletinJson.Write(content);
            string hash = ContentId.Sha256(json);
            int? number = (await mission.Record.BulletinsAsync(cancellation)).FirstOrDefault(b => string.Equals(b.Sha256, hash, StringComparison.Ordinal))?.Number;
            byte[] bytes = asked.Format switch
            {
                "json" => json,
                "html" => await BulletinHtml.RenderAsync(content, number, asked.Language),
                _ => await BulletinPdf.PrintAsync(chromium!, content, number, asked.Language, cancellation),
            };
            if (asked.Out is { } file)
            {
                await File.WriteAllBytesAsync(file, bytes, cancellation);
            }
            else
            {
                ClosedPipes.Write(shell.Out, bytes);
            }

            return ExitCode.Done;
        }
        catch (ArgumentOutOfRangeException)
        {
            long last = await mission.Record.StateAsync(cancellation);
            throw new BadInputException(last == 0
                ? $"{folder}: the record holds no act yet; there is nothing to tell."
                : string.Create(CultureInfo.InvariantCulture, $"--state {asked.State}: there is no such state; a number from 1 to {last} is expected."));
        }
        catch (InvalidActException e)
        {
            throw new BadInputException(e.Message);
        }
    }

    /// <summary>What was asked for.</summary>
    private sealed record Asked(DateOnly From, DateOnly Until, string Language, string Format, string? Out, long? State, string? Publisher)
    {
        public static Asked Of(string date, string days, string language, string? format, string? output, string? state, bool publish, string? by)
        {
            DateOnly from = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                ? day : throw new BadInputException($"--date {date}: a day such as 2017-01-15 is expected.");
            int count = int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= Mechanism.BulletinDaysMax
                ? number : throw new BadInputException($"--days {days}: a number from 1 to {Mechanism.BulletinDaysMax} is expected.");
            format ??= Path.GetExtension(output ?? "").TrimStart('.') is { Length: > 0 } ending ? ending.ToLowerInvariant() : "html";
            return new Asked(
                from, from.AddDays(count - 1),
                language is "ar" or "en" ? language : throw new BadInputException($"--lang {language}: ar or en is expected."),
                format is "html" or "json" or "pdf" ? format : throw new BadInputException($"--format {format}: html, json or pdf is expected."),
                output,
                state is null ? null : long.TryParse(state, NumberStyles.None, CultureInfo.InvariantCulture, out long at) && at > 0
                    ? at : throw new BadInputException($"--state {state}: the sequence number of an act, 1 or more, is expected."),
                !publish ? null : state is not null ? throw new BadInputException("--publish and --state: only the present state is published. Leave --state out.")
                    : string.IsNullOrWhiteSpace(by) ? throw new BadInputException("--publish: who publishes it is expected: --by NAME.") : by.Trim());
        }
    }
}
