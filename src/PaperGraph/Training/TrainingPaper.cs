using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;

namespace PaperGraph.Training;

/// <summary>An expert's mention: its text and its type in the collection's own words.</summary>
internal readonly record struct GoldEntity(string Text, string Type);

/// <summary>A paper to learn from, with whatever experts said about it.</summary>
internal sealed record TrainingPaper(string Id, string Title, string Abstract)
{
    public ImmutableArray<string> Keyphrases { get; init; } = [];

    /// <summary>Those of the phrases that the paper is about.</summary>
    public ImmutableArray<string> Main { get; init; } = [];

    /// <summary>Neither right nor wrong.</summary>
    public ImmutableArray<string> Optional { get; init; } = [];

    public ImmutableArray<(string Short, string Long)> Acronyms { get; init; } = [];

    /// <summary>Names, in their order.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    public ImmutableArray<GoldEntity> Entities { get; init; } = [];

    /// <summary>Silver part-of-speech tags: token, Penn tag.</summary>
    public ImmutableArray<(string Token, string Tag)> Tags { get; init; } = [];

    /// <summary>Reads a JSON Lines file, gzip or plain by its name.</summary>
    /// <exception cref="InvalidDataException">A line is no JSON object.</exception>
    public static IEnumerable<TrainingPaper> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, path, number);
            }
        }
    }

    private static TrainingPaper Parse(string line, string path, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            return new TrainingPaper(Text(root, "id"), Text(root, "title"), Text(root, "abstract"))
            {
                Keyphrases = [.. Texts(root, "keyphrases"), .. Texts(root, "keywords")],
                Main = [.. Texts(root, "main")],
                Optional = [.. Texts(root, "optional")],
                Acronyms = [.. List(root, "acronyms").Where(item => item.ValueKind == JsonValueKind.Object).Select(item => (Text(item, "short"), Text(item, "long")))],
                Authors = [.. Texts(root, "authors")],
                Entities = [.. List(root, "entities").Select(item => new GoldEntity(Text(item, "text"), Text(item, "type")))],
                Tags = [.. List(root, "tokens").Select(item => (item[0].GetString()!, item[1].GetString()!))],
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{path}:{number}: not a training record: {exception.Message}", exception);
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        List(element, name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);

    private static JsonElement.ArrayEnumerator List(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default;
}
