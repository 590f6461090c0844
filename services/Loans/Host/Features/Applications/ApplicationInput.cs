using System.Globalization;
using Google.Protobuf.Collections;
using Wenye.Contracts.Loans.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications;

/// <summary>What is wrong with applications as callers send them (申请校验); people and hires are counted from 1.</summary>
internal static class ApplicationInput
{
    private const int MostBorrowers = 10;
    private const int MostHires = 200;
    private const int LongestTerm = 120;
    private const int MostPrior = 99;
    private const int LongestName = 50;
    private const int MostFurther = 20;

    private static readonly LoanPaper[] OfFirm = [LoanPaper.StaffRoster, LoanPaper.FinancialStatements];

    /// <summary>What is wrong with an application by itself (申请).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void Demand(SubmitApplicationRequest request, LoanFields fields)
    {
        var isFirm = request.Kind == BorrowerKind.Enterprise;
        var faults = new RequestFaults().Demand(IsGiven(request.Kind), "kind", "请选择个人或小微企业");
        fields.Place(faults, request.Division);
        faults
            .Demand(request.RequestedFen > 0, "requested_fen", "请填写申请金额，以分为单位")
            .Demand(request.TermMonths is > 0 and <= LongestTerm, "term_months", "请填写申请期限，以月为单位")
            .Demand(IsGiven(request.Use), "use", "请选择开办经费或经营所需资金（鲁人社字〔2020〕27号 第六条）")
            .Demand(isFirm ? request.Borrowers.Count == 1 : request.Borrowers.Count is > 0 and <= MostBorrowers, "borrowers", $"个人应填写 1 至 {MostBorrowers} 人，借款人在先；企业只填写法定代表人")
            .Demand(request.Borrowers.DistinctBy(one => one.IdNumber).Count() == request.Borrowers.Count, "borrowers", "同一人只填写一次")
            .Demand(isFirm == request.Firm is not null, "firm", "小微企业申请应填写企业情况，个人申请不填");
        for (var i = 0; i < request.Borrowers.Count; i++)
        {
            Check(faults, request.Borrowers[i], isFirm, $"borrowers[{i + 1}]");
        }

        if (request.Firm is { } firm)
        {
            Check(faults, firm);
        }

        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
    }

    /// <summary>What is wrong with what is supplied (补正).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void Demand(SupplyMaterialRequest request)
    {
        var faults = new RequestFaults()
            .Demand(request.Items.Count <= MostBorrowers + MostHires, "items", "补正内容过多，请分次提交")
            .Demand(request.Items.DistinctBy(item => (item.Person, item.Hire)).Count() == request.Items.Count, "items", "同一主体只填写一项");
        Further(faults, request.FurtherPapers);
        for (var i = 0; i < request.Items.Count; i++)
        {
            var (item, path) = (request.Items[i], $"items[{i + 1}]");
            faults
                .Demand(Enum.IsDefined(item.Category), $"{path}.category", "请从接口定义的人员类别中选择")
                .Demand(Enum.IsDefined(item.Size), $"{path}.size", "请从接口定义的企业划型中选择")
                .Demand(item.ContractMonths >= 0, $"{path}.contract_months", "劳动合同期限以月为单位，不为负数")
                .Demand(!item.HasEmployees || item.Employees >= 0, $"{path}.employees", "职工人数不为负数");
            Prior(faults, item.PriorLoans, path);
            Papers(faults, item.Papers, item is { Person: 0, Hire: 0 } ? OfFirm : null, path);
        }

        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
    }

    /// <summary>Names of papers in no list (其他材料名称).</summary>
    public static void Further(RequestFaults faults, IReadOnlyCollection<string> names)
    {
        faults.Demand(names.Count <= MostFurther && names.Distinct().Count() == names.Count, "further_papers", $"其他材料不超过 {MostFurther} 项，不重复");
        foreach (var name in names)
        {
            faults.Text(name, "further_papers");
        }
    }

