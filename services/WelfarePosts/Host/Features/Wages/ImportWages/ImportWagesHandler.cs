using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Wages.ImportWages;

/// <summary>States minimum wages (导入最低工资标准): a province's tiers, and which places belong to them.</summary>
internal sealed class ImportWagesHandler(WelfarePostsDbContext database, HandledRequests requests, PostFields fields, WageWriter writer, TimeProvider time)
{
    private const int MostTiers = 9;
    private const long MostFen = 100_000_000;

    public async Task<ImportWagesResponse> HandleAsync(ImportWagesRequest request, Caller caller, CancellationToken cancellation)
    {
        WageWriter.Demand(request.Rows.Count, request.Correction, request.Handling);
        if (caller.VisiblePrefix is not { Length: <= 2 })
        {
            throw RpcErrors.PermissionDenied("PROVINCE_ONLY", "最低工资标准全省共用一表，由省级机构导入");
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await writer.HoldAsync(cancellation);
        if (await requests.FindAsync<ImportWagesResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var rows = new StatedWages();
        foreach (var (row, number) in request.Rows.Select((row, i) => (row, i + 1)))
        {
            rows.Take(number, Check(row, caller), () => Read(row));
        }

        var answer = await writer.WriteAsync(rows, request.Correction, HandledBy.Of(request.Handling, caller, time), cancellation);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new ImportWagesResponse { Import = answer }, cancellation);
    }

    private RequestFaults Check(WageRow row, Caller caller)
    {
        var faults = new RequestFaults();
        var place = fields.Place(faults, row.Division);
        var isTier = place.Level == DivisionLevel.Province;
        return faults
            .Demand(faults.Found.Count > 0 || caller.MaySee(row.Division), "division", "不属于本机构的行政区划")
            .Demand(row.Tier is >= 1 and <= MostTiers, "tier", $"档次应为 1 至 {MostTiers}")
            .Demand(row.From is not null && row.From.IsDay(), "from", "请填写执行日期")
            .Demand(isTier ? row.MonthlyFen is > 0 and <= MostFen : row.MonthlyFen == 0, "monthly_fen", "省的档次标准应填写月最低工资（分，大于零）；地区适用档次请不填")
            .Demand(
                isTier ? row.HourlyFen > 0 && row.HourlyFen < Math.Max(row.MonthlyFen, 1) : row.HourlyFen == 0, "hourly_fen",
                "省的档次标准应填写小时最低工资（分，大于零，小于月标准）；地区适用档次请不填")
            .Text(row.Document, "document");
    }

    private static Wage Read(WageRow row)
    {
        var isTier = Division.Parse(row.Division).Level == DivisionLevel.Province;
        return new Wage
        {
            Kind = isTier ? WageKind.Tier : WageKind.Place,
            Division = row.Division,
            Key = isTier ? row.Tier : Wage.NoTier,
            From = row.From.ToDay(),
            Tier = row.Tier,
            MonthlyFen = row.MonthlyFen,
            HourlyFen = row.HourlyFen,
            Document = row.Document,
        };
    }
}
