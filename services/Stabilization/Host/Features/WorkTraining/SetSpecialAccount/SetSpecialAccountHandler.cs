using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using HandledBy = Wenye.ServiceDefaults.HandledBy;

namespace Wenye.Stabilization.Features.WorkTraining.SetSpecialAccount;

/// <summary>States a city's special account (专账余额), for the stop line of 63号 三(四); a second figure of the day takes the place of the first.</summary>
internal sealed class SetSpecialAccountHandler(StabilizationDbContext database, HandledRequests requests, TimeProvider time)
{
    private const long MostFen = 1_000_000_000_000_000;

    public async Task<SetSpecialAccountResponse> HandleAsync(SetSpecialAccountRequest request, Caller caller, CancellationToken cancellation)
    {
        var pool = Demand(request);
        caller.DemandDivision(pool.Code);
        if (await requests.FindAsync<SetSpecialAccountResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        var stated = new SpecialAccount
        {
            Pool = pool.Code,
            Day = request.Day.ToDay(),
            EstablishedFen = request.EstablishedFen,
            BalanceFen = request.BalanceFen,
            StatedAt = by.At,
            Agency = by.Agency,
            Operator = by.Operator,
        };
        database.Add(stated);
        var answer = new SetSpecialAccountResponse { Share = PolicyValue.Of(SpecialAccounts.ShareOf(stated)).ToString() };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private Division Demand(SetSpecialAccountRequest request)
    {
        var faults = new RequestFaults();
        var pool = faults.Division(request.Pool, "pool");
        faults
            .Demand(pool.Level is DivisionLevel.City or DivisionLevel.Nation, "pool", "专账按市建立，请填写设区的市的行政区划代码")
            .Demand(request.Day is not null && request.Day.IsDay() && request.Day.ToDay() <= ChinaTime.Today(time), "day", "请填写余额日期，不晚于今天")
            .Demand(request.EstablishedFen is > 0 and <= MostFen, "established_fen", "建账资金规模以分填写，应大于 0")
            .Demand(request.BalanceFen is >= 0 and <= MostFen, "balance_fen", "专账余额以分填写，不应为负")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false))
            .ThrowIfAny();
        return pool;
    }
}
