using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Wages.WithdrawWage;

/// <summary>Takes a statement back (撤销标准): who, why, and which months it touches; the record of it stays.</summary>
internal sealed class WithdrawWageHandler(WelfarePostsDbContext database, HandledRequests requests, WageWriter writer, TouchedMonths touched, TimeProvider time)
{
    public async Task<WithdrawWageResponse> HandleAsync(WithdrawWageRequest request, Caller caller, CancellationToken cancellation)
    {
        Demand(request, caller);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await writer.HoldAsync(cancellation);
        if (await requests.FindAsync<WithdrawWageResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var (key, from) = (request.Kind == WageKind.Tier ? request.Tier : Wage.NoTier, request.From.ToDay());
        var wage = await database.Set<Wage>().SingleOrDefaultAsync(
                one => one.Kind == request.Kind && one.Division == request.Division && one.Key == key && one.From == from, cancellation)
            ?? throw RpcErrors.NotFound("WAGE_NOT_STATED", "没有该地该执行日期的标准，请从标准清单查询后填写");
        var months = await touched.OfAsync(wage, cancellation);
        await writer.WithdrawAsync(wage, HandledBy.Of(request.Handling, caller, time), request.Reason, cancellation);
        var answer = new WithdrawWageResponse { Withdrawn = wage.ToContract(), MonthsTouched = { months.Select(PostFields.Month) } };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private static void Demand(WithdrawWageRequest request, Caller caller)
    {
        var faults = new RequestFaults();
        var isRural = request.Kind == WageKind.Rural;
        faults.Division(request.Division, "division");
        faults.Demand(request.Kind != WageKind.Unspecified && Enum.IsDefined(request.Kind), "kind", "请选择要撤销的标准种类")
            .Demand(request.Kind == WageKind.Tier ? request.Tier > 0 : request.Tier == 0, "tier", "撤销档次标准时填写档次，其他请不填")
            .Demand(request.From is not null && request.From.IsDay(), "from", "请填写该标准的执行日期")
            .Text(request.Reason, "reason")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        caller.DemandDivision(request.Division);
        if (!isRural && caller.VisiblePrefix is not { Length: <= 2 })
        {
            throw RpcErrors.PermissionDenied("PROVINCE_ONLY", "最低工资标准全省共用一表，由省级机构撤销");
        }
    }
}
