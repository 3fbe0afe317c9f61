using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Assessment;

/// <summary>What a case is about: who is alleged to have done what to whom, where and when.</summary>
internal readonly record struct Case(
    IReadOnlyList<Party> Authors, IReadOnlyList<Party> Targets, IReadOnlyList<Bond> AuthorBonds, IReadOnlyList<Bond> TargetBonds,
    IReadOnlyList<(EventType Type, string? Mode)> Acts, ClaimPlace? Place, DateOnly? First, DateOnly? Last,
    IReadOnlyList<string> AuthorClaims, IReadOnlyList<string> TargetClaims);

/// <summary>How a provision's description fits a case.</summary>
/// <param name="Answer">Whether it fits.</param>
/// <param name="Lacking">All that is missing when that cannot be told, a bit for each <see cref="MissingFact"/>; else 0.</param>
internal readonly record struct Fit(Answer Answer, int Lacking)
{
    public static readonly Fit Yes = new(Answer.Yes, 0);
    public static readonly Fit No = new(Answer.No, 0);

    /// <summary>How many facts are missing.</summary>
    public int LackingCount => System.Numerics.BitOperations.PopCount((uint)Lacking);

    /// <summary>The first fact that is missing.</summary>
    public MissingFact First => (MissingFact)System.Numerics.BitOperations.TrailingZeroCount(Lacking);

    public static Fit Unknown(MissingFact missing) => new(Answer.Unknown, 1 << (int)missing);

    /// <summary>No before unknown before yes.</summary>
    public static Fit And(Fit a, Fit b) => a.Answer == Answer.No ? a : b.Answer == Answer.No ? b
        : (a.Lacking | b.Lacking) is not 0 and var lacking ? new Fit(Answer.Unknown, lacking) : Yes;

    /// <summary>The facts that are missing, in the vocabulary's order.</summary>
    public IEnumerable<MissingFact> Facts()
    {
        for (int rest = Lacking; rest != 0; rest &= rest - 1)
        {
            yield return (MissingFact)System.Numerics.BitOperations.TrailingZeroCount(rest);
        }
    }
}

/// <summary>A provision and how traces cite it.</summary>
internal sealed record Clause(Provision Provision, int Order, string[] Cited);

/// <summary>Matches the agreement's provisions with a case. Provisions are found by the acts they name, so that many that have nothing
/// to do with a case cost nothing.</summary>
internal sealed class Provisions
{
    private readonly Dictionary<EventType, Clause[]> prohibiting;
    private readonly Clause[] permitting;
    private readonly Affiliations affiliations;
    private readonly AreaTests areas;

    public Provisions(Agreement agreement, Affiliations affiliations, AreaTests areas)
    {
        (this.affiliations, this.areas) = (affiliations, areas);
        List<Clause> all = [.. agreement.Provisions.Select((p, i) => new Clause(p, i, ["provision:" + p.Number]))];
        permitting = [.. all.Where(c => c.Provision.Type == ProvisionType.Permits)];
        prohibiting = agreement.Provisions.SelectMany(p => p.Acts.Select(a => a.Type)).Distinct()
            .ToDictionary(t => t, t => all.Where(c => c.Provision.Type != ProvisionType.Permits && c.Provision.Acts.Any(a => a.Type == t)).ToArray());
    }

    /// <summary>Provisions that forbid, or may forbid, what the case is about, in the agreement's order.</summary>
    public List<(Clause Clause, Fit Fit)> Forbidding(in Case given)
    {
        var found = new List<(Clause Clause, Fit)>();
        foreach ((EventType type, _) in given.Acts)
        {
            foreach (Clause clause in prohibiting.GetValueOrDefault(type, []))
            {
                if (!Contains(found, clause) && Fits(clause.Provision, given) is { Answer: not Answer.No } fit)
                {
                    found.Add((clause, fit));
                }
            }
        }

        // In the agreement's order, whichever act named them.
        found.Sort((a, b) => a.Clause.Order.CompareTo(b.Clause.Order));
        return found;
    }

