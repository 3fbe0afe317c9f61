using Hudna.Acts;
using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>Takes the event claim from an observation's text: each field rests on the cell that gives it.</summary>
public sealed class ObservationClaims
{
    /// <summary>Name and version, as it stands in the record of each claim.</summary>
    public const string Version = "observations/1";

    /// <summary>The rule that proposes the claims.</summary>
    public const string Rule = "observation.row";

    private readonly GazetteerNames names;
    private readonly IReader? reader;

    /// <summary>Prepares the look-up of names.</summary>
    /// <param name="gazetteer">Known actors and places.</param>
    /// <param name="reader">Recognises actors whose names grammar builds ("الجيش السوري"); null leaves those unrecognised.</param>
    public ObservationClaims(Gazetteer gazetteer, IReader? reader) => (names, this.reader) = (new GazetteerNames(gazetteer), reader);

    /// <summary>The free text of an observation, to tell its language by; empty when it has none.</summary>
    public static string FreeText(string text) => ObservationFields.Parse(text)["text"] ?? string.Empty;

    /// <summary>Where the free text of an observation stands, which says in words what the other cells say in codes; null when it has none.</summary>
    public static Span? FreeTextSpan(string text) => ObservationFields.Parse(text).SpanOf("text");

    /// <summary>How an observation's team knows of it (<c>saw</c>, <c>heard</c>), as the table has it; null when not told.</summary>
    public static string? Means(string text) => ObservationFields.Parse(text)["means"];

    /// <summary>The report's claim; null when its sort of event is none that PLOVER has. What is wrong with its cells goes to
    /// <paramref name="problems"/>.</summary>
    public ProposedClaim? Of(Report report, ICollection<string> problems)
    {
        var fields = ObservationFields.Parse(report.Text);
        ClaimContent? content = Content(fields);
        foreach ((string column, string message) in fields.Problems)
        {
            problems.Add($"{column}: {message}");
        }

        return content is null || fields.Problems.Count > 0
            ? null : new ProposedClaim(ContentId.Claim(report.Id, content), new ClaimProposed(report.Id, content, Rule));
    }

    internal ClaimContent? Content(ObservationFields fields)
    {
        ClaimPlace? place = Place(fields);
        ClaimTime? time = Time(fields);
        Count? dead = Toll(fields, "deaths_low", "deaths_best", "deaths_high");
        Count? injured = Toll(fields, "injured_low", null, "injured_high");
        if (fields["event_type"] is not { } name)
        {
            fields.Missing("event_type", "an ACLED sub-event type or a PLOVER type");
            return null;
        }

        if (Act(fields, name) is not var (type, mode))
        {
            return null;
        }

        return type is null ? null : new ClaimContent
        {
            Kind = ClaimKind.Event,
            Span = fields.SpanOf("event_type")!.Value,
            Text = name,
            Type = type,
            Mode = mode,
            Actors = Parties(fields, "actor_a"),
            Recipients = Parties(fields, "actor_b"),
            Place = place,
            Time = time,
            Dead = dead,
            Injured = injured,
            Weapon = fields["weapon"],
        };
    }

    // ACLED has no sub-event for what is withheld or barred: such rows give PLOVER's type, with its mode after a colon when told.
    private static (EventType? Type, string? Mode)? Act(ObservationFields fields, string name)
    {
        if (AcledCodes.TryGet(name, out EventType? type, out string? mode))
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

        fields.Bad<int>("event_type", type is null
            ? $"a PLOVER type with or without its mode, as COERCE:withhold, or one of {string.Join(" · ", AcledCodes.Names)}"
            : EventModes.Of(type.Value) is { Count: > 0 } modes ? $"{Wire.Name(type.Value)}, alone or with a mode of {string.Join(", ", modes)},"
            : $"{Wire.Name(type.Value)}, which has no modes,");
        return null;
    }

