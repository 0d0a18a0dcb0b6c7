using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PaperGraph.Concepts;

/// <summary>Well-known short forms and the one long form that each stands for, learned from how often papers define them.</summary>
/// <remarks>
/// Only short forms of three letters or more that many papers define, nearly all of them the same way, are in it. It settles a short form that stands alone,
/// as in <c>papergraph key</c>; inside a paper the paper's own definition comes first, inside a collection the collection's.
/// The file has a line <c>kind TAB from TAB to TAB papers TAB of all papers</c>, sorted: <c>short</c> for a short form's key and its long form's, and
/// <c>spelling</c> for a key that is a slip of another (<c>stochastic gradient decent</c>).
/// </remarks>
public sealed class KnownShortForms
{
    private readonly FrozenDictionary<string, string> _shortForms;
    private readonly FrozenDictionary<string, string> _slips;

    private KnownShortForms(Dictionary<string, string> shortForms, Dictionary<string, string> slips) =>
        (_shortForms, _slips) = (shortForms.ToFrozenDictionary(StringComparer.Ordinal), slips.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>The table that comes with the program.</summary>
    public static KnownShortForms Shipped { get; } = FromResource();

    public int Count => _shortForms.Count + _slips.Count;

    /// <param name="key">A key of <see cref="ConceptKey.Of"/>.</param>
    /// <returns>The key of what it stands for; the key itself where the table does not know it.</returns>
    public string Expand(string key) => LongKeyOf(key) ?? RightKeyOf(key) ?? key;

    /// <returns>The long form's key; null where the table does not know the short form.</returns>
    public string? LongKeyOf(string key) => _shortForms.GetValueOrDefault(key);

    /// <returns>The key that this one is a slip of; null where the table knows no such slip.</returns>
    public string? RightKeyOf(string key) => _slips.GetValueOrDefault(key);

    /// <summary>Reads a table as <c>papergraph train</c> writes it.</summary>
    /// <exception cref="InvalidDataException">A line is not of the form above.</exception>
    public static KnownShortForms Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var shortForms = new Dictionary<string, string>(StringComparer.Ordinal);
        var slips = new Dictionary<string, string>(StringComparer.Ordinal);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            string[] fields = line.Split('\t');
            if (fields.Length != 5 || fields[0] is not ("short" or "spelling") || !(fields[0] == "short" ? shortForms : slips).TryAdd(fields[1], fields[2]))
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Short forms, line {number}: expected kind, key, key, two counts; got '{line}'."));
            }
        }

        return new KnownShortForms(shortForms, slips);
    }

    private static KnownShortForms FromResource()
    {
        using Stream? stream = typeof(KnownShortForms).Assembly.GetManifestResourceStream("models/acronyms.model");
        if (stream is null)
        {
            return new KnownShortForms([], []);
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(reader);
    }
}
