namespace Hudna.Missions;

/// <summary>A mission's settings, as its <c>mission.yaml</c> gives them.</summary>
public sealed record Mission
{
    /// <summary>Short name: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>What it is, in a few sentences.</summary>
    public required BilingualText Description { get; init; }

    /// <summary>IANA name of its time zone, as <c>Asia/Damascus</c>; shown beside every time.</summary>
    public required string Zone { get; init; }

    /// <summary>Which Arabic month names it writes.</summary>
    public required MonthNames Months { get; init; }

    /// <summary>Languages of its pages (<c>en</c>, <c>ar</c>), the default first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The day by which pages count what is overdue, for a mission that is over or a sample; null for the host's own day.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Topics of its talks beside those that every mission has, or other names for these; empty when it names none.</summary>
    public IReadOnlyList<MissionTopic> Topics { get; init; } = [];

    /// <summary>What its map shows at first.</summary>
    public required MissionMap Map { get; init; }

    /// <summary>Index of its sample reports, relative to the mission's folder; null when it has none.</summary>
    public string? ReportsFile { get; init; }

    /// <summary>Its table of observations, relative to the mission's folder; null when it has none.</summary>
    public string? ObservationsFile { get; init; }

    /// <summary>Its agreement, relative to the mission's folder; null when it has none.</summary>
    public string? AgreementFile { get; init; }

    /// <summary>Its desks and their members, relative to the mission's folder; null when it has none.</summary>
    public string? DesksFile { get; init; }

    /// <summary>Its table of coverage, relative to the mission's folder; null when it has none.</summary>
    public string? CoverageFile { get; init; }

    /// <summary>What its desks did with the sample reports, in order, relative to the mission's folder; null when it has none.</summary>
    public string? ChronicleFile { get; init; }
}

/// <summary>Arabic names of the Gregorian months.</summary>
public enum MonthNames
{
    /// <summary>كانون الثاني, شباط: Syria, Iraq, Jordan, Palestine, Lebanon.</summary>
    Levantine,

    /// <summary>يناير, فبراير: Egypt, Sudan, Libya, the Gulf, Yemen.</summary>
    Egyptian,

    /// <summary>جانفي, فيفري: Tunisia, Algeria.</summary>
    Maghrebi,
}

/// <summary>A text in both languages of the pages.</summary>
/// <param name="En">English.</param>
/// <param name="Ar">Arabic.</param>
public sealed record BilingualText(string En, string Ar);

/// <summary>A topic of talks.</summary>
/// <param name="Id">Lower-case letters, digits and underscores; the reader codes to it when <c>lang/ar/topics.tsv</c> has its words.</param>
/// <param name="Name">What people call it.</param>
public sealed record MissionTopic(string Id, BilingualText Name);

/// <summary>What a map shows at first; WGS 84 degrees.</summary>
/// <param name="CenterLon">Degrees east.</param>
/// <param name="CenterLat">Degrees north.</param>
/// <param name="Zoom">Web Mercator zoom level, 0 to 22.</param>
/// <param name="West">Western bound of what to show; not a border.</param>
/// <param name="South">Southern bound.</param>
/// <param name="East">Eastern bound; the 180th meridian is not crossed.</param>
/// <param name="North">Northern bound.</param>
public sealed record MissionMap(double CenterLon, double CenterLat, double Zoom, double West, double South, double East, double North);
