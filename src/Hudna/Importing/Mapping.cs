using System.Text.Json.Serialization;
using Hudna.Reading;

namespace Hudna.Importing;

/// <summary>In which order a date of digits gives day, month and year.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<DateOrder>))]
public enum DateOrder
{
    /// <summary>Day, month, year: 31/12/2016.</summary>
    Dmy,

    /// <summary>Month, day, year: 12/31/2016.</summary>
    Mdy,
}

/// <summary>How the rows of one sort of table become reports and claims: which column gives what, and what its codes mean. Data, kept in the
/// record with the reports that were read by it. Nothing in it changes once it is kept: a change is another mapping.</summary>
public sealed record Mapping
{
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The layout it was made from: <c>acled</c>, <c>ucdp-ged</c>, <c>osce-smm</c>, <c>kobo</c>, <c>observations</c> or <c>plain</c>.</summary>
    public required string Layout { get; init; }

    /// <summary>The list that the rows' ids belong to, so that a changed row is found again whoever hands it in; null takes the source's name.</summary>
    public string? Register { get; init; }

    /// <summary>Columns that go into a report's text, in that order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Columns that are kept nowhere: who filled in the form, when it was downloaded.</summary>
    public IReadOnlyList<string> LeaveOut { get => field ?? []; init; }

    /// <summary>Which of the columns is free text, which goes last; null when none is.</summary>
    public string? FreeText { get; init; }

    /// <summary>What gives each field, by the names of <see cref="TargetFields"/>.</summary>
    public required IReadOnlyDictionary<string, FieldMapping> Fields { get; init; }

    /// <summary>Order of day and month in dates of digits; null leaves those that can mean two days without a date.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>True when a date that is not precise to the day is the middle of its period: it is widened by date_prec.</summary>
    public bool Widen { get; init; }

    /// <summary>Names of event types beside PLOVER's: <c>acled</c>, <c>ucdp</c> or <c>osce</c>; null for none.</summary>
    public string? Codes { get; init; }

    /// <summary>For lists that give their rows no ids: columns that together with the day tell a row from others, save for its ordinal. They are to be
    /// columns that corrections leave alone. Null when rows are known by an id, or by their text alone.</summary>
    public IReadOnlyList<string>? Key { get; init; }

    /// <summary>Columns by which a header is recognised as one of these; empty asks for all that the mapping names.</summary>
    public IReadOnlyList<string> Signature { get => field ?? []; init; }

    /// <summary>All columns that it names, each once.</summary>
    [JsonIgnore]
    public IEnumerable<string> AllColumns => Columns.Concat(LeaveOut).Concat(Fields.Values.SelectMany(f => f.Columns)).Distinct(StringComparer.Ordinal);
}

/// <summary>What gives one field.</summary>
public sealed record FieldMapping
{
    /// <summary>Columns: for actors each is one more, for all other fields the first that is not empty.</summary>
    public IReadOnlyList<string> Columns { get => field ?? []; init; }

    /// <summary>The same for every row, where no column gives it.</summary>
    public string? Value { get; init; }

    /// <summary>What a cell means: its words, any case, with <c>*</c> at either end for "anything"; the first that fits. A cell that is not
    /// here means itself, and of several columns the first with a cell that is here goes first.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>What stands between several names in one cell; null when a cell is one.</summary>
    public string? Separator { get; init; }

    /// <summary>True refuses a row in which it is empty.</summary>
    public bool Required { get; init; }
}

/// <summary>The fields that a mapping can give.</summary>
public static class TargetFields
{
    /// <summary>What the row is known by in its own list.</summary>
    public const string Id = "id";

    /// <summary>All of them: about the report, then about what it claims.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Id, "kind", "source", "via", "received", "title", "url", "confidentiality",
        "date_start", "date_end", "date_prec", "time", "place", "adm_1", "latitude", "longitude", "point", "where_prec",
        "event_type", "actor_a", "actor_b", "weapon", "means", "deaths_low", "deaths_best", "deaths_high", "injured_low", "injured_high", "text",
    ];

    /// <summary>Fields that say who handed it in and who may see it, not what happened: they go with the report, and need not stand in its text.</summary>
    public static bool IsAboutReport(string field) => field is Id or "kind" or "source" or "received" or "title" or "url" or "confidentiality";

    /// <summary>Fields whose columns each name one more.</summary>
    public static bool IsMany(string field) => field is "actor_a" or "actor_b" or "via";
}
