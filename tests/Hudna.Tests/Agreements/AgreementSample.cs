namespace Hudna.Tests.Agreements;

/// <summary>An agreement file in which everything stands once.</summary>
internal static class AgreementSample
{
    /// <summary>The file; tests name its lines, counted from 1.</summary>
    public const string Good =
        """
        id: test
        name: { en: Test, ar: اختبار }
        zone: Asia/Damascus
        signed: 2016-12-29
        in_force: 2016-12-30T00:00
        ended: 2017-06-01T00:00
        codes: { class: preliminary, pax_stage: Cea, purpose: 2, written: true }
        documents:
          - { id: first, title: { en: First, ar: الأول }, date: 2016-12-29, source: paper 1 }
          - { id: second, title: { en: Second, ar: الثاني }, date: 2017-01-24, amends: first, source: paper 2 }
        participants:
          - { actor: state-ru, role: guarantor, document: first }
          - { actor: state-ir, role: guarantor, from: 2017-01-24, document: second }
        adherence:
          - { actor: state-sy, status: adheres, from: 2016-12-30, source: paper 1 }
          - { actor: levant-front, status: adheres, from: 2016-12-30, until: 2017-02-01, source: paper 1 }
          - { actor: levant-front, status: withdrawn, from: 2017-02-02, source: paper 3 }
        areas:
          - id: a
            name: { en: A, ar: أ }
            include: [{ country: SY }, { admin1: SY/Idlib }]
          - id: b
            name: { en: B, ar: ب }
            include:
              - { area: a }
              - { circle: { lat: 35.5, lon: 36.5, radius_km: 5 } }
            exclude:
              - { polygon: [[36, 35], [37, 35], [37, 36]] }
        scope:
          - { area: b, document: first }
        provisions:
          - number: "1"
            type: prohibits
            title: { en: Attacks, ar: الهجمات }
            text: { en: No attacks., ar: لا هجمات. }
            original: en
            acts: ["ASSAULT:aerial", COERCE]
            acled: [Armed clash]
          - number: "2"
            type: permits
            title: { en: Defence, ar: الدفاع }
            text: { en: Defence. }
            acts: [ASSAULT]
            by: [guarantors, "actor:levant-front"]
            against: ["type:armed_group"]
            area: b
            from: 2017-01-01
            until: 2017-03-01
            document: first
            exception_to: ["1"]
            condition: { en: Needed, ar: لازم }
        listers:
          - { id: un, name: { en: UN, ar: الأمم }, common: true }
          - { id: russia, actor: state-ru, name: { en: Russia, ar: روسيا } }
        listings:
          - { lister: un, actor: islamic-state, from: 2014-01-01, source: list }
          - { lister: russia, actor: jund-al-aqsa, from: 2016-12-30, until: 2017-01-31, source: list }
          - { lister: russia, actor: jund-al-aqsa, from: 2017-02-01, source: list }
        commissions:
          - name: { en: One, ar: واحدة }
            members: [{ actor: state-ru }]
            rule: consensus
            deadlines: { tasked: 24 }
            until: 2017-01-23
          - name: { en: Two, ar: اثنتان }
            members:
              - { actor: state-ru }
              - { actor: state-ir, from: 2017-01-24 }
            rule: chair
            chair: state-ru
            from: 2017-01-24
            document: second
        """;
}
