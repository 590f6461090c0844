using Wenye.ServiceDefaults;

namespace Wenye.Registration.Data;

/// <summary>A registration as unemployed (失业登记). A person has at most one that is live.</summary>
public sealed class UnemploymentRegistration
{
    private readonly List<StoredRegistrationStep> steps = [];

    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>Place of registration, GB/T 2260 (登记失业地行政区划代码).</summary>
    public required string Division { get; init; }

    /// <summary>The office in charge (登记机构); null when none was named.</summary>
    public Guid? OfficeId { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    /// <summary>Code table AJC093 (失业登记原因).</summary>
    public required string UnemploymentReason { get; init; }

    /// <summary>Day of cancellation (注销失业登记时间 ADC210); null while the registration is live.</summary>
    public DateOnly? CancelledOn { get; private set; }

    /// <summary>Code table AJC00A (注销失业登记原因); null while live.</summary>
    public string? CancellationReason { get; private set; }

    /// <summary>Whether the person's status is employed since (转为就业状态).</summary>
    public bool BecameEmployed { get; private set; }

    /// <summary>Whether the person must be told (告知); they have been when <see cref="NotifiedOn"/> is set.</summary>
    public bool NoticeRequired { get; private set; }

    /// <summary>When the person was told of the end (告知日期).</summary>
    public DateOnly? NotifiedOn { get; private set; }

    /// <summary>Canonical decision registration.deregistration that ended it; null while live. Names no person.</summary>
    public string? CancellationDecision { get; private set; }

    /// <summary>The serial number of the exit record (系统流水号 AAZ341), reserved by the database when the registration begins.</summary>
    public string ExitSerial { get; private init; } = null!;

    /// <summary>What is due to the person next (应提供的服务), kept in step with the services recorded.</summary>
    public ServiceDues Dues { get; private set; } = new();

    /// <summary>PostgreSQL's xmin: of two calls at once, one wins.</summary>
    public uint Version { get; private set; }

    /// <summary>Who, when, where and why, oldest first.</summary>
    public IReadOnlyList<StoredRegistrationStep> Steps => steps;

    /// <summary>Begins it (登记).</summary>
    public void Open(ServiceDues dues, HandledBy by)
    {
        Dues = dues;
        Add(Contracts.Registration.V1.RegistrationStepKind.Registered, by, by.Remarks);
    }

    /// <summary>A service was recorded (服务): what is due next is kept in step.</summary>
    public void Serve(ServiceDues dues) => Dues = dues;

    /// <summary>Ends it (注销); whether that is lawful is decided before.</summary>
    /// <exception cref="InvalidOperationException">It has ended already.</exception>
    public void Cancel(DateOnly on, string reasonCode, bool becameEmployed, bool noticeRequired, string decision, string? grounds, HandledBy by)
    {
        if (CancelledOn is not null)
        {
            throw new InvalidOperationException("The registration has ended already.");
        }

        (CancelledOn, CancellationReason, BecameEmployed, NoticeRequired, CancellationDecision) = (on, reasonCode, becameEmployed, noticeRequired, decision);
        Add(Contracts.Registration.V1.RegistrationStepKind.Cancelled, by, grounds ?? by.Remarks);
    }

    /// <summary>Records that the person was told (告知).</summary>
    public void Notify(DateOnly on, string manner, HandledBy by)
    {
        NotifiedOn = on;
        Add(Contracts.Registration.V1.RegistrationStepKind.Notified, by, manner);
    }

    private void Add(Contracts.Registration.V1.RegistrationStepKind kind, HandledBy by, string? note) =>
        steps.Add(new StoredRegistrationStep
        {
            Sequence = steps.Count + 1,
            Kind = kind,
            OccurredAt = by.At,
            Agency = by.Agency,
            Division = by.Division,
            Operator = by.Operator,
            OfficeId = by.OfficeId,
            Note = note,
        });
}