    private ClaimPlace? Place(ObservationFields fields)
    {
        double? lat = fields.Degrees("latitude", 90), lon = fields.Degrees("longitude", 180);
        int? precision = fields.Whole("where_prec", 1, 7);
        if (lat is null != lon is null && fields.Problems.Count == 0)
        {
            fields.Missing(lat is null ? "latitude" : "longitude", "latitude and longitude together, or neither,");
        }

        if (fields["place"] is not { } name)
        {
            return null;
        }

        if (precision is null && fields["where_prec"] is null)
        {
            fields.Missing("where_prec", "UCDP's where_prec from 1 (exact) to 7");
        }

        // A row that tells no point and a precision coarser than one means no town, even when a town has that name.
        PlaceEntry? entry = names.Place(name, fields["adm_1"], lat, lon);
        entry = lat is null && precision > PlacePrecision.Around && entry?.Kind is PlaceKind.Settlement or PlaceKind.Feature ? null : entry;
        return new ClaimPlace(
            name, fields.SpanOf("place"), entry?.Id, entry?.NameEn, entry?.Kind ?? PlaceKind.Settlement, entry?.Country, lat ?? entry?.Lat,
            lon ?? entry?.Lon, precision ?? PlacePrecision.Fuzzy);
    }

    private static ClaimTime? Time(ObservationFields fields)
    {
        DateOnly? first = fields.Day("date_start"), last = fields.Day("date_end");
        TimeOnly? clock = fields.Clock("time");
        int? precision = fields.Whole("date_prec", 1, 5);
        if (fields["date_start"] is null)
        {
            fields.Missing("date_start", "a date as 2017-01-31");
        }

        if (precision is null && fields["date_prec"] is null)
        {
            fields.Missing("date_prec", "UCDP's date_prec from 1 (the day) to 5");
        }

        if (first is not { } from || precision is null)
        {
            return null;
        }

        if (last is null && precision > 1 && fields["date_end"] is null)
        {
            fields.Missing("date_end", "the last day it can mean, as date_prec is not 1,");
        }

        DateOnly to = last ?? from;
        if (to < from)
        {
            fields.Bad<int>("date_end", "date_start or a later day");
            return null;
        }

        TimeValue value = from == to ? TimeValue.OfDay(from, clock) : TimeValue.OfDays(from, to);
        return new ClaimTime(fields["date_start"]!, fields.SpanOf("date_start"), value.ToString(), value.First, value.Last);
    }

    private static Count? Toll(ObservationFields fields, string lowColumn, string? bestColumn, string highColumn)
    {
        int? low = fields.Whole(lowColumn, 0, int.MaxValue), high = fields.Whole(highColumn, 0, int.MaxValue);
        int? best = bestColumn is null ? null : fields.Whole(bestColumn, 0, int.MaxValue);
        if (low > best || low > high || best > high)
        {
            fields.Bad<int>(low > high || low > best ? lowColumn : bestColumn!, "low, best and high in rising order");
            return null;
        }

        // A best estimate alone is a number; beside one bound it stands for the missing one.
        Span? span = fields.SpanOf(bestColumn ?? lowColumn) ?? fields.SpanOf(lowColumn) ?? fields.SpanOf(highColumn);
        return (low ?? best ?? high) is null ? null : new Count(low ?? best, high ?? best, span);
    }

    private List<Party> Parties(ObservationFields fields, string column)
    {
        if (fields[column] is not { } name)
        {
            return [];
        }

        Span? span = fields.SpanOf(column);
        if (names.Actor(name) is { } entry)
        {
            return [new Party(name, span, entry.Id, entry.NameEn, entry.Type)];
        }

        IReadOnlyList<ActorMention> found = reader?.Read("cell", name, null).Actors ?? [];
        ActorMention? mention = found.Count > 0 ? found[0] : null;
        return [new Party(name, span, mention?.ActorId, mention?.Name, mention?.Type)];
    }
}
