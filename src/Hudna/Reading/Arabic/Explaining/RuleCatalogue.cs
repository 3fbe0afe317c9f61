namespace Hudna.Reading.Arabic.Explaining;

/// <summary>What every rule says: the rows of <c>rules.tsv</c>. A rule without a row of its own is told by the row of what stands before
/// its last dot and a row <c>*.last</c>: <c>time.weekday.past</c> by <c>time.weekday</c> and <c>*.past</c>.</summary>
internal sealed class RuleCatalogue
{
    private readonly Dictionary<string, RuleRow> _rows = new(StringComparer.Ordinal);

    public RuleCatalogue(TsvFile file)
    {
        foreach (TsvRow row in file.Rows)
        {
            RuleRow rule = new(row.Required("rule"), row.Required("en"), row.Required("ar"), row.Required("example").Replace('¶', '\n'), row.Line);
            if (!_rows.TryAdd(rule.Rule, rule))
            {
                throw row.Bad("rule", $"\"{rule.Rule}\" stands twice");
            }
        }
    }

    public IEnumerable<RuleRow> Rows => _rows.Values;

    /// <summary>What a rule says; empty texts when some part of its name has no row.</summary>
    public RuleText Of(string rule)
    {
        IReadOnlyList<RuleRow> rows = RowsOf(rule);
        return new RuleText(rule, string.Join(' ', rows.Select(r => r.En)), string.Join(' ', rows.Select(r => r.Ar)), [.. rows.Select(r => r.Line)]);
    }

    /// <summary>The rows that tell a rule together; none when some part of its name has no row.</summary>
    public IReadOnlyList<RuleRow> RowsOf(string rule)
    {
        if (_rows.TryGetValue(rule, out RuleRow? whole))
        {
            return [whole];
        }

        int dot = rule.LastIndexOf('.');
        return dot > 0 && _rows.TryGetValue(string.Concat("*", rule.AsSpan(dot)), out RuleRow? last) && RowsOf(rule[..dot]) is { Count: > 0 } first
            ? [.. first, last]
            : [];
    }
}

/// <summary>One row of the catalogue.</summary>
/// <param name="Rule">The rule's name, or <c>*.last</c> for a part that several rules end with.</param>
/// <param name="En">What it says.</param>
/// <param name="Ar">The same in Arabic.</param>
/// <param name="Example">A text in which it finds something.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record RuleRow(string Rule, string En, string Ar, string Example, DataLine Line);
