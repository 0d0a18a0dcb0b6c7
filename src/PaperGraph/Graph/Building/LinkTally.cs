using System.Collections.Immutable;
using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>All that one paper says of one repository or resource: it becomes one edge.</summary>
internal sealed class LinkTally
{
    private readonly SortedSet<string> _addresses = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _folders = new(StringComparer.Ordinal);
    private CodeLink? _first;
    private string? _evidence;
    private bool _isGiven;

    /// <summary>Released as soon as one address is.</summary>
    public bool IsReleased { get; private set; }

    /// <summary><c>released</c> or <c>promised</c>.</summary>
    public string Status => ValueNames.Of(IsReleased ? ReleaseStatus.Released : ReleaseStatus.Promised);

    /// <summary>The ordinally first; null where none is named.</summary>
    public string? FirstFolder => _folders.Min;

    /// <param name="evidence">The sentence around the address; the first one's, or the first released one's, is kept.</param>
    public void Add(CodeLink link, string evidence)
    {
        bool released = link.Status == ReleaseStatus.Released;
        if (_first is null || (released && !IsReleased))
        {
            (_first, _evidence) = (link, evidence);
        }

        IsReleased |= released;
        AddAddress(link.Url, link.Folder);
    }

    /// <summary>An address that a source gives beside the text.</summary>
    public void AddGiven(string address, string? folder)
    {
        _isGiven = true;
        IsReleased = true;
        AddAddress(address, folder);
    }

    public PropertySet ToProperties(bool withRole)
    {
        var properties = new List<KeyValuePair<PropertyKey, PropertyValue>>
        {
            new(PropertyKey.Status, Status),
            new(PropertyKey.Addresses, _addresses.ToImmutableArray()),
        };
        if (withRole && _first is { } link)
        {
            properties.Add(new(PropertyKey.Role, ValueNames.Of(link.Role)));
        }

        if (_folders.Count > 0)
        {
            properties.Add(new(PropertyKey.Folders, _folders.ToImmutableArray()));
        }

        if (_evidence is { } evidence)
        {
            properties.Add(new(PropertyKey.Evidence, evidence));
        }

        if (_isGiven)
        {
            properties.Add(new(PropertyKey.GivenBySource, true));
        }

        return PropertySet.Of(properties);
    }

    private void AddAddress(string address, string? folder)
    {
        _addresses.Add(address);
        if (folder is not null)
        {
            _folders.Add(folder);
        }
    }
}
