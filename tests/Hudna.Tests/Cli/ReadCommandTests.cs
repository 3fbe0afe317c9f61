using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Hudna.Cli;
using Hudna.Documents;
using Hudna.Tests.Documents;

namespace Hudna.Tests.Cli;

public sealed class ReadCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    private static List<JsonElement> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<JsonElement>(l))];

    private static string Ids(string output) => string.Join(' ', Lines(output).Select(l => l.GetProperty("document").GetProperty("id").GetString()));

    [Fact]
    public async Task Read_Redirected_WritesTheContractsObject()
    {
        await run.RunAsync("read", run.Write("003_x.txt", Samples.Arabic));
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        JsonElement line = Assert.Single(Lines(run.Out));
        Assert.Equal("document times places actors quantities statements events facts", string.Join(' ', line.EnumerateObject().Select(p => p.Name)));
        JsonElement document = line.GetProperty("document");
        Assert.Equal("id language title published", string.Join(' ', document.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(("003_x", "ar"), (document.GetProperty("id").GetString(), document.GetProperty("language").GetString()));
    }

    /// <summary>Offsets are UTF-16 code units of the file's own text, whatever its line ends, marks and odd characters.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task Read_EveryMention_IsItsSliceOfTheFile(string mark)
    {
        string text = "🕊 هدنة\r\n\u200F" + Samples.Arabic.Replace("قصفا", "قصـــفًا", StringComparison.Ordinal) + Samples.Arabic;
        await run.RunAsync("read", "--published", "2016-12-30", run.Write("a.txt", mark + text));
        int mentions = 0;
        foreach (JsonProperty layer in Assert.Single(Lines(run.Out)).EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array))
        {
            foreach (JsonElement mention in layer.Value.EnumerateArray())
            {
                mentions++;
                (int start, int end) = (mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32());
                Assert.Equal(text[start..end], mention.GetProperty("text").GetString());
                Assert.False(string.IsNullOrEmpty(mention.GetProperty("rule").GetString()));
            }
        }

        Assert.True(mentions >= 6, $"only {mentions} mentions");
    }

    [Fact]
    public async Task Read_Arabic_IsNotEscaped()
    {
        await run.RunAsync("read", "--with-text", run.Write("a.txt", Samples.Arabic));
        Assert.Contains("قال متحدث", run.Out, StringComparison.Ordinal);
        Assert.Equal(Samples.Arabic, Lines(run.Out)[0].GetProperty("document").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Read_FilesAndFolders_ComeInTheOrderGivenAndOrdinalWithin()
    {
        string z = run.Write("z.txt", "هدنة");
        foreach (string name in (string[])["in/b.txt", "in/B.html", "in/a/c.jsonl", "in/skipped.pdf", "in/.hidden.txt"])
        {
            run.Write(name, name.EndsWith("jsonl", StringComparison.Ordinal) ? "{\"id\":\"c1\",\"text\":\"هدنة\"}\n{\"id\":\"c2\",\"text\":\"هدنة\"}" : "<p>قال المصدر إن الهدنة بدأت فجر الجمعة.</p>");
        }

        run.Input = Samples.Utf8("هدنة");
        await run.RunAsync("read", z, Path.Combine(run.Folder, "in"), "-", z);
        Assert.Equal("z B c1 c2 b stdin z", Ids(run.Out));
    }

    [Fact]
    public async Task Read_ManyDocuments_KeepTheirOrderAcrossCores()
    {
        string lines = string.Concat(Enumerable.Range(0, 1000).Select(i => $"{{\"id\":\"{i}\",\"text\":\"هدنة في حلب\"}}\n"));
        await run.RunAsync("read", run.Write("many.jsonl", lines));
        Assert.Equal(string.Join(' ', Enumerable.Range(0, 1000)), Ids(run.Out));
    }

    [Theory]
    [InlineData("2016-12-30", "2016-12-30")]
    [InlineData("a\t2016-12-31\nb\t2017-01-01\n", "2016-12-31")]
    [InlineData("# comment\n\nother\t2016-12-31\n", "2015-05-05")]
    public async Task Published_DateOrFile_GoesBeforeTheDocumentsOwn(string published, string expected)
    {
        string option = published.Contains('\t', StringComparison.Ordinal) ? run.Write("published.tsv", published) : published;
        await run.RunAsync("read", "--published", option, run.Write("x.jsonl", "{\"id\":\"a\",\"text\":\"هدنة\",\"published\":\"2015-05-05\"}"));
        Assert.Equal(expected, Lines(run.Out)[0].GetProperty("document").GetProperty("published").GetString());
    }

    [Theory]
    [InlineData("a\t2016-12-31\nb 2017-01-01\n", "published.tsv:2: ")]
    [InlineData("a\t31/12/2016\n", "published.tsv:1: ")]
    [InlineData("a\t2016-12-31\n\na\t2016-12-30\n", "published.tsv:3: ")]
    public async Task Published_BadLine_IsNamed(string content, string says)
    {
        await run.RunAsync("read", "--published", run.Write("published.tsv", content), run.Write("a.txt", "هدنة"));
        Assert.Equal((ExitCode.BadInput, ""), (run.Code, run.Out));
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_NeitherDateNorFile_SaysSo()
    {
        await run.RunAsync("read", "--published", "yesterday", run.Write("a.txt", "هدنة"));
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("--published yesterday: neither a date such as 2016-12-30 nor a file", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Each bad input has its outcome: named with its reason, exit code 2, and the good file beside it is read.</summary>
    [Theory]
    [InlineData("empty.txt", "", "holds no bytes")]
    [InlineData("blank.txt", " \n ", "nothing but spaces")]
    [InlineData("image.txt", "GIF89a and pixels", "GIF image")]
    [InlineData("menu.html", "<nav><a href=/>x</a></nav>", "no running text")]
    [InlineData("bad.jsonl", "{\"text\":\n", "bad.jsonl:1: not valid JSON")]
    [InlineData("table.csv", "a,b", "hudna import")]
    public async Task Read_UnusableFile_IsNamedAndTheOthersAreRead(string name, string content, string says)
    {
        await run.RunAsync("read", run.Write(name, content), run.Write("good.txt", "هدنة في حلب"));
        Assert.Equal((ExitCode.BadInput, "good"), (run.Code, Ids(run.Out)));
        Assert.Contains(name, run.Error, StringComparison.Ordinal);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_MissingFileAndEmptyFolder_AreNamedAndTheOthersAreRead()
    {
        string folder = Directory.CreateDirectory(Path.Combine(run.Folder, "none")).FullName;
        await run.RunAsync("read", Path.Combine(run.Folder, "gone.txt"), folder, run.Write("good.txt", "هدنة في حلب"));
        Assert.Equal((ExitCode.BadInput, "good"), (run.Code, Ids(run.Out)));
        Assert.Contains("gone.txt: no such file or folder", run.Error, StringComparison.Ordinal);
        Assert.Contains("none: no .txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_TwentyMegabytes_IsLeftUnreadAndSaidSo()
    {
        byte[] big = Samples.Utf8(string.Concat(Enumerable.Repeat(Samples.Arabic, 20_000_000 / Encoding.UTF8.GetByteCount(Samples.Arabic))));
        await run.RunAsync("read", run.Write("big.txt", big), run.Write("good.txt", "هدنة في حلب"));
        Assert.Equal((ExitCode.BadInput, "good"), (run.Code, Ids(run.Out)));
        Assert.Contains("big.txt: not read (too-large)", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_AnotherLanguage_IsSaidAndItsLayersAreEmpty()
    {
        await run.RunAsync("read", run.Write("en.txt", Samples.English));
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("en.txt: not read (language:en)", run.Error, StringComparison.Ordinal);
        JsonElement line = Assert.Single(Lines(run.Out));
        Assert.Equal("en", line.GetProperty("document").GetProperty("language").GetString());
        Assert.Equal(0, line.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task Read_Windows1256_IsReadAsItsText()
    {
        await run.RunAsync("read", "--with-text", run.Write("old.txt", Samples.Windows(1256).GetBytes(Samples.Arabic)));
        Assert.Equal(Samples.Arabic, Lines(run.Out)[0].GetProperty("document").GetProperty("text").GetString());
        Assert.Contains("old.txt: converted from windows-1256", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Html_GivesTitleAndDateOfTheMarkup()
    {
        await run.RunAsync("read", run.Write("p.html", "<title>عنوان</title><meta name=date content=2016-12-30><h1>عنوان الخبر</h1><p>قال المصدر إن الهدنة بدأت فجر الجمعة.</p>"));
        JsonElement document = Lines(run.Out)[0].GetProperty("document");
        Assert.Equal(("عنوان الخبر", "2016-12-30"), (document.GetProperty("title").GetString(), document.GetProperty("published").GetString()));
    }

    [Fact]
    public async Task Table_ShowsSentencesWithoutColourWhenRedirected()
    {
        await run.RunAsync("read", "--format", "table", "--published", "2016-12-30", run.Write("a.txt", Samples.Arabic));
        Assert.Contains("published 2016-12-30", run.Out, StringComparison.Ordinal);
        Assert.Contains("وأضاف أن قصفا مدفعيا", run.Out, StringComparison.Ordinal);
        Assert.Contains("event", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', run.Out);
    }

    [Fact]
    public async Task LanguageFolder_Missing_SaysWhich()
    {
        await run.RunAsync("read", "--lang", "/no/such", run.Write("a.txt", "هدنة"));
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("--lang /no/such: no such folder", run.Error, StringComparison.Ordinal);
    }

    /// <summary>As `hudna read … | head -n 1`: the process ends quietly once nobody reads.</summary>
    [Fact]
    public async Task Output_PipeClosed_EndsQuietly()
    {
        string lines = run.Write("many.jsonl", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{\"id\":\"{i}\",\"text\":\"هدنة\"}}\n")));
        ProcessStartInfo start = new("/bin/bash") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("\"$1\" \"$2\" read \"$3\" | head -n 1; echo \"code ${PIPESTATUS[0]}\"");
        start.ArgumentList.Add("bash");
        start.ArgumentList.Add("dotnet");
        start.ArgumentList.Add(typeof(HudnaCommand).Assembly.Location);
        start.ArgumentList.Add(lines);
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("{\"document\":{\"id\":\"0\"", output, StringComparison.Ordinal);
        Assert.EndsWith("code 0\n", output, StringComparison.Ordinal);
        Assert.Equal("", error);
    }

    [Fact]
    public void DirectoryExtensions_AreAllRead() =>
        Assert.All(DocumentFiles.Extensions, e => Assert.DoesNotContain(DocumentFiles.Read("x" + e, Samples.Utf8("x")).Problems, p => p.Code is "unknown-format"));
}
