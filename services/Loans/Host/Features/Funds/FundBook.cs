using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using FundEntry = Wenye.Loans.Data.FundEntry;
using GuaranteeFund = Wenye.Loans.Data.GuaranteeFund;

namespace Wenye.Loans.Features.Funds;

/// <summary>Appends to a fund's book (登记担保基金明细账): each line carries the balance after it. The caller holds the fund's row.</summary>
internal sealed class FundBook(LoansDbContext database)
{
    /// <summary>Books a movement (记账); the fund follows.</summary>
    /// <param name="fund">Held.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="on">业务日期.</param>
    /// <param name="amountFen">Above zero in, below out.</param>
    /// <param name="reference">凭证号.</param>
    /// <param name="loan">Of a compensation or pursuit.</param>
    /// <param name="by">Who, when.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason REFERENCE_USED or BALANCE_TOO_LOW.</exception>
    public async Task<FundEntry> BookAsync(
        GuaranteeFund fund, FundEntryKind kind, DateOnly on, long amountFen, string reference, Guid? loan, HandledBy by, CancellationToken cancellation)
    {
        var lines = database.Set<FundEntry>().Where(one => one.FundId == fund.Id);
        if (await lines.AnyAsync(one => one.Reference == reference, cancellation))
        {
            throw RpcErrors.FailedPrecondition("REFERENCE_USED", "该凭证号已记过账", new FieldError("reference", "请核对凭证号，同一基金内不能重复"));
        }

        if (fund.BalanceFen + amountFen < 0)
        {
            throw RpcErrors.FailedPrecondition("BALANCE_TOO_LOW", "担保基金存款余额不足，请先注入资金或核对金额");
        }

        var last = await lines.MaxAsync(one => (long?)one.Sequence, cancellation) ?? 0;
        fund.BalanceFen += amountFen;
        var entry = new FundEntry
        {
            FundId = fund.Id,
            Sequence = last + 1,
            Kind = kind,
            On = on,
            AmountFen = amountFen,
            BalanceFen = fund.BalanceFen,
            Reference = reference,
            LoanId = loan,
            RecordedAt = by.At,
            Agency = by.Agency,
        };
        database.Add(entry);
        return entry;
    }

    /// <summary>Keeps who did what to a fund (登记环节).</summary>
    public async Task StepAsync(GuaranteeFund fund, string what, HandledBy by, CancellationToken cancellation)
    {
        var last = await database.Set<FundStep>().Where(one => one.FundId == fund.Id).MaxAsync(one => (int?)one.Sequence, cancellation) ?? 0;
        database.Add(new FundStep { FundId = fund.Id, What = what }.By(last + 1, by));
    }
}
