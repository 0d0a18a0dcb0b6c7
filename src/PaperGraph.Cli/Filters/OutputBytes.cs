using System.Text;

namespace PaperGraph.Cli.Filters;

/// <summary>Writes UTF-8 to the terminal's output, past its encoder where it has one, and hands it on at once: whoever reads the pipe waits for it.</summary>
internal sealed class OutputBytes(TextWriter output)
{
    public void Write(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return;
        }

        if (output is StreamWriter stream)
        {
            stream.Flush();
            stream.BaseStream.Write(utf8);
        }
        else
        {
            output.Write(Encoding.UTF8.GetString(utf8));
        }
    }
}
