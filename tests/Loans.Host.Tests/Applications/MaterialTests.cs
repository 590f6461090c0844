using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Applications;

/// <summary>What is missing is told once, and what is at hand nobody asks for again (一次性告知、多审合一, 25号 六).</summary>
public sealed class MaterialTests(LoansFixture fixture)
{
    [Fact]
    public async Task Everything_that_is_missing_is_told_at_once_and_the_term_starts_anew_when_it_is_there()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371302");
        var (veteran, partner) = (ApplicationScene.Graduate(), ApplicationScene.Graduate());
        (veteran.Category, partner.Category) = (BorrowerCategory.Veteran, BorrowerCategory.SecondedSpecialist);
        veteran.Papers.Clear();
        veteran.ClearHasBusiness();
        partner.PriorLoans = null;
        var submission = await scene.Portal.SubmitApplicationAsync(scene.Personal(veteran, partner));
        string[] wanted = ["1/IdentityCard", "1/ServiceCertificate", "1/has_business", "2/EmployerOpinion", "2/TitleCertificate"];
        Items(submission.Missing).Where(item => !item.EndsWith("in_statutory_working_age", StringComparison.Ordinal)).ShouldBe(wanted, ignoreOrder: true);

        var qualification = scene.Qualification(submission.Application);
        qualification.FurtherPapers.Add("虚构的经营场所证明");
        var incomplete = (await scene.Office.DecideQualificationAsync(qualification)).Application;
        (incomplete.State, incomplete.At, incomplete.Due).ShouldBe((ApplicationState.Incomplete, ApplicationParty.Unspecified, null));
        Items(incomplete.Notices.ShouldHaveSingleItem().Items).ShouldBe([.. wanted, "0/虚构的经营场所证明"], ignoreOrder: true);

        var supply = Supply(incomplete.ApplicationId, new SuppliedItem { Person = 1, HasBusiness = true, Papers = { ApplicationScene.Uploaded(LoanPaper.IdentityCard, LoanPaper.ServiceCertificate) } });
        var part = await scene.Portal.SupplyMaterialAsync(supply);
        (part.Application.State, part.Application.Due).ShouldBe((ApplicationState.Incomplete, null));
        Items(part.Missing).ShouldBe(["2/EmployerOpinion", "2/TitleCertificate"], ignoreOrder: true);

