using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hudna.Server;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;

namespace Hudna.Cli;

/// <summary><c>hudna serve</c>: the site of a mission.</summary>
internal static class ServeCommand
{
    internal const string DefaultUrls = "http://localhost:5080";

    internal const string Examples = """
        Examples:
          hudna serve --mission missions/astana --data data
          hudna serve --mission missions/astana --data data --urls http://localhost:8080

        There are no accounts yet: whoever reaches the address can read and decide. Keep it on this machine or behind a gateway that asks
        who comes.
        """;

    /// <summary>Addresses, with HUDNA_URLS as the default when it is set.</summary>
    internal static Option<string> Urls() => new("--urls")
    {
        Description = $"Addresses to listen on, separated by semicolons (default: HUDNA_URLS, else {DefaultUrls}).",
        HelpName = "URL",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("HUDNA_URLS") is { Length: > 0 } urls ? urls : DefaultUrls,
    };

    internal static Command Build(Shell shell)
    {
        Option<string> mission = new("--mission") { Description = "The mission's folder; holds mission.yaml.", HelpName = "DIR", Required = true };
        Option<string> data = DataFolder.Option("The mission's data folder; made when it is not there");
        Option<string> urls = Urls();
        Command command = new("serve", "Serve a mission's site and API.") { mission, data, urls };
        command.SetAction(async (parsed, _) =>
        {
            string folder = parsed.GetValue(mission)!;
            if (!Directory.Exists(folder))
            {
                throw new BadInputException($"--mission {folder}: no such folder.");
            }

            using Interruption interruption = new();
            return await RunAsync(shell, folder, parsed.GetValue(data)!, parsed.GetValue(urls)!, interruption);
        });
        return command;
    }

    /// <summary>Serves until interrupted.</summary>
    internal static async Task<int> RunAsync(Shell shell, string missionFolder, string dataFolder, string urls, Interruption interruption)
    {
        foreach (string url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            Check(url);
        }

        ServerOptions options = new() { DataFolder = dataFolder, MissionFolder = missionFolder, Urls = urls, Time = shell.Clock };
        await using WebApplication app = await HudnaServer.BuildAsync(options, interruption.Token);
        await app.StartAsync(interruption.Token);
        shell.Say(string.Create(CultureInfo.InvariantCulture, $"serving {string.Join(' ', app.Urls)} with the record in {dataFolder}. Ctrl+C ends."));
        try
        {
            await Task.Delay(Timeout.Infinite, interruption.Token);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }

        return interruption.ByKeyboard ? ExitCode.Interrupted : ExitCode.Done;
    }

    // Asked before the host is built: its own report of a port in use is a page of stack trace.
    private static void Check(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            throw new BadInputException($"--urls {url}: an address such as {DefaultUrls} is expected.");
        }

        if (!address.IsLoopback)
        {
            return;
        }

        try
        {
            using TcpListener listener = new(IPAddress.Loopback, address.Port);
            listener.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new BadInputException($"{url} is in use, perhaps by another hudna. Stop it, or name another address with --urls.");
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new BadInputException($"{url}: this user may not listen on port {address.Port}. Name another with --urls.");
        }
    }
}
