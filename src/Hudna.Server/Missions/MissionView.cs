using Hudna.Missions;
using Hudna.Store;

namespace Hudna.Server.Missions;

/// <summary>What the site says of its mission.</summary>
/// <param name="Id">Short id.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameAr">Name in Arabic.</param>
/// <param name="DescriptionEn">What it is, in English.</param>
/// <param name="DescriptionAr">What it is, in Arabic.</param>
/// <param name="Zone">Zone that its days are counted in.</param>
/// <param name="Months">Which Arabic month names it writes.</param>
/// <param name="DefaultLanguage">Language of a visitor who asks for none that the site has.</param>
/// <param name="Frame">What the map shows first; not a border.</param>
/// <param name="AsOf">The day by which pages count what is overdue, for a mission that is over or a sample; null for the host's own day.</param>
public sealed record MissionView(
    string Id, string NameEn, string NameAr, string DescriptionEn, string DescriptionAr, TimeZoneInfo Zone, MonthNames Months,
    string DefaultLanguage, GeoBox Frame, DateOnly? AsOf = null)
{
    private const string FileName = "mission.yaml";

    /// <summary>Topics of its talks that the mission names itself.</summary>
    public IReadOnlyList<MissionTopic> Topics { get; init; } = [];

    /// <summary>The moment that the mission goes by: the end of <see cref="AsOf"/> in its zone, or the host's own time.</summary>
    /// <param name="now">The host's time.</param>
    public DateTimeOffset Clock(DateTimeOffset now)
    {
        if (AsOf is not { } day)
        {
            return now;
        }

        DateTime end = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(end, Zone.GetUtcOffset(end));
    }

    /// <summary>The day that the mission goes by, in its zone.</summary>
    /// <param name="now">The host's time.</param>
    public DateOnly Today(DateTimeOffset now) => AsOf ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);

    /// <summary>The mission of a folder; when the folder has none, the one that the record remembers.</summary>
    /// <exception cref="FileNotFoundException">Neither knows a mission.</exception>
    internal static async Task<MissionView> ReadAsync(string folder, IRecord record, CancellationToken cancellation)
    {
        string path = Path.Combine(folder, FileName);
        if (File.Exists(path))
        {
            string text = await File.ReadAllTextAsync(path, cancellation);
            MissionView mission = Of(MissionYaml.Read(text, path));
            await record.RememberMissionAsync(text, cancellation);
            return mission;
        }

        return await record.MissionAsync(cancellation) is { } remembered
            ? Of(MissionYaml.Read(remembered, "the record's mission"))
            : throw new FileNotFoundException($"No {FileName} in {folder}, and the record remembers none. Name a mission's folder.", path);
    }

    private static MissionView Of(Mission mission) => new(
        mission.Id, mission.Name.En, mission.Name.Ar, mission.Description.En, mission.Description.Ar,
        TimeZoneInfo.FindSystemTimeZoneById(mission.Zone), mission.Months, mission.Languages[0],
        new GeoBox(mission.Map.West, mission.Map.South, mission.Map.East, mission.Map.North), mission.AsOf)
    {
        Topics = mission.Topics,
    };
}
