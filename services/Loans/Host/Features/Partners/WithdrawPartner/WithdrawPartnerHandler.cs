using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Partner = Wenye.Loans.Data.Partner;

namespace Wenye.Loans.Features.Partners.WithdrawPartner;

/// <summary>Ends a partner's work for new loans (退出); those it has go on.</summary>
internal sealed class WithdrawPartnerHandler(LoansDbContext database, HandledRequests requests, LoanFields fields)
{
    public async Task<WithdrawPartnerResponse> HandleAsync(WithdrawPartnerRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.PartnerId, "partner_id", "经办机构标识应为登记时给出的 UUID，请从经办机构清单查询后填写");
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var partner = await HoldAsync(id, caller, cancellation);
        if (await requests.FindAsync<WithdrawPartnerResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (partner.WithdrawnOn is not null)
        {
            throw RpcErrors.FailedPrecondition("PARTNER_WITHDRAWN", "该机构已退出，无需再次办理");
        }

        partner.WithdrawnOn = fields.Today;
        return await requests.SaveAsync(
            caller.Agency, request.RequestId, request, new WithdrawPartnerResponse { Partner = partner.ToContract(caller) }, cancellation);
    }

    // Held until the transaction ends: who assigns an application to it waits.
    private async Task<Partner> HoldAsync(Guid id, Caller caller, CancellationToken cancellation)
    {
        var partner = (await database.Partners.FromSql($"SELECT * FROM partner WHERE id = {id} FOR UPDATE").ToListAsync(cancellation)).SingleOrDefault()
            ?? throw RpcErrors.NotFound("PARTNER_NOT_FOUND", "没有该标识的经办机构，请核对");
        caller.DemandDivision(partner.Division);
        return partner;
    }
}
