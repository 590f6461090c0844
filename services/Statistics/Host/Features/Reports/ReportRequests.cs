using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports;

/// <summary>What a request names (查询条件): kind, division and period, checked.</summary>
internal sealed record ReportAsked(StatisticalReport Report, string Division, YearMonth Period);

/// <summary>Reads what a request names and gathers everything at fault.</summary>
internal sealed class ReportRequests(ReportKinds kinds)
{
    /// <summary>Kind, division and period; faults go to <paramref name="query"/>, and the result counts when there are none.</summary>
    public ReportAsked Read(FigureQuery query, ReportKind kind, string division, string period)
    {
        var report = kinds.Find(kind);
        query.Demand(report is not null, "kind", "请选择报表种类");
        query.Area("division", division);
        return new(report!, division, query.Period("period", period));
    }
}
