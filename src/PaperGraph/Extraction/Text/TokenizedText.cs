namespace PaperGraph.Extraction.Text;

/// <summary>The tokens of one title and abstract, the title's first. Its arrays are used again for the next paper.</summary>
internal sealed class TokenizedText
{
    private Token[] _tokens = new Token[512];
    private char[] _forms = new char[4096];

    public string Title { get; private set; } = "";

    public string Abstract { get; private set; } = "";

    public int Count { get; private set; }

    /// <summary>Number of the title's tokens: the abstract's start at this index.</summary>
    public int TitleCount { get; private set; }

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

    public ref readonly Token this[int index] => ref _tokens[index];

    /// <summary>Lower case, dashes and quotes plain, mark-up and broken hyphens mended.</summary>
    public ReadOnlySpan<char> FormOf(in Token token) => _forms.AsSpan(token.FormStart, token.FormLength);

    public ReadOnlySpan<char> FormOf(int index) => FormOf(in _tokens[index]);

    /// <summary>As written.</summary>
    public ReadOnlySpan<char> WrittenOf(int index) => Written(index, index);

    /// <summary>As written, from one token to another of the same text.</summary>
    public ReadOnlySpan<char> Written(int first, int last) =>
        (first < TitleCount ? Title : Abstract).AsSpan(_tokens[first].Start, _tokens[last].End - _tokens[first].Start);

    internal void Reset(string title, string abstractText)
    {
        (Title, Abstract) = (title, abstractText);
        (Count, TitleCount, FormEnd) = (0, 0, 0);
    }

    internal void EndTitle() => TitleCount = Count;

    internal int FormEnd { get; private set; }

    internal void AppendForm(char character)
    {
        if (FormEnd == _forms.Length)
        {
            Array.Resize(ref _forms, _forms.Length * 2);
        }

        _forms[FormEnd++] = character;
    }

    internal void AppendForm(ReadOnlySpan<char> characters)
    {
        while (FormEnd + characters.Length > _forms.Length)
        {
            Array.Resize(ref _forms, _forms.Length * 2);
        }

        characters.CopyTo(_forms.AsSpan(FormEnd));
        FormEnd += characters.Length;
    }

    internal void TruncateForm(int end) => FormEnd = end;

    internal ReadOnlySpan<char> FormSince(int start) => _forms.AsSpan(start, FormEnd - start);

    internal void Add(int start, int end, int formStart, TokenKind kind, TokenTraits traits)
    {
        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _tokens.Length * 2);
        }

        _tokens[Count++] = new Token(start, end, formStart, FormEnd - formStart, kind, traits, TextHash.OfWord(FormSince(formStart)));
    }

    internal void AddTraits(int index, TokenTraits traits) => _tokens[index] = _tokens[index] with { Traits = _tokens[index].Traits | traits };
}
