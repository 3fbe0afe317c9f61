using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Agreements;

/// <summary>Reads the exclusion lists and the commissions of an agreement file.</summary>
internal static class CommissionYaml
{
    public static Lister Lister(YamlPart part)
    {
        part.Only("id", "actor", "name", "common", "from", "until");
        return new Lister(
            part["id"].Id(), part.TextOf("actor"), part["name"].Bilingual(), part.Find("common")?.Flag() ?? false, AgreementYaml.PeriodOf(part));
    }

    public static Listing Listing(YamlPart part)
    {
        part.Only("lister", "actor", "from", "until", "source");
        return new Listing(part["lister"].Text(), part["actor"].Text(), AgreementYaml.DatedPeriodOf(part), part["source"].Text());
    }

    public static Commission Commission(YamlPart part)
    {
        part.Only("name", "members", "rule", "chair", "deadlines", "from", "until", "document");
        return new Commission
        {
            Name = part["name"].Bilingual(),
            Members = [.. part["members"].Items().Select(Member)],
            Rule = part["rule"].Value<DecisionRule>(),
            ChairId = part.TextOf("chair"),
            Deadlines = [.. (part.Find("deadlines")?.Entries() ?? []).Select(d => Deadline(d.Key, d.Value))],
            Period = AgreementYaml.PeriodOf(part),
            DocumentId = part.TextOf("document"),
        };
    }

    private static CommissionMember Member(YamlPart part)
    {
        part.Only("actor", "from", "until");
        return new CommissionMember(part["actor"].Text(), AgreementYaml.PeriodOf(part));
    }

    private static Deadline Deadline(string stage, YamlPart hours) => new(
        Wire.Parse<ComplaintStage>(stage) ?? throw hours.Error($"is no stage of a complaint; {YamlPart.OneOf(Wire.All<ComplaintStage>())} is expected"),
        hours.Whole(-1_000_000, 1_000_000));
}
