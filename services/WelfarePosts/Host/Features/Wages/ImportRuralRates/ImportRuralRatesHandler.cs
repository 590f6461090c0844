using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Wages.ImportRuralRates;

/// <summary>States counties' hourly rates of rural posts (导入乡村岗位小时补贴标准), 36号 第二十四条: the county sets it, the subsidy caps it.</summary>
internal sealed class ImportRuralRatesHandler(
    WelfarePostsDbContext database, HandledRequests requests, PostFields fields, WageWriter writer, TimeProvider time)
{
    private const long MostFen = 1_000_000;

    public async Task<ImportRuralRatesResponse> HandleAsync(ImportRuralRatesRequest request, Caller caller, CancellationToken cancellation)
    {
        WageWriter.Demand(request.Rows.Count, request.Correction, request.Handling);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await writer.HoldAsync(cancellation);
        if (await requests.FindAsync<ImportRuralRatesResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var rows = new StatedWages();
        foreach (var (row, number) in request.Rows.Select((row, i) => (row, i + 1)))
        {
            rows.Take(number, Check(row, caller), () => Read(row));
        }

        var answer = await writer.WriteAsync(rows, request.Correction, HandledBy.Of(request.Handling, caller, time), cancellation);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new ImportRuralRatesResponse { Import = answer }, cancellation);
    }

    private RequestFaults Check(RuralRateRow row, Caller caller)
    {
        var faults = new RequestFaults();
        var place = fields.Place(faults, row.Division);
        return faults
            .Demand(
                faults.Found.Count > 0 || (place.Level == DivisionLevel.District && caller.MaySee(row.Division)), "division",
                "应为本机构行政区划内的县（市、区）")
            .Demand(row.From is not null && row.From.IsDay(), "from", "请填写执行日期")
            .Demand(row.HourlyFen is > 0 and <= MostFen, "hourly_fen", "小时补贴标准以分为单位，应大于零且不超过 1 万元")
            .Text(row.Document, "document");
    }

    private static Wage Read(RuralRateRow row) => new()
    {
        Kind = WageKind.Rural,
        Division = row.Division,
        Key = Wage.NoTier,
        From = row.From.ToDay(),
        Tier = Wage.NoTier,
        MonthlyFen = 0,
        HourlyFen = row.HourlyFen,
        Document = row.Document,
    };
}
