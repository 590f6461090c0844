using Wenye.Policy;
using Wenye.Statistics.Domain.Forms;

namespace Wenye.Statistics.Features.InternshipForms;

/// <summary>What holds of a month's form (填报规则): the rules in force on the month's last day.</summary>
internal sealed class FormRules(ParameterSet parameters)
{
    /// <summary>The printed relations (逻辑关系).</summary>
    public Decision<InternshipFaults> Check(Division division, YearMonth month, IReadOnlyList<int> columns, long paidFen) =>
        InternshipFormCheck.Decide(FormColumns.Facts(columns, paidFen), Policy(division, month));

    /// <summary>By when it is filed (上报日); incomplete where no document asks for the month.</summary>
    public Decision<ReportDue> Due(Division division, YearMonth month) => InternshipDue.Decide(new() { Month = Fact.Known("month", month) }, Policy(division, month));

    private PolicyContext Policy(Division division, YearMonth month) => parameters.At(division, month.LastDay);
}
