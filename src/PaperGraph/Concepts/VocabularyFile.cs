using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PaperGraph.Concepts;

/// <summary>A vocabulary file, read: its rules, and the lines that are none.</summary>
/// <remarks>
/// One rule a line, in UTF-8; names stand with a space on each side of the sign between them; what follows <c>#</c> at a line's start or after a space, with
/// a space behind it, is a comment. The order of the lines does not matter.
/// <code>
/// same  reasoning trace = thinking trace = trace of thought
/// apart deep network | deep neural network
/// name  mixture of experts = Mixture-of-Experts (MoE)
/// drop  future work
/// </code>
/// </remarks>
/// <param name="Problems">In the order of their lines. They do not stop the other lines.</param>
public sealed record VocabularyFile(Vocabulary Vocabulary, ImmutableArray<VocabularyProblem> Problems)
{
    private const int MostLines = 100_000;
    private const int LongestLine = 2_000;
    private const int MostShown = 60;

    private static readonly VocabularyVerb[] Verbs = Enum.GetValues<VocabularyVerb>();

    public static VocabularyFile Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new List<VocabularyProblem>();
        var rules = new List<VocabularyRule>();
        var lineByRule = new Dictionary<string, int>(StringComparer.Ordinal);
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().TrimStart('\ufeff').EnumerateLines())
        {
            number++;
            if (number > MostLines)
            {
                problems.Add(new VocabularyProblem(number, string.Create(CultureInfo.InvariantCulture, $"a vocabulary has at most {MostLines} lines: what follows was not read")));
                break;
            }

            if (line.Length > LongestLine)
            {
                problems.Add(new VocabularyProblem(number, string.Create(CultureInfo.InvariantCulture, $"a line has at most {LongestLine} characters, this one {line.Length}")));
                continue;
            }

            string rest = WithoutComment(line);
            if (rest.Length == 0)
            {
                continue;
            }

            if (Rule(rest, number, out VocabularyRule? rule) is { } message)
            {
                problems.Add(new VocabularyProblem(number, message));
            }
            else if (!lineByRule.TryAdd(rule!.ToString(), number))
            {
                problems.Add(new VocabularyProblem(number, string.Create(CultureInfo.InvariantCulture, $"'{rule}' stands on line {lineByRule[rule.ToString()]} already")));
            }
            else
            {
                rules.Add(rule);
            }
        }

        Vocabulary vocabulary = Vocabulary.Of(rules, problems);
        return new VocabularyFile(vocabulary, [.. problems.OrderBy(problem => problem.Line)]);
    }

    private static string WithoutComment(ReadOnlySpan<char> line)
    {
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1])) && (line[..i].IsWhiteSpace() || i + 1 == line.Length || char.IsWhiteSpace(line[i + 1])))
            {
                return line[..i].Trim().ToString();
            }
        }

        return line.Trim().ToString();
    }

    /// <returns>What is wrong with the line; null where it is a rule.</returns>
    private static string? Rule(string line, int number, out VocabularyRule? rule)
    {
        rule = null;
        int space = line.AsSpan().IndexOfAny(' ', '\t');
        string word = space < 0 ? line : line[..space];
        int verb = Array.FindIndex(Verbs, known => VocabularyRule.WordOf(known).Equals(word, StringComparison.OrdinalIgnoreCase));
        if (verb < 0)
        {
            return $"'{Shown(word)}' is no rule; a line starts with same, apart, name or drop, as in 'same SDPA = scaled dot-product attention'";
        }

        string example = Verbs[verb] switch
        {
            VocabularyVerb.Same => "'same' takes two names or more with ' = ' between, as in 'same SDPA = scaled dot-product attention'",
            VocabularyVerb.Apart => "'apart' takes two spellings with ' | ' between, as in 'apart deep network | deep neural network'",
            VocabularyVerb.Name => "'name' takes a concept and what to call it with ' = ' between, as in 'name mixture of experts = Mixture-of-Experts'",
            _ => "'drop' takes one concept, as in 'drop future work'",
        };
        string[] names = Names(space < 0 ? "" : line[space..], Verbs[verb]);
        bool isCount = Verbs[verb] switch
        {
            VocabularyVerb.Same => names.Length >= 2,
            VocabularyVerb.Drop => names.Length == 1,
            _ => names.Length == 2,
        };
        if (!isCount || names.Any(name => name.Length == 0))
        {
            return $"{example}; this is '{Shown(line)}'";
        }

        // What a node is called may be any text; what it is found by needs a key.
        string? keyless = (Verbs[verb] == VocabularyVerb.Name ? names[..1] : names).FirstOrDefault(name => ConceptKey.Of(name).Length == 0);
        if (keyless is not null)
        {
            return $"'{Shown(keyless)}' holds no letter and no digit";
        }

        rule = new VocabularyRule(Verbs[verb], [.. names], number);
        return null;
    }

    /// <summary>Runs of white space become one space.</summary>
    private static string[] Names(string text, VocabularyVerb verb)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (verb == VocabularyVerb.Drop)
        {
            return [string.Join(' ', words)];
        }

        var names = new List<string>();
        int start = 0;
        for (int i = 0; i <= words.Length; i++)
        {
            if (i == words.Length || words[i] == VocabularyRule.SeparatorOf(verb).Trim())
            {
                names.Add(string.Join(' ', words[start..i]));
                start = i + 1;
            }
        }

        return [.. names];
    }

    /// <summary>A line of a hostile file is shown without its control characters.</summary>
    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (char character in text.AsSpan(0, Math.Min(text.Length, MostShown)))
        {
            shown.Append(char.IsControl(character) || char.IsSurrogate(character) ? '\ufffd' : character);
        }

        return shown.Append(text.Length > MostShown ? "…" : "").ToString();
    }
}
