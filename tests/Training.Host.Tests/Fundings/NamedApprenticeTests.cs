using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Host.Tests.Claims;

namespace Wenye.Training.Host.Tests.Fundings;

/// <summary>Apprentices by name: 55号 第六条(一) 企业在职职工, 第四条 at most three a year and the same occupation and level once.</summary>
public sealed class NamedApprenticeTests(TrainingFixture fixture)
{
    private const string Article4 = "第四条";
    private const string Article6 = "第六条(一)";

    [Fact]
    public async Task Each_is_shown_to_work_there_and_paid_for_within_the_limits()
    {
        var scene = await FundingScene.SetAsync(fixture, "371203");
        var (registered, uploaded, stated, before) = (People.New(), People.New(), People.New(), People.New());
        await fixture.Registration.EmployAsync(registered, People.EmployerCode);
        var claims = await ClaimScene.SetAsync(fixture, "371203");
        await claims.RecordAsync(before, 3);
        var plan = Plan(scene, claims.Occupation, registered, uploaded, stated, before);
        plan.Apprentices[0].Named[1].Contract = GroupEvidence.Uploaded;
        plan.Apprentices[0].Named[3].Contract = GroupEvidence.Uploaded;

        var opened = await scene.OpenAsync(plan);
        (opened.State, opened.Apprentices[0].DecidedFen, opened.Apprentices[0].Named.Count).ShouldBe((FundingState.Open, 500_000, 0));
        opened.MissingFacts.ShouldBe(["finished", "employed_by_firm"]);
        var named = (await scene.GetAsync(opened)).Apprentices[0].Named;
        named.Select(one => (one.Contract, one.Outcome)).ShouldBe(
            [
                (GroupEvidence.SystemChecked, Outcome.Granted), (GroupEvidence.Uploaded, Outcome.Granted),
                (GroupEvidence.Stated, Outcome.Incomplete), (GroupEvidence.Uploaded, Outcome.Refused),
            ]);
        (named[0].Name, named[0].IdNumber).ShouldBe(($"{registered.Name[..1]}**", $"{registered.ResidentId[..3]}***********{registered.ResidentId[^4..]}"));
        (named[2].MissingFacts.Single(), named[3].Clauses.Single().Item, named[0].HasFinished).ShouldBe(("employed_by_firm", Article4, false));
        (await fixture.ReadAsync<string>("select string_agg(decision::text, '') from apprentice where funding_id = $1", Guid.Parse(opened.FundingId)))
            .ShouldNotContain(Convert.ToHexStringLower("employed_by_firm"u8));

        var waiting = await scene.SettleAsync(opened, request => Finish(request, named));
        (waiting.State, waiting.MissingFacts.Single()).ShouldBe((FundingState.Open, "employed_by_firm"));
        await fixture.Registration.EmployAsync(stated, People.EmployerCode);
        var settled = await scene.SettleAsync(opened, request => Finish(request, named));
        settled.State.ShouldBe(FundingState.Settled);
        FundingScene.Stages(settled).ShouldBe(["Balance 1500000"]);
        var last = await scene.GetAsync(opened);
        last.Apprentices[0].Named.Select(one => (one.Contract, one.Finished)).ShouldBe(
            [(GroupEvidence.SystemChecked, true), (GroupEvidence.Uploaded, true), (GroupEvidence.SystemChecked, true), (GroupEvidence.Uploaded, true)]);
        last.Steps[^1].Note.ShouldContain("结业 4 人，其中 1 人不符合规定不予补贴");
    }

