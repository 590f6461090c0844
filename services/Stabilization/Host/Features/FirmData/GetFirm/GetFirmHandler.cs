using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.FirmData.GetFirm;

/// <summary>A firm with the facts that a decision of the day would be given (企业数据查询).</summary>
internal sealed class GetFirmHandler(StabilizationDbContext database, ParameterSet parameters, TimeProvider time)
{
    public async Task<GetFirmResponse> HandleAsync(GetFirmRequest request, Caller caller, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(time);
        var faults = new RequestFaults();
        faults.Demand(request.AsOf is null || (request.AsOf.IsDay() && request.AsOf.ToDay() <= today), "as_of", "决定日应为有效的日期，不晚于今天，没有时请留空");
        faults.Demand(Enum.IsDefined(request.Kind), "kind", "请从接口定义的返还类别中选择");
        faults.ThrowIfAny();

        var firm = await database.Set<Data.Firm>().AsNoTracking().SingleOrDefaultAsync(one => one.CreditCode == request.CreditCode, cancellation)
            ?? throw RpcErrors.NotFound("FIRM_NOT_FOUND", "系统中没有该企业，请核对统一社会信用代码");
        caller.DemandDivision(firm.Division);
        var facts = await FactsAsync(firm, KindOf(request.Kind), request.AsOf?.ToDay() ?? today, cancellation);
        var answer = new GetFirmResponse { Firm = firm.ToContract(caller) };
        foreach (var fact in facts.Recorded().Where(fact => fact.Value.Kind != ValueKind.Unproven))
        {
            answer.Facts.Add(fact.Name, fact.Value.ToString());
        }

        return answer;
    }

    private static Domain.Refunds.RefundKind KindOf(RefundKind asked) =>
        asked == RefundKind.Difficult ? Domain.Refunds.RefundKind.Difficult : Domain.Refunds.RefundKind.General;

    private async Task<Domain.Refunds.RefundFacts> FactsAsync(
        Data.Firm firm, Domain.Refunds.RefundKind kind, DateOnly asOf, CancellationToken cancellation)
    {
        var basis = await RefundBasis.LoadAsync(database, parameters, kind, asOf, firm.Pool, firm.Pool, cancellation);
        await database.Database.OpenConnectionAsync(cancellation);
        try
        {
            var connection = (NpgsqlConnection)database.Database.GetDbConnection();
            await foreach (var row in RefundFactsReader.ReadAsync(connection, kind, asOf, new FirmIds(firm.Id, firm.Id), cancellation))
            {
                return basis.Facts(row);
            }
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }

        throw new InvalidOperationException("The firm was there a moment ago and firms are never deleted.");
    }
}
