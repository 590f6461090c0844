using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Applications;

/// <summary>What Registration says of borrowers and hires stands above what is stated (登记核验).</summary>
public sealed class RegisterTests(LoansFixture fixture)
{

    [Fact]
    public async Task Who_is_registered_as_unemployed_needs_no_paper_at_all()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371402");
        var person = ApplicationScene.NewPerson();
        await fixture.Registration.RegisterUnemployedAsync(person);
        var borrower = ApplicationScene.Of(person, BorrowerCategory.RegisteredUnemployed);
        borrower.Papers.Clear();
        (borrower.HasBusiness, _) = (true, ClearStated(borrower));
        var submission = await scene.Portal.SubmitApplicationAsync(scene.Personal(borrower));
        submission.Missing.ShouldBeEmpty();
        submission.Application.Borrowers[0].Papers.ShouldHaveSingleItem().Form.ShouldBe(LoanPaperForm.SystemChecked);

        var qualification = scene.Qualification(submission.Application);
        qualification.Findings.Clear();
        (await scene.Office.DecideQualificationAsync(qualification)).Application.State.ShouldBe(ApplicationState.Qualified);
    }

    [Fact]
    public async Task Who_is_in_business_in_town_without_other_work_counts_as_registered_and_who_is_not_is_asked()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371403");
        var (alike, other) = (ApplicationScene.Of(ApplicationScene.NewPerson(), BorrowerCategory.RegisteredUnemployed), ApplicationScene.Of(ApplicationScene.NewPerson(), BorrowerCategory.RegisteredUnemployed));
        other.UrbanResident = false;

        (await scene.QualifyAsync(await scene.SubmitAsync(alike))).State.ShouldBe(ApplicationState.Qualified);
        (await scene.Portal.SubmitApplicationAsync(scene.Personal(other))).Missing.Select(item => item.Fact).ShouldContain("category");
    }

    [Fact]
    public async Task Who_is_recognised_as_in_hardship_is_so_by_the_register_and_nobody_else_is()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371426");
        var person = ApplicationScene.NewPerson();
        await fixture.Registration.RecogniseHardshipAsync(await fixture.Registration.RegisterUnemployedAsync(person));

        (await scene.QualifyAsync(await scene.SubmitAsync(ApplicationScene.Of(person, BorrowerCategory.Hardship)))).State.ShouldBe(ApplicationState.Qualified);
        var incomplete = await scene.QualifyAsync(await scene.SubmitAsync(ApplicationScene.Of(ApplicationScene.NewPerson(), BorrowerCategory.Hardship)));
        (incomplete.State, incomplete.Notices[0].Items.ShouldHaveSingleItem().Fact).ShouldBe((ApplicationState.Incomplete, "category"));
    }

    [Fact]
    public async Task Work_for_another_unit_refuses_whatever_is_committed_and_work_in_ones_own_firm_does_not()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371422");
        var (employee, owner) = (ApplicationScene.NewPerson(), ApplicationScene.NewPerson());
        var own = Partners.PartnerOffice.NewCreditCode();
        await fixture.Registration.EmployAsync(employee, Partners.PartnerOffice.NewCreditCode());
        await fixture.Registration.EmployAsync(owner, own);

        var refused = await scene.QualifyAsync(await scene.SubmitAsync(ApplicationScene.Graduate(employee)));
        (refused.State, refused.RefusedBy, refused.RefusalReason).ShouldBe((ApplicationState.Refused, ApplicationParty.Office, "不符合鲁人社字〔2020〕27号 附件1一(一)1"));
        (refused.Due.ToDay(), refused.At).ShouldBe((new DateOnly(2020, 9, 8), ApplicationParty.Unspecified));

        var borrower = ApplicationScene.Graduate(owner);
        borrower.BusinessCode = own;
        (await scene.QualifyAsync(await scene.SubmitAsync(borrower))).State.ShouldBe(ApplicationState.Qualified);
    }

    [Fact]
    public async Task A_firm_s_hires_count_when_the_register_has_their_work_and_else_the_firm_is_asked_not_refused()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371423");
        var firm = Firm(employees: 10);
        var hires = new[] { ApplicationScene.NewPerson(), ApplicationScene.NewPerson() };
        firm.Hires.Add(hires.Select(Hire));
        var submitted = await SubmitAsync(scene, firm);

        // 15 % of ten are two; nobody is registered as working there.
        var incomplete = await DecideAsync(scene, submitted);
        incomplete.State.ShouldBe(ApplicationState.Incomplete);
        incomplete.Notices[0].Items.Select(item => item.Fact).ShouldBe(["qualifying_hires_12m", "contracts_at_least_1y"], ignoreOrder: true);

        await fixture.Registration.EmployAsync(hires[0], firm.CreditCode);
        (await DecideAsync(scene, incomplete)).State.ShouldBe(ApplicationState.Incomplete);
        await fixture.Registration.EmployAsync(hires[1], firm.CreditCode);
        var qualified = await DecideAsync(scene, incomplete);
        qualified.State.ShouldBe(ApplicationState.Qualified, qualified.RefusalReason);
        qualified.Decisions.Last(one => one.Decision.Program == "loans.enterprise").Decision.Outputs["required_hires"].ShouldBe("2");
    }

    [Fact]
    public async Task Hires_who_do_not_count_make_too_few()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371424");
        var firm = Firm(employees: 10);
        var (counts, shortTerm) = (ApplicationScene.NewPerson(), ApplicationScene.NewPerson());
        await fixture.Registration.EmployAsync(counts, firm.CreditCode);
        await fixture.Registration.EmployAsync(shortTerm, firm.CreditCode);
        firm.Hires.Add([Hire(counts), Hire(shortTerm)]);
        firm.Hires[1].ContractMonths = 6;

        var refused = await DecideAsync(scene, await SubmitAsync(scene, firm));

        (refused.State, refused.RefusalReason).ShouldBe((ApplicationState.Refused, "不符合鲁财金〔2020〕25号 一(二)"));
    }

    [Fact]
    public async Task A_firm_goes_to_its_contract_within_the_rate_of_its_day()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371425");
        var firm = Firm(employees: 6);
        var hire = ApplicationScene.NewPerson();
        await fixture.Registration.EmployAsync(hire, firm.CreditCode);
        firm.Hires.Add(Hire(hire));
        var application = await DecideAsync(scene, await SubmitAsync(scene, firm));
        application.State.ShouldBe(ApplicationState.Qualified, application.RefusalReason);

        var diligence = ApplicationScene.Diligence(application.ApplicationId);
        diligence.Grounds = new ExemptionGrounds { RecommendedBy = ProjectRecommender.None, HonourOrPrize = false, BankAssessedCredit = true, SteadySecondStart = false };
        (await scene.Guarantor.RecordDueDiligenceAsync(diligence)).Application.CounterGuaranteeRequired.ShouldBeFalse();
        var check = ApplicationScene.BankCheck(application);
        (check.FirmGoodCredit, check.FirmGoodRepute) = (true, true);
        (await scene.Bank.RecordBankCheckAsync(check)).Application.State.ShouldBe(ApplicationState.Checked);

        var contract = scene.Contract(application);
        contract.AnnualRate = scene.Above(51);
        var tooDear = (await scene.Bank.SignContractAsync(contract)).Application;
        (tooDear.State, tooDear.LoanId).ShouldBe((ApplicationState.Checked, ""));
        var contracted = await scene.SignAsync(application);
        contracted.State.ShouldBe(ApplicationState.Contracted);
        (await fixture.ReadAsync<string>("select credit_code from loan where id = $1", Guid.Parse(contracted.LoanId))).ShouldBe(firm.CreditCode);
    }

    private static BorrowingFirm Firm(int employees) => new()
    {
        CreditCode = Partners.PartnerOffice.NewCreditCode(),
        Name = "虚构小微企业",
        Size = LoanFirmSize.Micro,
        Employees = employees,
        PriorLoans = new PriorLoans(),
        Papers = { ApplicationScene.Uploaded(LoanPaper.StaffRoster, LoanPaper.FinancialStatements) },
    };

    private static Hire Hire(Testing.SyntheticPerson person) => new()
    {
        Name = person.Name,
        IdNumber = person.ResidentId,
        Category = BorrowerCategory.Graduate,
        ContractMonths = 12,
        Papers = { ApplicationScene.Uploaded(LoanPaper.DiplomaOrStudentCard) },
    };

    private static async Task<LoanApplication> SubmitAsync(ApplicationScene scene, BorrowingFirm firm)
    {
        var person = ApplicationScene.NewPerson();
        var request = scene.Personal(new Borrower { Name = person.Name, IdNumber = person.ResidentId, Papers = { ApplicationScene.Uploaded(LoanPaper.IdentityCard) } });
        (request.Kind, request.Firm, request.RequestedFen) = (BorrowerKind.Enterprise, firm, 300_000_000);
        return (await scene.Portal.SubmitApplicationAsync(request)).Application;
    }

    private static async Task<LoanApplication> DecideAsync(ApplicationScene scene, LoanApplication application)
    {
        var qualification = scene.Qualification(application);
        qualification.WageOrInsuranceArrears = false;
        return (await scene.Office.DecideQualificationAsync(qualification)).Application;
    }

    private static bool ClearStated(Borrower borrower)
    {
        borrower.ClearEmployedElsewhere();
        borrower.ClearUrbanResident();
        return true;
    }
}
