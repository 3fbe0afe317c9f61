using Hudna.Missions;

namespace Hudna.Agreements;

/// <summary>A ceasefire agreement as data that an incident can be weighed against. Every part carries the days on which it holds, so
/// that the agreement "as of a day" is a question, not a copy. Days are of <see cref="Zone"/>; <c>From</c> and <c>Until</c> are both
/// inclusive, and null means from the entry into force and without end.</summary>
public sealed record Agreement
{
    /// <summary>Short name: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>How it stands in PA-X and in the ETH/PRIO ceasefire data.</summary>
    public required AgreementCodes Codes { get; init; }

    /// <summary>IANA zone of its days and hours, as <c>Asia/Damascus</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>Day of signature; null when it was never signed, only announced.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>Local time of <see cref="Zone"/> from which it binds, inclusive.</summary>
    public required DateTime InForceFrom { get; init; }

    /// <summary>Local time at which it ended, exclusive; null while it stands.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>The texts it consists of, the agreement itself and its amendments, each with its public source.</summary>
    public required IReadOnlyList<AgreementDocument> Documents { get; init; }

    /// <summary>Who takes part in which role.</summary>
    public required IReadOnlyList<Participant> Participants { get; init; }

    /// <summary>Who is bound from when: joining, declining, suspension and withdrawal of parties and armed groups.</summary>
    public required IReadOnlyList<Adherence> Adherences { get; init; }

    /// <summary>Named areas that scope and provisions refer to.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>Where it holds and where not.</summary>
    public required IReadOnlyList<ScopeRule> Scope { get; init; }

    /// <summary>What it prohibits, obliges to and permits, in the order of its text.</summary>
    public required IReadOnlyList<Provision> Provisions { get; init; }

    /// <summary>Whose exclusion lists it goes by; empty when nobody is excluded.</summary>
    public required IReadOnlyList<Lister> Listers { get; init; }

    /// <summary>Entries of those lists.</summary>
    public required IReadOnlyList<Listing> Listings { get; init; }

    /// <summary>Who monitors, rules and decides, by which rule and within which times.</summary>
    public required IReadOnlyList<Commission> Commissions { get; init; }

    /// <summary>The commission in office on a day; null when none is.</summary>
    public Commission? CommissionOn(DateOnly day) => Commissions.FirstOrDefault(c => c.Period.Holds(day));

    /// <summary>Listers whose own list gives an outcome of its own: all that are not common; when all are, each common one.</summary>
    /// <remarks>An entry of a common list stands on everyone's list.</remarks>
    public IEnumerable<Lister> ListersWithOutcome(DateOnly day)
    {
        List<Lister> own = [.. Listers.Where(l => !l.IsCommon && l.Period.Holds(day))];
        return own.Count > 0 ? own : Listers.Where(l => l.IsCommon && l.Period.Holds(day)).Take(1);
    }
}

/// <summary>Days on which something holds, both bounds inclusive; null leaves a side open. <c>default</c> is always.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; not before <paramref name="From"/>, which the reader of agreement files checks.</param>
public readonly record struct Period(DateOnly? From, DateOnly? Until)
{
    /// <summary>True on the days of the period.</summary>
    public bool Holds(DateOnly day) => (From is null || day >= From) && (Until is null || day <= Until);

    /// <summary>True when both periods have a day in common.</summary>
    public bool Meets(Period other) =>
        (From is null || other.Until is null || From <= other.Until) && (other.From is null || Until is null || other.From <= Until);
}

/// <summary>Codes of other collections; null where such a collection has no answer.</summary>
/// <param name="Class">Class: cessation of hostilities, preliminary or definitive.</param>
/// <param name="PaxId">AgtId of the PA-X Peace Agreements Database (version 7 and later); null when not looked up.</param>
/// <param name="PaxStage">PA-X stage: Pre, Cea, SubPar, SubComp, Imp, Ren, Oth.</param>
/// <param name="PaxStageSub">PA-X sub-stage, as Ceas, Rel, CeaMix.</param>
/// <param name="Purpose">ETH/PRIO ceasefire purpose, 1 humanitarian to 5 other.</param>
/// <param name="Type">ETH/PRIO type, 1 definitive or 2 non-definitive.</param>
/// <param name="Mediated">Whether third parties mediated.</param>
/// <param name="Written">Whether it is in writing.</param>
/// <param name="Implement">Whether it says how it is to be carried out.</param>
/// <param name="Enforcement">Whether it says how it is to be enforced.</param>
public sealed record AgreementCodes(
    AgreementClass Class, int? PaxId, string? PaxStage, string? PaxStageSub, int? Purpose, int? Type, bool? Mediated, bool? Written,
    bool? Implement, bool? Enforcement);

