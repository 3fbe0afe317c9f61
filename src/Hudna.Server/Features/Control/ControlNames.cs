using Hudna.Places;
using Hudna.Server.Hosting;

namespace Hudna.Server.Features.Control;

/// <summary>Names of places for pages on control.</summary>
internal static class ControlNames
{
    /// <summary>The mission's name in the page's language; else the source's.</summary>
    public static string Of(ControlPlace place, KnownNames names, bool arabic) =>
        (place.Place.PlaceId is { } id ? names.ById(id, arabic) : null) ?? names.Of(place.Place, arabic);
}
