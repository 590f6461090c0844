using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;
using Partner = Wenye.Loans.Data.Partner;

namespace Wenye.Loans.Features;

/// <summary>The bank or guarantor whose client calls (调用方经办机构): it sees and changes its own loans only.</summary>
internal sealed class CallingPartner(LoansDbContext database)
{
    /// <summary>The partner of the caller's agency (本机构).</summary>
    /// <exception cref="Grpc.Core.RpcException">PERMISSION_DENIED, reason NOT_A_PARTNER: no bank or guarantor of this kind is entered for it.</exception>
    public async Task<Partner> DemandAsync(PartnerKind kind, Caller caller, CancellationToken cancellation) =>
        await database.Partners.AsNoTracking().SingleOrDefaultAsync(one => one.Agency == caller.Agency && one.Kind == kind, cancellation)
        ?? throw RpcErrors.PermissionDenied("NOT_A_PARTNER", "本机构未登记为创业担保贷款经办银行或担保机构，请联系人力资源社会保障部门登记");

    /// <summary>The same for a list that offices may ask as well (本机构或经办部门): null when the caller is not a partner's client.</summary>
    /// <exception cref="Grpc.Core.RpcException">As above, of a client with the role of a bank or guarantor.</exception>
    public async Task<Partner?> FindAsync(Caller caller, CancellationToken cancellation) => caller.Roles switch
    {
        var roles when roles.Contains(Roles.LoanBank) => await DemandAsync(PartnerKind.Bank, caller, cancellation),
        var roles when roles.Contains(Roles.LoanGuarantor) => await DemandAsync(PartnerKind.Guarantor, caller, cancellation),
        _ => null,
    };
}
