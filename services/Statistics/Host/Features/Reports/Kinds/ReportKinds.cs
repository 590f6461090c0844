using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;

namespace Wenye.Statistics.Features.Reports.Kinds;

/// <summary>Every kind of report (全部报表).</summary>
internal sealed class ReportKinds(ParameterSet parameters)
{
    private readonly Dictionary<ReportKind, StatisticalReport> kinds = new StatisticalReport[]
    {
        new NewEmploymentReport(),
        new UnemploymentReport(parameters),
        new HardshipReport(),
        new TrainingReport(),
        new LoanReport(),
        new RefundReport(),
        new WelfarePostReport(),
        new FundReport(),
        new TargetReport(parameters),
    }.ToDictionary(report => report.Kind);

    /// <summary>In the order of the contract.</summary>
    public IEnumerable<StatisticalReport> All => kinds.Values.OrderBy(report => report.Kind);

    /// <summary>The kind; null: there is none.</summary>
    public StatisticalReport? Find(ReportKind kind) => kinds.GetValueOrDefault(kind);
}
