using Hudna.Missions;
using Hudna.Reading;

namespace Hudna.Agreements;

/// <summary>Reads <c>agreement.yaml</c>; the format stands in <c>docs/agreement-files.md</c>. Unknown keys, missing keys, values that
/// cannot be used and parts that contradict each other are errors that name file, line, path and what is expected.</summary>
public static class AgreementYaml
{
    private static readonly string[] PaxStages = ["Pre", "Cea", "SubPar", "SubComp", "Imp", "Ren", "Oth"];

    /// <summary>Reads an agreement. Names are not looked up: <see cref="AgreementCheck.Names"/> does that.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="DataFileException">It is no YAML, says something that cannot be used, or contradicts itself: the first such
    /// place of the file.</exception>
    public static Agreement Read(string text, string file)
    {
        YamlPart root = Root(text, file);
        Agreement agreement = Read(root);
        DataFileException? first = AgreementCheck.Problems(agreement).Select(p => Error(root, p)).MinBy(e => e.Line);
        return first is null ? agreement : throw first;
    }

    /// <summary>A problem found in an agreement that this text holds, with its line.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <param name="problem">What was found; its path leads to a line of the text.</param>
    /// <exception cref="DataFileException">The text is no YAML.</exception>
    public static DataFileException Locate(string text, string file, AgreementProblem problem) => Error(Root(text, file), problem);

    private static YamlPart Root(string text, string file) => YamlPart.Root(text, file, "id: …, name: …");

    private static DataFileException Error(YamlPart root, AgreementProblem problem) =>
        new(root.File, YamlPath.Nearest(root, problem.Path).Line, problem.ToString());

    private static Agreement Read(YamlPart root)
    {
        root.Only(
            "id", "name", "zone", "signed", "in_force", "ended", "codes", "documents", "participants", "adherence", "areas", "scope",
            "provisions", "listers", "listings", "commissions");
        return new Agreement
        {
            Id = root["id"].Id(),
            Name = root["name"].Bilingual(),
            Codes = Codes(root["codes"]),
            Zone = root["zone"].Text(zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "an IANA time zone such as Asia/Damascus"),
            SignedOn = root.DayOf("signed"),
            InForceFrom = root["in_force"].LocalTime(),
            EndedAt = root.Find("ended")?.LocalTime(),
            Documents = [.. root.ItemsOf("documents").Select(Document)],
            Participants = [.. root.ItemsOf("participants").Select(Participant)],
            Adherences = [.. root.ItemsOf("adherence").Select(AdherenceRecord)],
            Areas = [.. root.ItemsOf("areas").Select(AreaYaml.Area)],
            Scope = [.. root["scope"].Items().Select(AreaYaml.Scope)],
            Provisions = [.. root["provisions"].Items().Select(ProvisionYaml.Provision)],
            Listers = [.. root.ItemsOf("listers").Select(CommissionYaml.Lister)],
            Listings = [.. root.ItemsOf("listings").Select(CommissionYaml.Listing)],
            Commissions = [.. root.ItemsOf("commissions").Select(CommissionYaml.Commission)],
        };
    }

    /// <summary>The keys <c>from</c> and <c>until</c> of a part.</summary>
    internal static Period PeriodOf(YamlPart part) => new(part.DayOf("from"), part.DayOf("until"));

    /// <summary>The same, where the first day is always given.</summary>
    internal static Period DatedPeriodOf(YamlPart part) => new(part["from"].Day(), part.DayOf("until"));

    private static AgreementCodes Codes(YamlPart codes)
    {
        codes.Only("class", "pax_id", "pax_stage", "pax_stage_sub", "purpose", "type", "mediated", "written", "implement", "enforcement");
        return new AgreementCodes(
            codes["class"].Value<AgreementClass>(),
            codes.Find("pax_id")?.Whole(1, 1_000_000),
            codes.Find("pax_stage")?.Text(s => PaxStages.Contains(s, StringComparer.Ordinal), YamlPart.OneOf(PaxStages)),
            codes.TextOf("pax_stage_sub"),
            codes.Find("purpose")?.Whole(1, 5),
            codes.Find("type")?.Whole(1, 2),
            codes.Find("mediated")?.Flag(),
            codes.Find("written")?.Flag(),
            codes.Find("implement")?.Flag(),
            codes.Find("enforcement")?.Flag());
    }

    private static AgreementDocument Document(YamlPart part)
    {
        part.Only("id", "title", "date", "amends", "source");
        return new AgreementDocument(part["id"].Id(), part["title"].Bilingual(), part["date"].Day(), part.TextOf("amends"), part["source"].Text());
    }

    private static Participant Participant(YamlPart part)
    {
        part.Only("actor", "role", "from", "until", "document");
        return new Participant(part["actor"].Text(), part["role"].Value<ParticipantRole>(), PeriodOf(part), part.TextOf("document"));
    }

    private static Adherence AdherenceRecord(YamlPart part)
    {
        part.Only("actor", "status", "from", "until", "source");
        return new Adherence(part["actor"].Text(), part["status"].Value<AdherenceStatus>(), DatedPeriodOf(part), part["source"].Text());
    }
}
