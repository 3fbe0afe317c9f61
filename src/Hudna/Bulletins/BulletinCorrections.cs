using System.Globalization;
using Hudna.Reading;

namespace Hudna.Bulletins;

/// <summary>What earlier bulletins said otherwise than the record does now. What a later bulletin has corrected already is not corrected
/// again, unless it has changed since.</summary>
internal static class BulletinCorrections
{
    private const string Included = "included", In = "in", Out = "out";

    /// <summary>The corrections, in order of bulletin, incident and field.</summary>
    /// <param name="earlier">Published bulletins, in any order.</param>
    /// <param name="now">Incidents as they are now; at least those that may lie in the earlier bulletins' periods.</param>
    public static IReadOnlyList<BulletinCorrection> Of(IReadOnlyList<PublishedBulletin> earlier, IReadOnlyList<BulletinIncident> now)
    {
        List<PublishedBulletin> ordered = [.. earlier.OrderBy(b => b.Number)];
        return [.. ordered.SelectMany(b => Of(b, ordered, now))];
    }

    /// <summary>What is said of an incident, language-neutral, by field.</summary>
    public static SortedDictionary<string, string> Said(BulletinIncident incident)
    {
        var said = new SortedDictionary<string, string>(StringComparer.Ordinal);
        void note(string field, string? value)
        {
            if (value is not null)
            {
                said[field] = value;
            }
        }

        note("province", incident.Province);
        foreach (BulletinOutcome outcome in incident.Outcomes)
        {
            foreach (string lister in outcome.Listers.DefaultIfEmpty(string.Empty))
            {
                note($"outcome:{lister}", Wire.Name(outcome.Outcome));
            }
        }

        foreach (BulletinFinding finding in incident.Findings)
        {
            note($"ruling:{finding.Desk}", Wire.Name(finding.Ruling));
        }

        note("determination", incident.Determination is { } ruling ? Wire.Name(ruling) : null);
        note("dead", Text(incident.Dead));
        note("injured", Text(incident.Injured));
        return said;
    }

    private static IEnumerable<BulletinCorrection> Of(PublishedBulletin bulletin, List<PublishedBulletin> all, IReadOnlyList<BulletinIncident> now)
    {
        Dictionary<(int Number, string Id), SortedDictionary<string, string>?> before = SaidSince(bulletin, all);
        var present = now.Where(i => i.First >= bulletin.Content.From && i.First <= bulletin.Content.Until).ToDictionary(i => (i.Number, i.Id), Said);
        foreach ((int number, string id) in before.Keys.Union(present.Keys).OrderBy(k => k.Number).ThenBy(k => k.Id, StringComparer.Ordinal))
        {
            SortedDictionary<string, string>? was = before.GetValueOrDefault((number, id)), @is = present.GetValueOrDefault((number, id));
            if (was is null && @is is not null)
            {
                yield return new BulletinCorrection(bulletin.Number, number, id, Included, Out, In, [.. @is.Select(f => new SaidField(f.Key, f.Value))]);
            }
            else if (was is not null && @is is null)
            {
                yield return new BulletinCorrection(bulletin.Number, number, id, Included, In, Out, null);
            }
            else if (was is not null && @is is not null)
            {
                foreach (string field in was.Keys.Union(@is.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
                {
                    string? old = was.GetValueOrDefault(field), current = @is.GetValueOrDefault(field);
                    if (!string.Equals(old, current, StringComparison.Ordinal))
                    {
                        yield return new BulletinCorrection(bulletin.Number, number, id, field, old, current, null);
                    }
                }
            }
        }
    }

    // What the bulletin said, and then what later ones said of it; null for an incident that is no longer in it.
    private static Dictionary<(int Number, string Id), SortedDictionary<string, string>?> SaidSince(PublishedBulletin bulletin, List<PublishedBulletin> all)
    {
        var said = new Dictionary<(int Number, string Id), SortedDictionary<string, string>?>();
        foreach (BulletinIncident incident in bulletin.Content.Incidents)
        {
            said[(incident.Number, incident.Id)] = Said(incident);
        }

        foreach (BulletinCorrection correction in all.Where(b => b.Number > bulletin.Number).SelectMany(b => b.Content.Corrections).Where(c => c.Bulletin == bulletin.Number))
        {
            (int, string) key = (correction.Incident, correction.IncidentId);
            if (string.Equals(correction.Field, Included, StringComparison.Ordinal))
            {
                said[key] = correction.Said is null ? null
                    : new SortedDictionary<string, string>(correction.Said.ToDictionary(f => f.Field, f => f.Value, StringComparer.Ordinal), StringComparer.Ordinal);
            }
            else if (said.GetValueOrDefault(key) is { } fields)
            {
                if (correction.Is is { } value)
                {
                    fields[correction.Field] = value;
                }
                else
                {
                    fields.Remove(correction.Field);
                }
            }
        }

        return said;
    }

    private static string? Text(Toll toll) => !toll.IsKnown ? null : string.Create(
        CultureInfo.InvariantCulture, $"{toll.Low:0.##}/{(toll.Best is { } best ? best.ToString("0.##", CultureInfo.InvariantCulture) : "?")}/{toll.High:0.##}");
}
