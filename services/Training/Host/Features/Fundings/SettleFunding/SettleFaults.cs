using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Funding = Wenye.Training.Data.Funding;

namespace Wenye.Training.Features.Fundings.SettleFunding;

/// <summary>What may be wrong with a settlement (清算校验).</summary>
internal static class SettleFaults
{
    private const int MonthsAYear = 12;

    /// <summary>Every fault of the request as far as it can be judged alone (校验).</summary>
    /// <returns>The funding.</returns>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static Guid Demand(SettleFundingRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.FundingId(request.FundingId);
        faults
            .Demand(request.EmploymentRate.Length == 0 || Rate(request.EmploymentRate) is not null, "employment_rate", "培训后就业率应为 0 至 1 的小数，例如 85% 写作 0.85")
            .Demand(request.EmploymentRate.Length == 0 || !request.CountEmployment, "count_employment", "已填写培训后就业率的，不再按就业登记统计，请二选一")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .ThrowIfAny();
        return id;
    }

    /// <summary>Faults that depend on the kind of funding (按资金安排方式校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void DemandFitting(SettleFundingRequest request, Funding funding)
    {
        var isProject = funding.Kind == FundingKind.Project;
        var lines = funding.Apprentices.OrderBy(line => line.Line).ToList();
        var faults = new RequestFaults()
            .Demand(isProject || request.EmploymentRate.Length == 0, "employment_rate", "只有项目制培训按就业率清算，请不填")
            .Demand(isProject || !request.CountEmployment, "count_employment", "只有项目制培训按就业率清算，请不填")
            .Demand(request.Finished.Count == lines.Count, "finished", "结业人数应与学徒逐行对应；其他资金安排请不填");
        for (var i = 0; i < Math.Min(lines.Count, request.Finished.Count); i++)
        {
            faults.Demand(
                request.Finished[i] >= 0 && request.Finished[i] <= lines[i].People, string.Create(CultureInfo.InvariantCulture, $"finished[{i + 1}]"),
                "结业人数应为 0 至该行学徒人数");
        }

        faults.Add(NamedFinishers.Faults(request, funding)).ThrowIfAny();
    }

    /// <summary>Notes how many apprentices finished (结业人数): nobody does before the term is over.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason APPRENTICESHIP_RUNNING.</exception>
    public static void State(SettleFundingRequest request, Funding funding, DateOnly today)
    {
        foreach (var (line, finished) in funding.Apprentices.OrderBy(line => line.Line).Zip(request.Finished))
        {
            line.Finished = finished > 0 && line.StartedOn.AddMonths((int)decimal.Ceiling(line.Years * MonthsAYear)) > today
                ? throw RpcErrors.FailedPrecondition("APPRENTICESHIP_RUNNING", "学徒培训期未满，请在培训期满后清算")
                : finished;
        }
    }

    /// <summary>A rate of 0 to 1; null: none.</summary>
    public static decimal? Rate(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is >= 0 and <= 1 ? rate : null;
}
