using System.Globalization;
using PaperGraph.Loading;

namespace PaperGraph.Cli.Output;

/// <summary>How far a load has come, with its rate and the time left: one line on a screen, drawn over itself; nothing elsewhere.</summary>
internal sealed class LoadProgressLine(Terminal terminal, bool isQuiet) : IProgress<LoadProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Failures of one statement that are passed over before they are worth a word: those last a second or two.</summary>
    private const int AttemptsInSilence = 3;

    private readonly Lock _gate = new();
    private readonly long _started = terminal.Clock.GetTimestamp();
    private long _drawn;
    private long _noted;
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

    /// <summary>Says, once an outage, that the load waits: a person may know more than the program about when the server comes back.</summary>
    public void Note(LoadRetry retry)
    {
        lock (_gate)
        {
            if (!isQuiet && retry.Attempt == AttemptsInSilence + 1 && (_noted == 0 || terminal.Clock.GetElapsedTime(_noted) > retry.TimeLeft))
            {
                Clear();
                _noted = terminal.Clock.GetTimestamp();
                terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{retry.Failure.Message.Split(": ", 2)[0]}; tried again for {retry.TimeLeft.TotalSeconds:0} s more."));
            }
        }
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
