namespace Hudna.Reading.Arabic;

/// <summary>Verbs: their forms by the inflection table, as reports and as acts.</summary>
internal sealed partial class LexiconBuilder
{
    private void Verbs()
    {
        Dictionary<string, (string? Perfect, string? Imperfect)> passives = Passives();
        HashSet<string> lemmas = new(StringComparer.Ordinal);
        foreach (TsvRow row in File("verbs.tsv", "perfect", "imperfect", "masdar", "active", "extra", "report", "type", "mode", "with", "only", "governs").Rows)
        {
            EventType? type = row.Optional("type") is null ? null : row.Value<EventType>("type");
            string? mode = row.Optional("mode");
            if (mode is not null && (type is null || !PloverModes.Has(type.Value, mode)))
            {
                throw row.Bad("mode", $"\"{mode}\" is no mode of {row["type"]}");
            }

            Complement report = Complement.None;
            foreach (string kind in row.List("report"))
            {
                report |= Enum.TryParse(kind, ignoreCase: true, out Complement parsed) ? parsed : throw row.Bad("report", $"\"{kind}\" is no complement");
            }

            Verb verb = new(row.Required("perfect"), report, type, mode, [.. row.List("with").Select(Folding.Fold)], ActForms(row), row["governs"] == "object");
            (string? Perfect, string? Imperfect) passive = passives.GetValueOrDefault(verb.Lemma);
            AddForms(Perfect(verb.Lemma, report), verb, VerbForm.Perfect, passive.Perfect is null ? Voice.Unmarked : Voice.Active);
            if (row.Optional("imperfect") is { } imperfect)
            {
                AddImperfect(imperfect, verb, passive.Imperfect is null ? Voice.Unmarked : Voice.Active);
            }

            // Who was asked, refused or accused does not report: only a verb that does nothing but report does so in the passive (قيل إن).
            Verb undergone = type is null ? verb : verb with { Report = Complement.None };
            if (passive.Perfect is not null)
            {
                AddForms(Perfect(passive.Perfect, report), undergone, VerbForm.Perfect, Voice.Passive);
            }

            if (passive.Imperfect is not null)
            {
                AddImperfect(passive.Imperfect, undergone, Voice.Passive);
            }

            AddForms(row.List("masdar").SelectMany(m => _inflection.Forms("noun", m)), verb, VerbForm.Masdar);
            AddForms(row.List("active").SelectMany(a => _inflection.Forms("participle", a)), verb, VerbForm.Participle);
            AddForms(row.List("extra").Select(f => new Inflected(f, default)), verb, VerbForm.Imperfect);
            lemmas.Add(verb.Lemma);
        }

        if (passives.Keys.FirstOrDefault(l => !lemmas.Contains(l)) is { } unknown)
        {
            throw new DataFileException($"{files.Folder}/passives.tsv", 0, $"\"{unknown}\" is no verb of verbs.tsv");
        }
    }

    private Dictionary<string, (string? Perfect, string? Imperfect)> Passives() =>
        File("passives.tsv", "lemma", "perfect", "imperfect").Rows.ToDictionary(r => r.Required("lemma"), r => (r.Optional("perfect"), r.Optional("imperfect")), StringComparer.Ordinal);

    // The dual of a perfect looks like a participle's accusative (قاطعا); duals matter where two parties speak.
    private IEnumerable<Inflected> Perfect(string form, Complement report) =>
        _inflection.Forms("perfect", form).Where(f => report != Complement.None || f.Form != form + "ا");

    private void AddImperfect(string form, Verb verb, Voice voice)
    {
        Inflected[] forms = [.. _inflection.Forms("imperfect", form)];
        AddForms(forms, verb, VerbForm.Imperfect, voice);
        AddForms(forms.Select(f => f with { Form = "س" + f.Form }), verb, VerbForm.Future, voice);
    }

    private static HashSet<VerbForm> ActForms(TsvRow row)
    {
        string only = row["only"];
        HashSet<VerbForm> forms = [];
        if (only.Length == 0 || only.Contains('v', StringComparison.Ordinal))
        {
            forms.UnionWith([VerbForm.Perfect, VerbForm.Imperfect, VerbForm.Future]);
        }

        if (only.Contains('p', StringComparison.Ordinal))
        {
            forms.Add(VerbForm.Perfect);
        }

        if (only.Length == 0 || only.Contains('m', StringComparison.Ordinal))
        {
            forms.Add(VerbForm.Masdar);
        }

        if (only.Contains('a', StringComparison.Ordinal))
        {
            forms.Add(VerbForm.Participle);
        }

        return forms;
    }

    private void AddForms(IEnumerable<Inflected> forms, Verb verb, VerbForm form, Voice voice = Voice.Unmarked)
    {
        Cat cat = form switch
        {
            VerbForm.Masdar => Cat.Masdar,
            VerbForm.Participle => Cat.Participle,
            _ => Cat.Verb,
        };
        foreach (Inflected f in forms)
        {
            _lexicon.Add(f.Form, new VerbEntry(verb, form, cat, f.Concord, voice));
        }
    }
}
