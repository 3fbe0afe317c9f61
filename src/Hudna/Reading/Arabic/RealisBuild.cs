using System.Globalization;

namespace Hudna.Reading.Arabic;

/// <summary>Sees what the build of a sentence tells about an act's realis: the trigger's form, its slots, what stands right before and after
/// it, and what else the sentence holds. The words of a cue are <see cref="RealisRules"/>' affair.</summary>
internal sealed class RealisBuild(Article article)
{
    private const int VictimReach = 14;
    private const int LeadingWords = 6;
    private const int ShortWords = 25;
    private const int LongWords = 40;
    private const int VeryLongWords = 60;
    private const int RelativeReach = 3;
    private const int AgentReach = 6;
    private const int NearWords = 4;
    private const int CountWords = 2;

    private readonly RealisTable _table = article.Language.Realis;
    private readonly List<QuantityFound> _victims = [];
    private int _sentence = -1;
    private (int First, int Last) _at;
    private UInt128 _shared;
    private ulong _types;
    private ulong _known;

    /// <summary>Goes to a sentence: what all its acts share is seen once.</summary>
    /// <returns>False when it is the sentence of the act before.</returns>
    public bool Enter(int sentence, int first, int last)
    {
        if (sentence == _sentence)
        {
            return false;
        }

        (_sentence, _at, _types, _known) = (sentence, (first, last), 0, 0);
        _victims.Clear();
        foreach (QuantityFound quantity in Article.Within(article.Quantities, first, last))
        {
            if (quantity.Measure is Measure.Killed or Measure.Injured)
            {
                _victims.Add(quantity);
            }
        }

        foreach (EventFound e in Article.Within(article.Events, first, last))
        {
            _types |= Bit(e.Type);
            _known |= e.Nominal && IsDefinite(e) && !IsPlural(e) ? Bit(e.Type) : 0;
        }

        bool listed = article.Tokens[first].Kind == TokenKind.Number || article.Tokens[first].Mark is '*' or '-' or '–' or '—' or 'ـ' or '•';
        int words = last - first;
        _shared = Bit(BuildCue.Always)
            | If(BuildCue.BothHarmed, _victims.Exists(static v => v.Measure == Measure.Killed) && _victims.Exists(static v => v.Measure == Measure.Injured))
            | If(BuildCue.Question, article.IsMark(last, '؟'))
            | If(BuildCue.Listed, listed)
            | If(BuildCue.Short, words < ShortWords) | If(BuildCue.Long, words > LongWords) | If(BuildCue.VeryLong, words > VeryLongWords)
            | If(BuildCue.Accused, Has(EventType.Accuse)) | If(BuildCue.Demanded, Has(EventType.Request) || Has(EventType.Reject))
            | If(BuildCue.Talked, Has(EventType.Consult) || Has(EventType.Agree) || Has(EventType.Support))
            | Times(first, last);
        return true;
    }

    /// <summary>The cues that an act of the sentence has.</summary>
    public UInt128 Of(EventFound found)
    {
        UInt128 cues = _shared | Form(found) | Slots(found) | Before(found) | After(found)
            | If(BuildCue.Quoted, article.QuoteStart[found.First] >= 0)
            | If(BuildCue.Leading, found.First - _at.First <= LeadingWords)
            | If(BuildCue.Alone, (_types & ~Bit(found.Type)) == 0);
        return cues | Pairs(found, cues);
    }

    private bool Has(EventType type) => (_types & Bit(type)) != 0;

    /// <summary>What only two cues together tell.</summary>
    private UInt128 Pairs(EventFound found, UInt128 cues)
    {
        bool Seen(BuildCue cue) => (cues & Bit(cue)) != 0;
        int near = Math.Min(_at.Last, found.Last + NearWords);
        bool people = false, happening = false;
        for (int j = found.Last + 1; j <= near; j++)
        {
            people |= article.NameAt[j] >= 0 ? article.Names[article.NameAt[j]] is ActorFound
                : article.Tokens[j].Kind == TokenKind.Number || (article.Cats(j) & (Cat.Measure | Cat.Title | Cat.NumberWord)) != 0;
            happening |= (article.OwnRoles(j) & Role.Relative) != 0 || (article.Cats(j) & Cat.Verb) != 0;
        }

        bool led = found.First > _at.First && (article.Roles(found.First - 1) & (Role.Locative | Role.Preposition)) != 0;
        bool means = found.Nominal && !Seen(BuildCue.Definite) && !Seen(BuildCue.Possessed) && (led || Proclitic(found).EndsWith('ب'));
        bool toll = Seen(BuildCue.Toll) || Seen(BuildCue.VictimsNear);
        bool counted = found.Dead is not null || found.Injured is not null;
        bool suffered = toll || found.Recipients.Count > 0 || found.Patient is not null;
        return If(BuildCue.FiniteOnPeople, !found.Nominal && people)
            | If(BuildCue.IndefiniteMeans, means) | If(BuildCue.DefiniteAlone, Seen(BuildCue.Definite) && !toll)
            | If(BuildCue.DefiniteHappening, Seen(BuildCue.Definite) && happening) | If(BuildCue.DayAndPlace, Seen(BuildCue.Day) && Seen(BuildCue.Place))
            | If(BuildCue.DoneTo, !found.Nominal && suffered) | If(BuildCue.VerbalNoun, found is { Nominal: true, Lemma: not null } && !counted)
            | If(BuildCue.KnownAct, (_known & Bit(found.Type)) != 0);
    }

