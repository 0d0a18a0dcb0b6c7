using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PaperGraph.Models;

namespace PaperGraph.Relatedness;

/// <summary>What relatedness has learned: in how many papers of a large collection each term stands, which makes it rare or common whatever the user's own
/// collection holds, and where the commonest terms lie in a space of topics (<see cref="LatentSpace"/>).</summary>
/// <remarks>File: a <see cref="ModelFile"/> with the sections <c>papers</c> (papers counted, lowest count kept), <c>terms</c> (hashes, ascending),
/// <c>counts</c>, and those of the space. Terms below the lowest count are not in it.</remarks>
public sealed class RelatednessModel
{
    private readonly ulong[] _hashes;
    private readonly int[] _counts;
    private readonly TermTable _table;

    private RelatednessModel(int papers, int lowest, ulong[] hashes, int[] counts, LatentSpace space) =>
        (Papers, Lowest, _hashes, _counts, Space, _table) = (papers, lowest, hashes, counts, space, new TermTable(hashes));

    /// <summary>The model that is shipped.</summary>
    public static RelatednessModel Shipped => ShippedModel.Value;

    /// <summary>Papers counted.</summary>
    public int Papers { get; }

    /// <summary>A term that is not known stands in fewer papers than this.</summary>
    public int Lowest { get; }

    public int Terms => _hashes.Length;

    /// <summary>Another model has another: what was built with this one is not to be asked with that.</summary>
    public byte[] Digest => SHA256.HashData([.. SHA256.HashData(MemoryMarshal.AsBytes<int>(_counts)), .. Space.Digest]);

    internal LatentSpace Space { get; }

    /// <summary>Natural logarithm of how many papers there are for one with the term; at least 0. A term that is not known counts as half the lowest count.</summary>
    internal float Idf(ulong hash)
    {
        int found = _table.Find(hash);
        double count = found >= 0 ? _counts[found] : Math.Max(0.5, Lowest / 2.0);
        return (float)Math.Log(Math.Max(1, (Papers + 1) / (count + 0.5)));
    }

    internal bool Knows(ulong hash) => _table.Find(hash) >= 0;

    /// <summary>A model of counts alone.</summary>
    /// <param name="countsByHash">Counts below <paramref name="lowest"/> are left out.</param>
    internal static RelatednessModel Of(int papers, int lowest, IEnumerable<KeyValuePair<ulong, int>> countsByHash)
    {
        KeyValuePair<ulong, int>[] kept = [.. countsByHash.Where(pair => pair.Value >= lowest).OrderBy(pair => pair.Key)];
        return new RelatednessModel(papers, lowest, [.. kept.Select(pair => pair.Key)], [.. kept.Select(pair => pair.Value)], LatentSpace.Empty);
    }

    internal RelatednessModel With(LatentSpace space) => new(Papers, Lowest, _hashes, _counts, space);

    /// <summary>The model as a file's bytes.</summary>
    public byte[] ToBytes() => ModelFile.Write(
    [
        ("papers", sizeof(int), MemoryMarshal.AsBytes<int>([Papers, Lowest]).ToArray()),
        ("terms", sizeof(ulong), MemoryMarshal.AsBytes<ulong>(_hashes).ToArray()),
        ("counts", sizeof(int), MemoryMarshal.AsBytes<int>(_counts).ToArray()),
        .. Space.ToSections(),
    ]);

    /// <exception cref="InvalidDataException">No such file, of another format, or cut off.</exception>
    public static RelatednessModel Load(byte[] bytes) => Read(new ModelFile(bytes));

    private static RelatednessModel Read(ModelFile file)
    {
        int[] papers = file.Section<int>("papers");
        ulong[] hashes = file.Section<ulong>("terms");
        int[] counts = file.Section<int>("counts");
        return papers.Length == 2 && hashes.Length == counts.Length
            ? new RelatednessModel(papers[0], papers[1], hashes, counts, LatentSpace.Read(file))
            : throw new InvalidDataException("The relatedness model's sections do not belong together.");
    }

    private static class ShippedModel
    {
        public static readonly RelatednessModel Value =
            Read(ModelFile.Shipped("relatedness") ?? throw new InvalidOperationException("The relatedness model is missing from the build."));
    }
}