    [Fact]
    public async Task A_contract_that_is_uploaded_later_shows_it_as_well()
    {
        var scene = await FundingScene.SetAsync(fixture, "371204");
        var opened = await scene.OpenAsync(Plan(scene, ClaimScene.NewOccupation(), People.New(), People.New()));
        var named = (await scene.GetAsync(opened)).Apprentices[0].Named;
        var settled = await scene.SettleAsync(opened, request =>
        {
            Finish(request, named.Take(1));
            request.UploadedContracts.Add(named[0].ApprenticeId);
        });

        // Of who did not finish nothing is asked.
        (settled.State, settled.Apprentices[0].Finished).ShouldBe((FundingState.Settled, 1));
        FundingScene.Stages(settled).ShouldBe(["Balance 500000"]);
        (await scene.GetAsync(opened)).Apprentices[0].Named.Select(one => one.Finished).ShouldBe([true, false]);
    }

    [Fact]
    public async Task What_an_apprentice_holds_bars_a_claim_for_the_same_occupation_and_level_until_it_comes_to_nothing()
    {
        var scene = await FundingScene.SetAsync(fixture, "371205");
        var claims = await ClaimScene.SetAsync(fixture, "371205");
        var (finisher, leaver) = (People.New(), People.New());
        var plan = Plan(scene, claims.Occupation, finisher, leaver);
        plan.Apprentices[0].Occupation.Level = 5;
        plan.Apprentices[0].Named.ToList().ForEach(one => one.Contract = GroupEvidence.Uploaded);
        var opened = await scene.OpenAsync(plan);
        (await OutcomeAsync(claims, finisher, "A1")).ShouldBe((Outcome.Refused, Article4));
        (await OutcomeAsync(claims, leaver, "B1")).ShouldBe((Outcome.Refused, Article4));

        var named = (await scene.GetAsync(opened)).Apprentices[0].Named;
        await scene.SettleAsync(opened, request => Finish(request, named.Take(1)));
        (await OutcomeAsync(claims, finisher, "A2")).ShouldBe((Outcome.Refused, Article4));
        (await OutcomeAsync(claims, leaver, "B2")).ShouldBe((Outcome.Granted, ""));

        var file = await new TrainingFileService.TrainingFileServiceClient(fixture.Calls("371205", Roles.Training))
            .GetTrainingFileAsync(new() { Name = finisher.Name, IdNumber = finisher.ResidentId });
        var filed = file.Entries.Single(entry => entry.RecordCase == TrainingFileEntry.RecordOneofCase.Apprenticeship).Apprenticeship;
        (filed.FundingId, filed.FirmName, filed.Occupation.Occupation, filed.Years, filed.State, filed.Outcome, filed.Finished).ShouldBe(
            (opened.FundingId, "某某制造有限公司", claims.Occupation, "0.5", FundingState.Settled, Outcome.Granted, true));
    }

