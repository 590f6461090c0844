namespace Wenye.Tables.Tests;

/// <summary>A row with a cell of every kind (样例行).</summary>
internal sealed record Sample(string? Code, string? Name, long? People, long? Fen, decimal? Rate, decimal? Wan, DateOnly? Day);

/// <summary>Tables to write (样例表).</summary>
internal static class Samples
{
    public static Table<Sample> Table(string title = "样例表") => new Table<Sample>(title, "单位：人、元")
        .Text("代码", row => row.Code)
        .Text("名称", row => row.Name)
        .Whole("人数", row => row.People)
        .Yuan("金额（元）", row => row.Fen)
        .Rate("占比", row => row.Rate)
        .Number("万元", row => row.Wan)
        .Day("日期", row => row.Day);

    public static Sample Full => new("010203", "某某市", 1_234_567, 123_456_789_01, 0.04125m, 12.345m, new DateOnly(2020, 9, 30));

    public static Sample Empty => new(null, null, null, null, null, null, null);

    /// <summary>Two totals, the first with a part below it and the second with parts in two steps, as the internship form has them.</summary>
    public static Table<long[]> Form => new Table<long[]>("汇总表", "单位：个、人")
        .Text("项目", _ => "合计")
        .Whole("单位总数", row => row[0], mark: "1")
        .Whole("新增单位", row => row[1], under: ["单位总数"], mark: "2")
        .Whole("完成人数", row => row[2], mark: "8")
        .Whole("留用人数", row => row[3], under: ["完成人数"], mark: "9")
        .Whole("毕业生人数", row => row[4], under: ["完成人数", "留用人数"], mark: "10")
        .Whole("其他就业", row => row[5], under: ["完成人数"], mark: "11")
        .Whole("结束人数", row => row[6], mark: "12");

    public static async Task<byte[]> WriteAsync<T>(Table<T> table, FileFormat format, params T[] rows)
    {
        using var file = new MemoryStream();
        await TableFiles.WriteAsync(table, format, rows, file, TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
