using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Importing;

/// <summary>Takes the event claim from a row's text: each field rests on the cell that gives it.</summary>
public sealed class RowClaims
{
    /// <summary>Name and version, as it stands in the record of each report that was read so.</summary>
    public const string Version = "rows/2";

    /// <summary>The rule that proposes the claims.</summary>
    public const string Rule = "observation.row";

    private readonly GazetteerNames names;
    private readonly Gazetteer gazetteer;
    private readonly IReader? reader;

    /// <summary>Prepares the look-up of names.</summary>
    /// <param name="gazetteer">Known actors and places.</param>
    /// <param name="reader">Recognises actors whose names grammar builds ("الجيش السوري"); null leaves those unrecognised.</param>
    public RowClaims(Gazetteer gazetteer, IReader? reader) => (names, this.gazetteer, this.reader) = (new GazetteerNames(gazetteer), gazetteer, reader);

    /// <summary>The free text of a row, to tell its language by; empty when it has none.</summary>
    public static string FreeText(string text, Mapping mapping) => FreeTextSpan(text, mapping) is { } span ? span.Of(text) : string.Empty;

    /// <summary>Where the free text of a row stands, which says in words what the other cells say in codes; null when it has none.</summary>
    public static Span? FreeTextSpan(string text, Mapping mapping) => Fields(text, mapping, null).SpanOf("text");

    /// <summary>How a row's team knows of it (<c>saw</c>, <c>heard</c>), as the table has it; null when not told.</summary>
    public static string? Means(string text, Mapping mapping) => Fields(text, mapping, null)["means"];

    /// <summary>The report's claim; null when its sort of event is none that PLOVER has. What is wrong with its cells goes to
    /// <paramref name="problems"/>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="mapping">The mapping of its row.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="isGood">False when what is wrong costs the whole row.</param>
    public ProposedClaim? Of(Report report, Mapping mapping, ICollection<string> problems, out bool isGood)
    {
        RowFields fields = Fields(report.Text, mapping, report.Published);
        ClaimContent? content = Content(report.Text, fields);
        foreach ((string column, string message, bool _) in fields.Problems)
        {
            problems.Add($"{column}: {message}");
        }

        // One mapping after another may read the same words: each claim is of one of them.
        string of = report.Row?.MappingId is { } id ? $"{report.Id}\n{id}" : report.Id;
        isGood = !fields.Problems.Any(p => p.CostsRow);
        return content is null || !isGood ? null : new ProposedClaim(ContentId.Claim(of, content), new ClaimProposed(report.Id, content, Rule));
    }

    internal static RowFields Fields(string text, Mapping mapping, DateOnly? reported) => new(mapping, RowText.Parse(text, mapping.FreeText), reported);

    internal ClaimContent? Content(string text, RowFields fields)
    {
        foreach ((string field, FieldMapping from) in fields.Mapping.Fields)
        {
            if (from.Required && field is not ("where_prec" or "date_prec") && !TargetFields.IsAboutReport(field) && fields[field] is null)
            {
                fields.Missing(field, field is "date_start" ? "a date as 2017-01-31" : field is "event_type" ? "an event type" : "something");
            }
        }

        ClaimPlace? place = RowPlace.Of(fields, names);
        ClaimTime? time = RowTime.Of(text, fields);
        Count? dead = Toll(fields, "deaths_low", "deaths_best", "deaths_high");
        Count? injured = Toll(fields, "injured_low", null, "injured_high");
        if (fields["event_type"] is not { } name || Act(fields, name) is not ({ } type, var mode))
        {
            return null;
        }

        // What the mapping says of all rows rests on the whole of the row.
        Span span = fields.SpanOf("event_type") ?? new Span(0, text.Length);
        return new ClaimContent
        {
            Kind = ClaimKind.Event,
            Span = span,
            Text = span.Of(text),
            Type = type,
            Mode = mode,
            Actors = Parties(fields, "actor_a"),
            Recipients = Parties(fields, "actor_b"),
            Place = place,
            Time = time,
            Dead = dead,
            Injured = injured,
            Weapon = fields["weapon"],
            Via = fields.All("via") is [var only] ? [only.Value] : [],
        };
    }

    // PLOVER's type, with its mode after a colon when told; or a name of the mapping's scheme; "-" for what PLOVER does not have.
    private static (EventType? Type, string? Mode)? Act(RowFields fields, string name)
    {
        if (name is "-" || (fields.Mapping.Codes is { } codes && EventCodes.TryGet(codes, name, out EventType? type, out string? mode) && type is null))
        {
            return (null, null);
        }

        if (fields.Mapping.Codes is { } scheme && EventCodes.TryGet(scheme, name, out type, out mode))
        {
            return (type, mode);
        }

        int colon = name.IndexOf(':', StringComparison.Ordinal);
        type = Wire.Parse<EventType>(colon < 0 ? name : name[..colon]);
        mode = colon < 0 ? null : name[(colon + 1)..];
        if (type is { } plover && EventModes.Allows(plover, mode))
        {
            return (plover, mode);
        }

        // A table that must tell a type is refused without; of another one the row is kept, for a person to code.
        bool costsRow = fields.Mapping.Fields["event_type"].Required;
        fields.Bad<int>("event_type", type is null
            ? "a PLOVER type with or without its mode, as COERCE:withhold" + (fields.Mapping.Codes is { } its ? $", or one of {string.Join(" · ", EventCodes.NamesOf(its))}" : ", or a value of the mapping")
            : EventModes.Of(type.Value) is { Count: > 0 } modes ? $"{Wire.Name(type.Value)}, alone or with a mode of {string.Join(", ", modes)},"
            : $"{Wire.Name(type.Value)}, which has no modes,", costsRow);
        return null;
    }

    private static Count? Toll(RowFields fields, string lowField, string? bestField, string highField)
    {
        int? low = fields.Whole(lowField, 0, int.MaxValue), high = fields.Whole(highField, 0, int.MaxValue);
        int? best = bestField is null ? null : fields.Whole(bestField, 0, int.MaxValue);
        if (low > best || low > high || best > high)
        {
            fields.Bad<int>(low > high || low > best ? lowField : bestField!, "low, best and high in rising order");
            return null;
        }

        // A best estimate alone is a number; beside one bound it stands for the missing one.
        Span? span = fields.SpanOf(bestField ?? lowField) ?? fields.SpanOf(lowField) ?? fields.SpanOf(highField);
        return (low ?? best ?? high) is null ? null : new Count(low ?? best, high ?? best, span);
    }

    private List<Party> Parties(RowFields fields, string field) => [.. fields.All(field).Select(v => Party(v)).DistinctBy(p => p.Text, StringComparer.Ordinal)];

    // The mapping may name an actor of the mission by id or by another name.
    private Party Party(FieldValue told)
    {
        if (gazetteer.Actors.GetValueOrDefault(told.Value) is { } byId)
        {
            return new Party(told.Cell, told.Span, byId.Id, byId.NameEn, byId.Type);
        }

        // ACLED says the years of a government in brackets.
        int bracket = told.Value.IndexOf('(', StringComparison.Ordinal);
        if ((names.Actor(told.Value) ?? (bracket > 0 ? names.Actor(told.Value[..bracket]) : null)) is { } entry)
        {
            return new Party(told.Cell, told.Span, entry.Id, entry.NameEn, entry.Type);
        }

        IReadOnlyList<ActorMention> found = reader?.Read("cell", told.Value, null).Actors ?? [];
        ActorMention? mention = found.Count > 0 ? found[0] : null;
        return new Party(told.Cell, told.Span, mention?.ActorId, mention?.Name, mention?.Type);
    }
}
