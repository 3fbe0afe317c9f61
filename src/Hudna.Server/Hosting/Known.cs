using Hudna.Reading;

namespace Hudna.Server.Hosting;

/// <summary>The places and actors that the reader knows right now; replaced as a whole when a user adds one.</summary>
public sealed class Known(Gazetteer gazetteer)
{
    private volatile Gazetteer current = gazetteer;

    public Gazetteer Gazetteer
    {
        get => current;
        internal set => current = value;
    }
}
