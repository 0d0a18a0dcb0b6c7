using System.Collections.Immutable;
using System.Globalization;

namespace PaperGraph.Cypher;

/// <summary>A file of <c>cypher/queries</c>: a question, what it needs to know, and the statement that answers it.</summary>
/// <param name="Name">Of the file, such as <c>code-for-concept</c>.</param>
/// <param name="Question">For people: one sentence or two.</param>
/// <param name="Columns">Names of the answer's columns, in order.</param>
/// <param name="IsPicture">Whether the answer is a graph to look at in Browser.</param>
/// <param name="Example">How Browser is told the parameters.</param>
/// <param name="Text">The whole file.</param>
public sealed record CypherQuestion(
    string Name, string Question, ImmutableArray<QuestionParameter> Parameters, ImmutableArray<string> Columns, bool IsPicture, string Example, string Text)
{
    private const string DefaultMark = " unless given";

    /// <summary>Every question, by name.</summary>
    public static ImmutableArray<CypherQuestion> All { get; } = [.. CypherFiles.NamesIn("queries").Select(name => Parse(name, CypherFiles.Text("queries/" + name)))];

    /// <summary>Reads a file by its header.</summary>
    /// <exception cref="FormatException">The header lacks something.</exception>
    public static CypherQuestion Parse(string name, string text)
    {
        string[] comments = [.. text.Split('\n').TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)).Select(line => line[2..].Trim())];
        string[] question = [.. comments.TakeWhile(line => !line.StartsWith("Parameters:", StringComparison.Ordinal))];
        return new CypherQuestion(
            name,
            string.Join(' ', question),
            [.. Parts(Section(name, comments, "Parameters:")).Where(part => part.StartsWith('$')).Select(part => ParseParameter(name, part))],
            [.. Parts(Section(name, comments, "Returns:")).Where(part => part.Split(' ').Length > 1 && part.Split(' ')[1].All(character => char.IsAsciiLetterUpper(character) || character == ',')).Select(part => part.Split(' ')[0])],
            comments.Any(line => line.StartsWith("Picture:", StringComparison.Ordinal)),
            Section(name, comments, "Example:"),
            text);
    }

    /// <summary>The statement with these values, and the usual ones for what is left out.</summary>
    /// <param name="values">By name without the dollar.</param>
    /// <exception cref="ArgumentException">A parameter has no value, is not one of the question's, or does not read as its type.</exception>
    public CypherStatement With(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Keys.FirstOrDefault(given => Parameters.All(parameter => parameter.Name != given)) is { } unknown)
        {
            throw new ArgumentException($"'{Name}' knows no parameter '{unknown}'; {(Parameters.IsEmpty ? "it has none" : "it has " + string.Join(", ", Parameters.Select(parameter => parameter.Name)))}.", nameof(values));
        }

        return new CypherStatement(Text, [.. Parameters.Select(parameter => (parameter.Name, parameter.ValueOf(values.GetValueOrDefault(parameter.Name), Name)))]);
    }

    private static QuestionParameter ParseParameter(string name, string part)
    {
        string[] words = part.Split(' ', 3);
        if (words.Length < 3)
        {
            throw new FormatException($"cypher/queries/{name}: '{part}' is no parameter with a type and a meaning.");
        }

        string meaning = words[2];
        string? usual = meaning.EndsWith(DefaultMark, StringComparison.Ordinal) ? meaning[..^DefaultMark.Length].Split(' ')[^1] : null;
        return new QuestionParameter(words[0][1..], words[1].TrimEnd(','), meaning, usual);
    }

    private static IEnumerable<string> Parts(string section) => section.Split("; ").Select(part => part.Trim());

    /// <summary>From its word to the next one's line.</summary>
    private static string Section(string name, string[] comments, string word)
    {
        int start = Array.FindIndex(comments, line => line.StartsWith(word, StringComparison.Ordinal));
        return start < 0
            ? throw new FormatException($"cypher/queries/{name}: the header has no '{word}'.")
            : string.Join(' ', comments[(start + 1)..].TakeWhile(line => !IsWord(line)).Prepend(comments[start][word.Length..].Trim()));
    }

    private static bool IsWord(string line) => line.Split(' ')[0] is "Parameters:" or "Returns:" or "Picture:" or "Example:";
}

/// <summary>What a question needs to know.</summary>
/// <param name="Name">Without the dollar.</param>
/// <param name="Type"><c>STRING</c> or <c>INTEGER</c>.</param>
/// <param name="Usual">The value where none is given; null where one has to be.</param>
public sealed record QuestionParameter(string Name, string Type, string Meaning, string? Usual)
{
    /// <summary>The label of the node whose id it is; null where it is something else.</summary>
    public string? Label => Meaning switch
    {
        _ when Meaning.StartsWith("id of a concept", StringComparison.Ordinal) || Meaning.StartsWith("id of another concept", StringComparison.Ordinal) => "Concept",
        _ when Meaning.StartsWith("id of a paper", StringComparison.Ordinal) || Meaning.StartsWith("id of another paper", StringComparison.Ordinal) => "Paper",
        _ when Meaning.StartsWith("id of a repository", StringComparison.Ordinal) => "Repository",
        _ when Meaning.StartsWith("id of a source", StringComparison.Ordinal) => "Source",
        _ => null,
    };

    internal object ValueOf(string? given, string question)
    {
        string text = given ?? Usual ?? throw new ArgumentException($"'{question}' asks for {Name}: {Meaning}. Give it with --param {Name}=…", nameof(given));
        if (Type != "INTEGER")
        {
            return text;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= 0
            ? number
            : throw new ArgumentException($"'{text}' is no value of {Name}: {Meaning}.", nameof(given));
    }
}