    private static ulong Bit(EventType type) => 1UL << (int)type;

    private bool IsDefinite(EventFound found)
    {
        ReadOnlySpan<char> form = article.Form(found.First);
        return form[Math.Min(Proclitic(found).Length, form.Length)..].StartsWith("ال") || form.StartsWith("لل") || form.StartsWith("ولل") || form.StartsWith("فلل");
    }

    private bool IsPlural(EventFound found) => article.Form(found.First).EndsWith("ات", StringComparison.Ordinal);

    private string Proclitic(EventFound found) => article.Tokens[found.First].Word?.Proclitic ?? string.Empty;

    private UInt128 Form(EventFound found)
    {
        if (!found.Nominal)
        {
            bool present = false;
            foreach ((VerbEntry entry, _) in article.Single<VerbEntry>(found.First))
            {
                present |= entry.Form == VerbForm.Imperfect && (found.Lemma is null || entry.Verb.Lemma == found.Lemma);
            }

            return Bit(present ? BuildCue.Present : BuildCue.Finite);
        }

        bool definite = IsDefinite(found);
        bool possessed = !definite && article.Tokens[found.First].Word is { Readings: [{ Suffix: > 0 }, ..] };
        bool construct = article.Form(found.Last + 1).StartsWith("ال", StringComparison.Ordinal)
            || (found.Last + 1 < article.Count && article.NameAt[found.Last + 1] >= 0 && !article.Form(found.Last + 1).StartsWith('ب'));
        return If(BuildCue.Definite, definite) | If(BuildCue.Possessed, possessed)
            | If(BuildCue.Plural, IsPlural(found)) | If(BuildCue.Indefinite, !definite && !possessed && !construct);
    }

    private UInt128 Slots(EventFound found)
    {
        bool near = false, far = false;
        foreach (QuantityFound victims in _victims)
        {
            int distance = victims.First > found.Last ? victims.First - found.Last : found.First - victims.Last;
            near |= distance <= VictimReach;
            far |= distance > VictimReach;
        }

        bool day = IsDay(found.Date?.Value);
        return If(BuildCue.Toll, found.Dead is not null || found.Injured is not null) | If(BuildCue.VictimsNear, near) | If(BuildCue.VictimsFar, far && !near)
            | If(BuildCue.Actor, found.Actors.Count > 0) | If(BuildCue.Recipient, found.Recipients.Count > 0) | If(BuildCue.Doers, found.Agent is not null)
            | If(BuildCue.Place, found.Place is not null) | If(BuildCue.Mode, found.Mode is not null) | If(BuildCue.Day, day);
    }

    private UInt128 Times(int first, int last)
    {
        UInt128 cues = 0;
        foreach (NameFound name in Article.Within(article.Names, first, last))
        {
            cues |= If(BuildCue.PlaceInSentence, name is PlaceFound { Kind: not PlaceKind.Country });
        }

        foreach (TimeFound time in Article.Within(article.Times, first, last))
        {
            bool old = article.Published is { } published && time.Value is { Length: >= 4 } when
                && int.TryParse(when.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year < published.Year - 1;
            cues |= If(BuildCue.DayInSentence, IsDay(time.Value)) | If(BuildCue.LongAgo, old);
        }

        return cues;
    }

    /// <summary>True for a day (2016-02-03), not a month, a year or a week.</summary>
    private static bool IsDay(string? value) => value is { Length: 10 } && value[4] == '-' && value[5] != 'W';

    /// <summary>Only الذي and its sisters are seen as relative, not من and ما, which are other things as well.</summary>
    private UInt128 Before(EventFound found)
    {
        bool relative = false, reported = false;
        for (int j = found.First - 1; j >= Math.Max(_at.First, found.First - RelativeReach); j--)
        {
            Role roles = article.OwnRoles(j);
            relative |= (roles & Role.Relative) != 0 && article.Form(j).Contains("ال", StringComparison.Ordinal);
            reported |= (roles & Role.Complement) != 0;
        }

        return If(BuildCue.Relative, relative) | If(BuildCue.Reported, reported);
    }

    private UInt128 After(EventFound found)
    {
        bool agent = false, counted = false;
        for (int j = found.Last + 1; j <= Math.Min(_at.Last, found.Last + AgentReach); j++)
        {
            agent = agent || article.Longest(j, Cat.Particle, static e => e is ParticleEntry { Role: Role.Agentive }) is not null;
            counted |= j <= found.Last + CountWords && (article.Tokens[j].Kind == TokenKind.Number || (article.Cats(j) & Cat.NumberWord) != 0);
        }

        return If(BuildCue.Agentive, agent) | If(BuildCue.CountedNext, counted);
    }

    private UInt128 Bit(BuildCue cue) => _table.Bit(cue);

    private UInt128 If(BuildCue cue, bool seen) => seen ? _table.Bit(cue) : 0;
}
