using System.Text.Json.Serialization;

namespace Hudna.Reading;

/// <summary>What sort of place a name denotes.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PlaceKind>))]
public enum PlaceKind
{
    /// <summary>A state's territory.</summary>
    Country,

    /// <summary>A governorate, province or named area.</summary>
    Region,

    /// <summary>A city, town, village, neighbourhood or inhabited camp.</summary>
    Settlement,

    /// <summary>A river, base, crossing, road, hill, building or the like.</summary>
    Feature,
}

/// <summary>What sort of actor a mention denotes.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ActorType>))]
public enum ActorType
{
    /// <summary>A named person, or a description that can only be one person.</summary>
    Person,

    /// <summary>A state acting as such, also by its capital's name.</summary>
    State,

    /// <summary>A government, ministry or other civil body of a state.</summary>
    Government,

    /// <summary>A state's or coalition's forces.</summary>
    Military,

    /// <summary>An armed group or armed opposition, or its fighters.</summary>
    ArmedGroup,

    /// <summary>A political opposition body or delegation.</summary>
    Opposition,

    /// <summary>An inter-governmental organisation.</summary>
    Igo,

    /// <summary>A non-governmental organisation.</summary>
    Ngo,

    /// <summary>A media outlet, an agency or a byline.</summary>
    Media,

    /// <summary>Any other actor.</summary>
    Other,
}

/// <summary>What a quantity counts.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Measure>))]
public enum Measure
{
    /// <summary>People killed.</summary>
    Killed,

    /// <summary>People injured.</summary>
    Injured,

    /// <summary>People displaced.</summary>
    Displaced,

    /// <summary>People brought out.</summary>
    Evacuated,

    /// <summary>People detained.</summary>
    Detained,

    /// <summary>People missing.</summary>
    Missing,

    /// <summary>Fighters.</summary>
    Fighters,

    /// <summary>Armed or political factions.</summary>
    Factions,

    /// <summary>Breaches of a truce.</summary>
    Violations,

    /// <summary>Strikes or raids.</summary>
    Strikes,

    /// <summary>Vehicles of any sort.</summary>
    Vehicles,

    /// <summary>Area in square kilometres.</summary>
    [JsonStringEnumMemberName("area_km2")]
    AreaKm2,

    /// <summary>Anything else that monitoring counts.</summary>
    Other,
}

/// <summary>How an act is put forward.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Modality>))]
public enum Modality
{
    /// <summary>It happened or is happening.</summary>
    Asserted,

    /// <summary>Future, scheduled or promised.</summary>
    Planned,

    /// <summary>May, if, hoped for or called for.</summary>
    Possible,

    /// <summary>Did not, will not, or is denied.</summary>
    Negated,
}

/// <summary>Whether a mention of an act reports a happening: the realis of Rich ERE and of TAC KBP's event track.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Realis>))]
public enum Realis
{
    /// <summary>One happening, or one run of them, that the sentence itself reports.</summary>
    Actual,

    /// <summary>A kind of act: spoken of in general, as a topic, or referred back to as known.</summary>
    Generic,

    /// <summary>Planned, possible, feared, threatened or negated.</summary>
    Other,
}

/// <summary>The event types of PLOVER 2.0 (openeventdata/PLOVER), by their names there.</summary>
[JsonConverter(typeof(UpperCaseEnumConverter<EventType>))]
public enum EventType
{
    /// <summary>Agree to, offer or promise an act.</summary>
    Agree,

    /// <summary>Meet, visit, talk, mediate or host.</summary>
    Consult,

    /// <summary>Support diplomatically, conclude or sign an agreement.</summary>
    Support,

    /// <summary>Yield on a demand (PLOVER 2.0 folds most of it into other types).</summary>
    Concede,

    /// <summary>Cooperate or share.</summary>
    Cooperate,

    /// <summary>Provide aid, military aid included.</summary>
    Aid,

    /// <summary>Withdraw, release, disarm, observe a ceasefire, allow access, resign.</summary>
    Retreat,

    /// <summary>Demand, appeal or call for.</summary>
    Request,

    /// <summary>Reject or deny.</summary>
    Reject,

    /// <summary>Accuse, condemn, investigate.</summary>
    Accuse,

    /// <summary>Threaten.</summary>
    Threaten,

    /// <summary>Demonstrate, riot, strike, boycott.</summary>
    Protest,

    /// <summary>Reduce relations, halt talks, convict, expel.</summary>
    Sanction,

    /// <summary>Deploy troops, police or weapons.</summary>
    Mobilize,

    /// <summary>Seize, arrest, restrict, withhold.</summary>
    Coerce,

    /// <summary>Attack, kill, destroy, abduct.</summary>
    Assault,
}
