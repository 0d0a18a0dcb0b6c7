using System.Runtime.InteropServices;
using System.Text;

namespace PaperGraph.Models;

/// <summary>A file of named arrays, little-endian: how a model is kept.</summary>
/// <remarks>Layout: the magic number, the number of sections, then of each its name, element size and byte length, then the bytes, each section at a multiple of 16.</remarks>
internal sealed class ModelFile
{
    private const uint Magic = 0x31474D50;

    private readonly Dictionary<string, (int ElementSize, int Start, int Length)> _sections = new(StringComparer.Ordinal);
    private readonly byte[] _bytes;

    /// <exception cref="InvalidDataException">The bytes are no model file of this version.</exception>
    public ModelFile(byte[] bytes)
    {
        _bytes = bytes;
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            if (reader.ReadUInt32() != Magic)
            {
                throw new InvalidDataException("This is no model file of this version of papergraph.");
            }

            int count = reader.ReadInt32();
            for (int i = 0; i < count; i++)
            {
                string name = reader.ReadString();
                (int elementSize, int start, int length) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
                if (start < 0 || length < 0 || elementSize < 1 || start > bytes.Length - length)
                {
                    throw new InvalidDataException($"The model file's section {name} lies outside the file.");
                }

                _sections.Add(name, (elementSize, start, length));
            }
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("The model file ends early.");
        }
    }

    /// <summary>The model that is shipped under this name; null where none is.</summary>
    public static ModelFile? Shipped(string name)
    {
        using Stream? stream = typeof(ModelFile).Assembly.GetManifestResourceStream("models/" + name + ".model");
        if (stream is null)
        {
            return null;
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>(checked((int)stream.Length));
        stream.ReadExactly(bytes);
        return new ModelFile(bytes);
    }

    /// <exception cref="InvalidDataException">There is no such section of this element type.</exception>
    public T[] Section<T>(string name)
        where T : unmanaged => Peek<T>(name).ToArray();

    /// <summary>The section where it lies in the file.</summary>
    /// <inheritdoc cref="Section"/>
    public ReadOnlySpan<T> Peek<T>(string name)
        where T : unmanaged
    {
        if (!_sections.TryGetValue(name, out (int ElementSize, int Start, int Length) section) || section.ElementSize != Marshal.SizeOf<T>())
        {
            throw new InvalidDataException($"The model file lacks the section {name} of {typeof(T).Name}.");
        }

        return MemoryMarshal.Cast<byte, T>(_bytes.AsSpan(section.Start, section.Length));
    }

    public static byte[] Write(IReadOnlyList<(string Name, int ElementSize, byte[] Bytes)> sections)
    {
        using var output = new MemoryStream();
        using var writer = new BinaryWriter(output, Encoding.UTF8);
        int header = 8 + sections.Sum(section => 13 + Encoding.UTF8.GetByteCount(section.Name));
        int start = Aligned(header);
        writer.Write(Magic);
        writer.Write(sections.Count);
        foreach ((string name, int elementSize, byte[] bytes) in sections)
        {
            writer.Write(name);
            writer.Write(elementSize);
            writer.Write(start);
            writer.Write(bytes.Length);
            start = Aligned(start + bytes.Length);
        }

        foreach ((_, _, byte[] bytes) in sections)
        {
            writer.Write(new byte[Aligned((int)output.Length) - (int)output.Length]);
            writer.Write(bytes);
        }

        return output.ToArray();
    }

    private static int Aligned(int position) => (position + 15) & ~15;
}
