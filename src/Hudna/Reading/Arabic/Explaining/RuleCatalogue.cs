namespace Hudna.Reading.Arabic.Explaining;

/// <summary>What every rule says: the rows of <c>rules.tsv</c>. A rule that is put together from parts
/// (<c>statement.quote.after-verb</c>) is told by rows with a star for the parts that are others' (<c>statement.quote.*</c>,
/// <c>statement.*.after-verb</c>); a row for the whole name comes first.</summary>
internal sealed class RuleCatalogue
{
    private readonly List<RuleRow> _rows = [];

    public RuleCatalogue(TsvFile file)
    {
        foreach (TsvRow row in file.Rows)
        {
            RuleRow rule = new(row.Required("rule"), row.Required("en"), row.Required("ar"), row.Required("example"), row.Line);
            if (_rows.Exists(r => r.Rule == rule.Rule))
            {
                throw row.Bad("rule", $"\"{rule.Rule}\" stands twice");
            }

            _rows.Add(rule);
        }
    }

    public IReadOnlyList<RuleRow> Rows => _rows;

    /// <summary>What a rule says; empty texts when no rows tell every part of its name.</summary>
    public RuleText Of(string rule)
    {
        if (_rows.Find(r => r.Rule == rule) is { } whole)
        {
            return new RuleText(rule, whole.En, whole.Ar, [whole.Line]);
        }

        string[] parts = rule.Split('.');
        bool[] told = new bool[parts.Length];
        List<RuleRow> found = _rows.FindAll(r => r.Tells(parts, told));
        return Array.TrueForAll(told, t => t)
            ? new RuleText(rule, string.Join(' ', found.Select(r => r.En)), string.Join(' ', found.Select(r => r.Ar)), [.. found.Select(r => r.Line)])
            : new RuleText(rule, string.Empty, string.Empty, []);
    }
}

/// <summary>One row of the catalogue.</summary>
/// <param name="Rule">The rule's name; a star stands for any one part, a star at the end for one or more.</param>
/// <param name="En">What it says.</param>
/// <param name="Ar">The same in Arabic.</param>
/// <param name="Example">A sentence in which it finds something.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record RuleRow(string Rule, string En, string Ar, string Example, DataLine Line)
{
    private readonly string[] _parts = Rule.Split('.');

    /// <summary>True when the rule is one that the row is about.</summary>
    public bool Covers(string rule) => Fits(rule.Split('.'));

    /// <summary>True when the row tells something of a name; marks the parts that it tells.</summary>
    public bool Tells(string[] parts, bool[] told)
    {
        if (!Fits(parts))
        {
            return false;
        }

        for (int i = 0; i < _parts.Length; i++)
        {
            told[i] |= _parts[i] != "*";
        }

        return true;
    }

    private bool Fits(string[] parts)
    {
        if (parts.Length != _parts.Length)
        {
            return false;
        }

        for (int i = 0; i < parts.Length; i++)
        {
            if (_parts[i] != "*" && _parts[i] != parts[i])
            {
                return false;
            }
        }

        return true;
    }
}
