using System.Text;
using Hudna.Documents;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Tests.Documents;

namespace Hudna.Tests.Importing;

#pragma warning disable CA5394 // Seeded on purpose: a failure is the same again.

/// <summary>Damaged files: each parser answers with rows, problems or a refusal, never with another exception and never with spans outside
/// the text. The seeds are fixed, so a failure can be had again.</summary>
public sealed class ParserFuzzTests
{
    private const string Csv = "event_id_cnty,event_date,time_precision,sub_event_type,actor1,assoc_actor_1,location,latitude,longitude,geo_precision,notes,fatalities\n"
        + "SYR1,2017-01-05,1,Armed clash,Group A,\"B; C\",Taftanaz,35.99,36.79,1,\"He said \"\"no\"\".\nThen: left\",3\nSYR2,03/04/2017,2,Other,ج,,Taftanaz,35,36,2,x,0\n";

    private const string Json = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":1,\"properties\":{\"date\":\"2017-01-05\",\"place\":\"Taftanaz\",\"n\":{\"x\":[1,null]}},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[36,35],[37,35],[37,36],[36,35]]]}}]}";

    private const string Signs = "\",;\n\r:{}[]<>&/\0";

    private static readonly byte[] Book = Sheets.Of(
        ("S", [["Date", "Village", "Killed", "Notes"], ["<c s=\"1\"><v>42740</v></c>", "<c t=\"s\"><v>0</v></c>", "<c><v>3</v></c>", "words"], ["<c r=\"A3\" s=\"2\"><v>42741.25</v></c>", "<c r=\"C3\" t=\"b\"><v>1</v></c>"]]));

    [Theory]
    [InlineData("t.csv", 3000)]
    [InlineData("t.tsv", 500)]
    [InlineData("t.geojson", 3000)]
    [InlineData("t.xlsx", 400)]
    public void DamagedTable(string name, int rounds)
    {
        byte[] good = name switch { "t.geojson" => Encoding.UTF8.GetBytes(Json), "t.xlsx" => Book, _ => Encoding.UTF8.GetBytes(Csv) };
        var random = new Random(17);
        for (int i = 0; i < rounds; i++)
        {
            byte[] bytes = Damaged(good, random);
            try
            {
                SourceTable table = Layout.Open(name, bytes);
                Mapping mapping = MappingChoice.Of(table.Header, [], null, "t", null);
                Assert.True(MappingCheck.Problem(mapping) is null, $"round {i}: {MappingCheck.Problem(mapping)}");
                foreach (RowResult row in new TableReading(table, mapping, new KnownOfTable(null, null, "f")).Rows())
                {
                    Assert.True(row.Row is not null || row.Problems.Count > 0, $"round {i}: line {row.Line} is lost");
                    Assert.True(row.Row?.Claim is not { } claim || ClaimCheck.Problem(claim, row.Row.Text) is null, $"round {i}");
                }
            }
            catch (BadTableException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    }

    [Theory]
    [InlineData(2000)]
    public void DamagedFeed(int rounds)
    {
        byte[] good = Encoding.UTF8.GetBytes(FeedDocumentsTests.Rss);
        var random = new Random(18);
        for (int i = 0; i < rounds; i++)
        {
            DocumentsFound found = DocumentFiles.Read("f.rss", Damaged(good, random));
            Assert.True(found.Documents.Count + found.Problems.Count > 0, $"round {i}");
            Assert.All(found.Documents, d => Assert.False(string.IsNullOrWhiteSpace(d.Text)));
        }
    }

    [Fact]
    public void DamagedMapping()
    {
        byte[] good = Encoding.UTF8.GetBytes(MappingJson.Write(Layouts.Named("acled")!));
        var random = new Random(19);
        for (int i = 0; i < 2000; i++)
        {
            Mapping? mapping = MappingJson.Read(Encoding.UTF8.GetString(Damaged(good, random)), out string? problem);
            Assert.True(mapping is not null != problem is not null, $"round {i}");
        }
    }

    [Fact]
    public void DamagedDates()
    {
        string[] good = ["2017-01-05T10:30:00.000+02:00", "31/12/2016", "2-Feb, 20:45", "5 نيسان 2017", "12:30 PM"];
        var random = new Random(20);
        for (int i = 0; i < 20_000; i++)
        {
            string cell = Encoding.UTF8.GetString(Damaged(Encoding.UTF8.GetBytes(good[i % good.Length]), random));
            RowDates.Read(cell, (DateOrder?)random.Next(-1, 2) is { } order && Enum.IsDefined(order) ? order : null, new DateOnly(2017, 2, 3));
            RowDates.ClockOf(cell);
        }
    }

    // Some bytes changed, taken out, put in or doubled.
    private static byte[] Damaged(byte[] good, Random random)
    {
        List<byte> bytes = [.. good];
        for (int n = random.Next(1, 6); n > 0 && bytes.Count > 0; n--)
        {
            int at = random.Next(bytes.Count), length = Math.Min(random.Next(1, 20), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.Insert(at, (byte)Signs[random.Next(Signs.Length)]);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
