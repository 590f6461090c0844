using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Offices;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.RecordNotice;

/// <summary>Records that the person was told of the end of the registration (告知本人), 39号 二(一).</summary>
internal sealed class RecordNoticeHandler(
    RegistrationDbContext database, HandledRequests requests, ApplicationCommit commit, OfficeDirectory offices, TimeProvider time)
{
    public async Task<RecordNoticeResponse> HandleAsync(RecordNoticeRequest request, Caller caller, CancellationToken cancellation)
    {
        // Loaded before the question whether it is a repeat: a winner that commits in between is then seen by one of the two.
        var registration = await database.Registrations.LoadAsync(request.RegistrationId, caller, cancellation);
        var first = await requests.FindAsync<RecordNoticeResponse>(caller.Agency, request.RequestId, request, cancellation);
        if (first is not null)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        var faults = Faults(request, registration, ChinaTime.DayOf(by.At)).ToList();
        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        await offices.DemandAsync(request.Handling, caller, cancellation);
        if (!registration.NoticeRequired || registration.NotifiedOn is not null)
        {
            throw RpcErrors.FailedPrecondition("NO_NOTICE_DUE", "该失业登记没有待告知事项：尚未注销、无须告知或已告知");
        }

        registration.Notify(request.NotifiedOn.ToDay(), request.Manner.Chinese(), by);
        var person = await database.DetailsOfAsync(registration.PersonId, cancellation);
        var answer = new RecordNoticeResponse { Registration = registration.AnswerTo(person, caller) };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    private static IEnumerable<FieldError> Faults(RecordNoticeRequest request, UnemploymentRegistration registration, DateOnly today)
    {
        if (request.Manner == ServiceManner.Unspecified || !Enum.IsDefined(request.Manner))
        {
            yield return new("manner", "请从接口定义的方式中选择");
        }

        // 39号 二(一) 告知本人并注销: the person may be told before the end is entered.
        var day = RequestDays.Faults(request.NotifiedOn, "notified_on", "告知日期", registration.RegisteredOn, "登记日期", today);
        foreach (var fault in day.Concat(HandledBy.Faults(request.Handling, operatorRequired: true)))
        {
            yield return fault;
        }
    }
}
