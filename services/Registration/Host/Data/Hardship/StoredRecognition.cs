using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Domain.Hardship;
using Wenye.ServiceDefaults;
using HardshipCategory = Wenye.Registration.Domain.Hardship.HardshipCategory;

namespace Wenye.Registration.Data;

/// <summary>A recognition as stored (就业困难人员认定).</summary>
/// <remarks>
/// 待审核 → 公示中 → 已认定, or 不予认定, or 已撤销. That its day is over needs no change here: <see cref="StateOn"/> tells it.
/// Every change is a step that says who, when, where and why.
/// </remarks>
public sealed class StoredRecognition
{
    private readonly List<StoredRecognitionStep> steps = [];

    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The registration as unemployed that it goes with.</summary>
    public required Guid RegistrationId { get; init; }

    /// <summary>Place of the registration, GB/T 2260.</summary>
    public required string Division { get; init; }

    public required HardshipCategory Category { get; init; }

    /// <summary>The city's name of its own category (各市确定的类别); empty for the others.</summary>
    public required string CityCategory { get; init; }

    /// <summary>Of a member of a zero-employment family: a keyed hash of the household (家庭标识); null: none was told.</summary>
    public Guid? FamilyId { get; set; }

    /// <summary>What was supplied, as JSON, encrypted at rest (证明材料). The last one of a fact counts.</summary>
    public required string Evidence { get; set; }

    /// <summary>Canonical decision registration.hardship, the latest, encrypted at rest: it states the birth date.</summary>
    public required string Decision { get; set; }

    /// <summary>As the last step left it; one whose day is over stays 已认定 here until the person applies again.</summary>
    public RecognitionState State { get; private set; }

    /// <summary>First day of publicity (公示起始日); null before.</summary>
    public DateOnly? PublicisedFrom { get; private set; }

    /// <summary>Last day of publicity (公示截止日).</summary>
    public DateOnly? PublicisedTo { get; private set; }

    /// <summary>Whether an objection waits for what the inquiry finds (异议待核实).</summary>
    public bool ObjectionOpen { get; private set; }

    /// <summary>Months it will hold, as decided at review (有效期); null before.</summary>
    public int? ValidMonths { get; private set; }

    /// <summary>The day on which it no longer holds whatever its months; null when no age limits it.</summary>
    public DateOnly? EndsBefore { get; private set; }

    public DateOnly? RecognisedOn { get; private set; }

    /// <summary>Last day it holds (到期日); null before it is confirmed.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>PostgreSQL's xmin: of two calls at once, one wins.</summary>
    public uint Version { get; private set; }

    public IReadOnlyList<StoredRecognitionStep> Steps => steps;

    /// <summary>What it is on a day (认定状态): a recognition whose last day is over has expired, whoever looked or not.</summary>
    public RecognitionState StateOn(DateOnly day) => State == RecognitionState.Recognised && ExpiresOn < day ? RecognitionState.Expired : State;

    /// <summary>Takes the application in (申请).</summary>
    public void Apply(HandledBy by) => Move(RecognitionState.Applied, by, by.Remarks);

    /// <summary>Begins publicity (公示); where no document asks for any, it can be confirmed at once.</summary>
    public void Publicise(DateOnly from, HardshipTerms terms, HandledBy by)
    {
        PublicisedFrom = terms.PublicisedTo is null ? null : from;
        (PublicisedTo, ValidMonths, EndsBefore) = (terms.PublicisedTo, terms.ValidMonths, terms.EndsBefore);
        Move(RecognitionState.Publicised, by, by.Remarks);
    }

    /// <summary>Records an objection (公示异议), to be looked into.</summary>
    public void RecordObjection(string objection, HandledBy by)
    {
        ObjectionOpen = true;
        Move(RecognitionState.Publicised, by, objection);
    }

    /// <summary>Records what the inquiry found (调查核实): upheld refuses the recognition, otherwise publicity stands.</summary>
    /// <exception cref="RpcException">FAILED_PRECONDITION, reason NO_OBJECTION, when none waits for it.</exception>
    public void AnswerObjection(bool upheld, HandledBy by)
    {
        if (!ObjectionOpen)
        {
            throw RpcErrors.FailedPrecondition("NO_OBJECTION", "该认定没有待核实的异议，请先登记异议");
        }

        ObjectionOpen = false;
        Move(upheld ? RecognitionState.Refused : RecognitionState.Publicised, by, (upheld ? "异议成立" : "异议不成立") + (by.Remarks is null ? "" : $"：{by.Remarks}"));
    }

    /// <summary>Recognises the person (认定) from a day on.</summary>
    public void Confirm(DateOnly on, HandledBy by)
    {
        var byMonths = on.AddMonths(ValidMonths!.Value).AddDays(-1);
        var byAge = EndsBefore?.AddDays(-1) ?? DateOnly.MaxValue;
        (RecognisedOn, ExpiresOn) = (on, byMonths < byAge ? byMonths : byAge);
        Move(RecognitionState.Recognised, by, by.Remarks);
    }

    /// <summary>Revokes it (撤销).</summary>
    public void Revoke(string reason, HandledBy by) => Move(RecognitionState.Revoked, by, reason);

    /// <summary>Says in the row what the calendar says already (到期), so that the person may apply again.</summary>
    public void Expire(HandledBy by) => Move(RecognitionState.Expired, by, note: null);

    /// <summary>Demands a state (当前状态), before anything is decided.</summary>
    /// <exception cref="RpcException">FAILED_PRECONDITION, reason ILLEGAL_STATE.</exception>
    public void Demand(RecognitionState expected, DateOnly today)
    {
        if (StateOn(today) != expected)
        {
            throw RpcErrors.FailedPrecondition(
                "ILLEGAL_STATE", $"认定当前为“{StateOn(today).Chinese()}”，只有“{expected.Chinese()}”的才能办理此环节，请重新查询后办理");
        }
    }

    /// <summary>Demands that publicity is over, no objection waits and retirement has not come (公示无异议).</summary>
    /// <exception cref="RpcException">FAILED_PRECONDITION, reason OBJECTION_OPEN, PUBLICITY_RUNNING or PAST_RETIREMENT.</exception>
    public void DemandConfirmable(DateOnly today)
    {
        if (ObjectionOpen)
        {
            throw RpcErrors.FailedPrecondition("OBJECTION_OPEN", "公示异议尚未核实，请先调查核实并登记结果");
        }

        if (today <= PublicisedTo)
        {
            throw RpcErrors.FailedPrecondition("PUBLICITY_RUNNING", $"公示至{PublicisedTo:yyyy-MM-dd}，请在公示期满后办理");
        }

        if (EndsBefore <= today)
        {
            throw RpcErrors.FailedPrecondition("PAST_RETIREMENT", "该人员已达到法定退休年龄，不再符合该类别");
        }
    }

    private void Move(RecognitionState to, HandledBy by, string? note)
    {
        State = to;
        steps.Add(new StoredRecognitionStep
        {
            RecognitionId = Id,
            Sequence = steps.Count + 1,
            State = to,
            OccurredAt = by.At,
            Agency = by.Agency,
            Division = by.Division,
            Operator = by.Operator,
            OfficeId = by.OfficeId,
            Note = note,
        });
    }
}
