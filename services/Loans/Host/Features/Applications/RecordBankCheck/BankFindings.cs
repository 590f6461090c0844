using Google.Protobuf.Collections;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.RecordBankCheck;

/// <summary>What the bank establishes (经办银行查明事项).</summary>
internal static class BankFindings
{
    private const int LongestReason = 100;
    private const int MostLoans = 100;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void Demand(RecordBankCheckRequest request)
    {
        var faults = new RequestFaults()
            .Demand(request.Credit.DistinctBy(one => one.Person).Count() == request.Credit.Count, "credit", "同一人只填写一项")
            .Text(request.RefusalReason, "refusal_reason", LongestReason, required: false);
        for (var i = 0; i < request.Credit.Count; i++)
        {
            Demand(faults, request.Credit[i].OtherLoans, $"credit[{i + 1}].other_loans");
            Demand(faults, request.Credit[i].SpouseOtherLoans, $"credit[{i + 1}].spouse_other_loans");
        }

        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
    }

    /// <summary>Puts them into the file (记入档案).</summary>
    public static void Enter(ApplicationFile file, RecordBankCheckRequest request)
    {
        ApplicationFiling.DemandKnown(file, request.Credit.Select(one => (one.Person > 0 ? one.Person : -1, 0)), "credit");
        foreach (var credit in request.Credit)
        {
            var person = file.People[credit.Person - 1];
            person.GoodCredit = credit.HasGoodCredit ? credit.GoodCredit : person.GoodCredit;
            if (credit.LoansChecked)
            {
                (person.OtherLoans, person.SpouseOtherLoans) = (Of(credit.OtherLoans), Of(credit.SpouseOtherLoans));
            }
        }

        if (file.Firm is { } firm)
        {
            firm.GoodCredit = request.HasFirmGoodCredit ? request.FirmGoodCredit : firm.GoodCredit;
            firm.GoodRepute = request.HasFirmGoodRepute ? request.FirmGoodRepute : firm.GoodRepute;
        }
    }

    private static void Demand(RequestFaults faults, RepeatedField<OtherLoan> loans, string field) => faults.Demand(
        loans.Count <= MostLoans && loans.All(loan => loan.Kind != OtherLoanKind.Unspecified && Enum.IsDefined(loan.Kind) && loan.AmountFen > 0),
        field, "每笔其他贷款应填写类别和以分为单位的余额");

    private static List<OtherLoanFile> Of(IEnumerable<OtherLoan> loans) => [.. loans.Select(loan => new OtherLoanFile(loan.Kind, loan.AmountFen))];
}
