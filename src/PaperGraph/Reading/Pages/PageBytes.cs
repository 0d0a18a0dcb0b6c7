using System.Buffers;

namespace PaperGraph.Reading;

/// <summary>Reads a page's bytes as a whole.</summary>
internal static class PageBytes
{
    /// <param name="isWhole">False where there were more than <paramref name="limit"/>.</param>
    public static byte[] Read(OpenedSource source, int limit, out bool isWhole)
    {
        var bytes = new ArrayBufferWriter<byte>(1 << 16);
        isWhole = true;
        while (true)
        {
            int read = source.Read(bytes.GetSpan(1 << 16));
            if (read == 0)
            {
                return bytes.WrittenSpan.ToArray();
            }

            bytes.Advance(read);
            if (bytes.WrittenCount > limit)
            {
                isWhole = false;
                return bytes.WrittenSpan[..limit].ToArray();
            }
        }
    }
}
