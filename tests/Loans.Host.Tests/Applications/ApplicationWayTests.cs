using System.Text;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Decision = Wenye.Contracts.Policy.V1.Decision;
using LoanApplication = Wenye.Contracts.Loans.V1.LoanApplication;
using Outcome = Wenye.Contracts.Policy.V1.Outcome;

namespace Wenye.Loans.Host.Tests.Applications;

/// <summary>The way of an application (27号 附件2, 25号 六): office, guarantor, bank, contract; each with its term.</summary>
public sealed class ApplicationWayTests(LoansFixture fixture)
{
    [Fact]
    public async Task A_graduate_goes_from_the_office_to_the_guarantor_to_the_bank_and_has_a_loan()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371102");

        var submitted = await scene.SubmitAsync();
        (submitted.State, submitted.At, submitted.Due.ToDay()).ShouldBe((ApplicationState.Submitted, ApplicationParty.Office, new DateOnly(2020, 9, 10)));

        var qualified = await scene.QualifyAsync(submitted);
        (qualified.State, qualified.At, qualified.Due.ToDay()).ShouldBe((ApplicationState.Qualified, ApplicationParty.Guarantor, new DateOnly(2020, 9, 4)));
        (qualified.BankId, qualified.GuarantorId).ShouldBe((scene.BankId, scene.GuarantorId));

        var guaranteed = await scene.GuaranteeAsync(qualified);
        (guaranteed.State, guaranteed.At, guaranteed.Due.ToDay()).ShouldBe((ApplicationState.Guaranteed, ApplicationParty.Bank, new DateOnly(2020, 9, 8)));
        guaranteed.CounterGuaranteeRequired.ShouldBeFalse();

        var checkedBy = await scene.CheckAsync(guaranteed);
        (checkedBy.State, checkedBy.Due).ShouldBe((ApplicationState.Checked, guaranteed.Due));

        var contracted = await scene.SignAsync(checkedBy);
        contracted.State.ShouldBe(ApplicationState.Contracted);
        Decision(contracted, "loans.personal").Outcome.ShouldBe(Outcome.Granted);
        Decision(contracted, "loans.rate").Outcome.ShouldBe(Outcome.Granted);
        (await fixture.ReadAsync<string>(
            "select contract_number || ' ' || principal_fen || ' ' || lpr::float8 || ' ' || matures_on || ' ' || standing || ' ' || outstanding_fen || ' ' || (disbursed_on is null) from loan where id = $1",
            Guid.Parse(contracted.LoanId))).ShouldEndWith($" 10000000 {scene.Lpr} 2022-09-01 {(int)LoanStanding.Normal} 0 true");
        (await fixture.ReadAsync<long>("select count(*) from loan_person where loan_id = $1 and signs", Guid.Parse(contracted.LoanId))).ShouldBe(1);
        (await fixture.ReadAsync<int>("select kind from counter_guarantee where loan_id = $1", Guid.Parse(contracted.LoanId))).ShouldBe((int)CounterGuaranteeKind.Exempt);

        var read = await scene.GetAsync(contracted.ApplicationId);
        read.Steps.Select(step => step.State).ShouldBe(
            ["APPLICATION_STATE_SUBMITTED", "APPLICATION_STATE_QUALIFIED", "APPLICATION_STATE_GUARANTEED", "APPLICATION_STATE_CHECKED", "APPLICATION_STATE_CONTRACTED"]);
        read.Decisions.Select(one => one.Party).Distinct().ShouldBe([ApplicationParty.Office, ApplicationParty.Guarantor, ApplicationParty.Bank]);

