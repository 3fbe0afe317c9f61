using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Tests.Reading;

/// <summary>The reader with the project's own language data, loaded once for all tests.</summary>
internal static class Reader
{
    public static readonly ArabicReader Arabic = ArabicReader.Load(DataFolders.ReadLanguage(DataFolders.Find("lang/ar")), [], []);

    public static DocumentReading Read(string text, string? published = null) =>
        Arabic.Read("t", text, published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
