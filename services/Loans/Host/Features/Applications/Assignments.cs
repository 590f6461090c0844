using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications;

/// <summary>To which bank and guarantee fund an application goes (分派): both work at its place.</summary>
internal sealed class Assignments(LoansDbContext database)
{
    /// <summary>Assigns it (分派); a partner that is being withdrawn is waited for.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, each by its field.</exception>
    public async Task AssignAsync(Dossier dossier, string bankId, string fundId, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var bank = faults.Id(bankId, "bank_id", "资格符合，请填写经办银行标识（UUID）");
        var fund = faults.Id(fundId, "fund_id", "资格符合，请填写担保基金标识（UUID）");
        faults.ThrowIfAny();
        var place = Division.Parse(dossier.Row.Division);
        var guarantor = await database.Funds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == fund, cancellation);
        faults
            .Demand(await IsAtWorkAsync(bank, PartnerKind.Bank, place, cancellation), "bank_id", "没有在当地经办的该银行，请从经办机构清单查询后填写")
            .Demand(
                guarantor is not null && Division.Parse(guarantor.Division).Contains(place) && await IsAtWorkAsync(guarantor.GuarantorId, PartnerKind.Guarantor, place, cancellation),
                "fund_id", "没有在当地担保的该担保基金，请从担保基金清单查询后填写")
            .ThrowIfAny();
        (dossier.Row.BankId, dossier.Row.FundId) = (bank, fund);
    }

    private async Task<bool> IsAtWorkAsync(Guid id, PartnerKind kind, Division place, CancellationToken cancellation)
    {
        var partner = (await database.Partners.FromSql($"SELECT * FROM partner WHERE id = {id} FOR SHARE").AsNoTracking().ToListAsync(cancellation)).SingleOrDefault();
        return partner is { WithdrawnOn: null } && partner.Kind == kind && Division.Parse(partner.Division).Contains(place);
    }
}
