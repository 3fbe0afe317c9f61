// Measures the reader and the linker against labels that stand outside the project. ./measure without arguments lists the measures.
using System.Globalization;
using Hudna.Measuring;
using Hudna.Reading.Arabic;
using Hudna.Store;

IMeasure[] measures =
[
    new Airwars(),
    new ArticleFit(),
    new Articles(),
    new Contested(),
    new Copies(),
    new Fuzz(),
    new Gsr(),
    new GsrFit(),
    new GsrSpans(),
    new LinkCurve(),
    new LinkPairs(),
    new LinkScore(),
    new Ner(),
    new ReadingTime(),
    new Slots(),
];

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
IMeasure? wanted = Array.Find(measures, m => args.Length > 0 && m.Name == args[0]);
if (wanted is null)
{
    await Console.Error.WriteLineAsync("Usage: ./measure MEASURE ARGUMENTS…\n" + string.Join('\n', measures.Select(m => $"  {m.Name} {m.Usage}")));
    return 2;
}

try
{
    wanted.Run(ArabicReader.Load(DataFolders.ReadLanguage(DataFolders.Find("lang/ar")), [], []), args[1..], Console.Out);
    return 0;
}
catch (MeasureException e)
{
    await Console.Error.WriteLineAsync($"measure: {e.Message}");
    return 2;
}
