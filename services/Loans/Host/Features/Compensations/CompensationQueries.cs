using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Books;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Compensation = Wenye.Loans.Data.Compensation;
using GuaranteeFund = Wenye.Loans.Data.GuaranteeFund;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Compensations;

/// <summary>A compensation under the locks of its loan and fund (待办理的代偿).</summary>
internal sealed record HeldCompensation(Compensation One, Loan Loan, GuaranteeFund Fund);

/// <summary>How calls find compensations (查询代偿), and how those that change one take the rows it depends on: loan, then fund.</summary>
internal sealed class CompensationQueries(LoansDbContext database, LoanQueries loans, Funds.FundQueries funds)
{
    /// <summary>A compensation of the guarantor's own fund, held until the open transaction ends.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND or PERMISSION_DENIED.</exception>
    public Task<HeldCompensation> HoldOwnAsync(Guid id, Caller caller, CancellationToken cancellation) => HoldAsync(id, fund => funds.HoldOwnAsync(fund, caller, cancellation), cancellation);

    /// <summary>A compensation of a fund of the office's place, held as above.</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public Task<HeldCompensation> HoldOfPlaceAsync(Guid id, Caller caller, CancellationToken cancellation) => HoldAsync(id, fund => funds.HoldAsync(fund, caller, cancellation), cancellation);

    /// <summary>A compensation to be read by its fund's guarantor, its loan's bank or the office (查询).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<Compensation> LoadAsync(Guid id, Caller caller, CancellationToken cancellation)
    {
        var found = await database.Set<Compensation>().AsNoTracking().Include(one => one.Steps).SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw NotFound();
        await loans.LoadAsync(found.LoanId, caller, cancellation);
        return found;
    }

    /// <summary>Adds a fault unless the text is a UUID (代偿标识校验).</summary>
    public static Guid Id(RequestFaults faults, string text) => faults.Id(text, "compensation_id", "代偿标识应为申请时返回的 UUID，请从代偿清单查询后填写");

    /// <summary>Refuses what the state does not allow (状态校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason COMPENSATION_STATE.</exception>
    public static void DemandState(Compensation one, CompensationState state, string what)
    {
        if (one.State != state)
        {
            throw RpcErrors.FailedPrecondition("COMPENSATION_STATE", $"该笔代偿现为{StateText(one.State)}，不能办理{what}");
        }
    }

    /// <summary>Goes to a state and keeps who did it (转入).</summary>
    public static void MoveTo(Compensation one, CompensationState state, HandledBy by, string? what = null)
    {
        one.State = state;
        one.Steps.Add(new CompensationStep { CompensationId = one.Id, State = state }.By(one.Steps.Count + 1, by, what));
    }

    private async Task<HeldCompensation> HoldAsync(Guid id, Func<Guid, Task<GuaranteeFund>> holdFund, CancellationToken cancellation)
    {
        var known = await database.Set<Compensation>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw NotFound();
        var loan = await loans.HoldAsync(known.LoanId, cancellation);
        var fund = await holdFund(known.FundId);
        var held = await database.Set<Compensation>().Include(one => one.Steps).SingleAsync(one => one.Id == id, cancellation);
        return new(held, loan, fund);
    }

    private static string StateText(CompensationState state) => state switch
    {
        CompensationState.Requested => "已申请",
        CompensationState.Settled => "已代偿",
        CompensationState.Declined => "不予代偿",
        CompensationState.Recovered => "已全部追回",
        _ => "已核销",
    };

    private static Grpc.Core.RpcException NotFound() => RpcErrors.NotFound("COMPENSATION_NOT_FOUND", "没有该标识的代偿，请核对");
}
