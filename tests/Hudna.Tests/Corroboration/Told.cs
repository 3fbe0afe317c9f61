using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Corroboration;

/// <summary>Reports and claims about one incident, written for these tests.</summary>
internal sealed class Told
{
    public const string Wire = """
        أربعة قتلى بقصف على بلدة في ريف حمص

        حمص 14 كانون الثاني (سراج) - قتل أربعة أشخاص وأصيب تسعة آخرون مساء السبت في قصف مدفعي استهدف الحي الشرقي من بلدة تير معلة، بحسب ما ذكر متطوعون في الإسعاف وصلوا إلى المكان بعد دقائق.

        وأوضح أحد المتطوعين أن ثلاث قذائف سقطت تباعا قرب مدرسة مهجورة تأوي عائلات نازحة، وأن البحث استمر حتى منتصف الليل بسبب انقطاع الكهرباء عن البلدة كلها.
        """;

    /// <summary>An editor's version of <see cref="Wire"/>: other headline, vowel signs, quotation marks, one sentence dropped, one added.</summary>
    public const string Edited = """
        قصف يوقع ضحايا شمال حمص

        قُتل أربعة أشخاص وأُصيب تسعة آخرون مساء أمس في قصفٍ مدفعي استهدف الحي الشرقي من بلدة تير معلة، بحسب ما ذكر متطوعون في الإسعاف وصلوا إلى المكان بعد دقائق.

        وأوضح أحد المتطوعين أن ثلاث قذائف سقطت تباعا قرب مدرسة مهجورة تأوي عائلات نازحة، وأن البحث استمر حتى منتصف الليل.

        ولم تصدر أي جهة تعليقا على الحادث حتى ساعة إعداد الخبر.
        """;

    public const string Independent = """
        قذائف على تير معلة وأربعة شهداء

        وصل إلى المشفى الميداني ليلة السبت أربعة شهداء وعدد من الجرحى بعد أن طالت المدفعية بيوت الحارة الشرقية في تير معلة.

        وتحدث مراسلنا إلى إدارة المشفى التي طلبت التبرع بالدم من أهالي القرى المجاورة على وجه السرعة.
        """;

    private readonly List<SourceReport> reports = [];
    private readonly List<Claim> claims = [];
    private readonly List<TextCopy> copies = [];

    public IReadOnlyList<SourceReport> Reports => reports;

    public IReadOnlyList<Claim> Claims => claims;

    public IReadOnlyList<TextCopy> Copies => copies;

    public static Party Actor(string id, string text, ActorType type = ActorType.Military) => new(text, null, id, text, type);

    public static Party Nobody(string text) => new(text, null, null, null, null);

    /// <summary>A report that claims the incident once, at the first of the words.</summary>
    public Told Says(
        string source, string text, string word = "قصف", string day = "2017-01-14", Modality modality = Modality.Asserted, Party? speaker = null,
        Party? actor = null, int? dead = null, string[]? via = null, Confidentiality confidentiality = Confidentiality.Public, OutletMention[]? outlets = null,
        string[]? alsoFrom = null, string? time = null)
    {
        string id = ContentId.Report(text, "");
        if (!reports.Exists(r => r.Id == id))
        {
            DateOnly published = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            var received = new DateTimeOffset(published, new TimeOnly(12, 0), TimeSpan.Zero);
            var report = new SourceReport(
                id, [.. new[] { source }.Concat(alsoFrom ?? []).Select(s => new ReportSource(s, published, received, null, null))], published, confidentiality, text, false, outlets ?? []);
            copies.AddRange(reports.Select(r => new TextCopy(id, r.Id, TextOverlap.Of(text, r.Text))).Where(c => c.Overlap.IsCopy));
            reports.Add(report);
        }

        int start = text.IndexOf(word, StringComparison.Ordinal);
        Assert.True(start >= 0, word);
        Assert.True(TimeValue.TryParse(time ?? "2017-01-14", out TimeValue value));
        var content = new ClaimContent
        {
            Kind = ClaimKind.Event,
            Span = new Span(start, start + word.Length),
            Text = word,
            Type = EventType.Assault,
            Modality = modality,
            Speaker = speaker,
            Via = via ?? [],
            Actors = actor is null ? [] : [actor],
            Dead = dead is { } n ? new Count(n, n, null) : null,
            Time = new ClaimTime("", null, time ?? "2017-01-14", value.First, value.Last),
        };
        claims.Add(new Claim { Id = ContentId.Claim(id, content), ReportId = id, Content = content, Proposed = content, Rule = "test" });
        return this;
    }

    public IncidentCorroboration Whole() => Of(claims, reports, copies);

    public static IncidentCorroboration Of(IReadOnlyList<Claim> claims, IReadOnlyList<SourceReport> reports, IReadOnlyList<TextCopy> copies)
    {
        Incident incident = IncidentView.Of(
            "i1", 1, claims, reports.ToDictionary(r => r.Id, r => (IReadOnlyList<string>)[.. r.Sources.Select(s => s.Name)], StringComparer.Ordinal));
        return CorroborationView.Of(incident, claims, reports, copies);
    }
}
