using Google.Protobuf.Collections;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;
using Instalment = Wenye.Loans.Data.Instalment;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Books;

/// <summary>Keeps when loans are repaid (还款计划): a later schedule holds, earlier ones stay.</summary>
internal sealed class Schedules(LoansDbContext database)
{
    /// <summary>Sets the schedule of a loan (设定计划); nothing where none is given.</summary>
    public async Task SetAsync(Loan loan, RepeatedField<Contract.Instalment> schedule, CancellationToken cancellation)
    {
        if (schedule.Count == 0)
        {
            return;
        }

        var latest = await database.Set<Instalment>().Where(one => one.LoanId == loan.Id).MaxAsync(one => (int?)one.Version, cancellation) ?? 0;
        database.AddRange(schedule.Select((one, index) => new Instalment
        {
            LoanId = loan.Id, Version = latest + 1, Number = index + 1, DueOn = one.DueOn.ToDay(), PrincipalFen = one.PrincipalFen,
        }));
    }

    /// <summary>Refuses a schedule that does not fit its loan (计划校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void Demand(Loan loan, RepeatedField<Contract.Instalment> schedule)
    {
        if (schedule.Count == 0)
        {
            return;
        }

        var total = schedule.Sum(one => one.PrincipalFen);
        new RequestFaults()
            .Demand(schedule[0].DueOn.ToDay() >= loan.ContractDate, "schedule", "还款日期不应早于贷款合同签订日，请核对")
            .Demand(schedule[^1].DueOn.ToDay() <= loan.DueOn, "schedule", "还款日期不应晚于贷款到期日，已展期的以展期到期日为准，请核对")
            .Demand(total == loan.PrincipalFen || total == loan.OutstandingFen, "schedule", "各期本金之和应等于合同金额或当前贷款余额，请核对")
            .ThrowIfAny();
    }
}

/// <summary>What may be wrong with a schedule alone (计划校验).</summary>
internal static class ScheduleChecks
{
    private const int Most = 360;

    public static RequestFaults Schedule(this RequestFaults faults, RepeatedField<Contract.Instalment> schedule, bool required)
    {
        var days = schedule.Select(one => one.DueOn is { } day && day.IsDay() ? day.ToDay() : (DateOnly?)null).ToList();
        return faults
            .Demand(schedule.Count <= Most && (schedule.Count > 0 || !required), "schedule", $"还款计划应为 1 至 {Most} 期")
            .Demand(days.TrueForAll(day => day is not null) && days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second), "schedule.due_on", "每期应有有效的还款日期，且逐期递增")
            .Demand(schedule.All(one => one.PrincipalFen > 0), "schedule.principal_fen", "每期本金以分为单位，应大于零");
    }

    /// <summary>A loan's id (贷款标识).</summary>
    public static Guid LoanId(this RequestFaults faults, string text, string field = "loan_id") =>
        faults.Id(text, field, "贷款标识应为 UUID，请从贷款清单查询后填写");
}
