using System.Text;

namespace PaperGraph.Reading;

/// <summary>What a source is, from its first bytes; which layout a page has is for its text to say.</summary>
internal enum ContentKind
{
    Page,
    JsonLines,
    JsonArray,
    NotText,
}

/// <summary>Tells pages, JSON and binaries apart. A file's name has no say.</summary>
internal static class FormatDetector
{
    /// <summary>First bytes of what people keep beside their pages, and what to do with it.</summary>
    private static readonly (byte[] Magic, string Name)[] Binaries =
    [
        ("%PDF"u8.ToArray(), "a PDF: save its text (title, blank line, abstract) instead"),
        ("PK\x03\x04"u8.ToArray(), "a zip archive or an office document: unpack it, or save it as text"),
        ([0x89, .. "PNG"u8], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ([0x1F, 0x8B], "gzip data packed twice: unpack it once"),
        ("BZh"u8.ToArray(), "bzip2 data: unpack it, or pack it with gzip"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd data: unpack it, or pack it with gzip"),
        ([0xFD, .. "7zXZ"u8], "xz data: unpack it, or pack it with gzip"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database (a graph store is no input)"),
        ([0x7F, .. "ELF"u8], "a program"),
    ];

    /// <summary>Enough is known once the first line that is not blank is whole and is JSON; else the more the better.</summary>
    public static bool IsEnough(ReadOnlyMemory<byte> head)
    {
        ReadOnlySpan<byte> text = head.Span.TrimStart(" \t\r\n"u8);
        return text is [(byte)'{', ..] && text.Contains((byte)'\n');
    }

    /// <param name="found">For <see cref="ContentKind.NotText"/>: what it is.</param>
    public static ContentKind Detect(ReadOnlySpan<byte> head, out string found)
    {
        found = "";
        foreach ((byte[] magic, string name) in Binaries)
        {
            if (head.StartsWith(magic))
            {
                found = name;
                return ContentKind.NotText;
            }
        }

        if (LooksBinary(head, out found))
        {
            return ContentKind.NotText;
        }

        ReadOnlySpan<byte> text = head.TrimStart(" \t\r\n"u8);
        ReadOnlySpan<byte> second = text.Length > 1 ? text[1..].TrimStart(" \t\r\n"u8) : default;
        return text switch
        {
            [(byte)'{', ..] when second is [] or [(byte)'"', ..] or [(byte)'}', ..] => ContentKind.JsonLines,
            [(byte)'[', ..] when second is [] or [(byte)'{', ..] or [(byte)']', ..] => ContentKind.JsonArray,
            _ => MostLinesAreObjects(text) ? ContentKind.JsonLines : ContentKind.Page,
        };
    }

    /// <summary>JSON Lines whose first line is damaged are still JSON Lines: half the lines or more begin with a brace.</summary>
    private static bool MostLinesAreObjects(ReadOnlySpan<byte> text)
    {
        int lines = 0;
        int objects = 0;
        foreach (Range range in text.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = text[range].Trim(" \t\r"u8);
            lines += line.IsEmpty ? 0 : 1;
            objects += line is [(byte)'{', ..] ? 1 : 0;
        }

        return objects > 0 && objects * 2 >= lines;
    }

    /// <summary>Text has hardly any control characters, and mostly is valid UTF-8; a few broken bytes are the page's damage, not its nature.</summary>
    private static bool LooksBinary(ReadOnlySpan<byte> head, out string found)
    {
        int controls = 0;
        int invalid = 0;
        for (int i = 0; i < head.Length;)
        {
            if (head[i] < 0x80)
            {
                controls += head[i] is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1B) ? 1 : 0;
                i++;
                continue;
            }

            bool valid = Rune.DecodeFromUtf8(head[i..], out _, out int consumed) == System.Buffers.OperationStatus.Done || head.Length - i < 4;
            invalid += valid ? 0 : 1;
            i += consumed;
        }

        found = controls * 100 > head.Length ? "a binary file (control characters such as NUL in it); text in UTF-16 needs its byte order mark"
            : invalid * 4 > head.Length ? "neither UTF-8 nor UTF-16 text: convert it to UTF-8"
            : "";
        return found.Length > 0;
    }
}
