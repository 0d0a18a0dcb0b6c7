using System.Collections.Frozen;

namespace PaperGraph.Reading;

/// <summary>Text of a page's frame (menus, buttons, counts, notices), known for what it is wherever it stands.</summary>
/// <remarks>The list only helps where position does not decide: a short text that no abstract follows is no paper, whatever it says.</remarks>
internal static class InterfaceText
{
    /// <summary>Lower case, without punctuation at the ends.</summary>
    private static readonly FrozenSet<string> Phrases = new[]
    {
        "new", "subscribe", "daily papers", "trending papers", "papers", "paper page", "get trending papers in your email inbox", "get trending papers in your email inbox once a day",
        "byak and the research community", "by ak and the research community", "hugging face", "models", "datasets", "spaces", "collections", "community", "docs", "enterprise", "pricing",
        "log in", "login", "sign in", "sign up", "signup", "register", "log out", "search", "search models datasets users", "menu", "home", "about", "about us", "contact", "contact us", "help", "jobs", "privacy",
        "privacy policy", "terms", "terms of service", "terms of use", "tos", "cookies", "cookie settings", "accept", "accept all", "close", "cancel", "website", "company", "upvote", "upvotes", "view pdf",
        "pdf", "html", "arxiv", "arxiv page", "view arxiv page", "abstract", "abs", "other", "download", "github", "project page", "code", "add to collection", "share", "save", "cite", "export citation",
        "load more", "show more", "read more", "see more", "more", "next", "previous", "next page", "previous page", "back", "back to top", "skip to content", "skip to main content", "filter", "sort", "sort by",
        "trending", "recent", "newest", "most recent", "relevance", "today", "yesterday", "week", "month", "year", "all", "results", "follow", "following", "like", "likes", "comment", "comments", "reply",
        "newsletter", "toggle theme", "dark mode", "light mode", "settings", "profile", "notifications", "publish", "submit", "get started", "learn more", "chat with paper", "copy link",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Begins a line of the frame when a name, a number or nothing more than a few words follows.</summary>
    private static readonly string[] Beginnings =
    [
        "submitted by ", "published by ", "posted by ", "upvoted by ", "uploaded by ", "published on ", "submitted on ", "updated on ", "last updated", "subjects: ", "comments: ", "search for ",
        "sort by ", "showing ", "page ", "©", "copyright ", "arxiv:", "(c) ", "cite as: ", "powered by ", "filter by ",
    ];

    /// <summary>Words that only a page's notices use: sentences with one of them are no abstract.</summary>
    private static readonly string[] NoticeWords =
    [
        "cookie", "privacy policy", "terms of service", "terms of use", "all rights reserved", "enable javascript", "your email", "your inbox", "unsubscribe", "log in to", "sign in to", "sign up to", "our newsletter",
    ];

    private const int LongestNotice = 400;

    public static bool Is(string text)
    {
        ReadOnlySpan<char> bare = Bare(text);
        if (bare.Length > LongestNotice)
        {
            return false;
        }

        string lower = bare.ToString().ToLowerInvariant();
        return lower.Length == 0 || Phrases.Contains(WithoutCount(lower)) || IsCount(lower) || DateText.TryParse(bare, out _)
            || (text.Length <= 80 && (Array.Exists(Beginnings, lower.StartsWith) || text[0] is '•' or '·' || IsAddress(lower)))
            || Array.Exists(NoticeWords, word => lower.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Length of a piece of the frame that runs into what follows it without a space, such as <c>Subscribe</c> before <c>Three things</c>; 0 where there is none.</summary>
    public static int RunInLength(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (RunInPiece(text[length..]) is var piece && piece > 0)
        {
            length += piece;
        }

        return length;
    }

    private static readonly string[] RunInPhrases =
    [
        "Get trending papers in your email inbox once a day!", "Get trending papers in your email inbox!", "byAK and the research community", "Trending Papers", "Daily Papers", "Subscribe", "Upvote", "Sign Up",
        "Sign up", "Sign In", "Sign in", "Log In", "Log in", "Login", "View PDF", "Read more", "Load more", "Show more", "Skip to content", "Skip to main content",
    ];

    private static int RunInPiece(ReadOnlySpan<char> text)
    {
        foreach (string phrase in RunInPhrases)
        {
            if (text.StartsWith(phrase, StringComparison.Ordinal) && text.Length > phrase.Length && IsStart(text[phrase.Length..]))
            {
                return phrase.Length;
            }
        }

        // "new" begins many words: it is the frame's only before another piece of the frame. So is a date.
        if (text.StartsWith("new", StringComparison.Ordinal) && RunInPiece(text[3..]) > 0)
        {
            return 3;
        }

        for (int length = Math.Min(text.Length - 1, 12); length >= 5; length--)
        {
            if (char.IsAsciiDigit(text[length - 1]) && char.IsUpper(text[length]) && DateText.TryParse(text[..length], out DateText date) && date.Comments is null)
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>A title, or the next piece of the frame, begins with a capital, a digit or, for one phrase, with "by".</summary>
    private static bool IsStart(ReadOnlySpan<char> rest) => char.IsUpper(rest[0]) || char.IsAsciiDigit(rest[0]) || rest[0] is '$' or '(' or '[' or '"' or '“'
        || rest.StartsWith("byAK", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Bare(string text) => text.AsSpan().Trim(" \t.,;:!?…-–—·•|*#()[]<>→←↑↓\u00A0");

    private static bool IsCount(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c) && c is not ('.' or ',' or 'k' or '+' or '%' or ' ' or '/' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"upvote 12" and "12 comments" are "upvote" and "comments".</summary>
    private static string WithoutCount(string lower)
    {
        string trimmed = lower.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '(', ')', '+');
        return trimmed.Length == 0 ? lower : trimmed;
    }

    /// <summary>An address alone is a link of the frame, unless a repository stands there.</summary>
    private static bool IsAddress(string lower) => !lower.Contains(' ', StringComparison.Ordinal)
        && !lower.Contains("github.com/", StringComparison.Ordinal) && !lower.Contains("gitlab.com/", StringComparison.Ordinal)
        && (lower.StartsWith("http://", StringComparison.Ordinal) || lower.StartsWith("https://", StringComparison.Ordinal) || lower.StartsWith("www.", StringComparison.Ordinal));
}
