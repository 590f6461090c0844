using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.Statistics.Domain.Reports;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports;

/// <summary>By when reports are at the province (上报日): as documents set it, else as the operator did.</summary>
internal sealed class ReportDueDays(ParameterSet parameters)
{
    private static readonly Dictionary<ReportKind, UndatedReport> Undated = new()
    {
        [ReportKind.Hardship] = UndatedReport.Hardship, [ReportKind.Training] = UndatedReport.Training, [ReportKind.Loans] = UndatedReport.Loans,
        [ReportKind.Refunds] = UndatedReport.Refunds, [ReportKind.WelfarePosts] = UndatedReport.WelfarePosts, [ReportKind.Funds] = UndatedReport.Funds,
        [ReportKind.Targets] = UndatedReport.Targets,
    };

    /// <summary>The last day; null where neither set one.</summary>
    public DateOnly? Of(StatisticalReport report, string division, PeriodDays period)
    {
        if (!Undated.TryGetValue(report.Kind, out var undated))
        {
            return period.Dates(division) is { } dates ? report.DueOf(dates) : null;
        }

        var facts = new OtherReportDueFacts { Report = Fact.Known("report", undated), Month = Fact.Known("month", period.Month) };
        return OtherReportDue.Decide(facts, parameters.At(Division.Parse(division), period.Month.LastDay)).Result?.Due;
    }
}
