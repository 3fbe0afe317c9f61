using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Hudna.Documents;

/// <summary>Finds a page's running text by where its long, link-poor paragraphs stand together. Boxes of the page that markup or their
/// class names call navigation, comments, related stories and the like are left out first.</summary>
internal static class PageBlocks
{
    // Shorter blocks are labels, buttons and bylines unless they are paragraphs; more than this share of a block in links makes it a list
    // of links; a box that holds this share of its parent's running text is where the story is. Chosen on the layouts in the tests.
    private const int RunningTextAtLeast = 25;
    private const double LinksAtMost = 0.4;
    private const double StoryShare = 0.7;
    private const double BodyShare = 0.3;

    /// <summary>The main text's paragraphs and headings in order; empty when the page has no running text.</summary>
    internal static IReadOnlyList<string> MainParagraphs(IHtmlDocument page)
    {
        HashSet<IElement> kept = AroundTheStory(page);
        IReadOnlyList<string> found = Paragraphs(Boxes(page, e => PageBoilerplate.IsLeftOut(e, !kept.Contains(e))));
        // A page that calls even its story a menu or a form: its class names are worth nothing.
        return found.Count > 0 ? found : Paragraphs(Boxes(page, e => PageBoilerplate.IsLeftOut(e, byName: false)));
    }

    // Everything that headline and body stand in is no boilerplate, whatever it is called.
    private static HashSet<IElement> AroundTheStory(IHtmlDocument page)
    {
        HashSet<IElement> around = [];
        List<IElement> articles = [];
        foreach (IElement element in PageWalk.Elements(page))
        {
            if (element.LocalName is "article")
            {
                articles.Add(element);
            }
            else if (element.LocalName is "h1" or "main" || IsArticleBody(element))
            {
                AddWithAncestors(element, around);
            }
        }

        if (articles is [IElement only])
        {
            AddWithAncestors(only, around);
        }

        return around;
    }

    private static void AddWithAncestors(IElement element, HashSet<IElement> around)
    {
        for (IElement? at = element; at is not null && around.Add(at); at = at.ParentElement)
        {
        }
    }

    private static bool IsArticleBody(IElement element) =>
        string.Equals(element.GetAttribute("itemprop"), "articleBody", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Paragraphs((Box Root, List<Block> Blocks, List<Box> Bodies) page)
    {
        if (page.Root.Chars == 0)
        {
            return [];
        }

        // What markup calls the story is believed when it holds a good part of the running text: not on pages of several stories.
        Box story = page.Bodies is [Box body] && body.Chars >= page.Root.Chars * BodyShare ? body : page.Root;
        while (story.Children.Where(c => c.RunningBlocks > 1).MaxBy(c => c.Chars) is { } child && child.Chars >= story.Chars * StoryShare)
        {
            story = child;
        }

        return [.. page.Blocks.GetRange(story.From, story.To - story.From).Where(b => b.IsKept).Select(b => b.Text)];
    }

    private static (Box Root, List<Block> Blocks, List<Box> Bodies) Boxes(IHtmlDocument page, Func<IElement, bool> leftOut)
    {
        Builder builder = new();
        foreach ((INode node, bool entering) in PageWalk.Nodes((INode?)page.Body ?? page, leftOut))
        {
            builder.Take(node, entering);
        }

        return builder.Finish();
    }

    private static readonly FrozenSet<string> BlockElements = FrozenSet.Create(
        StringComparer.Ordinal,
        "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul");

    /// <summary>A run of text between two block boundaries or line breaks.</summary>
    private sealed record Block(string Text, double LinkShare, string Element)
    {
        internal bool IsRunning => Text.Length >= RunningTextAtLeast && LinkShare < LinksAtMost && Element is not ['h', _];

        internal bool IsKept => LinkShare < LinksAtMost && !PageBoilerplate.IsPhrase(Text)
            && (Text.Length >= RunningTextAtLeast || Element is "p" or "blockquote" or ['h', _] || Text[^1] is '.' or '!' or '؟' or '?' or ':' or '»' or '"');
    }

    /// <summary>A block element, with the range of blocks inside it.</summary>
    private sealed class Box(IElement? element, int from)
    {
        internal IElement? Element { get; } = element;

        internal int From { get; } = from;

        internal int To { get; set; }

        internal int Chars { get; set; }

        internal int RunningBlocks { get; set; }

        internal List<Box> Children { get; } = [];
    }

    private sealed class Builder
    {
        private readonly List<Block> blocks = [];
        private readonly List<Box> bodies = [];
        private readonly Stack<Box> open = new([new Box(null, 0)]);
        private readonly StringBuilder text = new();
        private int linkDepth, linkChars;

        internal void Take(INode node, bool entering)
        {
            if (node is IText words)
            {
                text.Append(words.Data);
                linkChars += linkDepth > 0 ? words.Data.Length : 0;
            }
            else if (node is IElement element)
            {
                string name = element.LocalName;
                if (name is "a")
                {
                    linkDepth += entering ? 1 : -1;
                }
                else if (name is "br")
                {
                    Flush();
                }
                else if (BlockElements.Contains(name))
                {
                    Flush();
                    OpenOrClose(element, entering);
                }
            }
        }

        internal (Box Root, List<Block> Blocks, List<Box> Bodies) Finish()
        {
            Flush();
            Box root = open.Peek();
            root.To = blocks.Count;
            return (root, blocks, bodies);
        }

        private void OpenOrClose(IElement element, bool entering)
        {
            if (entering)
            {
                open.Push(new(element, blocks.Count));
                return;
            }

            Box closed = open.Pop();
            Box parent = open.Peek();
            closed.To = blocks.Count;
            parent.Children.Add(closed);
            parent.Chars += closed.Chars;
            parent.RunningBlocks += closed.RunningBlocks;
            if (IsArticleBody(element))
            {
                bodies.Add(closed);
            }
        }

        private void Flush()
        {
            string collapsed = PageWalk.Collapse(text.ToString());
            if (collapsed.Length > 0)
            {
                Box box = open.Peek();
                Block block = new(collapsed, Math.Min(1, (double)linkChars / text.Length), box.Element?.LocalName ?? "");
                blocks.Add(block);
                if (block.IsRunning)
                {
                    box.Chars += collapsed.Length;
                    box.RunningBlocks++;
                }
            }

            text.Clear();
            linkChars = 0;
        }
    }
}
