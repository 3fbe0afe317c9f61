using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;

namespace Hudna.Agreements;

/// <summary>Reads the provisions of an agreement file.</summary>
internal static class ProvisionYaml
{
    private static readonly PartyPattern Bound = new(PartyClass.Bound, null, null);
    private static readonly PartyPattern Anyone = new(PartyClass.Anyone, null, null);

    public static Provision Provision(YamlPart part)
    {
        part.Only(
            "number", "type", "title", "text", "original", "acts", "acled", "by", "against", "area", "from", "until", "document", "exception_to",
            "condition");
        return new Provision
        {
            Number = part["number"].Text(n => n.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'), "a number as 1 or 2.a"),
            Type = part["type"].Value<ProvisionType>(),
            Title = part["title"].Bilingual(),
            Text = Texts(part["text"]),
            Original = part.Find("original")?.Text(IsLanguage, "a BCP 47 code such as en or ar"),
            Acts = [.. part.ItemsOf("acts").Select(Act).Concat(part.ItemsOf("acled").Select(Acled)).Distinct()],
            By = Parties(part.Find("by"), Bound),
            Against = Parties(part.Find("against"), Anyone),
            AreaId = part.TextOf("area"),
            Period = AgreementYaml.PeriodOf(part),
            DocumentId = part.TextOf("document"),
            ExceptionTo = [.. part.ItemsOf("exception_to").Select(n => n.Text())],
            Condition = part.Find("condition")?.Bilingual(),
        };
    }

    // A mapping that YAML let through has each key once.
    private static Dictionary<string, string> Texts(YamlPart text)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string language, YamlPart value) in text.Entries())
        {
            texts[language] = IsLanguage(language) ? value.Text() : throw value.Error("is no language; a BCP 47 code such as en or ar is expected");
        }

        return texts.Count > 0 ? texts : throw text.Error("the text in at least one language is expected, as { en: … }");
    }

    private static bool IsLanguage(string code) =>
        code.Length is >= 2 and <= 35 && char.IsAsciiLetter(code[0]) && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    // ASSAULT, or ASSAULT:aerial.
    private static ActPattern Act(YamlPart act)
    {
        string[] cells = act.Text().Split(':', 2);
        EventType type = Wire.Parse<EventType>(cells[0]) ?? throw act.Bad($"a PLOVER event type ({YamlPart.OneOf(Wire.All<EventType>())})");
        string? mode = cells.Length == 2 ? cells[1].Trim() : null;
        return EventModes.Allows(type, mode)
            ? new ActPattern(type, mode)
            : throw act.Bad(EventModes.Of(type) is { Count: > 0 } modes ? $"for {cells[0]} {YamlPart.OneOf(modes)}" : $"{cells[0]}, which has no modes,");
    }

    private static ActPattern Acled(YamlPart name) =>
        !AcledCodes.TryGet(name.Text(), out EventType? type, out string? mode) ? throw name.Bad($"an ACLED sub-event ({YamlPart.OneOf(AcledCodes.Names)})")
        : type is { } known ? new ActPattern(known, mode)
        : throw name.Error($"\"{name.Text()}\" is no act in PLOVER, so nothing can be matched with it; another sub-event, or acts:, is expected");

    private static PartyPattern[] Parties(YamlPart? list, PartyPattern otherwise) =>
        list is null ? [otherwise]
        : list.Items() is { Count: > 0 } items ? [.. items.Select(Party).Distinct()]
        : throw list.Error("at least one of anyone, bound, guarantors, actor:…, type:… is expected");

    private static PartyPattern Party(YamlPart part)
    {
        string[] cells = part.Text().Split(':', 2);
        return cells switch
        {
            ["anyone"] => Anyone,
            ["bound"] => Bound,
            ["guarantors"] => new PartyPattern(PartyClass.Guarantors, null, null),
            ["actor", var id] when id.Trim().Length > 0 => new PartyPattern(PartyClass.Actor, id.Trim(), null),
            ["type", var name] => new PartyPattern(
                PartyClass.Type, null, Wire.Parse<ActorType>(name.Trim()) ?? throw part.Bad($"type: with {YamlPart.OneOf(Wire.All<ActorType>())}")),
            _ => throw part.Bad("anyone, bound, guarantors, actor: with an id, or type: with a sort of actor"),
        };
    }
}
