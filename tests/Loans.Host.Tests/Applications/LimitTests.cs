using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Host.Tests.Partners;
using Wenye.Testing;
using LoanApplication = Wenye.Contracts.Loans.V1.LoanApplication;
using LoanStanding = Wenye.Contracts.Loans.V1.LoanStanding;

namespace Wenye.Loans.Host.Tests.Applications;

/// <summary>One application and one loan at a time, three in all, and none as a person and a firm at once (27号 第七、八、九条).</summary>
public sealed class LimitTests(LoansFixture fixture)
{
    [Fact]
    public async Task Of_applications_of_the_same_people_at_the_same_moment_one_is_taken()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371482");
        var (one, other) = (ApplicationScene.NewPerson(), ApplicationScene.NewPerson());

        // In either order, so that the locks are taken in turn.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => TryAsync(scene, i % 2 == 0 ? [one, other] : [other, one])));

        outcomes.Count(outcome => outcome == "").ShouldBe(1);
        outcomes.Where(outcome => outcome != "").ShouldAllBe(outcome => outcome == "APPLICATION_OPEN");
        (await fixture.ReadAsync<long>("select count(*) from loan_application where division = '371482'")).ShouldBe(1);
    }

    [Fact]
    public async Task Whose_application_is_over_may_apply_again()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371502");
        var person = ApplicationScene.NewPerson();
        var first = await scene.SubmitAsync(ApplicationScene.Graduate(person));
        (await TryAsync(scene, person)).ShouldBe("APPLICATION_OPEN");

        var withdrawal = new WithdrawApplicationRequest { RequestId = ApplicationScene.NewId(), ApplicationId = first.ApplicationId, Handling = ApplicationScene.By() };
        var withdrawn = (await scene.Portal.WithdrawApplicationAsync(withdrawal)).Application;

        (withdrawn.State, withdrawn.Due, withdrawn.At).ShouldBe((ApplicationState.Withdrawn, null, ApplicationParty.Unspecified));
        withdrawal.RequestId = ApplicationScene.NewId();
        (await ApplicationScene.RefusedAsync(async () => await scene.Portal.WithdrawApplicationAsync(withdrawal))).ShouldBe((StatusCode.FailedPrecondition, "APPLICATION_STATE"));
        (await TryAsync(scene, person)).ShouldBe("");
    }

    [Fact]
    public async Task Who_has_a_loan_running_has_no_second_and_a_partner_s_counts_as_well()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371521");
        var partner = ApplicationScene.NewPerson();
        await scene.UpToAsync(ApplicationState.Contracted, ApplicationScene.Graduate(), ApplicationScene.Graduate(partner));

        var refused = await scene.QualifyAsync(await scene.SubmitAsync(ApplicationScene.Graduate(partner)));

        refused.State.ShouldBe(ApplicationState.Refused);
        refused.RefusalReason.ShouldContain("鲁人社字〔2020〕27号 第九条");
        Decision(refused, "loans.repeat").Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task Who_repaid_may_borrow_again_when_the_guarantor_rates_them_well()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371522");
        var person = ApplicationScene.NewPerson();
        await AddLoanAsync(scene, person, BorrowerKind.Personal, LoanStanding.Settled);
        var qualified = await scene.QualifyAsync(await scene.SubmitAsync(ApplicationScene.Graduate(person)));
        qualified.State.ShouldBe(ApplicationState.Qualified, qualified.RefusalReason);

        var diligence = ApplicationScene.Diligence(qualified.ApplicationId);
        var open = await Should.ThrowAsync<RpcException>(async () => await scene.Guarantor.RecordDueDiligenceAsync(diligence));
        (open.Reason(), open.Fields().Contains("well_rated[person=1]")).ShouldBe(("FINDINGS_MISSING", true));
        diligence.WellRated = true;
        (await scene.Guarantor.RecordDueDiligenceAsync(diligence)).Application.State.ShouldBe(ApplicationState.Guaranteed);
    }

    [Theory]
    [InlineData(2, ApplicationState.Qualified)]
    [InlineData(3, ApplicationState.Refused)]
    public async Task Loans_of_earlier_systems_count_with_ours_and_the_fourth_is_refused(int stated, ApplicationState expected)
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371503");
        var borrower = ApplicationScene.Graduate();
        borrower.PriorLoans = new PriorLoans { Count = stated, Repaid = true, RepaidInTime = true };
        borrower.HitByEpidemic = false;

        var decided = await scene.QualifyAsync(await scene.SubmitAsync(borrower));

        decided.State.ShouldBe(expected, decided.RefusalReason);
        decided.RefusalReason.Contains("鲁人社字〔2020〕27号 第七条").ShouldBe(expected == ApplicationState.Refused);
    }

    [Fact]
    public async Task A_legal_representative_whose_firm_has_a_loan_has_none_as_a_person()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371524");
        var person = ApplicationScene.NewPerson();
        await AddLoanAsync(scene, person, BorrowerKind.Enterprise, LoanStanding.Normal);

        var refused = await scene.QualifyAsync(await scene.SubmitAsync(ApplicationScene.Graduate(person)));

        (refused.State, refused.RefusalReason).ShouldBe((ApplicationState.Refused, "不符合鲁人社字〔2020〕27号 第九条"));
        Decision(refused, "loans.same_owner").Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task A_loan_made_meanwhile_stands_in_the_way_of_the_contract()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371525");
        var person = ApplicationScene.NewPerson();
        var application = await scene.UpToAsync(ApplicationState.Checked, ApplicationScene.Graduate(person));
        await AddLoanAsync(scene, person, BorrowerKind.Personal, LoanStanding.Normal);

        var answer = await scene.SignAsync(application);

        (answer.State, answer.LoanId).ShouldBe((ApplicationState.Checked, ""));
        Decision(answer, "loans.repeat").Outcome.ShouldBe(Outcome.Refused);
        (await scene.GetAsync(application.ApplicationId)).Decisions.Count(one => one.Decision.Program == "loans.rate").ShouldBe(0);
    }

    private static Decision Decision(LoanApplication application, string program) => application.Decisions.Last(one => one.Decision.Program == program).Decision;

    private static async Task<string> TryAsync(ApplicationScene scene, params SyntheticPerson[] people)
    {
        try
        {
            await scene.SubmitAsync([.. people.Select(ApplicationScene.Graduate)]);
            return "";
        }
        catch (RpcException refusal)
        {
            return refusal.Reason();
        }
    }

    // As a bank's file of earlier loans would leave it.
    private async Task AddLoanAsync(ApplicationScene scene, SyntheticPerson person, BorrowerKind kind, LoanStanding standing)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<LoansDbContext>();
        var borrowers = scope.ServiceProvider.GetRequiredService<Features.Applications.Borrowers>();
        await using var transaction = await database.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var known = (await borrowers.HoldAsync([(person.Name, person.ResidentId)], TestContext.Current.CancellationToken)).Single();
        var loan = new Data.Loan
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Division = scene.Division,
            BankId = Guid.Parse(scene.BankId),
            FundId = Guid.Parse(scene.FundId),
            ContractNumber = ApplicationScene.NewId(),
            CreditCode = kind == BorrowerKind.Enterprise ? PartnerOffice.NewCreditCode() : null,
            BorrowerName = "虚构",
            ContractDate = new DateOnly(2018, 5, 2),
            PrincipalFen = 10_000_000,
            AnnualRate = 0.05m,
            Tenor = LprTenor.OneYear,
            Lpr = 0.04m,
            TermMonths = 24,
            MaturesOn = new DateOnly(2020, 12, 2),
            Sharing = SharingKind.Ordinary,
            DisbursedOn = new DateOnly(2018, 5, 3),
            Standing = standing,
        };
        loan.People.Add(new LoanPerson { LoanId = loan.Id, PersonId = known.Id, Signs = true });
        database.Add(loan);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }
}
