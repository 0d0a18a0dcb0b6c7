using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PaperGraph.Papers;

namespace PaperGraph.Reading;

/// <summary>A paper while its JSON object is being read.</summary>
internal ref struct JsonRecordDraft(RecordPlace place, List<ReadOutcome> outcomes)
{
    private const int MostComments = 1_000_000_000;

    private uint _seen;
    private string? _twice;
    private string? _title;
    private string? _abstract;
    private string? _id;
    private string? _venue;
    private string? _url;
    private string? _doi;
    private string? _arxiv;
    private string? _code;
    private string? _organisation;
    private string? _source;
    private string? _error;
    private int? _comments;
    private int? _authorCount;
    private int? _year;
    private int? _position;
    private PaperDate? _date;
    private ImmutableArray<string> _authors = [];
    private ImmutableArray<string> _keywords = [];

    /// <summary>Takes the value on which the reader stands, and leaves the reader on its end.</summary>
    public void Take(JsonField field, ref Utf8JsonReader reader)
    {
        if (field == JsonField.Other)
        {
            reader.Skip();
            return;
        }

        uint bit = 1u << (int)field;
        _twice ??= (_seen & bit) != 0 ? JsonFields.NameOf(field) : null;
        _seen |= bit;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        switch (field)
        {
            case JsonField.Authors:
                TakeAuthors(ref reader);
                break;
            case JsonField.Keywords:
                TakeKeywords(ref reader);
                break;
            case JsonField.Year:
                _year = TakeNumber(field, ref reader, 1, 9999);
                break;
            case JsonField.Comments:
                _comments = TakeNumber(field, ref reader, 0, MostComments);
                break;
            case JsonField.Position:
                _position = TakeNumber(field, ref reader, 1, int.MaxValue);
                break;
            case JsonField.Date:
                TakeDate(ref reader);
                break;
            case JsonField.Error:
                TakeError(ref reader);
                break;
            default:
                TakeText(field, ref reader);
                break;
        }
    }

    /// <summary>Adds the record, or why there is none.</summary>
    public readonly void Finish(JsonRecordOptions options)
    {
        string title = _title is null ? "" : FoldedText.Of(_title);
        string text = _abstract ?? "";
        if (LossOf(title, text, options) is { } loss)
        {
            outcomes.Add(ReadOutcome.Of(new ReadingProblem(loss.Code, place.Source, place.Line, loss.Message)));
            return;
        }

        if ((_seen & (1u << (int)JsonField.Abstract)) == 0)
        {
            Tell(ProblemCode.AbstractMissing, $"\"{Shown.Short(title)}\" has no field \"abstract\"");
        }

        PaperDate? date = _date ?? (_year is { } year ? new PaperDate(year) : null);
        var paper = new PaperRecord
        {
            Source = options.KeepsStatedPlace ? _source ?? place.Source : place.Source,
            Position = options.KeepsStatedPlace ? _position ?? place.Position : place.Position,
            Title = title,
            Abstract = text,
            Id = _id,
            Authors = _authors,
            AuthorCount = _authors.IsEmpty ? _authorCount : _authors.Length,
            Organisation = _organisation,
            Date = date,
            Comments = _comments,
            Venue = _venue,
            Url = _url,
            Doi = _doi,
            Arxiv = _arxiv,
            Keywords = _keywords,
            Code = _code,
        };
        outcomes.Add(ReadOutcome.Of(new ReadRecord(paper, null, place.Line)));
    }

    private readonly (ProblemCode Code, string Message)? LossOf(string title, string text, JsonRecordOptions options)
    {
        if (_error is not null && title.Length == 0)
        {
            return (ProblemCode.ErrorRecord, $"an earlier step could not read this record: {_error}");
        }

        if (_twice is not null)
        {
            return (ProblemCode.DuplicateField, $"the field \"{_twice}\" stands twice");
        }

        if (title.Length == 0 && (options.NeedsTitle || text.Length == 0))
        {
            return (ProblemCode.TitleMissing, (_seen & (1u << (int)JsonField.Title)) == 0 ? "the record has no field \"title\"" : "the record's title is empty or no text");
        }

        ReadingLimits limits = options.Limits;
        return title.Length > limits.TitleLength || text.Length > limits.AbstractLength
            ? (ProblemCode.TextTooLong, string.Create(CultureInfo.InvariantCulture, $"\"{Shown.Short(title)}\" has a title of {title.Length} and an abstract of {text.Length} characters; the most are {limits.TitleLength} and {limits.AbstractLength}"))
            : null;
    }

    private void TakeText(JsonField field, ref Utf8JsonReader reader)
    {
        if (field == JsonField.Id && reader.TokenType == JsonTokenType.Number)
        {
            _id = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
            return;
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            TellBad(field, ref reader, "a text");
            return;
        }

        string text = reader.GetString()!;
        switch (field)
        {
            case JsonField.Title:
                _title = text;
                break;
            case JsonField.Abstract:
                _abstract = text;
                break;
            case JsonField.Doi when text.Length > 0:
                if (!DoiName.TryParse(text, out _doi))
                {
                    Tell(ProblemCode.BadField, $"\"doi\": \"{Shown.Short(text)}\" is no DOI such as 10.1000/182");
                }

                break;
            case JsonField.Arxiv when text.Length > 0:
                if (!ArxivNumber.TryParse(text, out _arxiv))
                {
                    Tell(ProblemCode.BadField, $"\"arxiv\": \"{Shown.Short(text)}\" is no arXiv number such as 2401.04088");
                }

                break;
            default:
                SetText(field, text.Length == 0 ? null : text);
                break;
        }
    }

    private void SetText(JsonField field, string? text)
    {
        switch (field)
        {
            case JsonField.Id:
                _id = text;
                break;
            case JsonField.Venue:
                _venue = text;
                break;
            case JsonField.Url:
                _url = text;
                break;
            case JsonField.Code:
                _code = text;
                break;
            case JsonField.Organisation:
                _organisation = text;
                break;
            case JsonField.Source:
                _source = text;
                break;
        }
    }

    private readonly int? TakeNumber(JsonField field, ref Utf8JsonReader reader, int least, int most)
    {
        int number = 0;
        bool isNumber = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetInt32(out number) || (reader.TryGetDouble(out double real) && real == Math.Floor(real) && Math.Abs(real) < int.MaxValue && (number = (int)real) == real),
            JsonTokenType.String => int.TryParse(reader.GetString().AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
        if (isNumber && number >= least && number <= most)
        {
            return number;
        }

        TellBad(field, ref reader, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return null;
    }

    private void TakeDate(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int year) && PaperDate.TryCreate(year, 0, 0, out PaperDate ofYear))
        {
            _date = ofYear;
            return;
        }

        string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        if (PaperDate.TryParse(text, out PaperDate date))
        {
            _date = date;
        }
        else if (text is not null && DateText.TryParse(text, out DateText written) && written is { Date: { } day, Comments: null })
        {
            _date = day;
        }
        else if (text is not "")
        {
            TellBad(JsonField.Date, ref reader, "a date such as 2024-02-19, 2024-02 or 2024");
        }
    }

    private void TakeAuthors(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            _authorCount = TakeNumber(JsonField.Authors, ref reader, 0, MostComments);
            return;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            TellBad(JsonField.Authors, ref reader, "a list of names or their number");
            return;
        }

        _authors = TakeNames(JsonField.Authors, ref reader);
    }

    private void TakeKeywords(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                _keywords = TakeNames(JsonField.Keywords, ref reader);
                break;
            case JsonTokenType.String:
                _keywords = [.. reader.GetString()!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
                break;
            default:
                TellBad(JsonField.Keywords, ref reader, "a list of texts");
                break;
        }
    }

    /// <summary>Texts, or objects with a text <c>name</c>; other elements are told and left out, once a list.</summary>
    private readonly ImmutableArray<string> TakeNames(JsonField field, ref Utf8JsonReader reader)
    {
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        bool hasOther = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            string? name = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.StartObject => NameOf(ref reader),
                _ => null,
            };
            if (reader.TokenType is JsonTokenType.StartArray)
            {
                reader.Skip();
            }

            if (FoldedText.Of(name ?? "") is { Length: > 0 } folded)
            {
                names.Add(folded);
            }

            hasOther |= name is null;
        }

        if (hasOther)
        {
            Tell(ProblemCode.BadField, $"\"{JsonFields.NameOf(field)}\" holds something else than texts: left out");
        }

        return names.DrainToImmutable();
    }

    private static string? NameOf(ref Utf8JsonReader reader)
    {
        string? name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isName = reader.ValueTextEquals("name"u8);
            reader.Read();
            if (isName && reader.TokenType == JsonTokenType.String)
            {
                name = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return name;
    }

    private void TakeError(ref Utf8JsonReader reader)
    {
        using JsonDocument error = JsonDocument.ParseValue(ref reader);
        _error = error.RootElement.ValueKind == JsonValueKind.Object && error.RootElement.TryGetProperty("message", out JsonElement message) && message.ValueKind == JsonValueKind.String
            ? Shown.Short(message.GetString())
            : Shown.Short(error.RootElement.ToString());
    }

    private readonly void TellBad(JsonField field, ref Utf8JsonReader reader, string wanted)
    {
        string found = reader.TokenType switch
        {
            JsonTokenType.StartArray => "a list",
            JsonTokenType.StartObject => "an object",
            JsonTokenType.String => "\"" + Shown.Short(reader.GetString()) + "\"",
            _ => System.Text.Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, 60)]),
        };
        reader.Skip();
        Tell(ProblemCode.BadField, $"\"{JsonFields.NameOf(field)}\" is {found}, not {wanted}: left out");
    }

    private readonly void Tell(ProblemCode code, string message) => outcomes.Add(ReadOutcome.Of(new ReadingProblem(code, place.Source, place.Line, message)));
}
