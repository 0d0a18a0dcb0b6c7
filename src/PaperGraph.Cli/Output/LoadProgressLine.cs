using System.Globalization;
using PaperGraph.Loading;

namespace PaperGraph.Cli.Output;

/// <summary>How far a load has come, with its rate and the time left: one line on a screen, drawn over itself; nothing elsewhere.</summary>
internal sealed class LoadProgressLine(Terminal terminal, bool isQuiet) : IProgress<LoadProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly long _started = terminal.Clock.GetTimestamp();
    private long _drawn;
    private int _width;

    public void Report(LoadProgress value)
    {
        if (isQuiet || !terminal.IsInteractive || (_drawn != 0 && terminal.Clock.GetElapsedTime(_drawn) < Interval))
        {
            return;
        }

        _drawn = terminal.Clock.GetTimestamp();
        double seconds = Math.Max(terminal.Clock.GetElapsedTime(_started).TotalSeconds, 0.001);
        double rate = value.Done / seconds;
        string left = value.Total > value.Done && rate > 0 ? string.Create(CultureInfo.InvariantCulture, $", {(value.Total - value.Done) / rate:0} s left") : "";
        string line = string.Create(CultureInfo.InvariantCulture, $"{value.Done:#,0} of {value.Total:#,0}  {rate:#,0}/s{left}  {value.Stage}");
        terminal.Error.Write("\r" + line.PadRight(_width));
        _width = line.Length;
    }

    public void Clear()
    {
        if (_width > 0)
        {
            terminal.Error.Write("\r" + new string(' ', _width) + "\r");
            _width = 0;
        }
    }
}
