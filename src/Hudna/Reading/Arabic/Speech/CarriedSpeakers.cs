namespace Hudna.Reading.Arabic.Speech;

/// <summary>Who speaks when the report names nobody: the speaker before, in the sentence or the text, whom the verb's gender and number can mean, or the
/// sentence's own subject.</summary>
internal sealed class CarriedSpeakers(Article article, Reports reports, List<Said> said)
{
    private const int SentencesBack = 5;
    private const int InertReach = 10;
    private const int SaidBack = 40;
    private const int SubjectReach = 120;

    public Speaker? For(Report report, int sentenceFirst)
    {
        Concord concord = reports.Concord(report);
        int oldest = Math.Max(0, said.Count - SaidBack);
        for (int k = said.Count - 1; k >= oldest && said[k].At >= sentenceFirst; k--)
        {
            if (said[k].Speaker is { } speaker && said[k].At < report.At && Agreement.Suits(concord, speaker.Concord(article)))
            {
                return speaker with { Rule = "same-speaker" };
            }
        }

        bool opens = report.At <= sentenceFirst + 1 || (report.Finite && report.At <= sentenceFirst + 2);
        if (!opens && Subject(report, sentenceFirst, concord) is { } subject)
        {
            return subject;
        }

        int sentence = article.SentenceOf(report.At);
        for (int k = said.Count - 1; k >= oldest && sentence - article.SentenceOf(said[k].At) <= SentencesBack; k--)
        {
            if (said[k].Speaker is { } speaker && said[k].At < report.At && Agreement.Suits(concord, speaker.Concord(article)) && article.SentenceOf(said[k].At) < sentence)
            {
                return speaker with { Rule = "last-speaker" };
            }
        }

        // وأعلن … after a sentence that reports nothing: its subject goes on.
        return opens && sentence > 0 && Subject(report, article.Sentences[sentence - 1].First, concord) is { } previous ? previous with { Rule = "last-subject" } : null;
    }

    /// <summary>True when the imperfect's doer is a thing that demands without speaking: مشروع قرار يطالب إسرائيل بـ.</summary>
    public bool IsInert(Report report, int sentenceFirst)
    {
        for (int j = report.At - 1; j >= sentenceFirst && report.At - j <= InertReach; j--)
        {
            if ((article.Speech(j) & SpeechRole.Inert) != 0)
            {
                return true;
            }

            if (article.Tokens[j].Kind is TokenKind.Mark or TokenKind.Break)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The sentence's subject before a token: the first actor that a verb stands beside, else the first that no preposition governs.</summary>
    private Speaker? Subject(Report report, int first, Concord concord)
    {
        int free = -1;
        for (int j = Math.Max(first, report.At - SubjectReach); j < report.At; j++)
        {
            int name = article.NameAt[j];
            if (name < 0)
            {
                continue;
            }

            if (article.Names[name] is ActorFound { Type: not ActorType.Media } actor && article.SubjectLike(actor) && Agreement.Suits(concord, Agreement.Of(article, actor.First, actor)))
            {
                bool verbal = actor.First <= first + 1 || (article.Cats(actor.First - 1) & Cat.Verb) != 0 || article.Form(actor.First - 1) is "كان" or "كانت" or "وكان" or "وكانت"
                    || article.IsVerbShaped(actor.First - 1) || (article.Cats(actor.Last + 1) & Cat.Verb) != 0;
                if (verbal)
                {
                    return Made(actor);
                }

                free = free < 0 ? name : free;
            }

            j = article.Names[name].Last;
        }

        return free < 0 ? null : Made((ActorFound)article.Names[free]);
    }

    private static Speaker Made(ActorFound actor) => new(actor.First, actor.Last, actor.Span, actor, "sentence-subject");
}
