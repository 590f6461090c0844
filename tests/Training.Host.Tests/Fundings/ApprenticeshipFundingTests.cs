using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Host.Tests.Fundings;

/// <summary>企业新型学徒制, 55号 第六条(一), 辽政办发〔2020〕25号 (十一).</summary>
public sealed class ApprenticeshipFundingTests(TrainingFixture fixture)
{
    private static readonly DateOnly Monday = new(2020, 11, 16);

    [Fact]
    public async Task Liaoning_raises_the_standard_by_a_fifth_for_costly_or_urgent_occupations()
    {
        var scene = await FundingScene.SetAsync(fixture, "210302", today: Monday);
        var funding = await scene.OpenAsync(Plan(
            scene, Line(ApprenticeKind.NewGraduate, costlyOrUrgent: true), Line(ApprenticeKind.YoungEmployee, costlyOrUrgent: false),
            Line(ApprenticeKind.Employee, costlyOrUrgent: true), Line(ApprenticeKind.YoungEmployee, costlyOrUrgent: null)));
        funding.State.ShouldBe(FundingState.Open);
        funding.Apprentices.Select(one => one.DecidedFen).ShouldBe([600_000, 500_000, 0, 0]);
        funding.MissingFacts.ShouldBe(["costly_or_urgent", "finished"]);
        FundingScene.RefusedBy(funding).ShouldBe(["辽政办发〔2020〕25号 (十一)"]);
        var read = await scene.GetAsync(funding);
        read.Decisions.Select(one => one.Line).ShouldBe([1, 2, 3, 4]);
        (await scene.PayAsync(funding)).Funding.Payments.ShouldBeEmpty();
        (await Should.ThrowAsync<RpcException>(() => scene.SettleAsync(funding, request => request.Finished.Add([1, 0, 0, 0])))).Reason().ShouldBe("APPRENTICESHIP_RUNNING");
    }

    [Fact]
    public async Task A_plan_that_begins_too_late_is_refused()
    {
        var scene = await FundingScene.SetAsync(fixture, "210302", today: Monday);
        var line = Line(ApprenticeKind.NewGraduate, costlyOrUrgent: false);
        line.StartedOn = new DateOnly(2022, 1, 1).ToContract();
        var refused = await scene.OpenAsync(Plan(scene, line));
        refused.State.ShouldBe(FundingState.Refused);
        FundingScene.RefusedBy(refused).ShouldBe(["辽政办发〔2020〕25号 (十一)"]);
    }

    [Fact]
    public async Task Shandong_pays_for_those_who_finished()
    {
        var scene = await FundingScene.SetAsync(fixture, "371202");
        var line = Line(ApprenticeKind.Employee, costlyOrUrgent: true);
        (line.Years, line.StartedOn) = ("0.5", new DateOnly(2020, 2, 3).ToContract());
        var funding = await scene.OpenAsync(Plan(scene, line));
        funding.Apprentices[0].DecidedFen.ShouldBe(500_000);
        var many = await Should.ThrowAsync<RpcException>(() => scene.SettleAsync(funding, request => request.Finished.Add(11)));
        many.Fields().ShouldBe(["finished[1]"]);
        (await Should.ThrowAsync<RpcException>(() => scene.SettleAsync(funding))).Fields().ShouldBe(["finished"]);

        var settled = await scene.SettleAsync(funding, request => request.Finished.Add(8));
        (settled.State, settled.Apprentices[0].Finished).ShouldBe((FundingState.Settled, 8));
        FundingScene.Stages(settled).ShouldBe(["Balance 4000000"]);
        FundingScene.Cited(await scene.GetAsync(funding)).ShouldBe(["鲁人社字〔2020〕55号 第六条(一)"]);
    }

    [Fact]
    public async Task Bad_plans_come_back_by_field()
    {
        var scene = await FundingScene.SetAsync(fixture, "371202");
        var request = Plan(scene, Line(ApprenticeKind.Employee, costlyOrUrgent: null), new Apprentices { Years = "-1", People = 0 });
        (request.Firm.CreditCode, request.Firm.BankAccount, request.ContractFen, request.InstitutionId) = ("x", "abc", 1, "y");
        var fault = await Should.ThrowAsync<RpcException>(async () => await scene.Clerk().OpenFundingAsync(request));
        fault.Fields().ShouldBe(
            [
                "institution_id", "contract_fen", "firm.credit_code", "firm.bank_account", "firm.bank_name", "apprentices[2].kind", "apprentices[2].people",
                "apprentices[2].occupation.occupation", "apprentices[2].occupation.level", "apprentices[2].years", "apprentices[2].started_on", "apprentices[2].standard_fen",
            ],
            ignoreOrder: true);
    }

    private static OpenFundingRequest Plan(FundingScene scene, params Apprentices[] lines) => new()
    {
        RequestId = FundingScene.NewId(),
        Kind = FundingKind.Apprenticeship,
        Firm = new() { Division = scene.Division, CreditCode = People.EmployerCode, Name = "某某制造有限公司" },
        Apprentices = { lines },
        Handling = new() { Operator = "测办" },
    };

    private static Apprentices Line(ApprenticeKind kind, bool? costlyOrUrgent)
    {
        var line = new Apprentices
        {
            Kind = kind,
            People = 10,
            Occupation = new() { Occupation = "6180101", Level = 4 },
            Years = "1",
            StartedOn = new DateOnly(2020, 9, 1).ToContract(),
            StandardFen = 500_000,
        };
        if (costlyOrUrgent is { } stated)
        {
            line.CostlyOrUrgent = stated;
        }

        return line;
    }
}
