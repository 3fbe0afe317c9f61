using System.Globalization;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Missions;

/// <summary>Checks a chronicle against the mission's desks and the known actors.</summary>
public static class ChronicleCheck
{
    /// <summary>Checks every entry: its desk is there; who recorded it is a member on that day, of the desk that it names, of the secretariat
    /// for determinations and bulletins, of any desk for the others; its actors are known.</summary>
    /// <param name="entries">The chronicle.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <param name="desks">The mission's desks.</param>
    /// <param name="gazetteer">Known actors.</param>
    /// <exception cref="DataFileException">The first entry that does not pass.</exception>
    public static void Check(IReadOnlyList<ChronicleEntry> entries, string file, IReadOnlyList<Desk> desks, Gazetteer gazetteer)
    {
        foreach (ChronicleEntry entry in entries)
        {
            string? deskId = DeskOf(entry);
            IEnumerable<Desk> own = deskId is not null ? desks.Where(d => string.Equals(d.Id, deskId, StringComparison.Ordinal))
                : entry is DeterminationEntry or BulletinEntry ? desks.Where(d => d.Role == DeskRole.Secretariat) : desks;
            if (deskId is not null && !own.Any())
            {
                throw new DataFileException(
                    file, entry.Line, $"desk: \"{deskId}\" cannot be used; {YamlPart.OneOf(desks.Select(d => d.Id))} is expected");
            }

            if (!own.Any(d => d.Members.Any(m => m.Period.Holds(entry.On) && string.Equals(m.Name, entry.By, StringComparison.OrdinalIgnoreCase))))
            {
                throw new DataFileException(file, entry.Line, string.Create(CultureInfo.InvariantCulture,
                    $"by: \"{entry.By}\" cannot be used; a member of {deskId ?? (own.Count() == desks.Count ? "a desk" : "the secretariat")} on {entry.On:yyyy-MM-dd} is expected"));
            }

            foreach ((string key, string? actor) in ActorsOf(entry))
            {
                if (actor is not null && !ActorIds.IsKnown(gazetteer, actor))
                {
                    throw new DataFileException(file, entry.Line, $"{key}: \"{actor}\" cannot be used; {ActorIds.Expected} is expected");
                }
            }
        }
    }

    private static string? DeskOf(ChronicleEntry entry) => entry switch
    {
        FindingEntry finding => finding.DeskId,
        ComplaintEntry complaint => complaint.DeskId,
        MessageEntry message => message.DeskId,
        MessageStepEntry step => step.DeskId,
        _ => null,
    };

    private static IEnumerable<(string Key, string? Actor)> ActorsOf(ChronicleEntry entry) => entry switch
    {
        FindingEntry finding => [("actor", finding.Content.ActorId)],
        DeterminationEntry determination => [("actor", determination.ActorId)],
        ComplaintEntry complaint => [("against", complaint.Against)],
        ListingEntry listing => [("actor", listing.Listing.ActorId)],
        AdherenceEntry adherence => [("adherence", adherence.Adherence.ActorId)],
        PlanEntry plan => plan.Plan.Who.Concat(plan.Plan.Guarantors).Concat(plan.Plan.Observers).Select(a => ("actor", a.ActorId)),
        _ => [],
    };
}
