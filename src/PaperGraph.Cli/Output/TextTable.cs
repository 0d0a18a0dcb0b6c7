namespace PaperGraph.Cli.Output;

/// <summary>Rows in aligned columns, two spaces apart, for people. No colour, no frames: it can be read, piped and searched alike.</summary>
/// <remarks>The last column takes what is left of the terminal's width and is cut there with an ellipsis; without a width nothing is cut.</remarks>
internal sealed class TextTable
{
    private const string Gap = "  ";
    private const int Narrowest = 8;
    private readonly List<string[]> _rows = [];

    /// <summary>Columns other than the last are cut to this many characters where the width is limited.</summary>
    public int WidestColumn { get; init; } = 44;

    /// <param name="cells">As many in every row. Line breaks become spaces.</param>
    public void Add(params string[] cells) => _rows.Add([.. cells.Select(cell => cell.ReplaceLineEndings(" "))]);

    /// <param name="width">Of the terminal, in characters; 0: as wide as the cells are.</param>
    /// <param name="indent">Spaces before every row.</param>
    public void WriteTo(TextWriter output, int width, int indent = 0)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        int last = _rows[0].Length - 1;
        int[] widths = [.. Enumerable.Range(0, last).Select(column => _rows.Max(row => TextWidth.Of(Shown(row, column, width))))];
        int left = width == 0 ? int.MaxValue : Math.Max(Narrowest, width - indent - widths.Sum(column => column + Gap.Length));
        foreach (string[] row in _rows)
        {
            string line = new string(' ', indent)
                + string.Concat(widths.Select((cell, column) => TextWidth.Pad(Shown(row, column, width), cell) + Gap))
                + TextWidth.Cut(row[last], left);
            output.WriteLine(line.TrimEnd());
        }
    }

    private string Shown(string[] row, int column, int width) => width == 0 ? row[column] : TextWidth.Cut(row[column], Math.Min(WidestColumn, Math.Max(Narrowest, width / 3)));
}
