using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaperGraph.Concepts;

namespace PaperGraph.Cli.Commands;

/// <summary><c>papergraph key</c>: names on standard input, one a line; <c>{"text", "key"}</c> out, one a line, in the same order.</summary>
internal static class KeyCommand
{
    // Line by line as JSON Lines are read elsewhere: nothing is escaped that need not be.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("key", "Canonical keys: names on standard input, one a line; {\"text\", \"key\"} out. Equal keys, one concept.");
        command.SetAction((_, cancellation) => Task.FromResult(Run(terminal, cancellation)));
        return command;
    }

    private static int Run(Terminal terminal, CancellationToken cancellation)
    {
        using Stream input = terminal.OpenInput();
        using var reader = new StreamReader(input, Encoding.UTF8);
        var line = new MemoryStream();
        using var writer = new Utf8JsonWriter(line, s_options);
        while (reader.ReadLine() is { } text)
        {
            cancellation.ThrowIfCancellationRequested();
            line.SetLength(0);
            writer.Reset();
            writer.WriteStartObject();
            writer.WriteString("text", text);
            writer.WriteString("key", KnownShortForms.Shipped.Expand(ConceptKey.Of(text)));
            writer.WriteEndObject();
            writer.Flush();
            terminal.Output.Write(Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
            terminal.Output.Write('\n');
        }

        return ExitCode.Done;
    }
}
