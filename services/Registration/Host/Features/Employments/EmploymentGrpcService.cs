using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Features.Employments.EndEmployment;
using Wenye.Registration.Features.Employments.GetEmployment;
using Wenye.Registration.Features.Employments.RegisterEmployment;
using Wenye.Registration.Features.Employments.SearchEmployments;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Employments;

/// <summary>The calls of EmploymentService (就业登记接口); each is a folder beside this file.</summary>
internal sealed class EmploymentGrpcService(
    RegisterEmploymentHandler register, EndEmploymentHandler end, GetEmploymentHandler get, SearchEmploymentsHandler search)
    : EmploymentService.EmploymentServiceBase
{
    public override Task<RegisterEmploymentResponse> RegisterEmployment(RegisterEmploymentRequest request, ServerCallContext context) =>
        register.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<EndEmploymentResponse> EndEmployment(EndEmploymentRequest request, ServerCallContext context) =>
        end.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetEmploymentResponse> GetEmployment(GetEmploymentRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SearchEmploymentsResponse> SearchEmployments(SearchEmploymentsRequest request, ServerCallContext context) =>
        search.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