        supply = Supply(incomplete.ApplicationId, new SuppliedItem { Person = 2, Papers = { ApplicationScene.Uploaded(LoanPaper.TitleCertificate, LoanPaper.EmployerOpinion) } });
        supply.FurtherPapers.Add("虚构的经营场所证明");
        var whole = (await scene.Portal.SupplyMaterialAsync(supply)).Application;
        (whole.State, whole.Due.ToDay(), whole.Notices[0].SuppliedOn.ToDay()).ShouldBe((ApplicationState.Submitted, new DateOnly(2020, 9, 10), LoansFixture.Today));
        (await scene.QualifyAsync(whole)).State.ShouldBe(ApplicationState.Qualified);
    }

    [Fact]
    public async Task A_second_notice_does_not_name_what_the_first_could_have_named()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371311");
        var application = await scene.UpToAsync(ApplicationState.Qualified);
        var first = Request(application.ApplicationId, "虚构的流水");
        var told = (await scene.Guarantor.RequestMaterialAsync(first)).Application;
        (told.State, told.Due).ShouldBe((ApplicationState.Qualified, null));

        (await ApplicationScene.RefusedAsync(async () => await scene.Guarantor.RequestMaterialAsync(Request(application.ApplicationId, "虚构的租赁合同"))))
            .ShouldBe((StatusCode.FailedPrecondition, "NOT_TOLD_AT_ONCE"));

        var supply = Supply(application.ApplicationId);
        supply.FurtherPapers.Add("虚构的流水");
        var supplied = (await scene.Portal.SupplyMaterialAsync(supply)).Application;
        (supplied.State, supplied.Due.ToDay()).ShouldBe((ApplicationState.Qualified, new DateOnly(2020, 9, 4)));
        (await ApplicationScene.RefusedAsync(async () => await scene.Guarantor.RequestMaterialAsync(Request(application.ApplicationId, "虚构的流水"))))
            .ShouldBe((StatusCode.FailedPrecondition, "PAPER_AT_HAND"));
    }

    [Fact]
    public async Task A_paper_of_a_category_that_was_stated_after_the_notice_may_still_be_told()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371312");
        var borrower = ApplicationScene.Graduate();
        (borrower.Category, _) = (BorrowerCategory.Unspecified, borrower.Papers.Remove(borrower.Papers[1]));
        var incomplete = await scene.QualifyAsync(await scene.SubmitAsync(borrower));
        Items(incomplete.Notices.ShouldHaveSingleItem().Items).ShouldBe(["1/category"]);

        var supplied = await scene.Portal.SupplyMaterialAsync(Supply(incomplete.ApplicationId, new SuppliedItem { Person = 1, Category = BorrowerCategory.Veteran }));
        Items(supplied.Missing).ShouldBe(["1/ServiceCertificate"]);
        supplied.Application.State.ShouldBe(ApplicationState.Submitted);
        var again = await scene.QualifyAsync(supplied.Application);
        (again.State, again.Notices.Count).ShouldBe((ApplicationState.Incomplete, 2));

        var late = scene.Qualification(again);
        late.FurtherPapers.Add("虚构的其他证明");
        (await ApplicationScene.RefusedAsync(async () => await scene.Office.DecideQualificationAsync(late))).ShouldBe((StatusCode.FailedPrecondition, "NOT_TOLD_AT_ONCE"));
    }

    [Fact]
    public async Task What_the_office_has_neither_guarantor_nor_bank_asks_for_again()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371321");
        var application = await scene.UpToAsync(ApplicationState.Qualified);
        var request = Request(application.ApplicationId);
        request.Papers.Add(new WantedPaper { Person = 1, Paper = LoanPaper.DiplomaOrStudentCard });
        var refused = await Should.ThrowAsync<RpcException>(async () => await scene.Guarantor.RequestMaterialAsync(request));
        (refused.StatusCode, refused.Reason()).ShouldBe((StatusCode.FailedPrecondition, "PAPER_AT_HAND"));
        refused.Fields().ShouldBe(["papers[person=1,hire=0,paper=diploma_or_student_card]"]);

        await scene.GuaranteeAsync(application);
        request.RequestId = ApplicationScene.NewId();
        (await ApplicationScene.RefusedAsync(async () => await scene.Bank.RequestMaterialAsync(request))).ShouldBe((StatusCode.FailedPrecondition, "PAPER_AT_HAND"));
        (await ApplicationScene.RefusedAsync(async () => await scene.Guarantor.RequestMaterialAsync(Request(application.ApplicationId, "虚构")))).ShouldBe((StatusCode.FailedPrecondition, "APPLICATION_STATE"));
    }

    [Fact]
    public async Task What_the_office_itself_must_establish_is_not_asked_of_the_applicant()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371322");
        var platform = ApplicationScene.Of(ApplicationScene.NewPerson(), BorrowerCategory.PlatformWorker);
        var application = await scene.SubmitAsync(platform);
        var qualification = scene.Qualification(application);
        qualification.Findings.Clear();

        var open = await Should.ThrowAsync<RpcException>(async () => await scene.Office.DecideQualificationAsync(qualification));
        open.Reason().ShouldBe("FINDINGS_MISSING");
        open.Fields().ShouldBe(["category[person=1]", "in_statutory_working_age[person=1]"], ignoreOrder: true);
        (await scene.GetAsync(application.ApplicationId)).Decisions.Count(one => one.Decision.Program == "loans.personal").ShouldBe(0);

        qualification.Findings.Add(new OfficeFinding { Person = 1, InWorkingAge = true, CategoryConfirmed = true });
        (await scene.Office.DecideQualificationAsync(qualification)).Application.State.ShouldBe(ApplicationState.Qualified);
    }

    private static SupplyMaterialRequest Supply(string applicationId, params SuppliedItem[] items) =>
        new() { RequestId = ApplicationScene.NewId(), ApplicationId = applicationId, Items = { items }, Handling = ApplicationScene.By() };

    private static RequestMaterialRequest Request(string applicationId, params string[] further) =>
        new() { RequestId = ApplicationScene.NewId(), ApplicationId = applicationId, FurtherPapers = { further }, Handling = ApplicationScene.By() };

    private static IEnumerable<string> Items(IEnumerable<MissingItem> items) => items.Select(item =>
        $"{item.Person}/{(item.Paper != LoanPaper.Unspecified ? item.Paper.ToString() : item.Fact.Length > 0 ? item.Fact : item.FurtherPaper)}");
}
