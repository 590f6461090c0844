using System.IO.Compression;
using System.Text;

namespace Wenye.Tables.Tests;

public sealed class StreamingTests
{
    private const int ManyRows = 200_000;
    private const int Part = 65_536;

    public static TheoryData<FileFormat> Formats => [FileFormat.Csv, FileFormat.Xlsx];

    /// <summary>Rows are asked for only while what was made of those before has gone out: else they would be held.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rows_go_out_while_later_ones_are_not_yet_read(FileFormat format)
    {
        long written = 0;
        var (furthest, parts) = (0L, 0);
        await using var to = new PartedStream(Part, (part, _) =>
        {
            part.Length.ShouldBeLessThanOrEqualTo(Part);
            written += part.Length;
            parts++;
            return Task.CompletedTask;
        });
        await TableFiles.WriteAsync(Samples.Table(), format, Rows(), to, TestContext.Current.CancellationToken);

        written.ShouldBeGreaterThan(ManyRows);
        parts.ShouldBeGreaterThan(10);

        // A quarter of the rows is more than any buffer on the way holds.
        furthest.ShouldBeLessThan(ManyRows / 4);

        IEnumerable<Sample> Rows()
        {
            var (seen, since) = (0L, 0L);
            foreach (var i in Enumerable.Range(0, ManyRows))
            {
                since = written == seen ? since + 1 : 0;
                seen = written;
                furthest = Math.Max(furthest, since);
                yield return new Sample(Guid.CreateVersion7().ToString(), "某单位", i, i * 100L, 0.5m, i, new DateOnly(2020, 1, 1));
            }
        }
    }

    [Fact]
    public async Task A_long_workbook_holds_every_row()
    {
        using var file = new MemoryStream();
        await TableFiles.WriteAsync(
            Samples.Table(), FileFormat.Xlsx, Enumerable.Range(0, ManyRows).Select(i => Samples.Empty with { People = i }), file, TestContext.Current.CancellationToken);
        file.Position = 0;
        using var package = new ZipArchive(file);
        using var text = new StreamReader(package.GetEntry("xl/worksheets/sheet1.xml")!.Open(), Encoding.UTF8);
        using var xml = System.Xml.XmlReader.Create(text);
        var (rows, sum) = (0, 0L);
        while (xml.Read())
        {
            rows += xml is { NodeType: System.Xml.XmlNodeType.Element, LocalName: "row" } ? 1 : 0;
            if (xml is { NodeType: System.Xml.XmlNodeType.Element, LocalName: "v" })
            {
                sum += xml.ReadElementContentAsLong();
            }
        }

        rows.ShouldBe(ManyRows + 3);
        sum.ShouldBe((long)ManyRows * (ManyRows - 1) / 2);
    }

    [Fact]
    public async Task The_parts_in_order_are_the_file()
    {
        var parts = new List<byte[]>();
        await using (var to = new PartedStream(100, (part, _) =>
        {
            parts.Add(part);
            return Task.CompletedTask;
        }))
        {
            await TableFiles.WriteAsync(Samples.Table(), FileFormat.Csv, [Samples.Full, Samples.Full, Samples.Full], to, TestContext.Current.CancellationToken);
        }

        parts.SelectMany(part => part).ShouldBe(await Samples.WriteAsync(Samples.Table(), FileFormat.Csv, Samples.Full, Samples.Full, Samples.Full));
        parts.Select(part => part.Length).ShouldBe([.. Enumerable.Repeat(100, parts.Count - 1), parts[^1].Length]);
    }

    [Theory]
    [InlineData("报表 2020/09:济南", FileFormat.Csv, "报表 2020_09_济南.csv")]
    [InlineData("报表", FileFormat.Xlsx, "报表.xlsx")]
    public void A_file_is_named_as_every_system_allows(string stem, FileFormat format, string name) => TableFiles.FileName(stem, format).ShouldBe(name);
}
