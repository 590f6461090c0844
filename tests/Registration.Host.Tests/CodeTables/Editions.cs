using Wenye.Contracts.Registration.V1;
using Date = Wenye.Contracts.Type.V1.Date;

namespace Wenye.Registration.Host.Tests.CodeTables;

/// <summary>Editions that tests import, all synthetic.</summary>
internal static class Editions
{
    /// <summary>A heading and two occupations.</summary>
    public static readonly CodeRow[] Occupations = [Row("9", "虚构大类"), Row("9010101", "虚构职业甲", "9"), Row("9010102", "虚构职业乙", "9")];

    public static CodeRow Row(string code, string label, string parent = "") => new() { Code = code, Label = label, Parent = parent };

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    public static Task<ImportCodeTableResponse> ImportOccupationsAsync(this CodeTableService.CodeTableServiceClient tables, params CodeRow[] rows) =>
        tables.ImportAsync(new CodeTableEditionHeader { Table = "ACA111", Edition = "虚构版", Source = "测试" }, rows);

    public static async Task<ImportCodeTableResponse> ImportAsync(
        this CodeTableService.CodeTableServiceClient tables, CodeTableEditionHeader header, params CodeRow[] rows)
    {
        using var call = tables.ImportCodeTable();
        return await call.AnswerAsync(async () =>
        {
            await call.RequestStream.WriteAsync(new ImportCodeTableRequest { Header = header });
            foreach (var (part, number) in rows.Chunk(2).Select((part, number) => (part, number)))
            {
                var message = new CodeRows();
                message.Rows.AddRange(part.Select((row, i) => new CodeRow(row) { Line = 2 + (number * 2) + i }));
                await call.RequestStream.WriteAsync(new ImportCodeTableRequest { Rows = message });
            }
        });
    }
}
