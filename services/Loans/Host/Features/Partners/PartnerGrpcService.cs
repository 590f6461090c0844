using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Features.Partners.ListPartners;
using Wenye.Loans.Features.Partners.RegisterPartner;
using Wenye.Loans.Features.Partners.WithdrawPartner;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Partners;

/// <summary>Banks and guarantors (经办机构接口); each rpc is a folder beside this file.</summary>
internal sealed class PartnerGrpcService(RegisterPartnerHandler register, WithdrawPartnerHandler withdraw, ListPartnersHandler list)
    : PartnerService.PartnerServiceBase
{
    public override Task<RegisterPartnerResponse> RegisterPartner(RegisterPartnerRequest request, ServerCallContext context) =>
        register.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<WithdrawPartnerResponse> WithdrawPartner(WithdrawPartnerRequest request, ServerCallContext context) =>
        withdraw.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListPartnersResponse> ListPartners(ListPartnersRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
