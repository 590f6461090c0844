using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Data;

/// <summary>A person's employment as registered (就业登记), 鲁人社字〔2020〕95号 附件三(三)3. At most one that is live with each employer.</summary>
public sealed class StoredEmployment
{
    private readonly List<StoredEmploymentStep> steps = [];

    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The whole form, its fields by the names that errors use, encrypted at rest; the columns beside it are what is searched and counted.</summary>
    public required string Form { get; init; }

    /// <summary>Place of work, GB/T 2260 (就业地).</summary>
    public required string Division { get; init; }

    /// <summary>Whether that place is urban (城镇区域).</summary>
    public required bool Urban { get; init; }

    /// <summary>就业类型.</summary>
    public required EmploymentType Type { get; init; }

    /// <summary>就业方式.</summary>
    public required EmploymentManner Manner { get; init; }

    /// <summary>就业时间.</summary>
    public required DateOnly EmployedOn { get; init; }

    /// <summary>就业时间依据.</summary>
    public required EmploymentBasis Basis { get; init; }

    /// <summary>单位统一社会信用代码; null where there is none.</summary>
    public required string? EmployerCode { get; init; }

    /// <summary>
    /// What tells the person's employers apart: the code, or else manner and name; a keyed hash, since a person who works for
    /// themself is named there.
    /// </summary>
    public required byte[] Employer { get; init; }

    /// <summary>从事产业类型.</summary>
    public required IndustrySector Sector { get; init; }

    /// <summary>国民经济行业 GB/T 4754; null when it was not told.</summary>
    public required string? Industry { get; init; }

    /// <summary>登记失业人员（是/否）, when it was registered.</summary>
    public required bool WasRegisteredUnemployed { get; init; }

    /// <summary>就业困难人员（是/否）, when it was registered.</summary>
    public required bool WasInHardship { get; init; }

    /// <summary>Canonical decision registration.employment; encrypted, as it tells the day of birth.</summary>
    public required string Decision { get; init; }

    /// <summary>Day of the end (终止就业日期); null while it lasts.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why the person is out of work since, code table AJC093; null while it lasts or when unknown.</summary>
    public string? EndReason { get; private set; }

    /// <summary>The division of the token that registered it: who ends a registration may register work in another place (登记地).</summary>
    public required string HandledIn { get; init; }

    /// <summary>PostgreSQL's xmin: of two calls at once, one wins.</summary>
    public uint Version { get; private set; }

    /// <summary>Who, when, where and why, oldest first.</summary>
    public IReadOnlyList<StoredEmploymentStep> Steps => steps;

    /// <summary>Begins it (登记).</summary>
    public void Begin(HandledBy by) => Add(EmploymentStepKind.Registered, by);

    /// <summary>Ends it (终止就业登记).</summary>
    /// <exception cref="InvalidOperationException">It has ended already.</exception>
    public void End(DateOnly on, string? reason, HandledBy by)
    {
        if (EndedOn is not null)
        {
            throw new InvalidOperationException("The employment has ended already.");
        }

        (EndedOn, EndReason) = (on, reason);
        Add(EmploymentStepKind.Ended, by);
    }

    private void Add(EmploymentStepKind kind, HandledBy by) => steps.Add(new StoredEmploymentStep
    {
        Sequence = steps.Count + 1,
        Kind = kind,
        OccurredAt = by.At,
        Agency = by.Agency,
        Division = by.Division,
        Operator = by.Operator,
        OfficeId = by.OfficeId,
        Note = by.Remarks,
    });
}
