using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Offices;
using Wenye.Registration.Domain.Applications;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.RecordPension;

/// <summary>Records that a person draws a basic pension (享受基本养老保险待遇) and ends a live registration by itself.</summary>
/// <remarks>39号 二(一)4: 能实现退休信息互认的由山东就业信息系统自动注销失业登记 — wherever in the province it stands.</remarks>
internal sealed class RecordPensionHandler(
    HandledRequests requests, ApplicationCommit commit, People people, RegistrationClosing closing,
    OfficeDirectory offices, ICodeTables codes, TimeProvider time)
{
    private const string DrawsPension = "21";

    private static readonly string[] Identifying = ["AAC058", "AAC044"];

    private static readonly FieldTable Identity = new(
        FieldRules.Deregistration.Source, "身份证件", dayField: null, [.. FieldRules.Deregistration.Rows.Where(row => Identifying.Contains(row.Code))]);

    public async Task<RecordPensionResponse> HandleAsync(RecordPensionRequest request, Caller caller, CancellationToken cancellation)
    {
        var by = HandledBy.Of(request.Handling, caller, time);
        var faults = Faults(request, ChinaTime.DayOf(by.At)).ToList();
        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        // Held before the question whether it is a repeat: a winner has committed by then.
        var person = await people.HoldAsync(request.Identity.IdDocumentType, request.Identity.IdDocumentNumber.ToUpperInvariant(), cancellation);
        var first = await requests.FindAsync<RecordPensionResponse>(caller.Agency, request.RequestId, request, cancellation);
        if (first is not null)
        {
            return first;
        }

        await offices.DemandAsync(request.Handling, caller, cancellation);
        person.PensionSince = request.ReceivesSince.ToDay();
        var others = await people.HoldOthersAsync(person, cancellation);
        var answer = await closing.FindLiveAsync(person, others, cancellation) is { } live ? End(live, person, caller, by) : new RecordPensionResponse();
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    private RecordPensionResponse End(UnemploymentRegistration live, Person person, Caller caller, HandledBy by)
    {
        // Someone may have been registered while drawing it: a registration does not end before it began.
        var since = person.PensionSince!.Value;
        var details = PersonDetails.Of(person.Details);
        var decision = closing.Close(
            live, DrawsPension, since > live.RegisteredOn ? since : live.RegisteredOn, "社会保险经办机构告知享受基本养老保险待遇", by,
            ResidentId.TryParse(details.IdDocumentNumber, out _) ? details.IdDocumentNumber : null);
        return new RecordPensionResponse
        {
            Registration = caller.MaySee(live.Division) ? live.AnswerTo(details, caller) : null,
            Decision = decision.ToContract(),
        };
    }

    private IEnumerable<FieldError> Faults(RecordPensionRequest request, DateOnly today)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AAC058"] = request.Identity?.IdDocumentType ?? "",
            ["AAC044"] = request.Identity?.IdDocumentNumber ?? "",
        };
        return Identity.Validate(fields, codes, today).Select(fault => new FieldError(fault.Code, fault.Message))
            .Concat(RequestDays.Faults(request.ReceivesSince, "receives_since", "开始享受待遇的日期", DateOnly.MinValue, "", today))
            .Concat(HandledBy.Faults(request.Handling, operatorRequired: true));
    }
}