        // Who read it in full is kept, for ever; the hall sees it masked.
        var id = Guid.Parse(contracted.ApplicationId);
        (await scene.Portal.GetApplicationAsync(new() { ApplicationId = contracted.ApplicationId })).Application.Borrowers[0].Name.ShouldContain("*");
        (await fixture.ReadAsync<long>("select count(*) from person_read where subject_id = $1 and subject = 1 and people = 1", id)).ShouldBe(1);
        await Should.ThrowAsync<Npgsql.PostgresException>(() => fixture.ReadAsync<int>("delete from person_read where subject_id = $1 returning 1", id));
    }

    [Fact]
    public async Task In_early_april_the_terms_and_amounts_of_the_province_s_measures_hold()
    {
        // Wednesday 8 April 2020: 27号 is in force, 21号 and 25号 are not.
        var scene = await ApplicationScene.AtAsync(fixture, "371328");
        var office = new ApplicationService.ApplicationServiceClient(fixture.On(new(2020, 4, 8), "371328", Roles.Loans, Roles.LoansReviewer));
        var (most, more) = (scene.Personal(), scene.Personal());
        (most.RequestedFen, more.RequestedFen) = (15_000_000, 15_000_001);

        var submitted = (await office.SubmitApplicationAsync(most)).Application;
        submitted.Due.ShouldBeNull();
        var qualified = (await office.DecideQualificationAsync(scene.Qualification(submitted))).Application;
        (qualified.State, qualified.Due.ToDay()).ShouldBe((ApplicationState.Qualified, new DateOnly(2020, 4, 17)));

        submitted = (await office.SubmitApplicationAsync(more)).Application;
        (await office.DecideQualificationAsync(scene.Qualification(submitted))).Application.RefusalReason.ShouldBe("不符合鲁人社字〔2020〕27号 第七条");
    }

    [Fact]
    public async Task Every_stored_decision_replays_to_the_same_bytes()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371326");
        var contracted = await scene.UpToAsync(ApplicationState.Contracted, ApplicationScene.Graduate(), ApplicationScene.Graduate());
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<LoansDbContext>();
        var parameters = scope.ServiceProvider.GetRequiredService<ParameterSet>();
        var id = Guid.Parse(contracted.ApplicationId);

        var stored = await database.Set<StoredLoanDecision>().AsNoTracking().Where(one => one.ApplicationId == id).ToListAsync(TestContext.Current.CancellationToken);

        stored.Count.ShouldBeGreaterThan(20);
        stored.Select(one => Replay.Run(Encoding.UTF8.GetBytes(one.Decision), LoansPrograms.All, parameters, out _)).Distinct().ShouldBe([ReplayResult.Same]);
    }

    [Fact]
    public async Task Every_call_has_its_first_answer_again_and_other_content_is_refused()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371103");
        var submission = scene.Personal();
        var submitted = await scene.Office.SubmitApplicationAsync(submission);
        var caller = scene.Office;

        var qualification = scene.Qualification(submitted.Application);
        var first = await caller.DecideQualificationAsync(qualification);
        (await caller.DecideQualificationAsync(qualification)).ShouldBe(first);
        qualification.RefusalReason = "虚构原因";
        (await ApplicationScene.RefusedAsync(async () => await caller.DecideQualificationAsync(qualification))).ShouldBe((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"));

        var (guarantor, bank) = (scene.Guarantor, scene.Bank);
        var diligence = ApplicationScene.Diligence(submitted.Application.ApplicationId);
        (await guarantor.RecordDueDiligenceAsync(diligence)).ShouldBe(await guarantor.RecordDueDiligenceAsync(diligence));
        var check = ApplicationScene.BankCheck(submitted.Application);
        (await bank.RecordBankCheckAsync(check)).ShouldBe(await bank.RecordBankCheckAsync(check));
        var contract = scene.Contract(submitted.Application);
        (await bank.SignContractAsync(contract)).ShouldBe(await bank.SignContractAsync(contract));
        (await fixture.ReadAsync<long>("select count(*) from loan where application_id = $1", Guid.Parse(submitted.Application.ApplicationId))).ShouldBe(1);
    }

    [Fact]
    public async Task Three_partners_who_all_qualify_have_six_hundred_thousand_and_a_fourth_is_one_too_many()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371121");
        var request = scene.Personal(ApplicationScene.Graduate(), ApplicationScene.Graduate(), ApplicationScene.Graduate());
        request.RequestedFen = 60_000_000;
        var submitted = (await scene.Portal.SubmitApplicationAsync(request)).Application;

        var qualified = await scene.QualifyAsync(submitted);
        qualified.State.ShouldBe(ApplicationState.Qualified, qualified.RefusalReason);
        Decision(qualified, "loans.personal").Outputs["max_amount"].ShouldBe("600000.00");
        qualified.Decisions.Count(one => one.Decision.Program == "loans.partner").ShouldBe(2);

        // More than ¥100,000: a counter-guarantee is needed unless a ground exempts, which the guarantor must say.
        var diligence = ApplicationScene.Diligence(submitted.ApplicationId);
        await OpenAsync(
            async () => await scene.Guarantor.RecordDueDiligenceAsync(diligence), "bank_assessed_credit", "honour_or_prize", "recommended_by", "steady_second_start");
        diligence.Grounds = new ExemptionGrounds { RecommendedBy = ProjectRecommender.None, HonourOrPrize = false, BankAssessedCredit = false, SteadySecondStart = false };
        var guaranteed = (await scene.Guarantor.RecordDueDiligenceAsync(diligence)).Application;
        (guaranteed.State, guaranteed.CounterGuaranteeRequired).ShouldBe((ApplicationState.Guaranteed, true));

        var contracted = await scene.SignAsync(await scene.CheckAsync(guaranteed));
        contracted.State.ShouldBe(ApplicationState.Contracted);
        (await fixture.ReadAsync<long>("select count(*) from loan_person where loan_id = $1", Guid.Parse(contracted.LoanId))).ShouldBe(3);

        var four = await scene.QualifyAsync(await scene.SubmitAsync([.. Enumerable.Range(0, 4).Select(_ => ApplicationScene.Graduate())]));
        (four.State, four.RefusalReason).ShouldBe((ApplicationState.Refused, "不符合鲁财金〔2020〕25号 二"));
    }

    [Fact]
    public async Task A_partner_with_bad_credit_is_refused_by_the_bank_with_the_clause()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371122");
        var application = await scene.UpToAsync(ApplicationState.Guaranteed, ApplicationScene.Graduate(), ApplicationScene.Graduate());
        var check = ApplicationScene.BankCheck(application);
        check.Credit[1].GoodCredit = false;

        var refused = (await scene.Bank.RecordBankCheckAsync(check)).Application;

        (refused.State, refused.RefusedBy, refused.Due.ToDay()).ShouldBe((ApplicationState.Refused, ApplicationParty.Bank, new DateOnly(2020, 9, 8)));
        refused.RefusalReason.ShouldContain("鲁人社字〔2020〕27号 附件1一(一)2");
        Decision(refused, "loans.partner").Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task The_bank_states_credit_and_loans_and_a_consumer_loan_above_fifty_thousand_stands_in_the_way()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371324");
        var application = await scene.UpToAsync(ApplicationState.Guaranteed);
        var check = ApplicationScene.BankCheck(application);
        check.Credit.Clear();
        await OpenAsync(async () => await scene.Bank.RecordBankCheckAsync(check), "good_credit[person=1]", "other_loans[person=1]", "spouse_other_loans[person=1]");

        check = ApplicationScene.BankCheck(application);
        check.Credit[0].OtherLoans.Add(new OtherLoan { Kind = OtherLoanKind.Housing, AmountFen = 100_000_000 });
        check.Credit[0].SpouseOtherLoans.Add(new OtherLoan { Kind = OtherLoanKind.Consumer, AmountFen = 5_000_001 });
        var refused = (await scene.Bank.RecordBankCheckAsync(check)).Application;
        (refused.State, refused.RefusalReason).ShouldBe((ApplicationState.Refused, "不符合鲁人社字〔2020〕27号 附件1一(一)2"));
    }

    [Fact]
    public async Task A_party_refuses_for_a_reason_of_its_own_and_tells_the_applicant_when_it_did()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371325");
        var application = await scene.UpToAsync(ApplicationState.Qualified);
        var diligence = ApplicationScene.Diligence(application.ApplicationId);
        diligence.RefusalReason = "虚构：项目不可行";
        var refused = (await scene.Guarantor.RecordDueDiligenceAsync(diligence)).Application;
        (refused.RefusedBy, refused.RefusalReason, refused.RefusalToldOn).ShouldBe((ApplicationParty.Guarantor, "虚构：项目不可行", null));

        var notice = new RecordRefusalNoticeRequest
        {
            RequestId = ApplicationScene.NewId(), ApplicationId = application.ApplicationId, ToldOn = LoansFixture.Today.ToContract(), Handling = ApplicationScene.By(),
        };
        (await ApplicationScene.RefusedAsync(async () => await scene.Office.RecordRefusalNoticeAsync(notice))).ShouldBe((StatusCode.PermissionDenied, "NOT_REFUSED_HERE"));
        var told = (await scene.Guarantor.RecordRefusalNoticeAsync(notice)).Application;
        (told.RefusalToldOn.ToDay(), told.Due).ShouldBe((LoansFixture.Today, null));
        notice.RequestId = ApplicationScene.NewId();
        (await ApplicationScene.RefusedAsync(async () => await scene.Guarantor.RecordRefusalNoticeAsync(notice))).ShouldBe((StatusCode.FailedPrecondition, "ALREADY_TOLD"));
        (await scene.SubmitAsync()).State.ShouldBe(ApplicationState.Submitted);
    }

    private static async Task OpenAsync(Func<Task> call, params string[] facts)
    {
        var open = await Should.ThrowAsync<RpcException>(call);
        (open.StatusCode, open.Reason()).ShouldBe((StatusCode.FailedPrecondition, "FINDINGS_MISSING"));
        open.Fields().ShouldBe(facts, ignoreOrder: true);
    }

    private static Decision Decision(LoanApplication application, string program) =>
        application.Decisions.Last(one => one.Decision.Program == program).Decision;
}
