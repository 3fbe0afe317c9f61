namespace Hudna.Agreements;

/// <summary>Ids are given once, and what a part names within the agreement is there.</summary>
internal static class AgreementReferences
{
    public static IEnumerable<AgreementProblem> Problems(Agreement agreement) =>
    [
        .. Twice(agreement.Documents.With("documents").Select(d => (d.Path + ".id", d.Value.Id))),
        .. Twice(agreement.Areas.With("areas").Select(a => (a.Path + ".id", a.Value.Id))),
        .. Twice(agreement.Provisions.With("provisions").Select(p => (p.Path + ".number", p.Value.Number))),
        .. Twice(agreement.Listers.With("listers").Select(l => (l.Path + ".id", l.Value.Id))),
        .. Unknown("document", Documents(agreement), [.. agreement.Documents.Select(d => d.Id)]),
        .. Unknown("area", Areas(agreement), [.. agreement.Areas.Select(a => a.Id)]),
        .. Unknown("provision", Exceptions(agreement), [.. agreement.Provisions.Select(p => p.Number)]),
        .. Unknown("lister", Listers(agreement), [.. agreement.Listers.Select(l => l.Id)]),
        .. agreement.Provisions.With("provisions").Where(p => p.Value.ExceptionTo.Count > 0 && p.Value.Type != ProvisionType.Permits)
            .Select(p => new AgreementProblem(p.Path + ".exception_to", "only a permission is an exception; type: permits is expected")),
        .. agreement.Provisions.With("provisions").Where(p => p.Value.Acts.Count == 0 && p.Value.Type != ProvisionType.Obliges)
            .Select(p => new AgreementProblem(p.Path, "the acts that it prohibits or permits are expected, under acts or acled")),
    ];

    private static IEnumerable<AgreementProblem> Twice(IEnumerable<(string Path, string Id)> ids) => ids
        .GroupBy(i => i.Id, StringComparer.Ordinal)
        .SelectMany(same => same.Skip(1).Select(i => new AgreementProblem(i.Path, $"\"{i.Id}\" stands at {same.First().Path} too; each is expected once")));

    private static IEnumerable<AgreementProblem> Unknown(string kind, IEnumerable<(string Path, string? Id)> named, IReadOnlyList<string> known) => named
        .Where(n => n.Id is not null && !known.Contains(n.Id, StringComparer.Ordinal))
        .Select(n => new AgreementProblem(
            n.Path, $"there is no {kind} \"{n.Id}\"; {(known.Count == 0 ? "the agreement has none" : $"one of {string.Join(", ", known)} is expected")}"));

    private static IEnumerable<(string Path, string? Id)> Documents(Agreement agreement) =>
    [
        .. agreement.Documents.With("documents").Select(d => (d.Path + ".amends", d.Value.Amends)),
        .. agreement.Participants.With("participants").Select(p => (p.Path + ".document", p.Value.DocumentId)),
        .. agreement.Scope.With("scope").Select(s => (s.Path + ".document", s.Value.DocumentId)),
        .. agreement.Provisions.With("provisions").Select(p => (p.Path + ".document", p.Value.DocumentId)),
        .. agreement.Commissions.With("commissions").Select(c => (c.Path + ".document", c.Value.DocumentId)),
    ];

    private static IEnumerable<(string Path, string? Id)> Areas(Agreement agreement) =>
    [
        .. AgreementParts.AreaParts(agreement).Select(p => (p.Path + ".area", p.Value.AreaId)),
        .. agreement.Scope.With("scope").Select(s => (s.Path + ".area", (string?)s.Value.AreaId)),
        .. agreement.Provisions.With("provisions").Select(p => (p.Path + ".area", p.Value.AreaId)),
    ];

    private static IEnumerable<(string Path, string? Id)> Listers(Agreement agreement) =>
        agreement.Listings.With("listings").Select(l => (l.Path + ".lister", (string?)l.Value.ListerId));

    private static IEnumerable<(string Path, string? Id)> Exceptions(Agreement agreement) =>
        agreement.Provisions.With("provisions").SelectMany(p => p.Value.ExceptionTo.With(p.Path + ".exception_to")).Select(e => (e.Path, (string?)e.Value));
}
