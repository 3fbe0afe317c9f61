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
}
