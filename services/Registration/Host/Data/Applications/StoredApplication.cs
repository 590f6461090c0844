using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Data;

/// <summary>An application as stored (失业登记申请).</summary>
/// <remarks>
/// The form is kept whole and encrypted; what queries need stands beside it in clear. States follow 鲁人社字〔2020〕39号
/// 附件5 三(二): 待审核 → 审核中 → 已审核. Every change is a step that says who, when and why.
/// </remarks>
public sealed class StoredApplication
{
    private readonly List<StoredStep> steps = [];

    public required Guid Id { get; init; }

    /// <summary>The ministry's number of the application, unique (失业登记申请编号 ADC201); null for one made here.</summary>
    public required string? Number { get; init; }

    /// <summary>This system's serial number, unique (系统流水号 AAZ341); see <see cref="SerialNumbers"/>.</summary>
    public required string Serial { get; init; }

    /// <summary>How it came (登记渠道).</summary>
    public ApplicationChannel Channel { get; init; } = ApplicationChannel.MinistryPlatform;

    /// <summary>The office that took it in (受理机构); null when none was named.</summary>
    public Guid? OfficeId { get; init; }

    /// <summary>Place of employment or insurance, where the person asks to be registered there (就业地、参保地); null: as ADC221 says.</summary>
    public RegistrationPlace? Place { get; init; }

    /// <summary>From what the office knows that place (核实情况), encrypted at rest; null when nobody said.</summary>
    public string? PlaceEvidence { get; init; }

    /// <summary>What is missing (容缺事项) as a JSON list, encrypted at rest; null when nothing is.</summary>
    public string? Missing { get; init; }

    /// <summary>When the applicant committed to supply it (承诺日期).</summary>
    public DateOnly? CommittedOn { get; init; }

    /// <summary>When it was supplied (补齐日期).</summary>
    public DateOnly? SuppliedOn { get; private set; }

    /// <summary>Place of registration, GB/T 2260 (登记失业地行政区划代码 AAB301).</summary>
    public required string Division { get; init; }

    /// <summary>Day of application (申请日期 AAE127).</summary>
    public required DateOnly AppliedOn { get; init; }

    /// <summary>Code table AJC093 (失业登记原因).</summary>
    public required string UnemploymentReason { get; init; }

    /// <summary>ADC222 = 1 (是否申领失业保险金).</summary>
    public required bool ClaimsBenefit { get; init; }

    /// <summary>Keyed hash of kind and number of the identity document: finds the person without showing the number.</summary>
    public required byte[] Applicant { get; init; }

    /// <summary>The 40 fields by ministry code as JSON, encrypted at rest.</summary>
    public required SealedText Form { get; init; }

    /// <summary>Day by which the review must be done (办结期限); null where no document or calendar in force tells it.</summary>
    public required DateOnly? ReviewDue { get; init; }

    /// <summary>Canonical decision registration.eligibility taken on the form, encrypted at rest: it states the birth date.</summary>
    public required SealedText EligibilityDecision { get; init; }

    /// <summary>Canonical decision registration.deadline, encrypted at rest.</summary>
    public required string DeadlineDecision { get; init; }

    /// <summary>Canonical decision of the review that was applied, encrypted at rest; null until reviewed.</summary>
    public string? ReviewDecision { get; private set; }

    public ApplicationState State { get; private set; }

    /// <summary>The registration that an approval made; null otherwise.</summary>
    public Guid? RegistrationId { get; private set; }

    /// <summary>PostgreSQL's xmin: of two reviewers at once, one wins.</summary>
    public uint Version { get; private set; }

    public IReadOnlyList<StoredStep> Steps => steps;

    /// <summary>Takes the application (受理): 待审核.</summary>
    public void Receive(HandledBy by) =>
        Move(ApplicationState.Unspecified, ApplicationState.PendingReview, by);

    /// <summary>Takes it up for review (开始审核): 待审核 → 审核中.</summary>
    /// <exception cref="RpcException">FAILED_PRECONDITION when it is not pending.</exception>
    public void StartReview(HandledBy by) =>
        Move(ApplicationState.PendingReview, ApplicationState.UnderReview, by);

