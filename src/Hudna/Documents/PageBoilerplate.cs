using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Hudna.Documents;

/// <summary>What on a page is not the story: by element, by role, by class or id, by a line's opening words.</summary>
internal static class PageBoilerplate
{
    private static readonly FrozenSet<string> NeverText = FrozenSet.Create(
        StringComparer.Ordinal,
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "button", "select", "textarea", "label", "figcaption", "audio",
        "video", "canvas", "map", "head");

    private static readonly FrozenSet<string> Asides = FrozenSet.Create(StringComparer.Ordinal, "nav", "aside", "footer", "dialog");

    private static readonly FrozenSet<string> Roles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "navigation", "complementary", "contentinfo", "banner", "search", "menu", "dialog");

    // Words of class names and ids as content systems of the region's outlets and the common ones use them. Not "widget": Elementor calls
    // the story itself one.
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "comment", "comments", "disqus", "respond", "related", "recommended", "recommendations", "share", "sharing", "sharedaddy", "social", "sidebar",
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "footer", "promo", "newsletter", "advert", "advertisement", "ads", "ad",
        "popular", "trending", "mostread", "tags", "pagination", "pager", "cookie", "cookies", "login", "subscribe", "subscription", "ticker",
        "copyright", "caption", "toolbar", "popup", "modal");

    private static readonly string[] Phrases =
    [
        "اقرأ أيض", "اقرأ ايض", "اقرا ايض", "إقرأ أيض", "إقرأ ايض", "اقرأ المزيد", "شاهد أيض", "شاهد ايض", "مواضيع ذات صلة", "أخبار ذات صلة", "اخبار ذات صلة",
        "جميع الحقوق محفوظة", "حقوق النشر", "تابعونا على", "تابعنا على", "شارك هذا", "Read also", "Read more", "Related:", "Lire aussi", "Share this",
        "All rights reserved", "Tous droits",
    ];

    /// <summary>True when an element and all under it are left out.</summary>
    /// <param name="element">The element.</param>
    /// <param name="byName">Whether element kind, role, class and id count; when false only what never is text does.</param>
    internal static bool IsLeftOut(IElement element, bool byName)
    {
        if (NeverText.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true" || IsNotDisplayed(element))
        {
            return true;
        }

        return byName && element.LocalName is not ("html" or "body")
            && (Asides.Contains(element.LocalName)
                || (element.GetAttribute("role") is { } role && Roles.Contains(role))
                || Named(element.GetAttribute("class")) || Named(element.GetAttribute("id")));
    }

    /// <summary>True when a line's opening words say that it leads elsewhere.</summary>
    internal static bool IsPhrase(string text) =>
        text.Length < 200 && Array.Exists(Phrases, p => text.StartsWith(p, StringComparison.OrdinalIgnoreCase) || text.StartsWith("© ", StringComparison.Ordinal));

    private static bool IsNotDisplayed(IElement element) =>
        element.GetAttribute("style") is { } style
        && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private static bool Named(string? value)
    {
        if (value is null)
        {
            return false;
        }

        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> names = Names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range word in value.AsSpan().SplitAny(" -_\t\r\n:."))
        {
            if (names.Contains(value.AsSpan()[word]))
            {
                return true;
            }
        }

        return false;
    }
}
