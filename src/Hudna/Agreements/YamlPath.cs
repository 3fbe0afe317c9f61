using System.Globalization;
using Hudna.Missions;

namespace Hudna.Agreements;

/// <summary>Finds the place of a file that a path such as <c>provisions[3].until</c> leads to.</summary>
internal static class YamlPath
{
    /// <summary>The part at the path, or the last part before the path leaves what the file says (a key left out has no line).</summary>
    public static YamlPart Nearest(YamlPart root, string path)
    {
        YamlPart at = root;
        foreach (string step in path.Split('.', '['))
        {
            YamlPart? next = step.EndsWith(']') ? Item(at, step[..^1]) : at.IsMapping ? at.Find(step) : null;
            if (next is null)
            {
                break;
            }

            at = next;
        }

        return at;
    }

    private static YamlPart? Item(YamlPart list, string number) =>
        list.IsList && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= 1
            ? list.Items().ElementAtOrDefault(n - 1) : null;
}
