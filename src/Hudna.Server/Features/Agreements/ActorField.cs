using Hudna.Reading;
using Hudna.Server.Features.Claims;

namespace Hudna.Server.Features.Agreements;

/// <summary>A field of a form that takes an actor by id or by name, in either language.</summary>
internal static class ActorField
{
    /// <summary>The actor meant, or what is wrong with what was typed.</summary>
    /// <param name="field">The form's field.</param>
    /// <param name="typed">What was typed; an id may stand behind the name in brackets.</param>
    /// <param name="gazetteer">Known actors.</param>
    public static (string? Id, FieldProblem? Problem) Find(string field, string typed, Gazetteer gazetteer)
    {
        string text = typed.Trim();
        string last = text[(text.LastIndexOf('(') + 1)..].TrimEnd(')');
        if (text.Length == 0)
        {
            return (null, new FieldProblem(field, "agreement.problem.actor"));
        }

        foreach (string id in new[] { text, last })
        {
            if (gazetteer.Actors.ContainsKey(id))
            {
                return (id, null);
            }
        }

        string folded = SearchFold.Of(text);
        string[] found =
        [
            .. gazetteer.Actors.Values.Where(a => a.NamesAr.Append(a.NameEn).Any(n => string.Equals(SearchFold.Of(n), folded, StringComparison.Ordinal)))
                .Select(a => a.Id).Order(StringComparer.Ordinal),
        ];
        return found switch
        {
            [var id] => (id, null),
            [] => (null, new FieldProblem(field, "agreement.problem.no_actor", text)),
            _ => (null, new FieldProblem(field, "agreement.problem.several_actors", string.Join(" · ", found))),
        };
    }
}
