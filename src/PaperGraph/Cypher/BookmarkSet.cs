namespace PaperGraph.Cypher;

/// <summary>The bookmarks that stand for all that an executor wrote or saw so far.</summary>
internal sealed class BookmarkSet
{
    private readonly Lock _gate = new();
    private HashSet<string> _bookmarks = new(StringComparer.Ordinal);

    public string[] Snapshot()
    {
        lock (_gate)
        {
            return [.. _bookmarks.Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The new ones imply the ones that the call was made with; those that calls beside it brought meanwhile stay.</summary>
    public void Replace(string[] used, IReadOnlyCollection<string> received)
    {
        if (received.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            var next = new HashSet<string>(_bookmarks, StringComparer.Ordinal);
            next.ExceptWith(used);
            next.UnionWith(received);
            _bookmarks = next;
        }
    }
}
