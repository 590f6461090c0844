using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Reports;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports.CompareReportVersions;

/// <summary>What differs between two versions, or one and the facts of now (版本比对).</summary>
internal sealed class CompareReportVersionsHandler(StatisticsDbContext database, ReportRequests asking, UnitReports reports, LiveReports live, MovedRecords moved)
{
    public async Task<CompareReportVersionsResponse> HandleAsync(CompareReportVersionsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (asked, page) = Read(request);
        caller.DemandDivision(request.Division);
        var report = await reports.FindAsync(asked, cancellation);
        var from = await reports.VersionAsync(report, request.FromVersion, cancellation);
        var to = request.ToVersion == 0 ? null : await reports.VersionAsync(report, request.ToVersion, cancellation);
        var was = await reports.CellsAsync([new(from.ReportId, asked.Division, from.Number)], cancellation);
        var (now, counted) = to is null
            ? await live.ReadUnitAsync(asked.Report, new(asked.Division, OwnOnly: true), asked.Days, cancellation)
            : (await reports.CellsAsync([new(to.ReportId, asked.Division, to.Number)], cancellation), to.Counted);
        var rows = new RowLines(asked.Report, asked.Days);
        var answer = new CompareReportVersionsResponse
        {
            Changes = { VersionChanges.Between(rows.Of(asked.Division, was).Row, rows.Of(asked.Division, now).Row) },
            Versions = { await VersionsAsync(from, to?.Number ?? int.MaxValue, cancellation) },
        };
        await moved.AddAsync(answer, request, from.Counted, counted, page, caller, cancellation);
        return answer;
    }

    private async Task<IEnumerable<ReportVersion>> VersionsAsync(FrozenVersion from, int last, CancellationToken cancellation) =>
        (await database.Set<FrozenVersion>().AsNoTracking().Where(version => version.ReportId == from.ReportId && version.Number > from.Number && version.Number <= last)
            .OrderBy(version => version.Number).Select(version => new { version.Number, version.SubmittedAt, version.Agency, version.Reason, version.Hash }).ToListAsync(cancellation))
        .Select(version => new ReportVersion
        {
            Version = version.Number, SubmittedAt = version.SubmittedAt.ToTimestamp(), Agency = version.Agency, Reason = version.Reason, Hash = version.Hash,
        });

    private (ReportAsked Asked, (Guid After, int Size) Page) Read(CompareReportVersionsRequest request)
    {
        var query = new FigureQuery();
        var asked = asking.Read(query, request.Kind, request.Division, request.Period);
        query.Demand(request.FromVersion >= 1, "from_version", "版本号应不小于 1");
        query.Demand(request.ToVersion == 0 || request.ToVersion > request.FromVersion, "to_version", "应为更晚的版本；与当前数据比对的填 0");
        var page = MovedRecords.Page(query, request);
        query.DemandValid();
        return (asked, page);
    }
}
