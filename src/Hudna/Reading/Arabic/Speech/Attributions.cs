namespace Hudna.Reading.Arabic.Speech;

/// <summary>A source named beside a sentence: بحسب المرصد, وفق ما ذكرت وكالة فلان نقلا عن فلان, كما قال فلان.</summary>
/// <param name="Speaker">The innermost.</param>
/// <param name="Via">Who relays it, outermost first.</param>
/// <param name="First">The particle's token.</param>
/// <param name="Last">The last token of the source.</param>
internal sealed record Attributed(Speaker Speaker, List<string> Via, int First, int Last);

/// <summary>Reads the source behind a particle of attribution.</summary>
internal sealed class Attributions(Article article, Reports reports, Subjects subjects, NounPhrases nouns, Relays relays)
{
    private const int TailReach = 9;

    /// <summary>The attribution that begins at a token; null when the particle governs something that does not speak (وفق الاتفاق).</summary>
    public Attributed? At(int i, int sentenceLast)
    {
        if (article.NameAt[i] >= 0 || article.Longest(i, Cat.Particle, e => e is ParticleEntry { Role: Role.Attribution }) is not { Proclitic: "" or "و" or "ف" } match)
        {
            return null;
        }

        int at = match.Last + 1;
        at += article.Form(at) is "ما" or "لما" or "ل" ? 1 : 0;
        if (at > sentenceLast)
        {
            return null;
        }

        return reports.At(at) is { Finite: true } report ? Verbal(i, report, sentenceLast)
            : article.Form(i) is "كما" ? null
            : Nominal(i, at, sentenceLast);
    }

    /// <summary>بحسب ما ذكرت وكالة فلان نقلا عن مصدر; none when the verb has reported words of its own (كما قال إن).</summary>
    private Attributed? Verbal(int first, Report report, int sentenceLast)
    {
        if (subjects.After(report, sentenceLast) is not { } subject)
        {
            return null;
        }

        int limit = Math.Min(sentenceLast + 1, subject.Last + TailReach);
        for (int j = subject.Last + 1; j < limit; j++)
        {
            if ((article.OwnRoles(j) & Role.Complement) != 0 && article.Form(first) is "كما" || article.Tokens[j].Mark == ':')
            {
                return null;
            }

            if (article.Tokens[j].Mark is '،' or ',' or '؛')
            {
                limit = j;
            }
        }

        List<string> via = [];
        Speaker speaker = subject;
        if (relays.Source(report, limit) is { } source && source.Span != subject.Span)
        {
            Relays.Add(via, article.Slice(subject.Span));
            speaker = source;
        }

        relays.Outlets(via, report.At, limit - 1, speaker);
        return new Attributed(speaker, via, first, Math.Max(speaker.Last, subject.Last));
    }

    private Attributed? Nominal(int first, int at, int sentenceLast)
    {
        Speaker? speaker = article.NameAt[at] is int name and >= 0
            ? article.Names[name] is ActorFound actor ? new Speaker(actor.First, actor.Last, actor.Span, actor, "attribution") : null
            : Led(at, sentenceLast);
        if (speaker is null)
        {
            return null;
        }

        int limit = Math.Min(sentenceLast + 1, speaker.Last + TailReach);
        int end = speaker.Last + 1;
        while (end < limit && article.Tokens[end].Mark is not ('،' or ',' or '؛' or ':'))
        {
            end++;
        }

        List<string> via = [];
        relays.Outlets(via, speaker.Last + 1, end - 1, speaker);
        return new Attributed(speaker, via, first, speaker.Last);
    }

    /// <summary>وفقا لمصدر, طبقا لتقارير: the noun with its preposition.</summary>
    private Speaker? Led(int at, int sentenceLast)
    {
        if (nouns.At(at, sentenceLast + 1, anyNoun: false, "attribution") is { } plain)
        {
            return plain;
        }

        bool led = article.Tokens[at].Word is { Proclitic: "ل" } word && (word.Speech & (SpeechRole.Source | SpeechRole.Document)) != 0;
        if (!led)
        {
            return null;
        }

        int last = nouns.After(at, sentenceLast + 1);
        return new Speaker(at, last, article.SpanOf(at, last, article.Tokens[at].Word!.Readings[0].Skip), null, "attribution");
    }
}