/// <summary>One of the texts that the agreement consists of.</summary>
/// <param name="Id">Short name within the agreement.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Date">Day of the text.</param>
/// <param name="Amends">Id of the document that it changes; null for the first.</param>
/// <param name="Source">Where it was published: document number, outlet, date.</param>
public sealed record AgreementDocument(string Id, BilingualText Title, DateOnly Date, string? Amends, string Source);

/// <summary>Somebody's role.</summary>
/// <param name="ActorId">Actor or state of the gazetteer, as <c>state-ru</c>.</param>
/// <param name="Role">In which role.</param>
/// <param name="Period">When.</param>
/// <param name="DocumentId">The text that gives the role; null when none is named.</param>
public sealed record Participant(string ActorId, ParticipantRole Role, Period Period, string? DocumentId);

/// <summary>Whether an actor is bound, from a day on, until the next record for the same actor or the last day given.</summary>
/// <remarks>An actor without a record of its own goes by the nearest one it belongs to (an army by its government). An actor for whom
/// neither speaks is not bound.</remarks>
/// <param name="ActorId">Actor or state of the gazetteer.</param>
/// <param name="Status">Whether it adheres.</param>
/// <param name="Period">When; the first day is always given.</param>
/// <param name="Source">Who recorded it where.</param>
public sealed record Adherence(string ActorId, AdherenceStatus Status, Period Period, string Source)
{
    /// <summary>Short name that traces cite: actor and first day.</summary>
    public string Id => $"{ActorId}@{Period.From:yyyy-MM-dd}";
}

/// <summary>A named area: all that it includes, less what it excludes.</summary>
/// <param name="Id">Short name within the agreement.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Include">Its parts; at least one.</param>
/// <param name="Exclude">What is cut out of it.</param>
public sealed record Area(string Id, BilingualText Name, IReadOnlyList<AreaPart> Include, IReadOnlyList<AreaPart> Exclude);

/// <summary>A part of an area; exactly one of the fields is given.</summary>
public sealed record AreaPart
{
    /// <summary>ISO 3166-1 alpha-2 code of a country.</summary>
    public string? Country { get; init; }

    /// <summary>First-order division, as <c>SY/Idlib</c>: country and the gazetteer's English name.</summary>
    public string? Admin1 { get; init; }

    /// <summary>Id of a place of the gazetteer.</summary>
    public string? PlaceId { get; init; }

    /// <summary>Id of another area of the agreement; no area includes itself, however indirectly.</summary>
    public string? AreaId { get; init; }

    /// <summary>A circle.</summary>
    public Circle? Circle { get; init; }

    /// <summary>Corners of a polygon in order, at least three, WGS 84; the last is joined to the first. It does not cross the 180th meridian.</summary>
    public IReadOnlyList<Position>? Polygon { get; init; }
}

/// <summary>A circle on the ground.</summary>
/// <param name="Center">Its centre.</param>
/// <param name="RadiusKm">Kilometres, above 0.</param>
public sealed record Circle(Position Center, double RadiusKm);

/// <summary>A point, WGS 84 degrees.</summary>
/// <param name="Lat">North, -90 to 90.</param>
/// <param name="Lon">East, -180 to 180.</param>
public readonly record struct Position(double Lat, double Lon);

/// <summary>That the agreement holds, or does not hold, in an area. What is excluded is so whatever else includes it.</summary>
/// <param name="AreaId">The area.</param>
/// <param name="IsExcluded">True when the agreement does not hold there.</param>
/// <param name="Period">When.</param>
/// <param name="DocumentId">The text that says so; null when none is named.</param>
public sealed record ScopeRule(string AreaId, bool IsExcluded, Period Period, string? DocumentId);

/// <summary>One provision.</summary>
public sealed record Provision
{
    /// <summary>Number in the text, as <c>1</c> or <c>2.a</c>; unique in the agreement.</summary>
    public required string Number { get; init; }

    /// <summary>Whether it prohibits, obliges or permits.</summary>
    public required ProvisionType Type { get; init; }

