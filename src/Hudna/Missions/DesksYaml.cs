using Hudna.Agreements;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Missions;

/// <summary>Reads a mission's <c>desks.yaml</c>: one list <c>desks</c>. Unknown keys, missing keys and values that cannot be used are
/// errors that name file, line and path.</summary>
public static class DesksYaml
{
    /// <summary>Reads the desks, in the file's order.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <param name="gazetteer">Known actors, whom desks speak for.</param>
    /// <exception cref="DataFileException">It is no YAML, or says something that cannot be used.</exception>
    public static IReadOnlyList<Desk> Read(string text, string file, Gazetteer gazetteer)
    {
        YamlPart root = YamlPart.Root(text, file, "desks: …").Only("desks");
        var desks = new List<Desk>();
        foreach (YamlPart part in root["desks"].Items())
        {
            Desk desk = DeskOf(part, gazetteer);
            if (desks.Exists(d => string.Equals(d.Id, desk.Id, StringComparison.Ordinal)))
            {
                throw part["id"].Bad("an id that no desk above has");
            }

            desks.Add(desk);
        }

        return desks;
    }

    private static Desk DeskOf(YamlPart part, Gazetteer gazetteer)
    {
        part.Only("id", "name", "role", "actor", "members");
        DeskRole role = part["role"].Value<DeskRole>();
        YamlPart? actor = role == DeskRole.Secretariat ? part.Find("actor") : part["actor"];
        if (role == DeskRole.Secretariat && actor is not null)
        {
            throw actor.Bad("nothing, as the secretariat speaks for nobody,");
        }

        IReadOnlyList<YamlPart> members = part["members"].Items();
        return members.Count == 0 ? throw part["members"].Error("at least one member is expected") : new Desk
        {
            Id = part["id"].Id(),
            Name = part["name"].Bilingual(),
            Role = role,
            ActorId = actor?.Text(id => ActorIds.IsKnown(gazetteer, id), ActorIds.Expected),
            Members = [.. members.Select(Member)],
        };
    }

    private static DeskMember Member(YamlPart part)
    {
        part.Only("name", "from", "until");
        return new DeskMember(part["name"].Text(), PeriodOf(part));
    }

    /// <summary>The days of the keys <c>from</c> and <c>until</c>.</summary>
    internal static Period PeriodOf(YamlPart part)
    {
        var period = new Period(part.DayOf("from"), part.DayOf("until"));
        return period.Until < period.From ? throw part["until"].Bad("the day of from or a later one") : period;
    }
}
