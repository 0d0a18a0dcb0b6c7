using System.Text;
using PaperGraph.Reading;

namespace PaperGraph.Cli.Filters;

/// <summary>Kinds of problems as people read them.</summary>
internal static class ProblemNames
{
    /// <summary><c>TitleWithoutAbstract</c> → <c>title without abstract</c>.</summary>
    public static string Of(ProblemCode code)
    {
        var words = new StringBuilder();
        foreach (char c in code.ToString())
        {
            if (char.IsUpper(c) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }
}
