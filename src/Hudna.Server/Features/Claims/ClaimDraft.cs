using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Claims;

/// <summary>A claim's fields as the edit form holds them: every one a text, so that nothing typed is ever lost, however wrong.</summary>
public sealed record ClaimDraft
{
    public int Revision { get; init; }

    public string Reason { get; init; } = "";

    public string Type { get; init; } = "";

    public string Mode { get; init; } = "";

    public string Modality { get; init; } = "";

    public IReadOnlyList<PartyDraft> Actors { get; init; } = [];

    public IReadOnlyList<PartyDraft> Recipients { get; init; } = [];

    public PartyDraft Speaker { get; init; } = new("", "");

    public string Via { get; init; } = "";

    public string PlaceText { get; init; } = "";

    public string PlaceId { get; init; } = "";

    public string PlacePrecision { get; init; } = "";

    public string TimeText { get; init; } = "";

    public string TimeValue { get; init; } = "";

    public string DeadLow { get; init; } = "";

    public string DeadHigh { get; init; } = "";

    public string InjuredLow { get; init; } = "";

    public string InjuredHigh { get; init; } = "";

    public string Measure { get; init; } = "";

    public string NumberLow { get; init; } = "";

    public string NumberHigh { get; init; } = "";

    public string Weapon { get; init; } = "";

    /// <summary>What a fact around the truce says beside these.</summary>
    public FactDraft Fact { get; init; } = FactDraft.None;

    /// <summary>The form as it opens on a claim.</summary>
    public static ClaimDraft Of(Claim claim)
    {
        ClaimContent content = claim.Content;
        return new ClaimDraft
        {
            Revision = claim.Revision,
            Type = content.Type is { } type ? Wire.Name(type) : "",
            Mode = content.Mode ?? "",
            Modality = Wire.Name(content.Modality),
            Actors = [.. content.Actors.Select(PartyDraft.Of)],
            Recipients = [.. content.Recipients.Select(PartyDraft.Of)],
            Speaker = content.Speaker is { } speaker ? PartyDraft.Of(speaker) : new PartyDraft("", ""),
            Via = string.Join('\n', content.Via),
            PlaceText = content.Place?.Text ?? "",
            PlaceId = content.Place?.PlaceId ?? "",
            PlacePrecision = content.Place?.Precision.ToString(CultureInfo.InvariantCulture) ?? "",
            TimeText = content.Time?.Text ?? content.Yearless?.Text ?? "",
            TimeValue = content.Time?.Value ?? content.Yearless?.Value ?? "",
            DeadLow = Number(content.Dead?.Low),
            DeadHigh = Number(content.Dead?.High),
            InjuredLow = Number(content.Injured?.Low),
            InjuredHigh = Number(content.Injured?.High),
            Measure = content.Measure is { } measure ? Wire.Name(measure) : "",
            NumberLow = Number(content.Number?.Low),
            NumberHigh = Number(content.Number?.High),
            Weapon = content.Weapon ?? "",
            Fact = FactDraft.Of(content),
        };
    }

    /// <summary>The form as it was posted.</summary>
    public static ClaimDraft Of(IFormCollection form) => new()
    {
        Revision = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : 0,
        Reason = Text(form, "reason"),
        Type = Text(form, "type"),
        Mode = Text(form, "mode"),
        Modality = Text(form, "modality"),
        Actors = Parties(form, "actor"),
        Recipients = Parties(form, "recipient"),
        Speaker = new PartyDraft(Text(form, "speaker_text"), Text(form, "speaker_id")),
        Via = form["via"].ToString(),
        PlaceText = Text(form, "place_text"),
        PlaceId = Text(form, "place_id"),
        PlacePrecision = Text(form, "place_precision"),
        TimeText = Text(form, "time_text"),
        TimeValue = Text(form, "time_value"),
        DeadLow = Text(form, "dead_low"),
        DeadHigh = Text(form, "dead_high"),
        InjuredLow = Text(form, "injured_low"),
        InjuredHigh = Text(form, "injured_high"),
        Measure = Text(form, "measure"),
        NumberLow = Text(form, "number_low"),
        NumberHigh = Text(form, "number_high"),
        Weapon = Text(form, "weapon"),
        Fact = FactDraft.Of(form),
    };

    /// <summary>The same without what a kind has no field for: a form that offers all kinds posts the fields that it hides, too.</summary>
    internal ClaimDraft For(ClaimKind kind)
    {
        bool placed = FactForm.Place(kind) is not null;
        return this with
        {
            Actors = FactForm.Actors(kind) is null ? [] : Actors,
            Recipients = FactForm.Recipients(kind) is null ? [] : Recipients,
            PlaceText = placed ? PlaceText : "",
            PlaceId = placed ? PlaceId : "",
            PlacePrecision = placed ? PlacePrecision : "",
        };
    }

    private static string Text(IFormCollection form, string field) => form[field].ToString().Trim();

    private static List<PartyDraft> Parties(IFormCollection form, string field) =>
        [.. form[field + "_text"].Zip(form[field + "_id"], (text, id) => new PartyDraft((text ?? "").Trim(), (id ?? "").Trim()))
            .Where(p => p.Text.Length > 0 || p.Id.Length > 0)];

    private static string Number(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>An actor as the form holds it: the source's words and the mission's id.</summary>
public sealed record PartyDraft(string Text, string Id)
{
    internal static PartyDraft Of(Party party) => new(party.Text, party.ActorId ?? "");
}
