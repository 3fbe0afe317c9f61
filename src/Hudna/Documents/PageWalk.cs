using System.Text;
using AngleSharp.Dom;

namespace Hudna.Documents;

/// <summary>Walks a page without recursion: a page nested a hundred thousand deep must not take the process down.</summary>
internal static class PageWalk
{
    /// <summary>All elements under a node in document order; children of those that <paramref name="skip"/> names are left out, and they too.</summary>
    internal static IEnumerable<IElement> Elements(INode root, Func<IElement, bool>? skip = null)
    {
        foreach ((INode node, bool entering) in Nodes(root, skip))
        {
            if (entering && node is IElement element)
            {
                yield return element;
            }
        }
    }

    /// <summary>All nodes under a node: once when entered and, if an element, once when left.</summary>
    internal static IEnumerable<(INode Node, bool Entering)> Nodes(INode root, Func<IElement, bool>? skip = null)
    {
        Stack<(INode Node, int Next)> open = new();
        open.Push((root, 0));
        while (open.TryPop(out (INode Node, int Next) at))
        {
            if (at.Next >= at.Node.ChildNodes.Length)
            {
                if (!ReferenceEquals(at.Node, root))
                {
                    yield return (at.Node, false);
                }

                continue;
            }

            open.Push((at.Node, at.Next + 1));
            INode child = at.Node.ChildNodes[at.Next];
            if (child is IElement element)
            {
                if (skip?.Invoke(element) != true)
                {
                    yield return (child, true);
                    open.Push((child, 0));
                }
            }
            else
            {
                yield return (child, true);
            }
        }
    }

    /// <summary>The text under a node, spaces collapsed.</summary>
    internal static string Text(INode root)
    {
        StringBuilder text = new();
        foreach ((INode node, bool entering) in Nodes(root))
        {
            if (entering && node is IText words)
            {
                text.Append(words.Data);
            }
        }

        return Collapse(text.ToString());
    }

    /// <summary>One space for every run of white space, none at the ends.</summary>
    internal static string Collapse(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }
}