    private static bool Contains(List<(Clause Clause, Fit)> found, Clause clause)
    {
        foreach ((Clause known, _) in found)
        {
            if (ReferenceEquals(known, clause))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Permissions that make, or may make, an exception to a provision for the case, in the agreement's order.</summary>
    public List<(Clause Clause, Fit Fit)> Permitting(Provision forbidding, in Case given)
    {
        var found = new List<(Clause, Fit)>();
        foreach (Clause clause in permitting)
        {
            Provision permission = clause.Provision;
            if ((permission.ExceptionTo.Count == 0 || permission.ExceptionTo.Contains(forbidding.Number, StringComparer.Ordinal))
                && Fits(permission, given) is { Answer: not Answer.No } fit)
            {
                found.Add((clause, fit));
            }
        }

        return found;
    }

    private Fit Fits(Provision provision, in Case given)
    {
        Fit act = Acts(provision, given.Acts);
        Fit fit = act.Answer == Answer.No ? act : Fit.And(act, Holds(provision.Period, given.First, given.Last));
        fit = fit.Answer == Answer.No ? fit : Fit.And(fit, Parties(provision.By, given.Authors, given.AuthorBonds, given, MissingFact.Author));
        fit = fit.Answer == Answer.No ? fit : Fit.And(fit, Parties(provision.Against, given.Targets, given.TargetBonds, given, MissingFact.Target));
        return fit.Answer == Answer.No || provision.AreaId is not { } area ? fit
            : Fit.And(fit, given.Place is null ? Fit.Unknown(MissingFact.Place) : Of(areas.Contains(area, given.Place), MissingFact.Place));
    }

    // A claim that does not tell the mode may mean any.
    private static Fit Acts(Provision provision, IReadOnlyList<(EventType Type, string? Mode)> acts)
    {
        Fit best = Fit.No;
        foreach (ActPattern pattern in provision.Acts)
        {
            foreach ((EventType type, string? mode) in acts)
            {
                if (pattern.Type == type)
                {
                    if (pattern.Mode is null || string.Equals(pattern.Mode, mode, StringComparison.Ordinal))
                    {
                        return Fit.Yes;
                    }

                    best = mode is null ? Fit.Unknown(MissingFact.Act) : best;
                }
            }
        }

        return best;
    }

    private static Fit Holds(Period period, DateOnly? first, DateOnly? last)
    {
        if (period is { From: null, Until: null })
        {
            return Fit.Yes;
        }

        return first is not { } from || last is not { } to ? Fit.Unknown(MissingFact.Date)
            : period.Holds(from) && period.Holds(to) ? Fit.Yes
            : period.Meets(new Period(from, to)) ? Fit.Unknown(MissingFact.Date)
            : Fit.No;
    }

    // One of several who acted together is enough.
    private Fit Parties(IReadOnlyList<PartyPattern> patterns, IReadOnlyList<Party> parties, IReadOnlyList<Bond> bonds, in Case given, MissingFact missing)
    {
        if (HasAnyone(patterns))
        {
            return Fit.Yes;
        }

        if (parties.Count == 0)
        {
            return Fit.Unknown(missing);
        }

        int lacking = 0;
        for (int i = 0; i < parties.Count; i++)
        {
            foreach (PartyPattern pattern in patterns)
            {
                Answer answer = Is(pattern, parties[i], bonds[i], given.First);
                if (answer == Answer.Yes)
                {
                    return Fit.Yes;
                }

                MissingFact identity = missing == MissingFact.Author ? MissingFact.AuthorIdentity : missing;
                lacking |= answer == Answer.Unknown ? 1 << (int)(bonds[i].Missing == MissingFact.Date ? MissingFact.Date : identity) : 0;
            }
        }

        return lacking == 0 ? Fit.No : new Fit(Answer.Unknown, lacking);
    }

    private static bool HasAnyone(IReadOnlyList<PartyPattern> patterns)
    {
        for (int i = 0; i < patterns.Count; i++)
        {
            if (patterns[i].Class == PartyClass.Anyone)
            {
                return true;
            }
        }

        return false;
    }

    private Answer Is(PartyPattern pattern, Party party, Bond bond, DateOnly? day) => pattern.Class switch
    {
        // A guarantor answers for others; what binds the parties binds it only where the text says so.
        PartyClass.Bound => string.Equals(bond.Reason, "author_bound.guarantor", StringComparison.Ordinal) ? Answer.No : bond.Answer,
        PartyClass.Guarantors => party.ActorId is null ? Answer.Unknown : day is null ? Answer.Unknown
            : string.Equals(bond.Reason, "author_bound.guarantor", StringComparison.Ordinal) ? Answer.Yes : Answer.No,
        PartyClass.Actor => party.ActorId is not { } id ? Answer.Unknown
            : affiliations.Of(id, party.Type).Contains(pattern.ActorId!, StringComparer.Ordinal) ? Answer.Yes : Answer.No,
        PartyClass.Type => party.Type is null ? Answer.Unknown : party.Type == pattern.ActorType ? Answer.Yes : Answer.No,
        _ => Answer.Yes,
    };

    private static Fit Of(Answer answer, MissingFact missing) => answer == Answer.Unknown ? Fit.Unknown(missing) : new Fit(answer, 0);
}
