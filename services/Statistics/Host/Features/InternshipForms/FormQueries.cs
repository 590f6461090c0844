using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Report = Wenye.Statistics.Data.InternshipForms.InternshipReport;

namespace Wenye.Statistics.Features.InternshipForms;

/// <summary>Finds forms (见习汇总表查询).</summary>
internal sealed class FormQueries(StatisticsDbContext database)
{
    /// <summary>Reads whose form of which month is asked for, all faults at once.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT; PERMISSION_DENIED of another division.</exception>
    public static (Division Division, YearMonth Month) Read(RequestFaults faults, string division, string month, Caller caller)
    {
        var place = faults.Division(division, "division");
        var asked = Month(faults, month, "month");
        faults.ThrowIfAny();
        caller.DemandDivision(place.Code);
        return (place, asked);
    }

    /// <summary>A month of a request.</summary>
    public static YearMonth Month(RequestFaults faults, string text, string field)
    {
        faults.Demand(YearMonth.TryParse(text, out var month), field, "请按 YYYY-MM 填写月份，如 2020-09");
        return month;
    }

    /// <summary>The latest versions at and below a division (各地最新版).</summary>
    public IQueryable<Report> Latest(string division)
    {
        var (from, to) = DivisionRange.Of(division);
        var all = database.Set<Report>().AsNoTracking();
        return all.Where(one => string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0
            && !all.Any(later => later.Division == one.Division && later.Month == one.Month && later.Version > one.Version));
    }

    /// <summary>All versions of one, the latest first.</summary>
    public Task<List<Report>> VersionsAsync(string division, string month, CancellationToken cancellation) =>
        database.Set<Report>().AsNoTracking().Where(one => one.Division == division && one.Month == month)
            .OrderByDescending(one => one.Version).ToListAsync(cancellation);

    public static InternshipReport ToContract(Report report) => new()
    {
        Division = report.Division,
        Month = report.Month,
        Version = report.Version,
        Columns = FormColumns.ToContract(report.Columns, report.PaidFen),
        DueOn = report.DueOn.ToContract(),
        FiledOn = report.FiledOn.ToContract(),
        Late = report.Late,
        Reason = report.Reason,
        Agency = report.Agency,
    };
}
