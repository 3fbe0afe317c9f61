using Hudna.Operations;
using Hudna.Reading;

namespace Hudna.Server.Features.Operations;

/// <summary>Actors as a form has them, one a line: a name, an id, or a name with its id in brackets.</summary>
internal static class OperationNames
{
    public static string Lines(IEnumerable<OperationActor> actors) =>
        string.Join('\n', actors.Select(a => a.ActorId is null || a.Name.EndsWith(')') ? a.Name : $"{a.Name} ({a.ActorId})"));

    /// <summary>A name that several have, or that nobody knows, stays what it is.</summary>
    public static OperationActor[] Actors(string lines, Gazetteer gazetteer) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => Actor(l, gazetteer))];

    private static OperationActor Actor(string line, Gazetteer gazetteer)
    {
        int bracket = line.LastIndexOf('(');
        if (bracket > 0 && line.EndsWith(')') && gazetteer.NameOf(line[(bracket + 1)..^1]) is not null)
        {
            return new OperationActor(line[..bracket].TrimEnd(), line[(bracket + 1)..^1]);
        }

        if (gazetteer.NameOf(line) is { } names)
        {
            return new OperationActor(names.En, line);
        }

        string folded = SearchFold.Of(line);
        string[] known = [.. gazetteer.Actors.Values.Where(a => a.NamesAr.Append(a.NameEn).Any(n => SearchFold.Of(n) == folded)).Select(a => a.Id).Take(2)];
        return new OperationActor(line, known is [var id] ? id : null);
    }

    public static string Title(Languages.Words words, OperationPage page) => Title(words, page.Operation?.Plan.Title) ?? words.Term("operation_type", Wire.Name(page.Type));

    public static string? Title(Languages.Words words, OperationTitle? title) => words.IsArabic ? title?.Ar ?? title?.En : title?.En ?? title?.Ar;

    public static string Place(Hosting.KnownNames names, bool arabic, OperationPlace place) => place.PlaceId is { } id ? names.ById(id, arabic) ?? place.Name : place.Name;
}
