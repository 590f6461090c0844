using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Data;

/// <summary>A line of a claim (申领明细): a person and a certificate, and what was decided of them.</summary>
public sealed class ClaimLine
{
    /// <summary>UUIDv7; the subject of its payable where each person is paid.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its claim; a line that lacks material at the review moves to another.</summary>
    public required Guid ClaimId { get; set; }

    /// <summary>From 1, as it was sent.</summary>
    public required int Line { get; init; }

    public required Guid TraineeId { get; init; }

    /// <summary>Null: the person was trained elsewhere.</summary>
    public Guid? EnrolmentId { get; init; }

    /// <summary>Unspecified: not established.</summary>
    public required TraineeGroup Group { get; set; }

    /// <summary>Unspecified: not established.</summary>
    public required TrainingMode Mode { get; set; }

    public required CertificateKind Certificate { get; init; }

    /// <summary>证书编号, encrypted at rest: some hold the id number; null: the completion certificate of the enrolment.</summary>
    public string? CertificateNumber { get; init; }

    /// <summary>By which the same certificate, or the same course, is known on another claim.</summary>
    public required byte[] CertificateHash { get; init; }

    /// <summary>发证日期; null: no completion certificate was issued yet.</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>职业（工种）编码.</summary>
    public required string Occupation { get; init; }

    /// <summary>5 to 1.</summary>
    public required int Level { get; init; }

    /// <summary>居民身份证; unspecified: not at hand, as the next two.</summary>
    public MaterialForm IdentityPaper { get; set; }

    /// <summary>群体身份材料, what the platform knows of it included.</summary>
    public MaterialForm GroupPaper { get; set; }

    /// <summary>证书, what the platform knows of it included.</summary>
    public MaterialForm CertificatePaper { get; set; }

    /// <summary>同一职业（工种）同一等级初次鉴定; null: not established, as the next.</summary>
    public bool? FirstAppraisal { get; set; }

    /// <summary>经培训后参加鉴定, as stated.</summary>
    public bool? Trained { get; set; }

    /// <summary>“两后生”中农村学员或城市低保家庭学员; null: not established.</summary>
    public bool? RuralOrLowIncome { get; set; }

    /// <summary>The person's account where each person is paid, encrypted at rest; null: the claim's.</summary>
    public string? BankAccount { get; init; }

    /// <summary>开户银行.</summary>
    public string? BankName { get; init; }

    public Outcome Outcome { get; set; }

    /// <summary>Granted, fen; 0 when refused or incomplete.</summary>
    public long AmountFen { get; set; }

    /// <summary>Every decision on the line, canonical, one a text line; encrypted at rest.</summary>
    public string Decisions { get; set; } = "";

    /// <summary>Why the review did not confirm the line (审核不予认定), encrypted at rest; null: it did not object.</summary>
    public string? RejectedBecause { get; set; }

    /// <summary>What pays it, alone or with others; null before the review and when it is not paid.</summary>
    public Guid? PayableId { get; set; }

    /// <summary>Whether it is granted and confirmed (是否支付).</summary>
    public bool Pays => Outcome == Outcome.Granted && RejectedBecause is null;
}
