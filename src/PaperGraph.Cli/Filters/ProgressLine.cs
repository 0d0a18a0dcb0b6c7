using System.Globalization;

namespace PaperGraph.Cli.Filters;

/// <summary>A count that is drawn over itself on a terminal, five times a second at most; nothing elsewhere.</summary>
internal sealed class ProgressLine(Terminal terminal, bool isQuiet)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly bool _isShown = terminal.IsInteractive && !isQuiet;
    private long _last = terminal.Clock.GetTimestamp();
    private int _width;

    public void Show(long count, string things)
    {
        if (!_isShown || terminal.Clock.GetElapsedTime(_last) < Pause)
        {
            return;
        }

        _last = terminal.Clock.GetTimestamp();
        string text = string.Create(CultureInfo.InvariantCulture, $"{count:N0} {things} …");
        terminal.Error.Write("\r" + text.PadRight(_width));
        _width = text.Length;
    }

    /// <summary>Before anything else is written, and at the end.</summary>
    public void Clear()
    {
        if (_width > 0)
        {
            terminal.Error.Write("\r" + new string(' ', _width) + "\r");
            _width = 0;
        }
    }
}
