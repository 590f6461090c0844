using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Applications;

/// <summary>A contract stands under the rules and the LPR of its signing day (27号 第七、十六条, 25号 三).</summary>
public sealed class ContractTests(LoansFixture fixture)
{
    [Fact]
    public async Task A_rate_above_the_ceiling_makes_no_contract_and_one_at_it_does()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371526");
        var application = await scene.UpToAsync(ApplicationState.Checked);
        var contract = scene.Contract(application);
        contract.AnnualRate = scene.Above(51);

        var refused = (await scene.Bank.SignContractAsync(contract)).Application;

        (refused.State, refused.LoanId).ShouldBe((ApplicationState.Checked, ""));
        var rate = refused.Decisions.Single(one => one.Decision.Program == "loans.rate").Decision;
        rate.Outcome.ShouldBe(Outcome.Refused);
        rate.Findings.Where(finding => finding.Answer == Answer.NotMet).ShouldAllBe(finding => finding.Clause.Document == "鲁财金〔2020〕25号" && finding.Clause.Item == "三");
        (await scene.GetAsync(application.ApplicationId)).State.ShouldBe(ApplicationState.Checked);
        (await scene.SignAsync(application)).State.ShouldBe(ApplicationState.Contracted);
    }

    [Fact]
    public async Task The_lpr_of_the_contract_is_the_table_s_of_its_day_and_a_loan_of_a_year_refers_to_one_year()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371581");
        var request = scene.Personal();
        request.TermMonths = 12;
        var application = await scene.QualifyAsync((await scene.Portal.SubmitApplicationAsync(request)).Application);
        application = await scene.CheckAsync(await scene.GuaranteeAsync(application));

        var contract = scene.Contract(application);
        contract.Lpr = "0.0123";
        var differs = await Should.ThrowAsync<RpcException>(async () => await scene.Bank.SignContractAsync(contract));
        (differs.Reason(), differs.Fields().Single()).ShouldBe(("LPR_DIFFERS", "lpr"));

        var rates = new ReferenceRateService.ReferenceRateServiceClient(fixture.Calls(scene.Division, Roles.LoanBank));
        contract = scene.Contract(application);
        (contract.Tenor, contract.Lpr) = (LprTenor.FiveYears, (await rates.GetRateAsync(new() { Day = contract.SignedOn, Tenor = LprTenor.FiveYears })).Rate);
        (await scene.Bank.SignContractAsync(contract)).Application.State.ShouldBe(ApplicationState.Checked);
        (await scene.SignAsync(application)).State.ShouldBe(ApplicationState.Contracted);
    }

    [Fact]
    public async Task What_does_not_fit_the_application_is_told_by_field_and_a_number_is_used_once()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371602");
        var (application, other) = (await scene.UpToAsync(ApplicationState.Checked), await scene.UpToAsync(ApplicationState.Checked));
        var contract = scene.Contract(application);
        (contract.PrincipalFen, contract.TermMonths, contract.SignedOn) = (application.RequestedFen + 1, 25, LoansFixture.Today.AddDays(-1).ToContract());
        (await FieldsAsync(scene, contract)).ShouldBe(["signed_on", "principal_fen", "term_months"]);
        (await FieldsAsync(scene, new() { RequestId = "r", ApplicationId = application.ApplicationId, SignedOn = LoansFixture.Today.AddDays(1).ToContract(), Sharing = (SharingKind)9 }))
            .ShouldBe(["contract_number", "signed_on", "principal_fen", "annual_rate", "tenor", "lpr", "term_months", "sharing", "AAE011"]);

        contract = scene.Contract(application);
        await scene.Bank.SignContractAsync(contract);
        var again = scene.Contract(other);
        again.ContractNumber = contract.ContractNumber;
        (await ApplicationScene.RefusedAsync(async () => await scene.Bank.SignContractAsync(again))).ShouldBe((StatusCode.FailedPrecondition, "CONTRACT_NUMBER_TAKEN"));
    }

    [Fact]
    public async Task Of_two_signings_at_once_one_makes_the_loan()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371621");
        var application = await scene.UpToAsync(ApplicationState.Checked);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                return (await scene.SignAsync(application)).State.ToString();
            }
            catch (RpcException refusal)
            {
                return refusal.Reason();
            }
        }));

        outcomes.Order(StringComparer.Ordinal).ShouldBe(["APPLICATION_STATE", "APPLICATION_STATE", "APPLICATION_STATE", "Contracted"]);
    }

    private static async Task<IEnumerable<string>> FieldsAsync(ApplicationScene scene, SignContractRequest request)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await scene.Bank.SignContractAsync(request));
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        return error.Fields();
    }
}
