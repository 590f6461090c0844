using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Warnings;
using static Wenye.Contracts.Statistics.V1.MonitoredFirmRow;
using StoredFirm = Wenye.Statistics.Data.Warnings.MonitoredFirm;

namespace Wenye.Statistics.Features.Warnings.ImportMonitoredFirms;

/// <summary>A row as far as it can be judged alone (导入行).</summary>
/// <param name="Row">As it was sent.</param>
/// <param name="Faults">Of the row alone; empty: none.</param>
internal sealed record CheckedFirm(MonitoredFirmRow Row, IReadOnlyList<FieldError> Faults);

/// <summary>Commits chunks of rows with the import's progress (分批提交).</summary>
internal sealed class FirmWriter(StatisticsDbContext database, WarningTables tables, TimeProvider time)
{
    private NpgsqlConnection Connection => (NpgsqlConnection)database.Database.GetDbConnection();

    /// <summary>Writes a chunk and returns how far the import is then.</summary>
    /// <exception cref="Grpc.Core.RpcException">ABORTED when another stream has gone on with this import, or another import changed the same rows.</exception>
    public async Task<MonitoredFirmImport> WriteAsync(MonitoredFirmImport import, ImportChunk<CheckedFirm> chunk, Caller caller, CancellationToken cancellation)
    {
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var firms = await KnownAsync(chunk.Rows, cancellation);
            var faults = new List<RejectedField>();
            var (taken, months) = (new Dictionary<string, StoredFirm>(StringComparer.Ordinal), new List<ReportedMonth>());
            foreach (var row in chunk.Rows)
            {
                var found = Take(row, firms, taken, months, caller);
                faults.AddRange(import.Rejected(row.Row.Row, found));
            }

            var bad = faults.Select(fault => fault.Row).Distinct().Count();
            var next = await database.AdvanceImportAsync(import, chunk.Rows.Count - bad, bad, chunk.Content, cancellation);
            await tables.Firms.ReplaceAsync(Connection, RowReplacement.Last(taken.Values, firm => firm.Code), ["code"], cancellation);
            await tables.Months.ReplaceAsync(Connection, RowReplacement.Last(months, month => (month.Code, month.Month)), ["code", "month"], cancellation);
            await tables.Faults.CopyAsync(Connection, faults, cancellation);
            await transaction.CommitAsync(cancellation);
            return next;
        }
        catch (Exception conflict) when (conflict.GetBaseException() is PostgresException
            { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected })
        {
            throw ImportErrors.Conflict();
        }
    }

    private IReadOnlyList<FieldError> Take(
        CheckedFirm row, Dictionary<string, StoredFirm> firms, Dictionary<string, StoredFirm> taken, List<ReportedMonth> months, Caller caller)
    {
        if (row.Faults.Count > 0)
        {
            return row.Faults;
        }

        if (row.Row.FactCase == FactOneofCase.Month)
        {
            var month = row.Row.Month;
            if (!firms.TryGetValue(month.Code, out var firm) || !caller.MaySee(firm.Division))
            {
                return [new("month.code", "监测企业清单中没有该企业，或不属于本机构的行政区划，请先纳入监测")];
            }

            months.Add(month.Month.ToStored(month.Code));
            return [];
        }

        var known = firms.GetValueOrDefault(row.Row.Firm.Code);
        if (known is { RemovedOn: null } && !caller.MaySee(known.Division))
        {
            return [new("firm.code", "该企业已由其他地区纳入监测，请先由当地办理退出")];
        }

        var since = known is { RemovedOn: null } ? known.Since : ChinaTime.Today(time);
        firms[row.Row.Firm.Code] = taken[row.Row.Firm.Code] = row.Row.Firm.ToStored(since);
        return [];
    }

    private async Task<Dictionary<string, StoredFirm>> KnownAsync(IReadOnlyList<CheckedFirm> rows, CancellationToken cancellation)
    {
        string[] codes = [.. rows.Select(row => row.Row.FactCase == FactOneofCase.Month ? row.Row.Month.Code : row.Row.Firm?.Code ?? "").Distinct()];
        return await database.Set<StoredFirm>().AsNoTracking().Where(firm => codes.Contains(firm.Code)).ToDictionaryAsync(firm => firm.Code, StringComparer.Ordinal, cancellation);
    }
}