    private static void Check(RequestFaults faults, Borrower borrower, bool ofFirm, string path)
    {
        Person(faults, borrower.Name, borrower.IdNumber, path);
        faults
            .Demand(ofFirm ? borrower.Category == BorrowerCategory.Unspecified : Enum.IsDefined(borrower.Category), $"{path}.category", "请从接口定义的人员类别中选择；法定代表人不填")
            .Demand(borrower.BusinessCode.Length == 0 || UnifiedSocialCreditCode.TryParse(borrower.BusinessCode, out _), $"{path}.business_code", "统一社会信用代码应为 18 位且校验码正确，没有时不填");
        Prior(faults, borrower.PriorLoans, path);
        Papers(faults, borrower.Papers, ofFirm ? [LoanPaper.IdentityCard] : null, path);
    }

    private static void Check(RequestFaults faults, BorrowingFirm firm)
    {
        LoanFields.CreditCode(faults, firm.CreditCode, "firm.credit_code");
        faults.Text(firm.Name, "firm.name")
            .Demand(Enum.IsDefined(firm.Size), "firm.size", "请从接口定义的企业划型中选择")
            .Demand(!firm.HasEmployees || firm.Employees >= 0, "firm.employees", "职工人数不为负数")
            .Demand(firm.Hires.Count <= MostHires, "firm.hires", $"招用人员不超过 {MostHires} 人")
            .Demand(firm.Hires.DistinctBy(hire => hire.IdNumber).Count() == firm.Hires.Count, "firm.hires", "同一人只填写一次");
        Prior(faults, firm.PriorLoans, "firm");
        Papers(faults, firm.Papers, OfFirm, "firm");
        foreach (var (hire, number) in firm.Hires.Take(MostHires).Select((hire, i) => (hire, i + 1)))
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"firm.hires[{number}]");
            Person(faults, hire.Name, hire.IdNumber, path);
            faults
                .Demand(Enum.IsDefined(hire.Category), $"{path}.category", "请从接口定义的人员类别中选择")
                .Demand(hire.ContractMonths >= 0, $"{path}.contract_months", "劳动合同期限以月为单位，不为负数");
            Papers(faults, hire.Papers, null, path);
        }
    }

    private static void Person(RequestFaults faults, string name, string idNumber, string path) => faults
        .Demand(
            new StringInfo(name).LengthInTextElements is > 0 and <= LongestName && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)),
            $"{path}.AAC003", $"请填写姓名，不超过 {LongestName} 个字符，不含空格")
        .Demand(
            idNumber.Length == 18 && ResidentId.TryParse(idNumber, out _), $"{path}.AAC002", "公民身份号码应为 18 位且校验码正确，末位字母大写，请按身份证核对");

    private static void Prior(RequestFaults faults, PriorLoans? prior, string path) => faults.Demand(
        prior is null or { Count: >= 0 and <= MostPrior }, $"{path}.prior_loans", $"此前贷款次数应为 0 至 {MostPrior}");

    private static void Papers(RequestFaults faults, RepeatedField<PaperAtHand> papers, LoanPaper[]? only, string path)
    {
        faults
            .Demand(papers.DistinctBy(one => one.Paper).Count() == papers.Count, $"{path}.papers", "同一材料只填写一次")
            .Demand(
                papers.All(one => only is null ? IsGiven(one.Paper) && !OfFirm.Contains(one.Paper) : only.Contains(one.Paper)),
                $"{path}.papers", "请从接口定义的材料中选择，企业花名册、财务报表填在企业名下，其他填在本人名下")
            .Demand(
                papers.All(one => one.Form is LoanPaperForm.Uploaded or LoanPaperForm.Seen or LoanPaperForm.Committed),
                $"{path}.papers", "请选择上传、现场核验或告知承诺；系统核验由平台标注")
            .Demand(
                papers.All(one => one is not { Paper: LoanPaper.IdentityCard, Form: LoanPaperForm.Committed }),
                $"{path}.papers", "居民身份证不适用告知承诺，请上传或现场核验");
    }

    private static bool IsGiven<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) && Convert.ToInt32(value, CultureInfo.InvariantCulture) != 0;
}
