using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Facts;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Claims;

/// <summary>A place, or a track by its venue, as a form holds it.</summary>
/// <param name="Text">The source's words.</param>
/// <param name="Id">Id in the mission's places.</param>
/// <param name="Precision">1 to 7; empty when the place tells, and for tracks.</param>
public sealed record PlaceDraft(string Text, string Id, string Precision = "")
{
    internal static readonly PlaceDraft None = new("", "");

    internal bool IsEmpty => Text.Length == 0 && Id.Length == 0;

    internal static PlaceDraft Of(TrackRef? track) => track is null ? None : new PlaceDraft(track.Text, track.Id);

    internal static PlaceDraft Of(ClaimPlace? place) =>
        place is null ? None : new PlaceDraft(place.Text, place.PlaceId ?? "", place.Precision.ToString(CultureInfo.InvariantCulture));

    internal static PlaceDraft Of(IFormCollection form, string field) =>
        new(form[field + "_text"].ToString().Trim(), form[field + "_id"].ToString().Trim(), form[field + "_precision"].ToString().Trim());
}

/// <summary>What a fact around the truce says beside a claim's other fields, as the form holds it: texts, so that nothing typed is lost.</summary>
public sealed record FactDraft
{
    /// <summary>An empty one.</summary>
    public static readonly FactDraft None = new();

    private static readonly string[] CodeNames = [.. FactForm.Kinds.SelectMany(FactForm.Codes).Select(c => c.Name)];
    private static readonly string[] PhraseNames = [.. FactForm.Kinds.SelectMany(FactForm.Phrases).Select(p => p.Name)];

    public PlaceDraft Track { get; init; } = PlaceDraft.None;

    public PlaceDraft Other { get; init; } = PlaceDraft.None;

    public PlaceDraft Destination { get; init; } = PlaceDraft.None;

    /// <summary>What is chosen of each vocabulary, by the names of <see cref="FactForm.Codes"/>.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Words quoted, by the names of <see cref="FactForm.Phrases"/>.</summary>
    public IReadOnlyDictionary<string, string> Phrases { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>One of the known topics.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Id of a topic that the site has no name for.</summary>
    public string OtherTopic { get; init; } = "";

    /// <summary>Known topics of a round.</summary>
    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>Ids of its other topics, one a line.</summary>
    public string OtherAgenda { get; init; } = "";

    internal string Code(string name) => Codes.GetValueOrDefault(name, "");

    internal string Words(string name) => Phrases.GetValueOrDefault(name, "");

    /// <summary>The form as it opens on a claim.</summary>
    internal static FactDraft Of(ClaimContent content)
    {
        var draft = new FactDraft { Destination = PlaceDraft.Of(content.Destination) };
        return content.Detail switch
        {
            RoundDetail d => draft with
            {
                Track = PlaceDraft.Of(d.Track),
                Codes = Named(("round_status", Wire.Name(d.Status)), ("talks_format", d.Format is { } format ? Wire.Name(format) : "")),
                Agenda = [.. d.Agenda.Where(Topics.IsKnown)],
                OtherAgenda = string.Join('\n', d.Agenda.Where(t => !Topics.IsKnown(t))),
            },
            ParticipationDetail d => draft with
            {
                Track = PlaceDraft.Of(d.Track),
                Codes = Named(("participation", Wire.Name(d.Stance))),
                Phrases = Named(("condition", d.Condition?.Text ?? ""), ("basis", d.Basis?.Text ?? "")),
            },
            DelegationDetail d => draft with { Track = PlaceDraft.Of(d.Track), Codes = Named(("delegation_role", Wire.Name(d.Role))) },
            TrackRelationDetail d => draft with
            {
                Track = PlaceDraft.Of(d.Track),
                Other = PlaceDraft.Of(d.Other),
                Codes = Named(("track_relation", Wire.Name(d.Relation))),
            },
            RoleDetail d => draft with { Track = PlaceDraft.Of(d.Track), Codes = Named(("talks_role", Wire.Name(d.Role))) },
            PositionDetail d => draft.On(d.Topic) with { Codes = Named(("position", Wire.Name(d.Stance))) },
            DealDetail d => draft with { Codes = Named(("deal_type", Wire.Name(d.Type)), ("deal_step", Wire.Name(d.Step))) },
            CommitmentDetail d => draft.On(d.Topic) with { Codes = Named(("commitment_basis", Wire.Name(d.Basis))) },
            OperationDetail d => draft with
            {
                Codes = Named(("operation_type", Wire.Name(d.Type)), ("operation_stage", Wire.Name(d.Stage))),
                Phrases = Named(("route", d.Route?.Text ?? "")),
            },
            ControlDetail d => draft with
            {
                Codes = Named(("control_status", Wire.Name(d.Status)), ("infrastructure", d.Infrastructure is { } what ? Wire.Name(what) : "")),
                Phrases = Named(("part", d.Part?.Text ?? "")),
            },
            _ => draft,
        };
    }

    /// <summary>The form as it was posted.</summary>
    internal static FactDraft Of(IFormCollection form) => new()
    {
        Track = PlaceDraft.Of(form, "track"),
        Other = PlaceDraft.Of(form, "other"),
        Destination = PlaceDraft.Of(form, "destination"),
        Codes = Named([.. CodeNames.Select(n => (n, form[n].ToString().Trim()))]),
        Phrases = Named([.. PhraseNames.Select(n => (n, form[n].ToString().Trim()))]),
        Topic = form["topic"].ToString().Trim(),
        OtherTopic = form["topic_other"].ToString().Trim(),
        Agenda = [.. form["agenda"].OfType<string>().Where(t => t.Length > 0)],
        OtherAgenda = form["agenda_other"].ToString(),
    };

    /// <summary>The same with a topic chosen: from the list when the site knows it.</summary>
    internal FactDraft On(string? topic) =>
        topic is not null && Topics.IsKnown(topic) ? this with { Topic = topic } : this with { OtherTopic = topic ?? "" };

    private static Dictionary<string, string> Named(params (string Name, string Value)[] values) =>
        values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
}
