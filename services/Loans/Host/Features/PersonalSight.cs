using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features;

/// <summary>Who may see personal data in full (个人信息可见范围); others see it as <see cref="Masked"/> has it.</summary>
internal static class PersonalSight
{
    /// <summary>Whether the caller keeps or reviews loans (贷款经办或复核): they see the people of their division in full.</summary>
    public static bool HandlesLoans(this Caller caller) => caller.Roles.Contains(Roles.Loans) || caller.Roles.Contains(Roles.LoansReviewer);

    /// <summary>Whether the caller sees the people of what it may read in full (可见全部人员信息): an office, or the bank or guarantor it is assigned to; that they did is entered in the audit log.</summary>
    public static bool SeesPeople(this Caller caller) =>
        (caller.HandlesLoans() || caller.Roles.Contains(Roles.LoanBank) || caller.Roles.Contains(Roles.LoanGuarantor)) && AuditedCall.NoteFullRead();
}
