using Hudna.Store;

namespace Hudna.Tests.Reading;

/// <summary>How much memory reading takes. Time differs from machine to machine; memory hardly does, and a closure made for each word shows in it.</summary>
public sealed class ReaderAllocationTests
{
    // About 120 on the sample's reports when this was written; 620 before closures were taken out of the loops over words.
    private const double BytesPerCharacterMax = 250;

    [Fact]
    public void SampleReports_TakeFewBytesACharacter()
    {
        string[] texts = [.. Directory.EnumerateFiles(Path.Combine(DataFolders.Find("missions/astana"), "reports"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        Array.ForEach(texts, t => Reader.Read(t, "2017-01-19"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Array.ForEach(texts, t => Reader.Read(t, "2017-01-19"));
        double bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / texts.Sum(t => (double)t.Length);
        Assert.True(bytes < BytesPerCharacterMax, $"{bytes:0} bytes a character");
    }
}
