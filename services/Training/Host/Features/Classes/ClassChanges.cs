using Google.Protobuf;
using Wenye.Contracts.Type.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Classes;

/// <summary>A call that changes a class (班级办理请求).</summary>
/// <param name="Request">The whole request.</param>
/// <param name="RequestId">Its request_id.</param>
/// <param name="ClassId">The class.</param>
/// <param name="Handling">Without faults.</param>
/// <param name="Caller">Who calls.</param>
internal sealed record ClassCommand(IMessage Request, string RequestId, Guid ClassId, Handling? Handling, Caller Caller);

/// <summary>Changes a class under the lock of its row (班级办理): class, steps and answer are committed together, a repeat is answered as before.</summary>
internal sealed class ClassChanges(TrainingDbContext database, HandledRequests requests, TimeProvider time)
{
    /// <summary>Applies a change and answers with what the class is then (办理).</summary>
    /// <param name="command">The call.</param>
    /// <param name="change">What is done; it throws when the class does not allow it.</param>
    /// <param name="answer">The response with the class.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Grpc.Core.RpcException">As <see cref="ClassQueries.HoldClassAsync"/>, as the change throws, and on a bad request_id.</exception>
    public async Task<TResponse> ApplyAsync<TResponse>(
        ClassCommand command, Func<TrainingClass, HandledBy, Task> change, Func<Contract.TrainingClass, TResponse> answer, CancellationToken cancellation)
        where TResponse : class, IMessage<TResponse>, new()
    {
        var (agency, id) = (command.Caller.Agency, command.RequestId);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var held = await database.HoldClassAsync(command.ClassId, command.Caller, cancellation);
        if (await requests.FindAsync<TResponse>(agency, id, command.Request, cancellation) is { } first)
        {
            return first;
        }

        await change(held, HandledBy.Of(command.Handling, command.Caller, time));
        var name = await database.NameOfAsync(held.InstitutionId, cancellation);
        return await requests.SaveAsync(agency, id, command.Request, answer(held.ToContract(name)), cancellation);
    }
}
