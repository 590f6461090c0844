using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using static Wenye.Contracts.Stabilization.V1.FirmDataRow;
using static Wenye.Persistence.RowReplacement;

namespace Wenye.Stabilization.Data;

/// <summary>Commits chunks of rows with the import's progress (分批提交): all of a chunk or nothing of it.</summary>
internal sealed class FirmDataWriter(StabilizationDbContext database, FirmTables tables, FirmWriting firms, FirmYearWriting years)
{
    /// <summary>Writes a chunk and returns how far the import is then.</summary>
    /// <exception cref="Grpc.Core.RpcException">ABORTED when another stream has gone on with this import, or another import changed the same rows.</exception>
    public async Task<FirmDataImport> WriteAsync(FirmDataImport import, ImportChunk<CheckedRow> chunk, Caller caller, CancellationToken cancellation)
    {
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var codes = chunk.Rows.Where(row => row is { CreditCode: not null, Faults.Count: 0 }).Select(row => row.CreditCode!).ToHashSet(StringComparer.Ordinal);
            var known = await firms.HoldAsync(codes, cancellation);
            var (taken, faults) = Judge(import, chunk.Rows, known, caller);
            var next = await database.AdvanceImportAsync(import, taken.Count, chunk.Rows.Count - taken.Count, chunk.Content, cancellation);
            await TakeAsync(taken, known, cancellation);
            await tables.Faults.CopyAsync((NpgsqlConnection)database.Database.GetDbConnection(), faults, cancellation);
            await transaction.CommitAsync(cancellation);
            return next;
        }
        catch (Exception conflict) when (conflict.GetBaseException() is PostgresException
            { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected })
        {
            throw ImportErrors.Conflict();
        }
    }

    // In the order of the rows: a firm may be known by a row before.
    private static (List<FirmDataRow> Taken, List<RejectedField> Faults) Judge(
        FirmDataImport import, IReadOnlyList<CheckedRow> rows, Dictionary<string, KnownFirm> known, Caller caller)
    {
        var (taken, faults) = (new List<FirmDataRow>(rows.Count), new List<RejectedField>());
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Faults.Count > 0)
            {
                faults.AddRange(import.Rejected(row.Row.Row, row.Faults));
            }
            else if (FaultOf(row, known, said, caller) is { } fault)
            {
                faults.AddRange(import.Rejected(row.Row.Row, [fault]));
            }
            else
            {
                taken.Add(row.Row);
                if (row.Row.DataCase == DataOneofCase.Firm)
                {
                    said.Add(row.CreditCode!);
                }
            }
        }

        return (taken, faults);
    }

    private static FieldError? FaultOf(CheckedRow row, Dictionary<string, KnownFirm> known, HashSet<string> said, Caller caller) =>
        row.CreditCode is not { } code ? null
        : known.TryGetValue(code, out var firm) && !caller.MaySee(firm.Division) ? new(row.CreditCodeField, "该企业的参保地不属于本机构的行政区划，请由参保地机构或省级机构导入")
        : row.Row.DataCase != DataOneofCase.Firm && !known.ContainsKey(code) && !said.Contains(code) ? new(row.CreditCodeField, "系统中没有该企业，请先导入企业信息")
        : null;

    private async Task TakeAsync(List<FirmDataRow> rows, Dictionary<string, KnownFirm> known, CancellationToken cancellation)
    {
        var lookup = rows.ToLookup(row => row.DataCase);
        var said = Last(lookup[DataOneofCase.Firm].Select(row => row.Firm), firm => firm.CreditCode);
        foreach (var (code, firm) in await firms.WriteAsync(said, known, cancellation))
        {
            known[code] = firm;
        }

        var reductions = Last(lookup[DataOneofCase.Reduction].Select(row => ReductionOf(row.Reduction, known)), r => (r.FirmId, r.Month, r.Kind));
        await ReplaceAsync(tables.Reductions, reductions, ["firm_id", "month", "kind"], cancellation);
        await ReplaceAsync(
            tables.Finances, Last(lookup[DataOneofCase.Finance].Select(row => FinanceOf(row.Finance, known)), f => (f.FirmId, f.Year)), ["firm_id", "year"], cancellation);
        await ReplaceAsync(
            tables.PastRefunds, Last(lookup[DataOneofCase.PastRefund].Select(row => RefundOf(row.PastRefund, known)), r => (r.FirmId, r.Year, r.Kind)), ["firm_id", "year", "kind"], cancellation);
        await ReplaceAsync(tables.Funds, Last(lookup[DataOneofCase.Fund].Select(row => FundOf(row.Fund)), f => (f.Pool, f.Month)), ["pool", "month"], cancellation);
        await ReplaceAsync(
            tables.Benefits, Last(lookup[DataOneofCase.BenefitStandard].Select(row => BenefitOf(row.BenefitStandard)), b => (b.Division, b.From)), ["division", "from"], cancellation);
        await TakeFeedsAsync(Last(lookup[DataOneofCase.Feed].Select(row => row.Feed), feed => (feed.Pool, feed.Year, feed.Feed)), cancellation);
        await years.WriteAsync(
            [.. lookup[DataOneofCase.Contribution].Select(row => (known[row.Contribution.CreditCode].Id, row.Contribution))],
            [.. reductions.Select(reduction => (reduction.FirmId, reduction.Month.Year)).Distinct()],
            cancellation);
    }

    private async Task TakeFeedsAsync(IReadOnlyList<FeedRow> feeds, CancellationToken cancellation)
    {
        var complete = feeds.Where(feed => feed.Complete).Select(feed => new CompleteFeed { Pool = feed.Pool, Year = feed.Year, Feed = (short)feed.Feed }).ToList();
        await ReplaceAsync(tables.Feeds, complete, [], cancellation);
        foreach (var feed in feeds.Where(feed => !feed.Complete))
        {
            await database.Set<CompleteFeed>()
                .Where(one => one.Pool == feed.Pool && one.Year == feed.Year && one.Feed == (short)feed.Feed).ExecuteDeleteAsync(cancellation);
        }
    }

    private Task ReplaceAsync<T>(RowTable<T> table, IReadOnlyList<T> rows, string[] keys, CancellationToken cancellation)
        where T : class => table.ReplaceAsync((NpgsqlConnection)database.Database.GetDbConnection(), rows, keys, cancellation);

    private static FirmReduction ReductionOf(ReductionRow row, Dictionary<string, KnownFirm> known) => new()
    {
        FirmId = known[row.CreditCode].Id,
        Month = YearMonth.Parse(row.Month).FirstDay,
        Kind = (short)row.Kind,
        People = row.People,
    };

    private static FirmFinance FinanceOf(FinanceRow row, Dictionary<string, KnownFirm> known) => new()
    {
        FirmId = known[row.CreditCode].Id,
        Year = row.Year,
        RevenueFen = row.RevenueFen,
        ProfitFen = row.ProfitFen,
        AssetsFen = row.AssetsFen,
        LiabilitiesFen = row.LiabilitiesFen,
        Employees = row.Employees,
    };

    private static PastRefund RefundOf(PastRefundRow row, Dictionary<string, KnownFirm> known) =>
        new() { FirmId = known[row.CreditCode].Id, Year = row.Year, Kind = (short)row.Kind, PaidFen = row.PaidFen };

    private static PoolFund FundOf(FundRow row) => new()
    {
        Pool = row.Pool,
        Month = YearMonth.Parse(row.Month).FirstDay,
        BalanceFen = row.BalanceFen,
        MonthsCovered = decimal.Parse(row.MonthsCovered, CultureInfo.InvariantCulture),
    };

    private static BenefitStandard BenefitOf(BenefitStandardRow row) =>
        new() { Division = row.Division, From = row.From.ToDay(), MonthlyFen = row.MonthlyFen };
}
