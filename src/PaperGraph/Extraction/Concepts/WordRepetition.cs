using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Extraction.Concepts;

/// <summary>How often each singular word stands in a text, and whether in its title: an open-addressed table that is used again for the next text.</summary>
internal sealed class WordRepetition
{
    private const int TitleFlag = 1 << 30;

    private ulong[] _words = new ulong[1024];
    private int[] _entries = new int[1024];

    public void Read(TaggedText text)
    {
        Array.Clear(_words);
        int used = 0;
        for (int token = 0; token < text.Count; token++)
        {
            int inTitle = token < text.Text.TitleCount ? TitleFlag : 0;
            foreach (ulong word in text.PartsOf(token))
            {
                if (used * 2 >= _words.Length)
                {
                    Grow();
                }

                int slot = SlotOf(word);
                if (_words[slot] == 0)
                {
                    (_words[slot], _entries[slot]) = (word, 0);
                    used++;
                }

                _entries[slot] = (_entries[slot] + 1) | inTitle;
            }
        }
    }

    /// <summary>How often the rarest word of a phrase of this text stands in it.</summary>
    /// <param name="title">Words of the phrase that the title has: 0 none, 1 fewer than half, 2 half or more, 3 all.</param>
    public int LeastOf(TaggedText text, int first, int last, out int title)
    {
        int least = int.MaxValue, words = 0, titled = 0;
        for (int token = first; token <= last; token++)
        {
            foreach (ulong word in text.PartsOf(token))
            {
                int entry = _entries[SlotOf(word)];
                least = Math.Min(least, entry & ~TitleFlag);
                titled += entry >= TitleFlag ? 1 : 0;
                words++;
            }
        }

        title = titled == 0 ? 0 : titled == words ? 3 : titled * 2 >= words ? 2 : 1;
        return least;
    }

    /// <summary>Where the word is, or where it would go.</summary>
    private int SlotOf(ulong word)
    {
        int mask = _words.Length - 1, slot = (int)(word >> 20) & mask;
        while (_words[slot] != 0 && _words[slot] != word)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        (ulong[] words, int[] entries) = (_words, _entries);
        (_words, _entries) = (new ulong[words.Length * 2], new int[words.Length * 2]);
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] != 0)
            {
                int slot = SlotOf(words[i]);
                (_words[slot], _entries[slot]) = (words[i], entries[i]);
            }
        }
    }
}
