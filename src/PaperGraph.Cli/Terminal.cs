namespace PaperGraph.Cli;

/// <summary>Everything a command sees of the world outside the files it names, so that tests can run whole commands in the process.</summary>
internal sealed record Terminal
{
    /// <summary>Results go here and nothing else: UTF-8 without BOM, LF.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Progress and notes.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input, as bytes. Called once at most.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>An environment variable's value; null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Whether <see cref="Error"/> is a screen on which a progress line may be drawn over itself.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Tables are cut to this width in characters; 0: as wide as they come.</summary>
    public int Width { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static Terminal OfProcess()
    {
        var encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal
        {
            Output = new StreamWriter(StandardOutput.Open(), encoding, bufferSize: 1 << 16) { NewLine = "\n" },
            Error = new StreamWriter(Console.OpenStandardError(), encoding) { NewLine = "\n", AutoFlush = true },
            OpenInput = Console.OpenStandardInput,
            Environment = System.Environment.GetEnvironmentVariable,
            IsInteractive = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? 0 : SafeWidth(),
        };
    }

    private static int SafeWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
