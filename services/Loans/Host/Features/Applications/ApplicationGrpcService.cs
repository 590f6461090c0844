using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Features.Applications.CancelContract;
using Wenye.Loans.Features.Applications.DecideQualification;
using Wenye.Loans.Features.Applications.ExtendBankStep;
using Wenye.Loans.Features.Applications.GetApplication;
using Wenye.Loans.Features.Applications.ListApplications;
using Wenye.Loans.Features.Applications.ListOverdueSteps;
using Wenye.Loans.Features.Applications.RecordBankCheck;
using Wenye.Loans.Features.Applications.RecordDueDiligence;
using Wenye.Loans.Features.Applications.RecordRefusalNotice;
using Wenye.Loans.Features.Applications.RequestMaterial;
using Wenye.Loans.Features.Applications.SignContract;
using Wenye.Loans.Features.Applications.SubmitApplication;
using Wenye.Loans.Features.Applications.SupplyMaterial;
using Wenye.Loans.Features.Applications.WithdrawApplication;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications;

/// <summary>Applications (贷款申请接口); each rpc is a folder beside this file.</summary>
internal sealed class ApplicationGrpcService(
    SubmitApplicationHandler submitApplication,
    SupplyMaterialHandler supplyMaterial,
    WithdrawApplicationHandler withdrawApplication,
    DecideQualificationHandler decideQualification,
    RecordDueDiligenceHandler recordDueDiligence,
    RecordBankCheckHandler recordBankCheck,
    SignContractHandler signContract,
    CancelContractHandler cancelContract,
    ExtendBankStepHandler extendBankStep,
    RequestMaterialHandler requestMaterial,
    RecordRefusalNoticeHandler recordRefusalNotice,
    GetApplicationHandler getApplication,
    ListApplicationsHandler listApplications,
    ListOverdueStepsHandler listOverdueSteps)
    : ApplicationService.ApplicationServiceBase
{
    public override Task<SubmitApplicationResponse> SubmitApplication(SubmitApplicationRequest request, ServerCallContext context) =>
        submitApplication.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SupplyMaterialResponse> SupplyMaterial(SupplyMaterialRequest request, ServerCallContext context) =>
        supplyMaterial.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<WithdrawApplicationResponse> WithdrawApplication(WithdrawApplicationRequest request, ServerCallContext context) =>
        withdrawApplication.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<DecideQualificationResponse> DecideQualification(DecideQualificationRequest request, ServerCallContext context) =>
        decideQualification.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordDueDiligenceResponse> RecordDueDiligence(RecordDueDiligenceRequest request, ServerCallContext context) =>
        recordDueDiligence.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordBankCheckResponse> RecordBankCheck(RecordBankCheckRequest request, ServerCallContext context) =>
        recordBankCheck.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SignContractResponse> SignContract(SignContractRequest request, ServerCallContext context) =>
        signContract.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CancelContractResponse> CancelContract(CancelContractRequest request, ServerCallContext context) =>
        cancelContract.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ExtendBankStepResponse> ExtendBankStep(ExtendBankStepRequest request, ServerCallContext context) =>
        extendBankStep.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RequestMaterialResponse> RequestMaterial(RequestMaterialRequest request, ServerCallContext context) =>
        requestMaterial.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordRefusalNoticeResponse> RecordRefusalNotice(RecordRefusalNoticeRequest request, ServerCallContext context) =>
        recordRefusalNotice.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetApplicationResponse> GetApplication(GetApplicationRequest request, ServerCallContext context) =>
        getApplication.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListApplicationsResponse> ListApplications(ListApplicationsRequest request, ServerCallContext context) =>
        listApplications.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListOverdueStepsResponse> ListOverdueSteps(ListOverdueStepsRequest request, ServerCallContext context) =>
        listOverdueSteps.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
