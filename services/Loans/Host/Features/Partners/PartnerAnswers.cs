using Wenye.ServiceDefaults;
using Partner = Wenye.Loans.Data.Partner;

namespace Wenye.Loans.Features.Partners;

/// <summary>Banks and guarantors as callers see them (经办机构应答).</summary>
internal static class PartnerAnswers
{
    /// <summary>The partner: its account in full for itself and for those who handle loans, else masked.</summary>
    public static Contract.Partner ToContract(this Partner partner, Caller caller) => new()
    {
        PartnerId = partner.Id.ToString(),
        Kind = partner.Kind,
        Name = partner.Name,
        CreditCode = partner.CreditCode,
        Division = partner.Division,
        Agency = partner.Agency,
        BankAccount = caller.HandlesLoans() || caller.Agency == partner.Agency ? partner.BankAccount ?? "" : Masked.Account(partner.BankAccount),
        BankName = partner.BankName ?? "",
        WithdrawnOn = partner.WithdrawnOn?.ToContract(),
    };
}