    /// <summary>A few words for lists.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>The text or a summary of it, by BCP 47 code of the language.</summary>
    public required IReadOnlyDictionary<string, string> Text { get; init; }

    /// <summary>BCP 47 code of the language it was agreed in; null when not known.</summary>
    public string? Original { get; init; }

    /// <summary>Acts that it prohibits or permits; for an obligation, those that breach it.</summary>
    public required IReadOnlyList<ActPattern> Acts { get; init; }

    /// <summary>Whose acts; never empty.</summary>
    public required IReadOnlyList<PartyPattern> By { get; init; }

    /// <summary>Acts against whom; never empty.</summary>
    public required IReadOnlyList<PartyPattern> Against { get; init; }

    /// <summary>Area it is limited to; null for the whole scope.</summary>
    public string? AreaId { get; init; }

    /// <summary>When it holds.</summary>
    public Period Period { get; init; }

    /// <summary>The text it stands in; null when none is named.</summary>
    public string? DocumentId { get; init; }

    /// <summary>For a permission: numbers of the provisions that it is an exception to; empty for all.</summary>
    public IReadOnlyList<string> ExceptionTo { get; init; } = [];

    /// <summary>A condition that no data can decide ("in self-defence"): such a permission is shown to those who rule and changes no
    /// outcome. Null when it has none.</summary>
    public BilingualText? Condition { get; init; }
}

/// <summary>Acts by PLOVER type and mode.</summary>
/// <param name="Type">Event type.</param>
/// <param name="Mode">Mode; null for all of the type.</param>
public sealed record ActPattern(Reading.EventType Type, string? Mode);

/// <summary>Who is meant: a class, or an actor with all that belong to it.</summary>
/// <param name="Class">The class.</param>
/// <param name="ActorId">The actor, when <paramref name="Class"/> is <see cref="PartyClass.Actor"/>; else null.</param>
/// <param name="ActorType">The sort of actor, when <paramref name="Class"/> is <see cref="PartyClass.Type"/>; else null.</param>
public sealed record PartyPattern(PartyClass Class, string? ActorId, Reading.ActorType? ActorType);

/// <summary>Who keeps a list of those excluded.</summary>
/// <param name="Id">Short name, as <c>un-security-council</c>.</param>
/// <param name="ActorId">Actor or state of the gazetteer; null when it is none.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsCommon">True when all guarantors go by this list; false for a guarantor's own.</param>
/// <param name="Period">When the agreement goes by it.</param>
public sealed record Lister(string Id, string? ActorId, BilingualText Name, bool IsCommon, Period Period);

/// <summary>An entry of an exclusion list: from a day on, until the last day given. It covers whoever belongs to the actor.</summary>
/// <param name="ListerId">Whose list.</param>
/// <param name="ActorId">Who is excluded.</param>
/// <param name="Period">When; the first day is always given.</param>
/// <param name="Source">Where the lister says so.</param>
public sealed record Listing(string ListerId, string ActorId, Period Period, string Source)
{
    /// <summary>Short name that traces cite: lister, actor and first day.</summary>
    public string Id => $"{ListerId}:{ActorId}@{Period.From:yyyy-MM-dd}";
}

/// <summary>The body that monitors, rules and decides.</summary>
public sealed record Commission
{
    /// <summary>What people call it.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>Actors whose desks rule on incidents, in the order that pages show them.</summary>
    public required IReadOnlyList<CommissionMember> Members { get; init; }

    /// <summary>What carries a determination.</summary>
    public required DecisionRule Rule { get; init; }

    /// <summary>Actor who decides under <see cref="DecisionRule.Chair"/>, one of the members; else null.</summary>
    public string? ChairId { get; init; }

    /// <summary>Time allowed for each stage of a complaint; a stage without one has none.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>When it is in office.</summary>
    public Period Period { get; init; }

    /// <summary>The text that sets it up; null when none is named.</summary>
    public string? DocumentId { get; init; }
}

/// <summary>A member of the commission.</summary>
/// <param name="ActorId">Actor or state whose desk rules.</param>
/// <param name="Period">When it is a member.</param>
public sealed record CommissionMember(string ActorId, Period Period);

/// <summary>Time allowed for a stage, counted from the moment the stage before it was reached.</summary>
/// <param name="Stage">The stage to reach.</param>
/// <param name="Hours">Hours, above 0.</param>
public sealed record Deadline(Rulings.ComplaintStage Stage, int Hours);
