using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Server.Features.Claims;

/// <summary>Turns the form's part on a fact around the truce into the claim's detail; what is wrong is noted by field. Tracks and words
/// that were left alone keep their spans.</summary>
internal sealed class FactEdit(FactDraft draft, ClaimContent before, Func<string, Span?> find, Gazetteer gazetteer, List<FieldProblem> problems)
{
    /// <summary>The detail; null for events, figures and statements, and when a field that it needs cannot be used.</summary>
    public FactDetail? Read() => before.Kind switch
    {
        ClaimKind.Round => Round(),
        ClaimKind.Participation => Participation(),
        ClaimKind.Delegation => Delegation(),
        ClaimKind.TrackRelation => Relation(),
        ClaimKind.Role => Role(),
        ClaimKind.Position => Position(),
        ClaimKind.Deal => Deal(),
        ClaimKind.Commitment => Commitment(),
        ClaimKind.Operation => Operation(),
        ClaimKind.Control => Control(),
        _ => null,
    };

    private RoundDetail? Round()
    {
        TrackRef? track = Needed("track", draft.Track, (before.Detail as RoundDetail)?.Track);
        RoundStatus? status = Chosen<RoundStatus>("round_status");
        TalksFormat? format = Optional<TalksFormat>("talks_format");
        return track is null || status is not { } known ? null : new RoundDetail(track, known, format, Agenda());
    }

    private ParticipationDetail? Participation()
    {
        var old = before.Detail as ParticipationDetail;
        TrackRef? track = Track("track", draft.Track, old?.Track);
        return Chosen<ParticipationStance>("participation") is { } stance
            ? new ParticipationDetail(track, stance, Words("condition", old?.Condition), Words("basis", old?.Basis)) : null;
    }

    private DelegationDetail? Delegation()
    {
        TrackRef? track = Track("track", draft.Track, (before.Detail as DelegationDetail)?.Track);
        return Chosen<DelegationRole>("delegation_role") is { } role ? new DelegationDetail(track, role) : null;
    }

    private TrackRelationDetail? Relation()
    {
        var old = before.Detail as TrackRelationDetail;
        TrackRef? track = Needed("track", draft.Track, old?.Track), other = Needed("other", draft.Other, old?.Other);
        if (track is not null && string.Equals(track.Id, other?.Id, StringComparison.Ordinal))
        {
            problems.Add(new FieldProblem("other_id", "entry.problem.other_track"));
        }

        TrackRelation? relation = Chosen<TrackRelation>("track_relation");
        return track is null || other is null || relation is not { } known ? null : new TrackRelationDetail(track, other, known);
    }

    private RoleDetail? Role()
    {
        TrackRef? track = Track("track", draft.Track, (before.Detail as RoleDetail)?.Track);
        return Chosen<TalksRole>("talks_role") is { } role ? new RoleDetail(track, role) : null;
    }

    private PositionDetail? Position()
    {
        PositionStance? stance = Chosen<PositionStance>("position");
        string? topic = Topic();
        if (topic is null)
        {
            problems.Add(new FieldProblem("topic", "entry.problem.topic"));
        }

        return topic is null || stance is not { } known ? null : new PositionDetail(topic, known);
    }

    private DealDetail? Deal()
    {
        DealType? type = Chosen<DealType>("deal_type");
        DealStep? step = Chosen<DealStep>("deal_step");
        return type is { } t && step is { } s ? new DealDetail(t, s) : null;
    }

    private CommitmentDetail? Commitment() =>
        Chosen<CommitmentBasis>("commitment_basis") is { } basis ? new CommitmentDetail(basis, Topic()) : null;

    private OperationDetail? Operation()
    {
        OperationType? type = Chosen<OperationType>("operation_type");
        OperationStage? stage = Chosen<OperationStage>("operation_stage");
        return type is { } t && stage is { } s ? new OperationDetail(t, s, Words("route", (before.Detail as OperationDetail)?.Route)) : null;
    }

    private ControlDetail? Control()
    {
        ControlStatus? status = Chosen<ControlStatus>("control_status");
        Infrastructure? infrastructure = Optional<Infrastructure>("infrastructure");
        return status is { } known ? new ControlDetail(known, Words("part", (before.Detail as ControlDetail)?.Part), infrastructure) : null;
    }

    // The boxes come in the list's order: an agenda that was left alone keeps its own.
    private IReadOnlyList<string> Agenda()
    {
        string[] chosen = [.. draft.Agenda.Concat(FormLines.Of(draft.OtherAgenda)).Distinct(StringComparer.Ordinal)];
        return before.Detail is RoundDetail { Agenda: var old } && old.ToHashSet(StringComparer.Ordinal).SetEquals(chosen) ? old : chosen;
    }

    private string? Topic() => draft.OtherTopic.Length > 0 ? draft.OtherTopic : draft.Topic.Length > 0 ? draft.Topic : null;

    private T? Chosen<T>(string name)
        where T : struct, Enum
    {
        T? chosen = Wire.Parse<T>(draft.Code(name));
        if (chosen is null)
        {
            CodeField field = FactForm.Codes(before.Kind).First(c => string.Equals(c.Name, name, StringComparison.Ordinal));
            problems.Add(new FieldProblem(name, "entry.problem.choose", NameKey: field.Label));
        }

        return chosen;
    }

    private T? Optional<T>(string name)
        where T : struct, Enum => draft.Code(name).Length == 0 ? null : Chosen<T>(name);

    private TrackRef? Needed(string field, PlaceDraft typed, TrackRef? old)
    {
        if (typed.IsEmpty)
        {
            problems.Add(new FieldProblem($"{field}_id", "entry.problem.track"));
        }

        return Track(field, typed, old);
    }

    private TrackRef? Track(string field, PlaceDraft typed, TrackRef? old)
    {
        if (typed.IsEmpty)
        {
            return null;
        }

        bool sameWords = string.Equals(old?.Text, typed.Text, StringComparison.Ordinal);
        bool sameId = string.Equals(old?.Id, typed.Id, StringComparison.Ordinal);
        if (old is not null && sameWords && sameId)
        {
            return old;
        }

        if (typed.Id.Length == 0)
        {
            problems.Add(new FieldProblem($"{field}_id", "entry.problem.track_id"));
            return null;
        }

        PlaceEntry? place = gazetteer.Places.GetValueOrDefault(typed.Id);
        if (place is null && !sameId)
        {
            problems.Add(new FieldProblem($"{field}_id", "problem.no_place", typed.Id));
            return null;
        }

        return typed.Text.Length > 0 ? new TrackRef(typed.Id, typed.Text, sameWords ? old!.Span : find(typed.Text))
            : new TrackRef(typed.Id, place is null ? old!.Text : KnownWords.First(place.NamesAr, place.NameEn), null);
    }

    private Phrase? Words(string name, Phrase? old)
    {
        // A browser sends line ends as CR LF, whatever the text has.
        string typed = draft.Words(name).ReplaceLineEndings("\n");
        return typed.Length == 0 ? null
            : old is not null && string.Equals(old.Text.ReplaceLineEndings("\n").Trim(), typed, StringComparison.Ordinal) ? old
            : new Phrase(typed, find(typed));
    }
}

/// <summary>Words for what was chosen by id only.</summary>
internal static class KnownWords
{
    public static string First(IReadOnlyList<string> arabic, string english) => arabic.Count > 0 ? arabic[0] : english;
}
