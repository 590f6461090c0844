using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Registration.V1;
using static Wenye.Demo.Days;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;
using ApplicationState = Wenye.Contracts.Loans.V1.ApplicationState;

namespace Wenye.Demo;

/// <summary>The fourth act: the person of the first one borrows with a partner; office, guarantor and bank each do their step.</summary>
internal static class LoanDemo
{
    private const string County = "370102";
    private const long BorrowedFen = 30_000_000;

    /// <summary>Drives it; false when something did not come out as it should.</summary>
    /// <param name="system">Running.</param>
    /// <param name="unemployed">Registered as unemployed.</param>
    /// <param name="partner">Was registered, and has a business since: work of one's own is no work elsewhere.</param>
    public static async Task<bool> RunAsync(RunningSystem system, ApplicationForm unemployed, ApplicationForm partner)
    {
        using var parties = await LoanParties.SignInAsync(system);

        Step("确定经办银行和担保机构（鲁人社字〔2020〕27号 第三条），导入LPR，担保基金到位");
        var (bank, fund) = await parties.SetUpAsync(system.Clock.Today);

        Step("第一幕的两人合伙申请 50 万元：每人最高 20 万元（鲁财金〔2020〕25号 二），超过额度的不予确认资格");
        var refused = await QualifyAsync(parties, bank, fund, unemployed, partner, 50_000_000);
        if (refused.State != ApplicationState.Refused)
        {
            return false;
        }

        Step("改申请 30 万元：资格确认（25号 六：7个工作日），登记失业由系统核验，材料只交一次，三方共用（多审合一）");
        var qualified = await QualifyAsync(parties, bank, fund, unemployed, partner, BorrowedFen);
        if (qualified.State != ApplicationState.Qualified)
        {
            return false;
        }

        Line($"转担保机构，{Text(qualified.Due)} 前完成尽职调查");
        var loan = await LendAsync(parties, system.Clock.Today, qualified);
        return loan is not null && await LoanSubsidyDemo.RunAsync(system, parties, loan);
    }

    private static async Task<LoanApplication> QualifyAsync(
        LoanParties parties, string bank, string fund, ApplicationForm borrower, ApplicationForm partner, long fen)
    {
        var submitted = (await new ApplicationService.ApplicationServiceClient(parties.Portal.Invoker).SubmitApplicationAsync(
            new()
            {
                RequestId = NewRequestId(), Kind = BorrowerKind.Personal, Division = County, RequestedFen = fen, TermMonths = 24, Use = LoanUse.Operation,
                Borrowers = { Who(borrower, BorrowerCategory.RegisteredUnemployed), Who(partner, BorrowerCategory.Graduate, Paper(LoanPaper.DiplomaOrStudentCard)) }, Handling = Officer("测窗口"),
            },
            parties.Portal.Headers)).Application;
        Line($"申请 {submitted.ApplicationId}，{Text(submitted.Due)} 前审核资格");
        var reviewing = new ApplicationService.ApplicationServiceClient(parties.Reviewer.Invoker);
        await reviewing.DecideQualificationAsync(
            new()
            {
                RequestId = NewRequestId(), ApplicationId = submitted.ApplicationId, BankId = bank, FundId = fund, Handling = Officer("测复核"),
                Findings = { new OfficeFinding { Person = 1, InWorkingAge = true }, new OfficeFinding { Person = 2, InWorkingAge = true, CategoryConfirmed = true } },
            },
            parties.Reviewer.Headers);
        var decided = (await reviewing.GetApplicationAsync(new() { ApplicationId = submitted.ApplicationId }, parties.Reviewer.Headers)).Application;
        ShowDecisions(decided);
        return decided;
    }

    private static Borrower Who(ApplicationForm form, BorrowerCategory category, params PaperAtHand[] papers) => new()
    {
        Name = form.Name, IdNumber = form.IdDocumentNumber, Category = category, HasBusiness = true, EmployedElsewhere = false, UrbanResident = true,
        HitByEpidemic = false, PriorLoans = new() { Count = 0 }, Papers = { papers.Append(Paper(LoanPaper.IdentityCard)) },
    };

    private static PaperAtHand Paper(LoanPaper paper) => new() { Paper = paper, Form = LoanPaperForm.Uploaded };

    private static void ShowDecisions(LoanApplication application)
    {
        Line($"状态 {application.State}");
        Show(application.Decisions.Last(one => one.Decision.Program == "loans.personal").Decision);
    }

    private static async Task<Loan?> LendAsync(LoanParties parties, DateOnly today, LoanApplication application)
    {
        Step("担保机构尽职调查（3个工作日）：10万元以上须反担保；银行审核征信和其他贷款，签订合同（5个工作日）");
        await new ApplicationService.ApplicationServiceClient(parties.Guarantor.Invoker).RecordDueDiligenceAsync(
            new()
            {
                RequestId = NewRequestId(), ApplicationId = application.ApplicationId, Handling = Officer("测担保"),
                Grounds = new() { RecommendedBy = ProjectRecommender.None, HonourOrPrize = false, BankAssessedCredit = false, SteadySecondStart = false },
            },
            parties.Guarantor.Headers);
        var lending = new ApplicationService.ApplicationServiceClient(parties.Bank.Invoker);
        await lending.RecordBankCheckAsync(
            new()
            {
                RequestId = NewRequestId(), ApplicationId = application.ApplicationId, Handling = Officer("测信贷"),
                Credit = { Enumerable.Range(1, 2).Select(person => new CreditFinding { Person = person, GoodCredit = true, LoansChecked = true }) },
            },
            parties.Bank.Headers);
        var signed = (await lending.SignContractAsync(
            new()
            {
                RequestId = NewRequestId(), ApplicationId = application.ApplicationId, ContractNumber = $"虚构借字{NewRequestId()[..13]}", SignedOn = Of(today),
                PrincipalFen = BorrowedFen, AnnualRate = "0.0435", Tenor = LprTenor.OneYear, Lpr = "0.0385", TermMonths = 24, Handling = Officer("测信贷"),
            },
            parties.Bank.Headers)).Application;
        var decided = (await lending.GetApplicationAsync(new() { ApplicationId = signed.ApplicationId }, parties.Bank.Headers)).Application;
        Line($"状态 {signed.State}，按签订日的规定重新认定：");
        Show(decided.Decisions.Last(one => one.Decision.Program == "loans.personal").Decision);
        Show(decided.Decisions.Last(one => one.Decision.Program == "loans.rate").Decision);
        if (signed.State != ApplicationState.Contracted)
        {
            return null;
        }

        Step("放款：在担保基金的行锁下核对放大倍数（财金〔2020〕21号 八）");
        await new GuaranteeFundService.GuaranteeFundServiceClient(parties.Guarantor.Invoker).RecordCounterGuaranteeAsync(
            new() { RequestId = NewRequestId(), LoanId = signed.LoanId, Kind = CounterGuaranteeKind.Person, Handling = Officer("测担保") }, parties.Guarantor.Headers);
        var paid = await new LoanBookService.LoanBookServiceClient(parties.Bank.Invoker).RecordDisbursementAsync(
            new() { RequestId = NewRequestId(), LoanId = signed.LoanId, On = Of(today), AmountFen = BorrowedFen, Reference = "虚构放款1", Handling = Officer("测信贷") },
            parties.Bank.Headers);
        Show(paid.Decision);
        Line($"已放款 {StabilizationDemo.Yuan(paid.Loan.OutstandingFen)} 元，{Text(paid.Loan.MaturesOn)} 到期");
        return paid.Disbursed ? paid.Loan : null;
    }
}
