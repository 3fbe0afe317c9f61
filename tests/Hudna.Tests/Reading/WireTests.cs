using Hudna.Reading;

namespace Hudna.Tests.Reading;

public sealed class WireTests
{
    [Fact]
    public void Names_AreTheContracts()
    {
        Assert.Equal(["country", "region", "settlement", "feature"], Wire.All<PlaceKind>());
        Assert.Equal(["person", "state", "government", "military", "armed_group", "opposition", "igo", "ngo", "media", "other"], Wire.All<ActorType>());
        Assert.Equal(
            ["killed", "injured", "displaced", "evacuated", "detained", "missing", "fighters", "factions", "violations", "strikes", "vehicles", "area_km2", "other"],
            Wire.All<Measure>());
        Assert.Equal(["asserted", "planned", "possible", "negated"], Wire.All<Modality>());
        Assert.Contains("ASSAULT", Wire.All<EventType>());
    }

    [Fact]
    public void Parse_UnknownName_IsNull() => Assert.Null(Wire.Parse<EventType>("assault"));
}
