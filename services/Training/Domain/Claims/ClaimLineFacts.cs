using Wenye.Policy;

namespace Wenye.Training.Domain.Claims;

/// <summary>What is claimed (补贴种类).</summary>
public enum ClaimKind
{
    /// <summary>职业培训补贴.</summary>
    TrainingSubsidy = 1,

    /// <summary>职业技能鉴定补贴.</summary>
    AppraisalSubsidy,

    /// <summary>生活费补贴.</summary>
    LivingAllowance,

    /// <summary>线上平台培训补贴.</summary>
    OnlinePlatform,
}

/// <summary>What training.claim_line looks at (申领明细的事实): a line beside the other claims, and the office that has it before it.</summary>
public sealed record ClaimLineFacts : IFacts
{
    /// <summary>补贴种类.</summary>
    public Fact<ClaimKind> Kind { get; init => field = value.Named("kind"); } = Fact.Unproven<ClaimKind>("kind");

    /// <summary>The same certificate was already paid for (该证书已享受补贴).</summary>
    public Fact<bool> CertificateUsed { get; init => field = value.Named("certificate_used"); } = Fact.Unproven<bool>("certificate_used");

    /// <summary>The person's household is registered in the place of the office (户籍在本地).</summary>
    public Fact<bool> HouseholdHere { get; init => field = value.Named("household_here"); } = Fact.Unproven<bool>("household_here");

    /// <summary>The day on which the course was completed (培训结束日期).</summary>
    public Fact<DateOnly> CompletedOn { get; init => field = value.Named("completed_on"); } = Fact.Unproven<DateOnly>("completed_on");

    /// <summary>Reads the facts by name (读取).</summary>
    public static ClaimLineFacts Read(FactSet given) => new()
    {
        Kind = given.Choice<ClaimKind>("kind"),
        CertificateUsed = given.Truth("certificate_used"),
        HouseholdHere = given.Truth("household_here"),
        CompletedOn = given.Day("completed_on"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Kind.Recorded, CertificateUsed.Recorded, HouseholdHere.Recorded, CompletedOn.Recorded];
}
