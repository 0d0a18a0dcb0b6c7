using System.Collections.Immutable;

namespace PaperGraph.Cypher;

/// <summary>A statement's text and the values of its <c>$names</c>. Whatever comes from outside is a value, never a part of the text.</summary>
/// <param name="Parameters">Values by name without the dollar: null, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>,
/// <see cref="string"/>, an array or list of these, or a dictionary of these by name.</param>
public sealed record CypherStatement(string Text, IReadOnlyDictionary<string, object?> Parameters)
{
    public CypherStatement(string text)
        : this(text, ImmutableDictionary<string, object?>.Empty)
    {
    }

    public CypherStatement(string text, params (string Name, object? Value)[] parameters)
        : this(text, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal))
    {
    }

    public override string ToString() => Text;
}
