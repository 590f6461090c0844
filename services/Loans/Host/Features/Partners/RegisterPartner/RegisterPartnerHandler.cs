using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Partner = Wenye.Loans.Data.Partner;

namespace Wenye.Loans.Features.Partners.RegisterPartner;

/// <summary>Enters a bank or guarantor (确定经办机构).</summary>
internal sealed class RegisterPartnerHandler(LoansDbContext database, HandledRequests requests, LoanFields fields)
{
    public async Task<RegisterPartnerResponse> HandleAsync(RegisterPartnerRequest request, Caller caller, CancellationToken cancellation)
    {
        var asked = PartnerChecks.Demand(request, fields);
        caller.DemandDivision(asked.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('loan_partner', 0))", cancellation);
        if (await requests.FindAsync<RegisterPartnerResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (await database.Partners.AnyAsync(one => one.Agency == asked.Agency, cancellation))
        {
            throw RpcErrors.FailedPrecondition("AGENCY_TAKEN", "该机构已登记为经办银行或担保机构", new FieldError("agency", "请核对机构标识；同一机构只登记一次"));
        }

        var partner = New(asked);
        database.Add(partner);
        return await requests.SaveAsync(
            caller.Agency, request.RequestId, request, new RegisterPartnerResponse { Partner = partner.ToContract(caller) }, cancellation);
    }

    private static Partner New(Contract.Partner asked) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = asked.Kind,
        Name = asked.Name,
        CreditCode = asked.CreditCode,
        Division = asked.Division,
        Agency = asked.Agency,
        BankAccount = asked.BankAccount.Length > 0 ? asked.BankAccount : null,
        BankName = asked.BankName.Length > 0 ? asked.BankName : null,
    };
}