    [Fact]
    public async Task Of_two_plans_at_once_with_the_same_people_one_is_paid()
    {
        var scene = await FundingScene.SetAsync(fixture, "371206");
        var (one, two, occupation) = (People.New(), People.New(), ClaimScene.NewOccupation());
        var plans = new[] { Plan(scene, occupation, one, two), Plan(scene, occupation, two, one) };
        plans.SelectMany(plan => plan.Apprentices[0].Named).ToList().ForEach(person => person.Contract = GroupEvidence.Uploaded);
        var opened = await Task.WhenAll(plans.Select(scene.OpenAsync));
        var outcomes = (await Task.WhenAll(opened.Select(plan => scene.GetAsync(plan)))).Select(plan => plan.Apprentices[0].Named.Select(person => person.Outcome).Distinct().Single());
        outcomes.ShouldBe([Outcome.Granted, Outcome.Refused], ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_who_is_not_the_firms_own_is_paid_for_and_bad_names_come_back_by_field()
    {
        var scene = await FundingScene.SetAsync(fixture, "371207");
        var plan = Plan(scene, ClaimScene.NewOccupation(), People.New());
        plan.Apprentices.Add(new Apprentices(plan.Apprentices[0]) { Kind = ApprenticeKind.Other, Named = { } });
        plan.Apprentices[1].Named[0] = Of(People.New());
        plan.Apprentices[1].Named[0].Contract = GroupEvidence.Uploaded;
        var other = (await scene.GetAsync(await scene.OpenAsync(plan))).Apprentices[1].Named.Single();
        (other.Outcome, other.Clauses.Single().Item).ShouldBe((Outcome.Refused, Article6));

        var bad = Plan(scene, ClaimScene.NewOccupation(), People.New(), People.New());
        bad.Apprentices[0].People = 3;
        bad.Apprentices[0].Named[1].Contract = GroupEvidence.SystemChecked;
        bad.Apprentices[0].Named.Add(new Apprentice(bad.Apprentices[0].Named[0]) { Name = "张 三", Finished = true });
        bad.Apprentices[0].Named.Add(new Apprentice { Name = "李四", IdNumber = "370102199001011234" });
        var fault = await Should.ThrowAsync<RpcException>(() => scene.OpenAsync(bad));
        fault.Fields().ShouldBe(
            [
                "apprentices[1].named", "apprentices[1].named[2].contract", "apprentices[1].named[3].AAC003", "apprentices[1].named[3].AAC147",
                "apprentices[1].named[3]", "apprentices[1].named[4].AAC147",
            ]);
        fault.Status.Detail.ShouldNotContain("370102199001011234");
    }

    [Fact]
    public async Task Finishers_must_be_the_fundings_own_and_as_many_as_told()
    {
        var scene = await FundingScene.SetAsync(fixture, "371208");
        var opened = await scene.OpenAsync(Plan(scene, ClaimScene.NewOccupation(), People.New(), People.New()));
        var named = (await scene.GetAsync(opened)).Apprentices[0].Named;
        (await FieldsAsync(request => Finish(request, named, count: 1))).ShouldBe(["finished[1]"]);
        (await FieldsAsync(request => Finish(request, [named[0], named[0]]))).ShouldBe(["finished_apprentices[2]"]);
        (await FieldsAsync(request =>
        {
            Finish(request, [], count: 0);
            request.UploadedContracts.Add([opened.FundingId, "x"]);
        })).ShouldBe(["uploaded_contracts[1]", "uploaded_contracts[2]"]);

        async Task<IEnumerable<string>> FieldsAsync(Action<SettleFundingRequest> change) =>
            (await Should.ThrowAsync<RpcException>(() => scene.SettleAsync(opened, change))).Fields();
    }

    private static async Task<(Outcome Outcome, string Clause)> OutcomeAsync(ClaimScene claims, SyntheticPerson person, string certificate)
    {
        var line = (await claims.SubmitAsync(claims.OfPerson(person, number: certificate))).Lines.Single();
        return (line.Outcome, line.Clauses.SingleOrDefault()?.Item ?? "");
    }

    private static void Finish(SettleFundingRequest request, IEnumerable<Apprentice> finished, int? count = null)
    {
        request.FinishedApprentices.Add(finished.Select(one => one.ApprenticeId));
        request.Finished.Add(count ?? request.FinishedApprentices.Count);
    }

    private static Apprentice Of(SyntheticPerson person) => new() { Name = person.Name, IdNumber = person.ResidentId };

    /// <summary>Half a year that is over, of employees in one line.</summary>
    private static OpenFundingRequest Plan(FundingScene scene, string occupation, params SyntheticPerson[] people) => new()
    {
        RequestId = FundingScene.NewId(),
        Kind = FundingKind.Apprenticeship,
        Firm = new() { Division = scene.Division, CreditCode = People.EmployerCode, Name = "某某制造有限公司" },
        Apprentices =
        {
            new Apprentices
            {
                Kind = ApprenticeKind.Employee,
                People = people.Length,
                Occupation = new() { Occupation = occupation, Level = 4 },
                Years = "0.5",
                StartedOn = new DateOnly(2020, 2, 3).ToContract(),
                StandardFen = 500_000,
                Named = { people.Select(Of) },
            },
        },
        Handling = new() { Operator = "测办" },
    };
}
