using System.Text.Json.Serialization;
using Hudna.Reading;

namespace Hudna.Agreements;

/// <summary>Class of a ceasefire, as the ETH/PRIO data and the field use the words.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AgreementClass>))]
public enum AgreementClass
{
    /// <summary>Stops the fighting, says little more.</summary>
    CessationOfHostilities,

    /// <summary>With monitoring or separation of forces, on the way to more.</summary>
    Preliminary,

    /// <summary>Meant to end the war.</summary>
    Definitive,
}

/// <summary>Role in an agreement.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ParticipantRole>))]
public enum ParticipantRole
{
    /// <summary>It undertakes what the agreement says.</summary>
    Party,

    /// <summary>It answers for a party's keeping it.</summary>
    Guarantor,

    /// <summary>It hosts the talks.</summary>
    Host,

    /// <summary>It brought the agreement about.</summary>
    Mediator,

    /// <summary>It looks on.</summary>
    Observer,

    /// <summary>It monitors.</summary>
    Monitor,
}

/// <summary>Whether an actor is bound.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AdherenceStatus>))]
public enum AdherenceStatus
{
    /// <summary>It is bound.</summary>
    Adheres,

    /// <summary>It said that it is not bound.</summary>
    Declined,

    /// <summary>It was bound and withdrew.</summary>
    Withdrawn,
}

/// <summary>What a provision does.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ProvisionType>))]
public enum ProvisionType
{
    /// <summary>Forbids acts.</summary>
    Prohibits,

    /// <summary>Demands something; the acts are those that breach it.</summary>
    Obliges,

    /// <summary>Allows acts that another provision forbids.</summary>
    Permits,
}

/// <summary>Who a provision means.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PartyClass>))]
public enum PartyClass
{
    /// <summary>Anyone.</summary>
    Anyone,

    /// <summary>Whoever is bound that day.</summary>
    Bound,

    /// <summary>The guarantors of that day.</summary>
    Guarantors,

    /// <summary>One actor and all that belong to it.</summary>
    Actor,

    /// <summary>Actors of one sort.</summary>
    Type,
}

/// <summary>What carries a determination.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<DecisionRule>))]
public enum DecisionRule
{
    /// <summary>Every member has found the same.</summary>
    Consensus,

    /// <summary>More than half of all members have found the same.</summary>
    Majority,

    /// <summary>The chair has found so.</summary>
    Chair,
}
