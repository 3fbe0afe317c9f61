using Hudna.Linking;

namespace Hudna.Tests.Linking;

/// <summary>Reports of incidents that are known, with the errors that sources make; the same for the same seed.</summary>
internal static class SyntheticReports
{
    private static readonly (double Lat, double Lon, string Adm1, string Adm2)[] Towns =
    [
        (36.20, 37.15, "A", "A1"), (36.37, 37.52, "A", "A2"), (35.93, 36.63, "B", "B1"), (35.13, 36.75, "C", "C1"), (33.51, 36.29, "D", "D1"),
    ];

    private static readonly string[] Acts = ["air strike", "shelling", "abduction", "battle", "protest", "arrest"];

    /// <summary>Reports with the number of their incident.</summary>
    public static List<(LinkReport Report, int Incident)> Of(int seed, int incidents, int days = 40)
    {
        Random random = new(seed);
        List<(LinkReport, int)> reports = [];
        for (int incident = 0; incident < incidents; incident++)
        {
            (double lat, double lon, string adm1, string adm2) = Towns[random.Next(Towns.Length)];
            int day = random.Next(days), dead = random.Next(8), sources = 1 + (int)(-2 * Math.Log(1 - random.NextDouble()));
            string act = Acts[random.Next(Acts.Length)], actor = $"side {random.Next(4)}", target = $"people {random.Next(4)}";
            for (int source = 0; source < sources; source++)
            {
                bool vague = random.Next(6) == 0;
                int told = day + (random.Next(8) == 0 ? 1 : 0);
                reports.Add((new LinkReport
                {
                    Id = $"r{reports.Count:000000}",
                    Source = $"s{random.Next(20)}",
                    First = new DateOnly(2016, 1, 1).AddDays(told),
                    Last = new DateOnly(2016, 1, 1).AddDays(told),
                    Lat = lat + (vague ? 0 : (random.NextDouble() - 0.5) / 50),
                    Lon = lon + (vague ? 0 : (random.NextDouble() - 0.5) / 50),
                    Precision = vague ? 3 : 1,
                    Adm1 = adm1,
                    Adm2 = adm2,
                    Act = random.Next(12) == 0 ? Acts[random.Next(Acts.Length)] : act,
                    Actors = random.Next(4) == 0 ? [] : [actor],
                    Targets = random.Next(4) == 0 ? [] : [target],
                    DeadBest = random.Next(4) == 0 ? null : random.Next(6) == 0 ? dead + random.Next(3) : dead,
                }, incident));
            }
        }

        return reports;
    }
}
