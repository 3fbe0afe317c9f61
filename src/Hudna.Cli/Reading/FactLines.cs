using System.Text.Json;
using Hudna.Reading;

namespace Hudna.Cli.Reading;

/// <summary>Writes one fact's values: its kind, its codes, and the slices that it rests on. Fields that are not told are left out.</summary>
internal static class FactLines
{
    public static void Write(Utf8JsonWriter json, FactMention fact)
    {
        WriteDetail(json, fact.Detail);
        json.WriteString("modality", Wire.Name(fact.Modality));
        WriteParties(json, "actors", fact.Actors);
        WriteParties(json, "recipients", fact.Recipients);
        WriteSpan(json, "place", fact.PlaceSpan);
        WriteSpan(json, "destination", fact.DestinationSpan);
        WriteSpan(json, "number", fact.NumberSpan);
        if (fact.Time is { } time)
        {
            json.WriteString("time", time.Value ?? time.MonthDay);
        }
    }

    private static void WriteDetail(Utf8JsonWriter json, FactDetail detail)
    {
        switch (detail)
        {
            case RoundDetail round:
                WriteCodes(json, "round", round.Track, ("status", Wire.Name(round.Status)), ("format", round.Format is { } format ? Wire.Name(format) : null));
                break;
            case ParticipationDetail participation:
                WriteCodes(
                    json, "participation", participation.Track, ("stance", Wire.Name(participation.Stance)), ("condition", participation.Condition?.Text),
                    ("basis", participation.Basis?.Text));
                break;
            case DelegationDetail delegation:
                WriteCodes(json, "delegation", delegation.Track, ("role", Wire.Name(delegation.Role)));
                break;
            case TrackRelationDetail relation:
                WriteCodes(json, "track_relation", relation.Track, ("relation", Wire.Name(relation.Relation)), ("other", relation.Other.Id));
                break;
            case RoleDetail role:
                WriteCodes(json, "role", role.Track, ("role", Wire.Name(role.Role)));
                break;
            case PositionDetail position:
                WriteCodes(json, "position", null, ("topic", position.Topic), ("stance", Wire.Name(position.Stance)));
                break;
            case DealDetail deal:
                WriteCodes(json, "deal", null, ("type", Wire.Name(deal.Type)), ("step", Wire.Name(deal.Step)));
                break;
            case CommitmentDetail commitment:
                WriteCodes(json, "commitment", null, ("basis", Wire.Name(commitment.Basis)), ("topic", commitment.Topic));
                break;
            case OperationDetail operation:
                WriteCodes(json, "operation", null, ("type", Wire.Name(operation.Type)), ("stage", Wire.Name(operation.Stage)), ("route", operation.Route?.Text));
                break;
            case ControlDetail control:
                WriteCodes(
                    json, "control", null, ("status", Wire.Name(control.Status)), ("part", control.Part?.Text),
                    ("infrastructure", control.Infrastructure is { } infrastructure ? Wire.Name(infrastructure) : null));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(detail), detail, "a known fact is expected");
        }
    }

    private static void WriteCodes(Utf8JsonWriter json, string fact, TrackRef? track, params ReadOnlySpan<(string Name, string? Value)> codes)
    {
        json.WriteString("fact", fact);
        if (track is not null)
        {
            json.WriteString("track", track.Id);
        }

        foreach ((string name, string? value) in codes)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }
    }

    private static void WriteParties(Utf8JsonWriter json, string name, IReadOnlyList<FactParty> parties)
    {
        json.WriteStartArray(name);
        foreach (FactParty party in parties)
        {
            json.WriteStartObject();
            json.WriteNumber("start", party.Span.Start);
            json.WriteNumber("end", party.Span.End);
            json.WriteString("actor_id", party.ActorId);
            json.WriteString("name", party.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, string name, Span? span)
    {
        if (span is { } s)
        {
            json.WriteStartArray(name);
            json.WriteNumberValue(s.Start);
            json.WriteNumberValue(s.End);
            json.WriteEndArray();
        }
    }
}
