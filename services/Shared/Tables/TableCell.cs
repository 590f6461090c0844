using System.Globalization;

namespace Wenye.Tables;

/// <summary>Of what kind a column's cells are (列类型).</summary>
public enum CellKind
{
    /// <summary>Words and codes (文本): leading zeros and long digits stay as they are.</summary>
    Text,

    /// <summary>A whole number (整数), of people or things.</summary>
    Whole,

    /// <summary>Money (金额): given in fen, written in yuan with two decimals.</summary>
    Yuan,

    /// <summary>A share (比率): given as a decimal, 0.055 is 5.5 %; written as a percentage of up to four places in CSV, of two in a workbook.</summary>
    Rate,

    /// <summary>Any exact number (数值), such as ten thousand yuan.</summary>
    Number,

    /// <summary>A day (日期).</summary>
    Day,
}

/// <summary>One cell (单元格). The default of each kind is an empty cell: not known is not zero.</summary>
internal readonly record struct TableCell(string? Text = null, decimal? Number = null, DateOnly? Day = null)
{
    private const int PercentDecimals = 4;
    private const decimal Percent = 100;

    /// <summary>As CSV shows it; null: an empty cell.</summary>
    public string? Written(CellKind kind) => kind switch
    {
        CellKind.Text => Text,
        CellKind.Day => Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.Yuan => Number?.ToString("0.00", CultureInfo.InvariantCulture),
        CellKind.Rate when Number is { } rate => decimal.Round(rate * Percent, PercentDecimals, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture) + "%",
        _ => Number?.ToString("0.############################", CultureInfo.InvariantCulture),
    };
}
