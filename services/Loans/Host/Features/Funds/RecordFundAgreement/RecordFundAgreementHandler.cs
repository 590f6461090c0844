using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using FundAgreement = Wenye.Loans.Data.FundAgreement;

namespace Wenye.Loans.Features.Funds.RecordFundAgreement;

/// <summary>Records what fund and bank agreed on (登记合作协议).</summary>
internal sealed class RecordFundAgreementHandler(LoansDbContext database, FundQueries funds, FundBook book, FundAnswers answers, HandledRequests requests, TimeProvider time)
{
    private const int MostDays = 1000;

    public async Task<RecordFundAgreementResponse> HandleAsync(RecordFundAgreementRequest request, Caller caller, CancellationToken cancellation)
    {
        var (id, bank, share) = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var fund = await funds.HoldAsync(id, caller, cancellation);
        if (await requests.FindAsync<RecordFundAgreementResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (!await database.Partners.AnyAsync(one => one.Id == bank && one.Kind == PartnerKind.Bank, cancellation))
        {
            throw RpcErrors.InvalidArgument("agreement.bank_id", "没有该标识的经办银行，请从经办机构清单查询后填写");
        }

        var from = request.Agreement.From.ToDay();
        if (await database.Set<FundAgreement>().AnyAsync(one => one.FundId == id && one.BankId == bank && one.From == from, cancellation))
        {
            throw RpcErrors.FailedPrecondition("AGREEMENT_THERE", "该日起的合作协议已登记", new FieldError("agreement.from", "已登记的协议不能更改；新协议请填写其起始日期"));
        }

        database.Add(new FundAgreement { FundId = id, BankId = bank, From = from, FundShare = share, OverdueDays = request.Agreement.OverdueDays });
        await book.StepAsync(fund, nameof(RecordFundAgreement), HandledBy.Of(request.Handling, caller, time), cancellation);
        await database.SaveChangesAsync(cancellation);
        var answer = new RecordFundAgreementResponse { Fund = await answers.WholeAsync(fund, caller, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private static (Guid Fund, Guid Bank, decimal Share) Demand(RecordFundAgreementRequest request)
    {
        var (faults, agreement) = (new RequestFaults(), request.Agreement ?? new());
        var id = faults.FundId(request.FundId);
        var bank = faults.Id(agreement.BankId, "agreement.bank_id", "经办银行标识应为 UUID，请从经办机构清单查询后填写");
        var isShare = decimal.TryParse(agreement.FundShare, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share is > 0 and <= 1 && decimal.Round(share, 6) == share;
        faults
            .Demand(agreement.From is not null && agreement.From.IsDay(), "agreement.from", "请填写协议适用的合同起始日期")
            .Demand(isShare, "agreement.fund_share", "担保基金分担比例应为大于 0、不超过 1 的小数，例如 0.8")
            .Demand(agreement.OverdueDays is >= 1 and <= MostDays, "agreement.overdue_days", $"逾期天数应为 1 至 {MostDays}，按合作协议填写")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return (id, bank, share);
    }
}
