using Hudna.Server.Hosting;
using Hudna.Server.Languages;
using Microsoft.AspNetCore.Components;

namespace Hudna.Server.Layout;

/// <summary>What every component of the site has at hand.</summary>
public abstract class HudnaComponent : ComponentBase
{
    [Inject]
    public Visit Visit { get; set; } = null!;

    [Inject]
    public KnownNames Names { get; set; } = null!;

    protected Words Words => Visit.Words;

    protected Dates Dates => Visit.Dates;

    protected string Url(string path) => Visit.Url(path);

    /// <summary>A topic's name: the mission's own, else the site's; the id when neither has one.</summary>
    protected string TopicName(string id) => Visit.Mission.Topics.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal)) is { } topic
        ? Words.IsArabic ? topic.Name.Ar : topic.Name.En : Words.Term("topic", id);

    /// <summary>The topics to choose from: those that every mission has, then the mission's own.</summary>
    protected IEnumerable<string> TopicIds => Features.Facts.Topics.All.Concat(Visit.Mission.Topics.Select(t => t.Id)).Distinct(StringComparer.Ordinal);
}
