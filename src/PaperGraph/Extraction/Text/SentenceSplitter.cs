namespace PaperGraph.Extraction.Text;

/// <summary>Marks the token that opens each sentence.</summary>
/// <remarks>
/// A full stop ends a sentence unless the tokenizer took it into an abbreviation (<c>e.g.</c>, <c>et al.</c>) or a small letter follows.
/// The space after it may be missing: <c>fails.We</c> is two sentences, as such words never hold a dot otherwise.
/// </remarks>
internal static class SentenceSplitter
{
    public static void Mark(TokenizedText text, int from, int to)
    {
        if (from == to)
        {
            return;
        }

        text.AddTraits(from, TokenTraits.SentenceStart);
        for (int i = from; i < to - 1; i++)
        {
            if (EndsSentence(text, i))
            {
                int next = i + 1;
                while (next < to - 1 && text[next].Kind == TokenKind.Punctuation && !text[next].Has(TokenTraits.SpaceBefore) && IsClosing(text.FormOf(next)))
                {
                    next++;
                }

                if (Opens(text, next, i))
                {
                    text.AddTraits(next, TokenTraits.SentenceStart);
                }

                i = next - 1;
            }
        }
    }

    private static bool EndsSentence(TokenizedText text, int index)
    {
        if (text[index].Kind != TokenKind.Punctuation)
        {
            return false;
        }

        ReadOnlySpan<char> form = text.FormOf(index);
        return form is "." or "!" or "?" or "。";
    }

    private static bool IsClosing(ReadOnlySpan<char> form) => form is ")" or "]" or "\"" or "'";

    private static bool Opens(TokenizedText text, int index, int stop)
    {
        Token token = text[index];
        if (token.Kind == TokenKind.Punctuation)
        {
            return token.Has(TokenTraits.SpaceBefore) && text.FormOf(index) is "(" or "[" or "\"" or "'" or "-";
        }

        // An initial: J. Smith.
        if (stop > 0 && text.FormOf(stop - 1).Length == 1 && text[stop - 1].Has(TokenTraits.InitialUpper) && text[stop - 1].Kind == TokenKind.Word)
        {
            return false;
        }

        return token.Kind is TokenKind.Formula or TokenKind.Address || token.Has(TokenTraits.InitialUpper)
            || (token.Kind == TokenKind.Number && token.Has(TokenTraits.SpaceBefore)) || char.IsUpper(text.WrittenOf(index)[0])
            || (token.Has(TokenTraits.InnerUpper) && token.Has(TokenTraits.SpaceBefore));
    }
}
