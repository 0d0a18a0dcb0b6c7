using System.Text.Json;
using PaperGraph.Reading;

namespace PaperGraph.Wire;

/// <summary>A record that could not be read → <c>{"error": {"line": n, "message": "…"}}</c> in its place.</summary>
public static class ProblemWriter
{
    /// <param name="withSource">Whether the source's name stands there too: not where the output is to depend on the records alone.</param>
    public static void Write(Utf8JsonWriter json, ReadingProblem problem, bool withSource)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(problem);
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        if (withSource)
        {
            json.WriteString("source"u8, problem.Source);
        }

        json.WriteNumber("line"u8, problem.Line);
        json.WriteString("message"u8, problem.Message);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
