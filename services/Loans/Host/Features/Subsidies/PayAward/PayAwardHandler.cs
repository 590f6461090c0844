using System.Text;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Subsidies;
using Wenye.Payments;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Partner = Wenye.Loans.Data.Partner;

namespace Wenye.Loans.Features.Subsidies.PayAward;

/// <summary>Divides the award of a year among those who did outstanding work (拨付奖励性补助资金), 27号 第十五条: how, the place decides; how much in all, the clause.</summary>
internal sealed class PayAwardHandler(
    LoansDbContext database, AwardBases bases, Payables payables, HandledRequests requests, ParameterSet parameters, LoanFields fields, TimeProvider time)
{
    public async Task<PayAwardResponse> HandleAsync(PayAwardRequest request, Caller caller, CancellationToken cancellation)
    {
        AwardFields.Demand(request);
        caller.DemandDivision(request.Division);
        SeparateDuties.Demand(caller, "分配奖励资金");
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('loan_award', {request.Year}))", cancellation);
        if (await requests.FindAsync<PayAwardResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var banks = await bases.LentAsync(request.Division, request.Year, cancellation);
        var lent = banks.Sum(bank => bank.LentFen);
        var pool = bases.Decide(request.Division, lent).Result?.Pool?.Fen ?? 0;
        var divided = await DemandFreeAsync(request, pool, cancellation);
        var by = HandledBy.Of(request.Handling, caller, time);
        var shares = await SharesAsync(request, banks, lent, by, cancellation);
        database.AddRange(shares);
        var answer = new PayAwardResponse
        {
            Shares = { shares.Select(AwardBases.ToContract) }, AwardFen = pool, LeftFen = pool - divided - shares.Sum(one => one.AmountFen),
        };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    // What was divided before, fen.
    private async Task<long> DemandFreeAsync(PayAwardRequest request, long pool, CancellationToken cancellation)
    {
        if (request.Year >= fields.Today.Year)
        {
            throw RpcErrors.FailedPrecondition("YEAR_NOT_OVER", "奖励按当年新发放总额测算，该年度尚未结束，请在次年分配");
        }

        var ofYear = await database.Set<LoanAwardShare>().AsNoTracking().Where(one => one.Year == request.Year).Select(one => new { one.Division, one.PartnerId, one.AmountFen }).ToListAsync(cancellation);
        var here = ofYear.Where(one => one.Division == request.Division).ToList();
        if (ofYear.Exists(one => one.Division != request.Division && (Holds(one.Division, request.Division) || Holds(request.Division, one.Division))))
        {
            throw RpcErrors.FailedPrecondition("AWARD_ELSEWHERE", "上级或下级地区已按同一批贷款分配该年度奖励资金，不能重复分配");
        }

        if (here.Exists(one => request.Shares.Any(share => Guid.Parse(share.PartnerId) == one.PartnerId)))
        {
            throw RpcErrors.FailedPrecondition("AWARDED", "所列机构中有机构已分配该年度奖励资金，请查询后去除");
        }

        var sum = here.Sum(one => one.AmountFen);
        return request.Shares.Sum(share => (decimal)share.AmountFen) <= pool - sum
            ? sum
            : throw RpcErrors.FailedPrecondition("AWARD_EXCEEDED", "分配金额合计超过该年度奖励资金总额（鲁人社字〔2020〕27号 第十五条，当年新发放总额的1%），请查询测算后更正");
    }

    private static bool Holds(string place, string other) => DivisionRange.Of(place) is var (from, to) && string.CompareOrdinal(other, from) >= 0 && string.CompareOrdinal(other, to) < 0;

    private async Task<List<LoanAwardShare>> SharesAsync(PayAwardRequest request, IReadOnlyList<AwardBasis> banks, long lent, HandledBy by, CancellationToken cancellation)
    {
        var ids = request.Shares.Select(share => Guid.Parse(share.PartnerId)).ToList();
        var (from, to) = DivisionRange.Of(request.Division);
        var guarantors = await database.Funds.Where(fund => ids.Contains(fund.GuarantorId) && string.Compare(fund.Division, from) >= 0 && string.Compare(fund.Division, to) < 0)
            .Select(fund => fund.GuarantorId).Distinct().ToListAsync(cancellation);
        var partners = await database.Partners.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        if (ids.Exists(id => !guarantors.Contains(id) && banks.All(bank => bank.BankId != id.ToString())))
        {
            throw RpcErrors.FailedPrecondition("NOT_AT_WORK_THERE", "所列机构中有机构该年度未在当地发放创业担保贷款，也未在当地运营担保基金，请核对");
        }

        var shares = request.Shares.Zip(ids).Select(one => Share(request, one.First.AmountFen, one.Second, banks.FirstOrDefault(bank => bank.BankId == one.First.PartnerId), lent, by)).ToList();
        var payable = await payables.AddAsync([.. shares.Select(share => Payable(share, partners[share.PartnerId]))], by, cancellation);
        shares.Zip(payable).ToList().ForEach(one => one.First.PayableId = one.Second);
        return shares;
    }

    private LoanAwardShare Share(PayAwardRequest request, long fen, Guid partner, AwardBasis? bank, long lent, HandledBy by) => new LoanAwardShare
    {
        Id = Guid.CreateVersion7(by.At),
        Division = request.Division,
        Year = request.Year,
        PartnerId = partner,
        AmountFen = fen,
        Fund = request.Fund,
        Decision = Encoding.UTF8.GetString(DecisionJson.Write(bases.Decide(request.Division, lent, bank, outstanding: true))),
    }.By(1, by);

    private NewPayable Payable(LoanAwardShare share, Partner partner) => new(
        SubsidyPayments.Award, share.Id, partner.CreditCode, partner.Name, partner.BankAccount ?? "", partner.BankName ?? "",
        share.Fund, SubsidyPools.Of(share.Division, parameters, fields.Today), share.Division, share.AmountFen, NeedsPublicity: true);
}
