using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PaperGraph.Reading;

/// <summary>One JSON object → one paper.</summary>
/// <remarks>Fields: <c>id, title, abstract, date, year, authors</c> (names, or their number), <c>venue, url, doi, arxiv, keywords, code</c>, and what <c>read</c> writes beside them:
/// <c>organisation, comments, source, position</c>. Others are passed over. A record that breaks a rule becomes a problem; a field that does is left out and told.</remarks>
public static class JsonRecordParser
{
    /// <param name="json">One JSON value, white space around it.</param>
    /// <param name="outcomes">The record, or the problem in its place, is added; before a record, what was wrong with it.</param>
    public static void Parse(ReadOnlySpan<byte> json, RecordPlace place, JsonRecordOptions options, List<ReadOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(outcomes);
        if (!Utf8.IsValid(json))
        {
            outcomes.Add(Problem(ProblemCode.BrokenText, place, "bytes that are not UTF-8, kept as U+FFFD"));
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        }

        int before = outcomes.Count;
        try
        {
            ParseObject(json, place, options, outcomes);
        }
        catch (JsonException exception)
        {
            Replace(outcomes, before, Problem(ProblemCode.BrokenRecord, place, JsonFault.Describe(exception, json)));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair as an escape, which is valid JSON and no text.
            Replace(outcomes, before, Problem(ProblemCode.BrokenText, place, "an escape of half a character (\\ud800 to \\udfff alone), kept as U+FFFD"));
            try
            {
                ParseObject(LoneSurrogates.Replace(json), place, options, outcomes);
            }
            catch (JsonException exception)
            {
                Replace(outcomes, before, Problem(ProblemCode.BrokenRecord, place, JsonFault.Describe(exception, json)));
            }
        }
    }

    private static void ParseObject(ReadOnlySpan<byte> json, RecordPlace place, JsonRecordOptions options, List<ReadOutcome> outcomes)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = options.Limits.Depth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            outcomes.Add(Problem(ProblemCode.BrokenRecord, place, $"a JSON object with title and abstract is wanted, found \"{Shown.Short(Encoding.UTF8.GetString(json[..Math.Min(json.Length, 200)]).Trim())}\""));
            return;
        }

        var draft = new JsonRecordDraft(place, outcomes);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            JsonField field = JsonFields.Of(ref reader);
            reader.Read();
            draft.Take(field, ref reader);
        }

        reader.Read();
        draft.Finish(options);
    }

    private static void Replace(List<ReadOutcome> outcomes, int from, ReadOutcome problem)
    {
        outcomes.RemoveRange(from, outcomes.Count - from);
        outcomes.Add(problem);
    }

    private static ReadOutcome Problem(ProblemCode code, RecordPlace place, string message) =>
        ReadOutcome.Of(new ReadingProblem(code, place.Source, place.Line, message));
}
