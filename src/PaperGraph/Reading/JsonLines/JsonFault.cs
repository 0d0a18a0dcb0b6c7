using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PaperGraph.Reading;

/// <summary>Says what is wrong with a text that is no JSON.</summary>
internal static class JsonFault
{
    /// <summary>What the reader stumbled on, where, and what stands there.</summary>
    public static string Describe(JsonException exception, ReadOnlySpan<byte> json)
    {
        string message = exception.Message;
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string what = (end < 0 ? message : message[..end]).TrimEnd('.');
        return string.Create(CultureInfo.InvariantCulture, $"not valid JSON: {what} (byte {exception.BytePositionInLine ?? 0} of \"{Shown.Short(Encoding.UTF8.GetString(json[..Math.Min(json.Length, 200)]).Trim())}\")");
    }
}
