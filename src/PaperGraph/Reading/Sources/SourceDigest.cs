using System.Security.Cryptography;

namespace PaperGraph.Reading;

/// <summary>What tells whether a source has changed: SHA-256 of its bytes as they lie, compressed or not.</summary>
public static class SourceDigest
{
    /// <summary>64 hex digits in lower case.</summary>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="InvalidOperationException">The source can be read only once: see <see cref="PaperSource.Digest"/>.</exception>
    public static string Of(SourceInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!input.CanReopen)
        {
            throw new InvalidOperationException($"'{input.Name}' can be read only once.");
        }

        using Stream stream = input.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
