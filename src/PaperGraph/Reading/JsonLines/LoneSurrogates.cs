using System.Buffers.Text;

namespace PaperGraph.Reading;

/// <summary>Escapes of half a surrogate pair in JSON.</summary>
internal static class LoneSurrogates
{
    /// <summary>The same JSON with each such escape made <c>\ufffd</c>.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> json)
    {
        byte[] mended = json.ToArray();
        for (int i = 0; i + 1 < mended.Length; i++)
        {
            if (mended[i] != '\\')
            {
                continue;
            }

            int unit = UnitAt(mended, i);
            int next = UnitAt(mended, i + 6);
            if (unit is >= 0xD800 and < 0xDC00 && next is >= 0xDC00 and < 0xE000)
            {
                i += 11;
            }
            else if (unit is >= 0xD800 and < 0xE000)
            {
                "fffd"u8.CopyTo(mended.AsSpan(i + 2));
                i += 5;
            }
            else
            {
                i++;
            }
        }

        return mended;
    }

    /// <summary>The code unit of the escape that starts at an index; -1 where there is none.</summary>
    private static int UnitAt(byte[] json, int index) =>
        index + 6 <= json.Length && json[index] == '\\' && json[index + 1] == 'u'
        && Utf8Parser.TryParse(json.AsSpan(index + 2, 4), out int unit, out int read, 'x') && read == 4 ? unit : -1;
}
