using System.Collections.Frozen;

namespace PaperGraph.Extraction.Acronyms;

/// <summary>A word of a possible long form, or a part of one between hyphens.</summary>
/// <param name="Start">First character in the text.</param>
/// <param name="End">One past the last.</param>
/// <param name="WordEnd">Where the whole hyphenated word ends.</param>
/// <param name="OpensWord">False for the parts after a hyphen.</param>
/// <param name="IsFunction">An article, a preposition, a conjunction: may be passed over.</param>
/// <param name="AfterMark">Behind a comma or a slash.</param>
internal readonly record struct WordPart(int Start, int End, int WordEnd, bool OpensWord, bool IsFunction, bool AfterMark);

/// <summary>Fits the letters of a short form to the words of a long one, at the least cost.</summary>
/// <remarks>
/// Every letter stands at the start of a part, or inside a part whose start is taken already. What a reader would pass over without thought (an <c>of</c>, a
/// head such as <c>network</c>) costs little, a word without a letter much. Schwartz and Hearst (2003) take the shortest stretch that holds the letters in any
/// place; the cost is what makes the right start win.
/// </remarks>
internal static class LongFormMatch
{
    private const int MostLetters = 14;
    private const int MostParts = 40;
    private const float Never = 1000;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_functionWords = FrozenSet.ToFrozenSet(
    [
        "a", "an", "the", "of", "for", "and", "or", "in", "on", "to", "with", "by", "via", "from", "at", "as", "into", "over", "through", "using", "based", "than", "then", "versus", "vs", "between", "under", "within", "de", "du", "la", "&",
    ], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Heads that a short form often leaves out.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_heads = FrozenSet.ToFrozenSet(
    [
        "network", "networks", "net", "nets", "model", "models", "method", "methods", "algorithm", "algorithms", "framework", "frameworks", "learning", "layer", "layers", "module", "modules", "system", "systems", "language",
        "dataset", "datasets", "data", "benchmark", "benchmarks", "neural", "approach", "approaches", "loss", "architecture", "architectures", "attention", "strategy", "mechanism", "problem", "problems", "task", "tasks", "challenge", "corpus",
        "training", "scheme", "process", "processes", "function", "functions", "database", "technique", "techniques", "pruning", "optimization", "operator", "operators", "scenario", "transform", "machine", "machines",
    ], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsFunctionWord(ReadOnlySpan<char> word) => s_functionWords.Contains(word);

    public static bool IsHead(ReadOnlySpan<char> word) => s_heads.Contains(word);

    /// <summary>The first and last part that the long form takes, and what the fit costs; a cost above <see cref="Limit"/> is no fit.</summary>
    public readonly record struct Fit(int First, int Last, float Cost, int Letters)
    {
        public bool IsGood(float slack) => Cost <= Limit(Letters) + slack;
    }

    public static float Limit(int letters) => 0.3f + (0.33f * letters);

    /// <summary>The best fit that ends with the last part, or a little before it.</summary>
    /// <param name="first">When not negative, the long form must start at this part.</param>
    public static Fit? Best(ReadOnlySpan<char> text, ReadOnlySpan<WordPart> parts, ReadOnlySpan<char> shortForm, int first = -1, bool freeTail = false)
    {
        if (parts.IsEmpty)
        {
            return null;
        }

        parts = parts[Math.Max(0, parts.Length - MostParts)..];
        Span<char> letters = stackalloc char[MostLetters];
        Fit? best = null;
        for (int reading = 0; reading < Readings; reading++)
        {
            int count = Read(shortForm, (Reading)reading, letters);
            if (count < 2)
            {
                continue;
            }

            Fit? fit = BestOf(text, parts, letters[..count], first, freeTail, reading == (int)Reading.Written ? 0 : 0.25f, CapitalsOf(shortForm));
            if (fit is { } found && (best is null || found.Cost < best.Value.Cost - 0.001f))
            {
                best = found;
            }
        }

        return best;
    }

    private const int Readings = 5;

    /// <summary>How a digit in a short form is read.</summary>
    private enum Reading
    {
        /// <summary>As a digit, or without any.</summary>
        Written,

        /// <summary>I3D: the letter beside it, three times.</summary>
        RepeatBefore,

        RepeatAfter,

        /// <summary>N2N, T4T: to, for.</summary>
        Word,

        /// <summary>OTOv2: a version.</summary>
        Dropped,
    }

    private static int Read(ReadOnlySpan<char> shortForm, Reading reading, Span<char> letters)
    {
        bool hasDigit = shortForm.IndexOfAnyInRange('0', '9') >= 0;
        if (!hasDigit && reading != Reading.Written)
        {
            return 0;
        }

        if (reading == Reading.Dropped)
        {
            int end = shortForm.Length;
            while (end > 0 && (char.IsAsciiDigit(shortForm[end - 1]) || shortForm[end - 1] is '.' or '-' or ' ' or '\'' or '’'))
            {
                end--;
            }

            if (end == shortForm.Length)
            {
                return 0;
            }

            end -= end > 2 && shortForm[end - 1] == 'v' ? 1 : 0;
            shortForm = shortForm[..end];
        }

        int count = 0;
        for (int i = 0; i < shortForm.Length; i++)
        {
            char character = shortForm[i];
            if (!char.IsLetterOrDigit(character))
            {
                continue;
            }

            if (count == letters.Length)
            {
                return 0;
            }

            if (!char.IsAsciiDigit(character) || reading == Reading.Written)
            {
                letters[count++] = char.ToLowerInvariant(character);
                continue;
            }

            int number = character - '0';
            switch (reading)
            {
                case Reading.RepeatBefore or Reading.RepeatAfter when number is >= 2 and <= 4:
                    int other = reading == Reading.RepeatBefore ? i - 1 : i + 1;
                    if (other < 0 || other >= shortForm.Length || !char.IsLetter(shortForm[other]) || count + number - 1 > letters.Length)
                    {
                        return 0;
                    }

                    // The letter itself is counted where it stands.
                    letters.Slice(count, number - 1).Fill(char.ToLowerInvariant(shortForm[other]));
                    count += number - 1;
                    break;
                case Reading.Word when number is 2 or 4:
                    letters[count++] = number == 2 ? 't' : 'f';
                    break;
                default:
                    return 0;
            }
        }

        return count;
    }

    /// <summary>A capital is meant as an initial: bit i is set where letter i is small beside capitals.</summary>
    private static int CapitalsOf(ReadOnlySpan<char> shortForm)
    {
        int small = 0, count = 0;
        bool capitals = false;
        foreach (char character in shortForm)
        {
            if (char.IsLetterOrDigit(character) && count < 30)
            {
                small |= char.IsLower(character) ? 1 << count : 0;
                capitals |= char.IsUpper(character);
                count++;
            }
        }

        return capitals ? small : -1;
    }

    private static Fit? BestOf(ReadOnlySpan<char> text, ReadOnlySpan<WordPart> parts, ReadOnlySpan<char> letters, int first, bool freeTail, float extra, int smallLetters)
    {
        int n = letters.Length, p = parts.Length;

        // cost[i, j]: letters i.. fitted to parts j.., letter i at the start of part j; last[i, j]: the last part of that fit.
        Span<float> cost = stackalloc float[(MostLetters + 1) * MostParts];
        Span<byte> last = stackalloc byte[(MostLetters + 1) * MostParts];
        cost[..(n * p)].Fill(Never);
        for (int j = p - 1; j >= 0; j--)
        {
            for (int i = n - 1; i >= 0; i--)
            {
                ReadOnlySpan<char> part = text[parts[j].Start..parts[j].End];
                if (Fold(part[0]) != letters[i] && !(parts[j].End - parts[j].Start == 1 && part[0] == '&' && letters[i] == 'a'))
                {
                    continue;
                }

                float inside = 0;
                int at = 1, jumps = 0;
                int index = (i * p) + j;
                for (int k = i + 1; k <= n; k++)
                {
                    if (k > i + 1)
                    {
                        float letterCost = Inside(part, letters[k - 1], ref at, (smallLetters >> (k - 1) & 1) != 0, ref jumps);
                        inside += letterCost;
                        if (inside >= Never)
                        {
                            break;
                        }

                        if (at == part.Length && k - i == part.Length)
                        {
                            // The short form holds the whole word.
                            inside = 0;
                        }
                    }

                    if (k == n)
                    {
                        float tail = Tail(text, parts, j + 1, freeTail);
                        if (inside + tail < cost[index])
                        {
                            cost[index] = inside + tail;
                            last[index] = (byte)j;
                        }

                        break;
                    }

                    float skip = 0;
                    for (int q = j + 1; q < p && skip < 4; q++)
                    {
                        float rest = cost[(k * p) + q];
                        float mark = parts[q].AfterMark ? 0.6f : 0;
                        if (rest < Never && inside + skip + mark + rest < cost[index])
                        {
                            cost[index] = inside + skip + mark + rest;
                            last[index] = last[(k * p) + q];
                        }

                        skip += mark + Skip(text, parts[q]);
                    }
                }
            }
        }

        Fit? best = null;
        for (int j = p - 1; j >= 0; j--)
        {
            if (cost[j] >= Never || (first >= 0 && j != first) || j < p && IsWeakStart(text, parts, j))
            {
                continue;
            }

            float total = cost[j] + extra + (parts[j].OpensWord ? 0 : 0.7f) + (0.002f * (p - j));
            if (best is null || total < best.Value.Cost)
            {
                best = new Fit(j, last[j], total, n);
            }
        }

        return best;
    }

    /// <summary>A long form opens with a function word only in a compound (on-policy) or in capitals.</summary>
    private static bool IsWeakStart(ReadOnlySpan<char> text, ReadOnlySpan<WordPart> parts, int j) =>
        parts[j].IsFunction && parts[j].WordEnd == parts[j].End
        && !(char.IsUpper(text[parts[j].Start]) && j + 1 < parts.Length && char.IsUpper(text[parts[j + 1].Start]));

    /// <summary>The cost of a further letter inside a part: little right behind the last, or on a capital that was set to show it (<c>MOdel</c>).</summary>
    private static float Inside(ReadOnlySpan<char> part, char letter, ref int at, bool small, ref int jumps)
    {
        if (at < part.Length && Fold(part[at]) == letter)
        {
            float next = char.IsUpper(part[at]) ? IsShown(part, at) ? -0.3f : 0 : small ? 0.1f : 0.3f;
            at++;
            return next;
        }

        for (int i = at + 1; i < part.Length; i++)
        {
            if (Fold(part[i]) == letter)
            {
                at = i + 1;
                return char.IsUpper(part[i]) ? 0.1f : 0.8f + (0.5f * jumps++);
            }
        }

        return Never;
    }

    private static bool IsShown(ReadOnlySpan<char> part, int at) => at == 1 && part.Length > 3 && char.IsUpper(part[0]) && char.IsLower(part[^1]) && char.IsLower(part[^2]);

    private static float Skip(ReadOnlySpan<char> text, in WordPart part) =>
        part.IsFunction ? 0.15f : !part.OpensWord ? 0.6f : s_heads.Contains(text[part.Start..part.End]) ? 1.1f : 1.5f;

    private static float Tail(ReadOnlySpan<char> text, ReadOnlySpan<WordPart> parts, int from, bool free)
    {
        if (free)
        {
            return 0;
        }

        float tail = 0;
        for (int i = from; i < parts.Length; i++)
        {
            tail += !parts[i].OpensWord ? 0.3f : s_heads.Contains(text[parts[i].Start..parts[i].End]) ? 0.8f : 2;
        }

        return tail;
    }

    private static char Fold(char character) => char.ToLowerInvariant(character);
}
