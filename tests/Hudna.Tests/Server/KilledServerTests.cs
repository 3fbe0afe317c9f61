using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Hudna.Store.Sqlite;

namespace Hudna.Tests.Server;

/// <summary>A real server process, killed without warning while reports come in.</summary>
public sealed class KilledServerTests
{
    private const int AcceptedBeforeTheEnd = 25;

    [Fact]
    public async Task Killed_WhileFiling_HasEveryReportThatItAccepted()
    {
        string folder = Directory.CreateTempSubdirectory("hudna-kill-").FullName;
        int port = FreePort();
        var accepted = new List<string>();
        using (Process server = Start(folder, port))
        {
            try
            {
                using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
                await AnsweringAsync(client);
                Task killed = Task.CompletedTask;
                for (int i = 0; ; i++)
                {
                    try
                    {
                        HttpResponseMessage answer = await client.PostAsJsonAsync(
                            "/api/reports", new { by = "Desk", source = "Radio", text = $"قصف الجيش السوري بلدة بسيمة يوم الجمعة وقتل {i} أشخاص." },
                            TestContext.Current.CancellationToken);
                        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                        accepted.Add(answer.Headers.Location!.ToString().Split('/')[^1]);
                    }
                    catch (HttpRequestException)
                    {
                        // Killed: what was not answered was not accepted.
                        break;
                    }

                    if (accepted.Count == AcceptedBeforeTheEnd)
                    {
                        // From another thread, so that it falls somewhere into the reports that follow.
                        killed = Task.Run(server.Kill, TestContext.Current.CancellationToken);
                    }
                }

                await killed;
            }
            finally
            {
                if (!server.HasExited)
                {
                    server.Kill();
                }
            }

            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.True(accepted.Count >= AcceptedBeforeTheEnd);
        await using SqliteRecord record = await SqliteRecord.OpenAsync(folder, create: false);
        foreach (string id in accepted)
        {
            Assert.NotNull(await record.ReportAsync(id, TestContext.Current.CancellationToken));
        }

        // And what it left unread is read by the next one.
        await using Site next = await Site.StartAsync(folder);
        foreach (string id in accepted)
        {
            Assert.NotEqual(Hudna.Incidents.ReportStatus.Queued, (await next.ReadAsync(id)).Status);
        }
    }

    private static Process Start(string folder, int port)
    {
        var info = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in new[]
        {
            Path.Combine(AppContext.BaseDirectory, "Hudna.Cli.dll"), "serve", "--mission", Path.Combine(Repository.Root, "missions", "astana"),
            "--data", folder, "--urls", $"http://127.0.0.1:{port}",
        })
        {
            info.ArgumentList.Add(argument);
        }

        Process server = Process.Start(info)!;
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        return server;
    }

    private static async Task AnsweringAsync(HttpClient client)
    {
        for (int i = 0; i < 300; i++)
        {
            try
            {
                using HttpResponseMessage answer = await client.GetAsync("/api/overview", TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The server did not answer within 30 seconds.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
