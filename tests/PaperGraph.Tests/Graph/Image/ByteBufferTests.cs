using System.Text;
using PaperGraph.Graph.Image;

namespace PaperGraph.Tests.Graph.Image;

public class ByteBufferTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(100, 40)]
    [InlineData(4096, 2)]
    [InlineData(5000, 200)]
    [InlineData(700_000, 2)]
    public void CopyTo_AnyPortions_GivesWhatWasWritten(int portion, int times)
    {
        byte[] written = [.. Enumerable.Range(0, portion * times).Select(i => (byte)(i * 31 / 7))];
        var buffer = new ByteBuffer();
        for (int i = 0; i < times; i++)
        {
            buffer.Write(written.AsSpan(i * portion, portion));
        }

        Assert.Equal(written.Length, buffer.Length);
        Assert.Equal(written, Read(buffer));
    }

    [Fact]
    public void Append_SmallAndLargeBuffers_StandOneBehindTheOther()
    {
        var buffer = new ByteBuffer();
        var expected = new List<byte>();
        foreach (int length in new[] { 3, 5000, 300_000, 0, 1 })
        {
            byte[] bytes = [.. Enumerable.Repeat((byte)length, length)];
            var part = new ByteBuffer();
            part.Write(bytes);

            Assert.Equal(expected.Count, buffer.Append(part));
            expected.AddRange(bytes);
        }

        Assert.Equal(expected, Read(buffer));
    }

    [Fact]
    public void Clear_WrittenAgain_HoldsOnlyTheNew()
    {
        var buffer = new ByteBuffer();
        buffer.Write(new byte[10]);
        buffer.Clear();
        byte[] longer = [.. Enumerable.Range(0, 20_000).Select(i => (byte)i)];
        buffer.Write(longer);

        Assert.Equal(longer, Read(buffer));
    }

    /// <summary>Short and long ones, of one to four bytes a character and with halves of pairs, over the ends of several blocks.</summary>
    [Fact]
    public void WriteText_AnyTexts_AreReadBack()
    {
        var random = new Random(3);
        string[] characters = ["a", "é", "界", "😀", "\ud83d"];
        string[] texts = [.. Enumerable.Range(0, 20_000).Select(_ => string.Concat(Enumerable.Repeat(characters[random.Next(characters.Length)], random.Next(random.Next(20) == 0 ? 400 : 60))))];
        var buffer = new ByteBuffer();
        foreach (string text in texts)
        {
            buffer.WriteText(text);
            buffer.WriteByte(7);
        }

        Assert.True(buffer.Length > 1 << 20);
        var reader = new ByteReader(Read(buffer));
        foreach (string text in texts)
        {
            Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), Encoding.UTF8.GetString(reader.Bytes()));
            Assert.Equal(7, reader.Byte());
        }
    }

    private static byte[] Read(ByteBuffer buffer)
    {
        byte[] bytes = new byte[buffer.Length];
        buffer.CopyTo(0, bytes);
        return bytes;
    }
}
