using System.Globalization;
using Hudna.Bulletins;
using Hudna.Coverage;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Server.Languages;
using Microsoft.AspNetCore.Components;

namespace Hudna.Server.Features.Bulletins;

/// <summary>A bulletin with the words to tell it in one language. All of it comes from the bulletin itself, nothing from the record or the
/// clock, so that it reads the same whenever it is shown.</summary>
public sealed class BulletinText
{
    private readonly Dictionary<string, BilingualText> desks;
    private readonly Dictionary<string, BilingualText> listers;
    private readonly Dictionary<string, BilingualText> provinces;

    /// <param name="content">The bulletin.</param>
    /// <param name="sha256">Hash of its JSON.</param>
    /// <param name="number">Its number; null when it is not published.</param>
    /// <param name="words">The words.</param>
    /// <param name="link">Address of an incident's page; null where nothing is linked, as in a file.</param>
    public BulletinText(BulletinContent content, string sha256, int? number, Words words, Func<int, string>? link = null)
    {
        Content = content;
        Sha256 = sha256;
        Number = number;
        Words = words;
        Link = link;
        Dates = new Dates(words, TimeZoneInfo.FindSystemTimeZoneById(content.Zone), content.Months);
        desks = content.Desks.ToDictionary(d => d.Id, d => d.Name, StringComparer.Ordinal);
        listers = content.Listers.ToDictionary(d => d.Id, d => d.Name, StringComparer.Ordinal);
        provinces = content.Provinces.Where(p => p.Id is not null).ToDictionary(p => p.Id!, p => p.Name!, StringComparer.Ordinal);
    }

    public BulletinContent Content { get; }

    public string Sha256 { get; }

    public int? Number { get; }

    public Words Words { get; }

    public Dates Dates { get; }

    public Func<int, string>? Link { get; }

    public int Days => Content.Until.DayNumber - Content.From.DayNumber + 1;

    public string Period => Dates.Days(Content.From, Content.Until);

    public string Title => Number is { } number ? Words.Format("bulletin.title_number", number) : Words["bulletin.title_draft"];

    public string In(BilingualText text) => Words.IsArabic ? text.Ar : text.En;

    public string Desk(string id) => desks.TryGetValue(id, out BilingualText? name) ? In(name) : id;

    public string Lister(string id) => listers.TryGetValue(id, out BilingualText? name) ? In(name) : id;

    public string Province(string? id) => id is null ? Words["bulletin.no_province"] : provinces.TryGetValue(id, out BilingualText? name) ? In(name) : id;

    public string Join(IEnumerable<string> texts) => string.Join(Words["date.comma"], texts);

    /// <summary><c>best 12 (10 to 15)</c>; a number of which nobody speaks is not known, never 0.</summary>
    public string Toll(Toll toll) => toll switch
    {
        { IsKnown: false } => Words["bulletin.not_known"],
        { Best: { } best } when toll.Low == best && toll.High == best => Words.Format("bulletin.toll_exact", best),
        { Best: { } best } => Words.Format("bulletin.toll_best", best, toll.Low ?? best, toll.High ?? best),
        _ when toll.Low == toll.High => Words.Format("bulletin.toll_exact", toll.Low ?? 0),
        _ => Words.Format("bulletin.toll_range", toll.Low ?? 0, toll.High ?? 0),
    };

    /// <summary>The same with how many incidents have no number at all.</summary>
    public string Tolls(Toll toll, int unknown) =>
        unknown == 0 || !toll.IsKnown ? Toll(toll) : $"{Toll(toll)}{Words["bulletin.semicolon"]}{Words.Count("bulletin.toll_unknown", unknown)}";

    /// <summary>A number of incidents; none says whether anybody looked.</summary>
    public string Incidents(int count, PeriodCoverage? coverage) => count > 0 ? Words.Number(count) : Words[coverage?.State switch
    {
        CoverageState.Observed => "bulletin.none_observed",
        CoverageState.Denied => "coverage.state.denied",
        _ => "coverage.state.not_observed",
    }];

    public string Outcome(BulletinOutcome outcome)
    {
        string text = Words.Term("bulletin.outcome", outcome.OutsideBy is { } ground ? $"outside_{Wire.Name(ground)}" : Wire.Name(outcome.Outcome));
        return outcome.Provisions.Count == 0 ? text : $"{text} ({Words.Format("bulletin.provisions", Join(outcome.Provisions))})";
    }

    public string Ruling(Hudna.Rulings.Ruling ruling) => Words.Term("ruling", Wire.Name(ruling));

    public string Act(BulletinAct act) => $"{Words.Term("type", Wire.Name(act.Type))}{(act.Mode is { } mode ? $" ({Words.Term("mode", mode)})" : "")}";

    /// <summary>The field that a correction is about.</summary>
    public string Field(BulletinCorrection correction)
    {
        string[] parts = correction.Field.Split(':', 2);
        string name = Words[parts[0] switch
        {
            "included" => "bulletin.correction_included",
            "province" => "bulletin.province",
            "outcome" => "bulletin.correction_outcome",
            "ruling" => "bulletin.correction_ruling",
            "determination" => "bulletin.determination",
            "dead" => "bulletin.killed",
            _ => "bulletin.injured",
        }];
        return parts.Length < 2 || parts[1].Length == 0 ? name : $"{name}: {(parts[0] is "ruling" ? Desk(parts[1]) : Lister(parts[1]))}";
    }

    /// <summary>A value of a correction, in words.</summary>
    public string Value(BulletinCorrection correction, string? value)
    {
        string field = correction.Field.Split(':')[0];
        return value is null ? Words[field is "dead" or "injured" ? "bulletin.not_known" : "bulletin.nothing"] : field switch
        {
            "included" => Words[value is "in" ? "bulletin.correction_in" : "bulletin.correction_out"],
            "province" => Province(value),
            "outcome" => Words.Term("bulletin.outcome", value),
            "ruling" or "determination" => Words.Term("ruling", value),
            _ => TollOf(value),
        };
    }

    private string TollOf(string value)
    {
        string[] parts = value.Split('/');
        decimal number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
        return Toll(new Toll(number(parts[0]), parts[1] is "?" ? null : number(parts[1]), number(parts[2])));
    }
}

/// <summary>A part of a bulletin's document: it needs no request.</summary>
public abstract class BulletinPart : ComponentBase
{
    [Parameter, EditorRequired]
    public BulletinText Text { get; set; } = null!;

    protected Words Words => Text.Words;

    protected Dates Dates => Text.Dates;

    protected BulletinContent Content => Text.Content;

    protected static string Number(decimal number) => Words.Number(number);

    protected static string Iso(DateOnly day) => Languages.Dates.Iso(day);
}
