using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Partners.RegisterPartner;

/// <summary>What is wrong with a partner to be entered (经办机构校验).</summary>
internal static class PartnerChecks
{
    private const int LongestAgency = 64;

    /// <summary>The partner asked for.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static Contract.Partner Demand(RegisterPartnerRequest request, LoanFields fields)
    {
        var partner = request.Partner ?? new Contract.Partner();
        var faults = new RequestFaults()
            .Demand(partner.PartnerId.Length == 0, "partner_id", "标识由系统给出，请留空")
            .Demand(partner.WithdrawnOn is null, "withdrawn_on", "新登记的机构没有退出日期，请留空")
            .Demand(partner.Kind is PartnerKind.Bank or PartnerKind.Guarantor, "kind", "请选择经办银行或担保机构")
            .Text(partner.Name, "name")
            .Text(partner.Agency, "agency", LongestAgency)
            .Text(partner.BankName, "bank_name", required: false);
        LoanFields.CreditCode(faults, partner.CreditCode);
        LoanFields.Account(faults, partner.BankAccount);
        fields.Place(faults, partner.Division);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        return partner;
    }
}
