using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Features.Classes.CancelClass;
using Wenye.Training.Features.Classes.CloseClass;
using Wenye.Training.Features.Classes.EnrolTrainees;
using Wenye.Training.Features.Classes.GetClass;
using Wenye.Training.Features.Classes.GetRosterImport;
using Wenye.Training.Features.Classes.ListClasses;
using Wenye.Training.Features.Classes.ListRosterFaults;
using Wenye.Training.Features.Classes.ListTrainees;
using Wenye.Training.Features.Classes.OpenClass;
using Wenye.Training.Features.Classes.PlanClass;
using Wenye.Training.Features.Classes.RecordAttendance;
using Wenye.Training.Features.Classes.RecordResults;
using Wenye.Training.Features.Classes.StartClass;
using Wenye.Training.Features.Classes.WithdrawTrainee;

namespace Wenye.Training.Features.Classes;

/// <summary>The calls of classes (班级接口); each is a folder beside this file.</summary>
internal sealed class ClassGrpcService(
    PlanClassHandler plan, OpenClassHandler open, EnrolTraineesHandler enrol, GetRosterImportHandler progress,
    ListRosterFaultsHandler faults, WithdrawTraineeHandler withdraw, StartClassHandler start, RecordAttendanceHandler attendance,
    RecordResultsHandler results, CloseClassHandler close, CancelClassHandler cancel, GetClassHandler get, ListClassesHandler list, ListTraineesHandler trainees)
    : ClassService.ClassServiceBase
{
    public override Task<PlanClassResponse> PlanClass(PlanClassRequest request, ServerCallContext context) =>
        plan.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<OpenClassResponse> OpenClass(OpenClassRequest request, ServerCallContext context) =>
        open.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<EnrolTraineesResponse> EnrolTrainees(IAsyncStreamReader<EnrolTraineesRequest> requestStream, ServerCallContext context) =>
        enrol.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task<GetRosterImportResponse> GetRosterImport(GetRosterImportRequest request, ServerCallContext context) =>
        progress.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListRosterFaultsResponse> ListRosterFaults(ListRosterFaultsRequest request, ServerCallContext context) =>
        faults.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<WithdrawTraineeResponse> WithdrawTrainee(WithdrawTraineeRequest request, ServerCallContext context) =>
        withdraw.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<StartClassResponse> StartClass(StartClassRequest request, ServerCallContext context) =>
        start.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordAttendanceResponse> RecordAttendance(RecordAttendanceRequest request, ServerCallContext context) =>
        attendance.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordResultsResponse> RecordResults(RecordResultsRequest request, ServerCallContext context) =>
        results.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CloseClassResponse> CloseClass(CloseClassRequest request, ServerCallContext context) =>
        close.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CancelClassResponse> CancelClass(CancelClassRequest request, ServerCallContext context) =>
        cancel.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetClassResponse> GetClass(GetClassRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListClassesResponse> ListClasses(ListClassesRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListTraineesResponse> ListTrainees(ListTraineesRequest request, ServerCallContext context) =>
        trainees.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
