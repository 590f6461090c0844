using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using GuaranteeFund = Wenye.Loans.Data.GuaranteeFund;

namespace Wenye.Loans.Features.Funds.FoundFund;

/// <summary>Founds a fund (设立担保基金), empty.</summary>
internal sealed class FoundFundHandler(LoansDbContext database, FundBook book, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<FoundFundResponse> HandleAsync(FoundFundRequest request, Caller caller, CancellationToken cancellation)
    {
        var guarantorId = Demand(request);
        caller.DemandDivision(request.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await requests.FindAsync<FoundFundResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var guarantor = await database.Partners.AsNoTracking().SingleOrDefaultAsync(one => one.Id == guarantorId && one.Kind == PartnerKind.Guarantor, cancellation);
        new RequestFaults()
            .Demand(guarantor is { WithdrawnOn: null }, "guarantor_id", "没有该标识的担保机构，或已退出，请从经办机构清单查询后填写")
            .Demand(guarantor is null || Division.Parse(guarantor.Division).Contains(Division.Parse(request.Division)), "division", "担保基金应设在担保机构的经办区域内，请核对")
            .ThrowIfAny();
        var fund = new GuaranteeFund { Id = Guid.CreateVersion7(time.GetUtcNow()), GuarantorId = guarantorId, Division = request.Division, Name = request.Name };
        database.Add(fund);
        await book.StepAsync(fund, nameof(FoundFund), HandledBy.Of(request.Handling, caller, time), cancellation);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new FoundFundResponse { Fund = FundAnswers.Of(fund, guarantor!.Name) }, cancellation);
    }

    private Guid Demand(FoundFundRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.GuarantorId, "guarantor_id", "担保机构标识应为登记时返回的 UUID，请从经办机构清单查询后填写");
        fields.Place(faults, request.Division);
        faults.Text(request.Name, "name").Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return id;
    }
}
