using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports;

/// <summary>What a request names (查询条件): kind, division and period, checked.</summary>
internal sealed record ReportAsked(StatisticalReport Report, string Division, YearMonth Period)
{
    /// <summary>YYYY-MM.</summary>
    public string PeriodText => Period.ToString();

    /// <summary>The days of the period, of a report that was submitted for it.</summary>
    public PeriodDays Days => PeriodDays.Of(Report, Division, Period) ?? new(Period, new(Period.FirstDay, Period.LastDay));
}

/// <summary>Reads what a request names and gathers everything at fault.</summary>
internal sealed class ReportRequests(ReportKinds kinds)
{
    private const int LongestReason = 200;

    /// <summary>Kind, division and period of a question; the result counts when there are no faults.</summary>
    public ReportAsked Read(FigureQuery query, ReportKind kind, string division, string period)
    {
        var report = kinds.Find(kind);
        query.Demand(report is not null, "kind", "请选择报表种类");
        query.Area("division", division);
        return new(report!, division, query.Period("period", period));
    }

    /// <summary>The same of a step of a unit's report, with who takes it.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public ReportAsked Step(ReportKind kind, string division, string period, Contracts.Type.V1.Handling? handling, string? reason = null)
    {
        var report = kinds.Find(kind);
        var faults = new RequestFaults()
            .Demand(report is not null, "kind", "请选择报表种类")
            .Demand(YearMonth.TryParse(period, out var month), "period", "请按 YYYY-MM 填写报告期，如 2020-09")
            .Add(HandledBy.Faults(handling, operatorRequired: true));
        _ = faults.Division(division, "division");
        if (reason is not null)
        {
            faults.Text(reason, "reason", LongestReason);
        }

        faults.ThrowIfAny();
        return new(report!, division, month);
    }
}
