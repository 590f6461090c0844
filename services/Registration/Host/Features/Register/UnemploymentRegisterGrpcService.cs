using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Features.Register.CancelRegistration;
using Wenye.Registration.Features.Register.CountOverdueServices;
using Wenye.Registration.Features.Register.GetRegistration;
using Wenye.Registration.Features.Register.ListOverdueServices;
using Wenye.Registration.Features.Register.RecordNotice;
using Wenye.Registration.Features.Register.RecordPension;
using Wenye.Registration.Features.Register.RecordService;
using Wenye.Registration.Features.Register.SearchRegistrations;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register;

/// <summary>The calls of the register of unemployed people (失业登记台账接口); each is a folder beside this file.</summary>
internal sealed class UnemploymentRegisterGrpcService(
    GetRegistrationHandler get, SearchRegistrationsHandler search, RecordServiceHandler serve, ListOverdueServicesHandler overdue,
    CountOverdueServicesHandler count, CancelRegistrationHandler cancel, RecordNoticeHandler notify, RecordPensionHandler pension)
    : UnemploymentRegisterService.UnemploymentRegisterServiceBase
{
    public override Task<GetRegistrationResponse> GetRegistration(GetRegistrationRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SearchRegistrationsResponse> SearchRegistrations(SearchRegistrationsRequest request, ServerCallContext context) =>
        search.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordServiceResponse> RecordService(RecordServiceRequest request, ServerCallContext context) =>
        serve.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListOverdueServicesResponse> ListOverdueServices(ListOverdueServicesRequest request, ServerCallContext context) =>
        overdue.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CountOverdueServicesResponse> CountOverdueServices(CountOverdueServicesRequest request, ServerCallContext context) =>
        count.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CancelRegistrationResponse> CancelRegistration(CancelRegistrationRequest request, ServerCallContext context) =>
        cancel.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordNoticeResponse> RecordNotice(RecordNoticeRequest request, ServerCallContext context) =>
        notify.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordPensionResponse> RecordPension(RecordPensionRequest request, ServerCallContext context) =>
        pension.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
