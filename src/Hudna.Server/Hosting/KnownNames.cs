using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hudna.Server.Hosting;

/// <summary>The mission's names for places and actors, for one request: a source writes "Homs" or حمص, a page says it in its own script.</summary>
public sealed class KnownNames
{
    private Gazetteer gazetteer = new(new Dictionary<string, PlaceEntry>(StringComparer.Ordinal), new Dictionary<string, ActorEntry>(StringComparer.Ordinal));

    /// <summary>The place as a page in a language names it: Arabic pages keep a source's Arabic words.</summary>
    public string Of(ClaimPlace place, bool arabic) => arabic
        ? ArabicOf(place.Text, place.PlaceId is { } id ? gazetteer.Places.GetValueOrDefault(id)?.NamesAr : null)
        : place.Name ?? place.Text;

    /// <summary>The actor as a page in a language names it.</summary>
    public string Of(Party party, bool arabic) => arabic
        ? ArabicOf(party.Text, party.ActorId is { } id ? gazetteer.Actors.GetValueOrDefault(id)?.NamesAr : null)
        : party.Name ?? party.Text;

    /// <summary>A place's or actor's name by id; null when the mission's lists do not know it.</summary>
    public string? ById(string id, bool arabic) =>
        gazetteer.Places.GetValueOrDefault(id) is { } place ? Choose(place.NamesAr, place.NameEn, arabic)
        : gazetteer.NameOf(id) is { } names ? (arabic ? names.Ar : names.En)
        : null;

    internal static async ValueTask<object?> LoadAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        IServiceProvider services = context.HttpContext.RequestServices;
        services.GetRequiredService<KnownNames>().gazetteer =
            await services.GetRequiredService<Intake>().GazetteerAsync(context.HttpContext.RequestAborted);
        return await next(context);
    }

    private static string Choose(IReadOnlyList<string> arabicNames, string english, bool arabic) =>
        arabic && arabicNames.Count > 0 ? arabicNames[0] : english;

    private static string ArabicOf(string text, IReadOnlyList<string>? names) =>
        names is { Count: > 0 } && !text.Any(c => c is >= '\u0620' and <= '\u06FF') ? names[0] : text;
}
