using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Warnings;

namespace Wenye.Statistics.Features.Warnings.ChangeWarning;

/// <summary>Takes a warning up, says what was done about it, and ends it (签收、处置、解除).</summary>
internal sealed class ChangeWarningHandler(StatisticsDbContext database, HandledRequests requests, TimeProvider time)
{
    private const int LongestText = 500;

    public Task<AcknowledgeWarningResponse> AcknowledgeAsync(AcknowledgeWarningRequest request, Caller caller, CancellationToken cancellation) =>
        ChangeAsync(
            new(request, request.RequestId, request.WarningId, request.Handling, WarningState.Acknowledged, null),
            [WarningState.Open], warning => new AcknowledgeWarningResponse { Warning = warning }, caller, cancellation);

    public Task<HandleWarningResponse> HandleAsync(HandleWarningRequest request, Caller caller, CancellationToken cancellation) =>
        ChangeAsync(
            new(request, request.RequestId, request.WarningId, request.Handling, WarningState.Handled, ("measure", request.Measure)),
            [WarningState.Acknowledged, WarningState.Handled], warning => new HandleWarningResponse { Warning = warning }, caller, cancellation);

    public Task<CloseWarningResponse> CloseAsync(CloseWarningRequest request, Caller caller, CancellationToken cancellation) =>
        ChangeAsync(
            new(request, request.RequestId, request.WarningId, request.Handling, WarningState.Closed, ("reason", request.Reason)),
            [WarningState.Acknowledged, WarningState.Handled, WarningState.Lapsed], warning => new CloseWarningResponse { Warning = warning }, caller, cancellation);

    private async Task<TResponse> ChangeAsync<TResponse>(
        Asked asked, WarningState[] from, Func<Warning, TResponse> answer, Caller caller, CancellationToken cancellation)
        where TResponse : class, IMessage<TResponse>, new()
    {
        var id = Validate(asked);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.Database.ExecuteSqlAsync(Evaluation.Lock, cancellation);
        var warning = await database.Set<StoredWarning>().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (warning is null || !caller.MaySee(warning.Division))
        {
            throw WarningAnswers.NotFound();
        }

        if (await requests.FindAsync<TResponse>(caller.Agency, asked.RequestId, asked.Request, cancellation) is { } first)
        {
            return first;
        }

        if (!from.Contains(WarningAnswers.Of<WarningState>(warning.State)))
        {
            throw RpcErrors.FailedPrecondition("WARNING_STATE", "预警当前的状态不能办理该环节：先签收，再处置或解除");
        }

        (warning.State, warning.Steps) = (Term<WarningState>.Text(asked.To), warning.Steps + 1);
        database.Add(new WarningStep { WarningId = warning.Id, State = warning.State, Level = warning.Level }
            .By(warning.Steps, HandledBy.Of(asked.Handling, caller, time), asked.Told?.Text));
        return await requests.SaveAsync(caller.Agency, asked.RequestId, asked.Request, answer(warning.ToContract()), cancellation);
    }

    private static Guid Validate(Asked asked)
    {
        var faults = new RequestFaults();
        var id = faults.Id(asked.WarningId, "warning_id", WarningAnswers.NoId);
        if (asked.Told is { } told)
        {
            faults.Text(told.Text, told.Field, LongestText);
        }

        faults.Add(HandledBy.Faults(asked.Handling, operatorRequired: true)).ThrowIfAny();
        return id;
    }

    /// <summary>What is asked for.</summary>
    private sealed record Asked(IMessage Request, string RequestId, string WarningId, Handling? Handling, WarningState To, (string Field, string Text)? Told);
}