    /// <summary>Approves it (审核通过): 审核中 → 已审核; a pending one is taken up first.</summary>
    /// <exception cref="RpcException">FAILED_PRECONDITION when it is decided already.</exception>
    public void Approve(Guid registrationId, string decision, HandledBy by)
    {
        TakeUp(by);
        Move(ApplicationState.UnderReview, ApplicationState.Approved, by);
        RegistrationId = registrationId;
        ReviewDecision = decision;
    }

    /// <summary>Takes over what an earlier system decided (承接原系统登记): approved without a review here.</summary>
    public void TakeOver(Guid registrationId, HandledBy by)
    {
        TakeUp(by);
        Move(ApplicationState.UnderReview, ApplicationState.Approved, by, "原系统已办理失业登记，批量导入");
        RegistrationId = registrationId;
    }

    /// <summary>Rejects it (审核不通过), like an approval, with the reason told to the applicant (AAE360).</summary>
    /// <exception cref="RpcException">FAILED_PRECONDITION when it is decided already.</exception>
    public void Reject(string explanation, string decision, HandledBy by)
    {
        TakeUp(by);
        Move(ApplicationState.UnderReview, ApplicationState.Rejected, by, explanation);
        ReviewDecision = decision;
    }

    /// <summary>Closes it, as its applicant is registered by another one (重复申请办结): what they asked for has been done, nothing is refused.</summary>
    /// <exception cref="RpcException">FAILED_PRECONDITION when it is decided already.</exception>
    public void CloseAsDuplicate(HandledBy by)
    {
        DemandUndecided();
        State = ApplicationState.ClosedAsDuplicate;
        Add(by, "申请人已由另一申请办理失业登记，登记结果全省互认，本申请办结");
    }

    /// <summary>What was missing has been supplied (补齐材料): the commitment of 39号 五(一) is fulfilled, whatever the state.</summary>
    /// <exception cref="RpcException">FAILED_PRECONDITION, reason NOTHING_MISSING.</exception>
    public void Supply(DateOnly on, HandledBy by)
    {
        if (Missing is null || SuppliedOn is not null)
        {
            throw RpcErrors.FailedPrecondition("NOTHING_MISSING", "该申请没有待补齐的材料或手续，无须办理");
        }

        SuppliedOn = on;
        Add(by, by.Remarks ?? "容缺材料已补齐");
    }

    /// <summary>Demands that nobody has decided it yet (尚未审核), before a decision is taken.</summary>
    /// <exception cref="RpcException">FAILED_PRECONDITION, reason ILLEGAL_STATE.</exception>
    public void DemandUndecided()
    {
        if (State is not (ApplicationState.PendingReview or ApplicationState.UnderReview))
        {
            throw IllegalState(ApplicationState.UnderReview);
        }
    }

    // 附件5 三(二) knows no way from 待审核 to 已审核 but through 审核中: an office that decides at once has taken it up.
    private void TakeUp(HandledBy by)
    {
        if (State == ApplicationState.PendingReview)
        {
            StartReview(by);
        }
    }

    private void Move(ApplicationState from, ApplicationState to, HandledBy by, string? reason = null)
    {
        if (State != from)
        {
            throw IllegalState(from);
        }

        State = to;
        Add(by, reason);
    }

    private void Add(HandledBy by, string? reason) =>
        steps.Add(new StoredStep
        {
            ApplicationId = Id,
            Sequence = steps.Count + 1,
            State = State,
            OccurredAt = by.At,
            Agency = by.Agency,
            Division = by.Division,
            Operator = by.Operator,
            OfficeId = by.OfficeId,
            Reason = reason,
        });

    private RpcException IllegalState(ApplicationState expected) => RpcErrors.FailedPrecondition(
        "ILLEGAL_STATE", $"申请当前为“{State.Chinese()}”，只有“{expected.Chinese()}”的申请才能办理此环节");
}
