using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Offices;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.SupplyMissingItems;

/// <summary>Records that what was missing has been supplied (补齐材料), 39号 五(一) 容缺办理.</summary>
internal sealed class SupplyMissingItemsHandler(
    RegistrationDbContext database, HandledRequests requests, ApplicationCommit commit, OfficeDirectory offices, TimeProvider time)
{
    public async Task<SupplyMissingItemsResponse> HandleAsync(SupplyMissingItemsRequest request, Caller caller, CancellationToken cancellation)
    {
        if (HandledBy.Faults(request.Handling, operatorRequired: false).ToList() is { Count: > 0 } faults)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        // Loaded before the question whether it is a repeat: a winner that commits in between is then seen by one of the two.
        var application = await database.Applications.LoadAsync(request.ApplicationId, caller, cancellation);
        var first = await requests.FindAsync<SupplyMissingItemsResponse>(caller.Agency, request.RequestId, request, cancellation);
        if (first is not null)
        {
            return first;
        }

        await offices.DemandAsync(request.Handling, caller, cancellation);
        var by = HandledBy.Of(request.Handling, caller, time);
        application.Supply(ChinaTime.DayOf(by.At), by);
        var answer = new SupplyMissingItemsResponse { Application = application.AnswerTo(caller) };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }
}
