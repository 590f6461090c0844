using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Features.Register.GetRegistration;
using Wenye.Registration.Features.Register.SearchRegistrations;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register;

/// <summary>The calls of the register of unemployed people (失业登记台账接口); each is a folder beside this file.</summary>
internal sealed class UnemploymentRegisterGrpcService(
    GetRegistrationHandler get, SearchRegistrationsHandler search)
    : UnemploymentRegisterService.UnemploymentRegisterServiceBase
{
    public override Task<GetRegistrationResponse> GetRegistration(GetRegistrationRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SearchRegistrationsResponse> SearchRegistrations(SearchRegistrationsRequest request, ServerCallContext context) =>
        search.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
