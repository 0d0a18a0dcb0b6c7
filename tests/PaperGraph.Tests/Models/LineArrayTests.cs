using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PaperGraph.Models;

namespace PaperGraph.Tests.Models;

public class LineArrayTests
{
    [Fact]
    public void First_AnyLength_BeginsALineAndStaysThere()
    {
        for (int length = 1; length < 40; length++)
        {
            var lines = new LineArray<Vector256<short>>(length);
            nint place = PlaceOf(lines);
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);

            Assert.Equal(0, place % 64);
            Assert.Equal(place, PlaceOf(lines));
        }
    }

    [Fact]
    public void Span_NewAndCopied_HoldsZerosAndTheElements()
    {
        Assert.Equal(new int[7], new LineArray<int>(7).Span.ToArray());
        var copied = new LineArray<short>([3, 1, 4]);

        Assert.Equal((3, 4), (copied.Length, copied[2]));
        Assert.Equal([3, 1, 4], copied.Span.ToArray());
    }

    private static nint PlaceOf(LineArray<Vector256<short>> lines) =>
        Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref Unsafe.As<Vector256<short>, byte>(ref lines.First));
}
