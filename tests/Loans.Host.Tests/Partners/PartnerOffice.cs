using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Partners;

/// <summary>An office that chooses banks and guarantors of a place; every instance is an agency of its own.</summary>
internal sealed class PartnerOffice(LoansFixture fixture, string division, params string[] roles)
{
    private static int bodies;

    public PartnerService.PartnerServiceClient Calls { get; } =
        new(fixture.Calls(division, roles.Length == 0 ? [Roles.LoansReviewer] : roles));

    /// <summary>A valid credit code that no other test uses.</summary>
    public static string NewCreditCode()
    {
        var body = $"1{Interlocked.Increment(ref bodies):0000000}";
        var start = $"91370102{body}{UnifiedSocialCreditCode.OrganisationCheck(body)}";
        return start + UnifiedSocialCreditCode.CheckCharacter(start);
    }

    public static string NewId() => Guid.CreateVersion7().ToString();

    public static Handling By() => new() { Operator = "虚构经办", Remarks = "虚构备注" };

    /// <summary>A registration without fault.</summary>
    public RegisterPartnerRequest Registration(PartnerKind kind = PartnerKind.Bank, string? agency = null, string name = "虚构银行") => new()
    {
        RequestId = NewId(),
        Partner = new Partner
        {
            Kind = kind,
            Name = name,
            CreditCode = NewCreditCode(),
            Division = division,
            Agency = agency ?? $"agency-{Guid.CreateVersion7():n}",
            BankAccount = "37010000000000004321",
            BankName = "虚构银行营业部",
        },
        Handling = By(),
    };

    public async Task<Partner> RegisterAsync(PartnerKind kind = PartnerKind.Bank, string? agency = null, string name = "虚构银行") =>
        (await Calls.RegisterPartnerAsync(Registration(kind, agency, name))).Partner;

    public static WithdrawPartnerRequest Withdrawal(string partnerId) => new() { RequestId = NewId(), PartnerId = partnerId, Handling = By() };
}
