using Hudna.Acts;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Actors;

/// <summary>An actor to be added, as typed.</summary>
public sealed record AddActorDraft
{
    public string NameEn { get; init; } = "";

    /// <summary>Arabic spellings, one a line, preferred first.</summary>
    public string NamesAr { get; init; } = "";

    public string Type { get; init; } = "";

    public string Country { get; init; } = "";

    /// <summary>Ids of the actors or states it belongs to, one a line.</summary>
    public string Affiliation { get; init; } = "";

    internal static AddActorDraft Of(IFormCollection form) => new()
    {
        NameEn = form["name_en"].ToString().Trim(),
        NamesAr = form["names_ar"].ToString(),
        Type = form["type"].ToString(),
        Country = form["country"].ToString().Trim().ToUpperInvariant(),
        Affiliation = form["affiliation"].ToString(),
    };

    /// <summary>The act, or what is wrong with what was typed.</summary>
    internal (ActorAdded? Act, IReadOnlyList<FieldProblem> Problems) Check(Gazetteer gazetteer)
    {
        var problems = new List<FieldProblem>();
        string[] arabic = FormLines.Of(NamesAr);
        string[] affiliation = FormLines.Of(Affiliation);
        AddedNames.Check(NameEn, arabic, Country, problems);
        if (Wire.Parse<ActorType>(Type) is not { } type)
        {
            problems.Add(new FieldProblem("type", "problem.choose"));
            return (null, problems);
        }

        problems.AddRange(affiliation.Where(a => !gazetteer.Actors.ContainsKey(a)).Select(a => new FieldProblem("affiliation", "problem.no_actor", a)));
        return problems.Count > 0 ? (null, problems)
            : (new ActorAdded(NameEn, arabic, type, Country.Length == 0 ? null : Country, affiliation), problems);
    }
}
