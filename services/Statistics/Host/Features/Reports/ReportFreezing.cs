using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Reports;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports;

/// <summary>Freezes a unit's lines as a version (封版): what is submitted changes no more.</summary>
internal sealed class ReportFreezing(StatisticsDbContext database, LiveReports live, TimeProvider time)
{
    /// <summary>The days of a period that is over.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION REPORT_PERIOD_UNKNOWN or PERIOD_NOT_OVER.</exception>
    public PeriodDays DemandOver(ReportAsked asked)
    {
        var period = PeriodDays.Of(asked.Report, asked.Division, asked.Period)
            ?? throw RpcErrors.FailedPrecondition("REPORT_PERIOD_UNKNOWN", "没有文件规定该地区、该月的报告期，不能提交");
        return ChinaTime.Today(time) > period.Days.To ? period : throw RpcErrors.FailedPrecondition("PERIOD_NOT_OVER", "报告期尚未结束，请在截止日之后提交");
    }

    /// <summary>Makes the next version of a report that is held (生成版本) and returns its cells.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION NOTHING_CHANGED when a restatement would say what is said already.</exception>
    public async Task<IReadOnlyList<Cell>> FreezeAsync(UnitReport report, ReportAsked asked, PeriodDays period, string reason, HandledBy by, CancellationToken cancellation)
    {
        var unit = new ReportArea(asked.Division, OwnOnly: true);
        var (cells, counted) = await live.ReadUnitAsync(asked.Report, unit, period, cancellation);
        var hash = HashOf(cells, counted);
        if (reason.Length > 0 && hash == report.Hash)
        {
            throw RpcErrors.FailedPrecondition("NOTHING_CHANGED", "数据与已报版本一致，无需更正");
        }

        report.Submit(hash, reason, by);
        database.Add(new FrozenVersion
        {
            ReportId = report.Id, Number = report.Version, SubmittedAt = by.At, Agency = by.Agency, Reason = reason, Hash = hash, Counted = counted,
        });
        database.AddRange(cells.Select(cell => new FrozenLine
        {
            ReportId = report.Id, Number = report.Version, Measure = cell.Measure, Dimension = cell.Dimension, Key = cell.Key, Value = cell.Value,
        }));
        return cells;
    }

    private static string HashOf(IReadOnlyList<Cell> cells, Guid[] counted)
    {
        var text = new StringBuilder();
        foreach (var cell in cells.OrderBy(cell => (cell.Measure, cell.Dimension, cell.Key)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{cell.Measure}\t{cell.Dimension}\t{cell.Key}\t{cell.Value:0.####}\n");
        }

        foreach (var employment in counted)
        {
            text.Append(employment).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
