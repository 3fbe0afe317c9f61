namespace Hudna.Linking.Articles;

/// <summary>A place that an article names.</summary>
/// <param name="Key">The gazetteer's id, else the name as folded for search: an unknown village is still a name that others may share.</param>
/// <param name="Lat">WGS 84 degrees north; null when not known.</param>
/// <param name="Lon">WGS 84 degrees east; null when not known.</param>
/// <param name="Precision">UCDP GED where_prec, 1 to 7.</param>
/// <param name="Name">The name as the article writes it, folded for search.</param>
/// <param name="IsSure">False when the article names nothing else of that country, so that the name may as well be a namesake's elsewhere.</param>
public sealed record ArticlePlace(string Key, double? Lat, double? Lon, int Precision, string Name, bool IsSure);

/// <summary>What an article reports of one happening. Null and empty are unknown.</summary>
public sealed record ArticleReport
{
    /// <summary>Unique: the article's id with <c>#</c> and a number.</summary>
    public required string Id { get; init; }

    /// <summary>The article's id.</summary>
    public required string Article { get; init; }

    /// <summary>What it tells of the day.</summary>
    public required DayClues Days { get; init; }

    /// <summary>Places finer than a country, each once: where it happened first, then the others that it names.</summary>
    public required IReadOnlyList<ArticlePlace> Places { get; init; }

    /// <summary>Numbers of killed that it tells, in the order of the text; the lower bounds.</summary>
    public required IReadOnlyList<int> Killed { get; init; }

    /// <summary>Its words.</summary>
    public required string Text { get; init; }
}
