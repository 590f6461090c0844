using Wenye.Policy;
using Wenye.Statistics.Domain.Forms;
using Wenye.Statistics.Domain.NewEmployment;
using Wenye.Statistics.Domain.Reports;
using Wenye.Statistics.Domain.Targets;
using Wenye.Statistics.Domain.Unemployment;
using Wenye.Statistics.Domain.Verification;
using Wenye.Statistics.Domain.Warnings;

namespace Wenye.Statistics.Domain;

/// <summary>The decisions of statistics by name (就业统计决定事项), for cases, replay and services.</summary>
public static class StatisticsPrograms
{
    /// <summary>Every program (全部事项).</summary>
    public static IReadOnlyList<PolicyProgram> All { get; } =
    [
        PolicyProgram.Of(ReportPeriod.Name, ReportPeriodFacts.Read, ReportPeriod.Decide),
        PolicyProgram.Of(NewUrbanEmployment.Name, NewEmploymentFacts.Read, NewUrbanEmployment.Decide),
        PolicyProgram.Of(EmploymentRecordDecision.Name, EmploymentRecordFacts.Read, EmploymentRecordDecision.Decide),
        PolicyProgram.Of(RecordDoubt.Name, RecordDoubtFacts.Read, RecordDoubt.Decide),
        PolicyProgram.Of(Inspection.Name, InspectionFacts.Read, Inspection.Decide),
        PolicyProgram.Of(Jump.Name, JumpFacts.Read, Jump.Decide),
        PolicyProgram.Of(UrbanUnemployed.Name, UrbanUnemployedFacts.Read, UrbanUnemployed.Decide),
        PolicyProgram.Of(UnemploymentRate.Name, UnemploymentRateFacts.Read, UnemploymentRate.Decide),
        PolicyProgram.Of(Target.Name, TargetFacts.Read, Target.Decide),
        PolicyProgram.Of(EarlyWarning.Name, EarlyWarningFacts.Read, EarlyWarning.Decide),
        PolicyProgram.Of(Layoff.Name, LayoffFacts.Read, Layoff.Decide),
        PolicyProgram.Of(LayoffNotice.Name, LayoffNoticeFacts.Read, LayoffNotice.Decide),
        PolicyProgram.Of(InternshipFormCheck.Name, InternshipForm.Read, InternshipFormCheck.Decide),
        PolicyProgram.Of(InternshipDue.Name, InternshipDueFacts.Read, InternshipDue.Decide),
        PolicyProgram.Of(OtherReportDue.Name, OtherReportDueFacts.Read, OtherReportDue.Decide),
    ];
}
