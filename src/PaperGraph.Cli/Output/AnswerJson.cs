using System.Text.Json;
using PaperGraph.Queries;

namespace PaperGraph.Cli.Output;

/// <summary>What answers have in common, as JSON.</summary>
internal static class AnswerJson
{
    /// <summary><c>id, sourceIds, name, title, date</c>, into an object that is open.</summary>
    public static void WritePaper(this Utf8JsonWriter json, PaperRow paper)
    {
        json.WriteString("id", paper.Id);
        json.WriteTexts("sourceIds", paper.SourceIds);
        json.WriteString("name", paper.Name);
        json.WriteString("title", paper.Title);
        json.WriteTextOrNull("date", paper.Date);
    }
}
