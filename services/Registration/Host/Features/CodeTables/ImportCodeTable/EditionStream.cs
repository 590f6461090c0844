using Grpc.Core;
using Wenye.CodeTables;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.CodeTables.ImportCodeTable;

/// <summary>Reads an edition from the stream (接收导入版本): the header, then rows, within limits.</summary>
internal sealed record EditionStream(CodeTableEditionHeader Header, string Name, EditionText Edition, IReadOnlyList<RowFault> UnreadableDays)
{
    /// <summary>Most rows of an edition: ten times the largest national table, small enough for every process to hold.</summary>
    public const int MostRows = 100_000;

    private const int LongestName = 50;
    private const int LongestText = 200;
    private const int LongestTable = 20;

    /// <exception cref="RpcException">INVALID_ARGUMENT: the header is at fault, or there are no rows or too many.</exception>
    public static async Task<EditionStream> ReadAsync(IAsyncStreamReader<ImportCodeTableRequest> requests, CancellationToken cancellation)
    {
        if (!await requests.MoveNext(cancellation) || requests.Current.Header is not { } header)
        {
            throw RpcErrors.InvalidArgument("header", "第一条消息应为版本说明，请补充后重新导入");
        }

        if (Faults(header).ToList() is { Count: > 0 } faults)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        var unreadable = new List<RowFault>();
        var rows = new List<EditionRow>();
        while (await requests.MoveNext(cancellation))
        {
            var part = requests.Current.Rows ?? throw RpcErrors.InvalidArgument("rows", "版本说明之后的每条消息应为代码行");
            rows.AddRange(part.Rows.Select(row => Row(row, unreadable)));
            if (rows.Count > MostRows)
            {
                throw RpcErrors.InvalidArgument("rows", $"一个版本不得超过 {MostRows} 行，请核对文件");
            }
        }

        return rows.Count == 0
            ? throw RpcErrors.InvalidArgument("rows", "版本中没有代码，请核对文件")
            : new EditionStream(header, NameOf(header), new EditionText(header.Table, header.Edition, header.EffectiveFrom?.ToDay(), rows), unreadable);
    }

    private static EditionRow Row(CodeRow row, List<RowFault> unreadable) => new(
        row.Line, row.Code, row.Label, row.Parent,
        Day(row.ValidFrom, row.Line, "valid_from", unreadable), Day(row.ValidTo, row.Line, "valid_to", unreadable), row.Heading);

    private static DateOnly? Day(Date? day, long line, string column, List<RowFault> unreadable)
    {
        if (day is null || day.IsDay())
        {
            return day?.ToDay();
        }

        unreadable.Add(new RowFault(line, column, "日期无效，请填写真实存在的年月日"));
        return null;
    }

    private static string NameOf(CodeTableEditionHeader header) => CodeTableCatalogue.Find(header.Table)?.Name ?? header.Name;

    private static IEnumerable<FieldError> Faults(CodeTableEditionHeader header)
    {
        if (header.Table.Length is 0 or > LongestTable || !header.Table.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
        {
            yield return new FieldError("table", $"代码表编号必填，由大写字母和数字组成，不超过 {LongestTable} 位，例如 ACA111");
        }

        if (!IsText(NameOf(header), LongestName))
        {
            yield return new FieldError("name", $"文件未列入目录的代码表应给出中文名称，不超过 {LongestName} 个字符");
        }

        if (!IsText(header.Edition, LongestText))
        {
            yield return new FieldError("edition", $"版本必填，不超过 {LongestText} 个字符，例如 GB/T 4754-2017");
        }

        if (!IsText(header.Source, LongestText))
        {
            yield return new FieldError("source", $"来源必填，不超过 {LongestText} 个字符，例如文件名");
        }

        if (header.EffectiveFrom is { } day && (!day.IsDay() || day.Year == 1))
        {
            yield return new FieldError("effective_from", "生效日期无效，请填写真实存在的年月日，或留空表示一直有效");
        }
    }

    private static bool IsText(string text, int longest) => !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Any(char.IsControl);
}
