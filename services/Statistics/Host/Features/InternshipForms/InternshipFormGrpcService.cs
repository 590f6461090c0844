using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.InternshipForms.ExportInternshipForms;
using Wenye.Statistics.Features.InternshipForms.GetInternshipForm;
using Wenye.Statistics.Features.InternshipForms.ListInternshipForms;
using Wenye.Statistics.Features.InternshipForms.SubmitInternshipForm;
using Wenye.Statistics.Features.InternshipForms.SumInternshipForms;

namespace Wenye.Statistics.Features.InternshipForms;

/// <summary>The calls of the internship form (见习汇总表接口); each is a folder beside this.</summary>
internal sealed class InternshipFormGrpcService(
    SubmitInternshipFormHandler submit, GetInternshipFormHandler get, ListInternshipFormsHandler list, SumInternshipFormsHandler sum, ExportInternshipFormsHandler export)
    : InternshipFormService.InternshipFormServiceBase
{
    public override Task<SubmitInternshipFormResponse> SubmitInternshipForm(SubmitInternshipFormRequest request, ServerCallContext context) =>
        submit.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetInternshipFormResponse> GetInternshipForm(GetInternshipFormRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListInternshipFormsResponse> ListInternshipForms(ListInternshipFormsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SumInternshipFormsResponse> SumInternshipForms(SumInternshipFormsRequest request, ServerCallContext context) =>
        sum.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task ExportInternshipForms(
        ExportInternshipFormsRequest request, IServerStreamWriter<ExportInternshipFormsResponse> responseStream, ServerCallContext context) =>
        export.HandleAsync(request, responseStream, Caller.From(context), context.CancellationToken);
}
