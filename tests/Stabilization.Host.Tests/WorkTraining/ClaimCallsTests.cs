using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain;
using Wenye.Stabilization.Host.Tests.FirmData;
using Xunit;

namespace Wenye.Stabilization.Host.Tests.WorkTraining;

/// <summary>Bad input, repeats, other divisions and roles, lists, and what lies in the database.</summary>
public sealed class ClaimCallsTests(StabilizationFixture fixture)
{
    [Fact]
    public async Task Everything_wrong_with_a_claim_is_said_at_once_and_no_value_repeated()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var person = ClaimScene.Person();
        var asked = scene.Asked(
            WorkTrainingKind.Unspecified,
            ClaimScene.MonthOf("2020-06", person, person, ClaimScene.Person(bad => (bad.Name, bad.IdNumber, bad.WageFen) = ("", "37010219800101001X", -1))),
            ClaimScene.MonthOf("2020-06"));
        asked.CreditCode = "91370102MA3C0A0A00";
        asked.Months[1].RevenueDrop = "五成";
        asked.BankAccount = "6222 0000";
        asked.Handling = new() { Operator = "测 某" };

        var error = await Should.ThrowAsync<RpcException>(async () => await scene.Portal(ClaimScene.Under63).SubmitClaimAsync(asked));
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(
            [
                "credit_code", "kind", "bank_account", "bank_name", "months[1].trainees[2].AAC147", "months[1].trainees[3].AAC003",
                "months[1].trainees[3].AAC147", "months[1].trainees[3].wage_fen", "months[2].month", "months[2].trainees", "months[2].revenue_drop", "AAE011",
            ],
            ignoreOrder: true);
        error.Violations().ShouldAllBe(fault => !fault.Description.Contains("五成") && !fault.Description.Contains(person.IdNumber));
    }

    [Fact]
    public async Task A_thousand_faults_are_counted_not_listed()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var asked = scene.Asked(WorkTrainingKind.Hiring, ClaimScene.Month("2020-06", 1000, person => person.Name = ""));
        var error = await Should.ThrowAsync<RpcException>(async () => await scene.Portal(ClaimScene.Under63).SubmitClaimAsync(asked));
        error.Violations().Count.ShouldBe(101);
        error.Violations()[100].Description.ShouldContain("900");
    }

    [Fact]
    public async Task A_firm_that_no_feed_brought_is_not_found_and_months_are_supplied_only_for_those_claimed()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var asked = scene.Asked(WorkTrainingKind.Hiring, ClaimScene.Month("2020-06", 1));
        asked.CreditCode = FirmFile.NewCode();
        (await Should.ThrowAsync<RpcException>(async () => await scene.Portal(ClaimScene.Under63).SubmitClaimAsync(asked))).Reason().ShouldBe("FIRM_NOT_FOUND");

        var claim = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.Month("2020-06", 1));
        var error = await Should.ThrowAsync<RpcException>(async () => await scene.Portal(ClaimScene.Under63).SupplyClaimMaterialAsync(
            new() { RequestId = "s", ClaimId = claim.ClaimId, Months = { ClaimScene.Month("2020-05", 1) } }));
        error.Fields().ShouldBe(["months"]);
        (await Should.ThrowAsync<RpcException>(async () => await scene.Portal(ClaimScene.Under63).GetClaimAsync(new() { ClaimId = Guid.CreateVersion7().ToString() })))
            .Reason().ShouldBe("CLAIM_NOT_FOUND");
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_also_at_the_same_moment()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var portal = scene.Portal(ClaimScene.Under63);
        var asked = scene.Asked(WorkTrainingKind.Hiring, ClaimScene.Month("2020-06", 2));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await portal.SubmitClaimAsync(asked)));
        answers.ShouldAllBe(answer => answer.Equals(answers[0]));

        var reviewer = scene.Reviewer(ClaimScene.Under63);
        var review = ClaimScene.Reviewing(answers[0].Claim.ClaimId);
        var reviews = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => await reviewer.ReviewClaimAsync(review)));
        reviews.ShouldAllBe(answer => answer.Equals(reviews[0]));
        (await fixture.Database.ReadAsync<long>("select count(*) from payable where subject_id = $1::uuid", review.ClaimId)).ShouldBe(1);

        asked.Industry = HitIndustry.Transport;
        (await Should.ThrowAsync<RpcException>(async () => await portal.SubmitClaimAsync(asked))).StatusCode.ShouldBe(StatusCode.AlreadyExists);
    }

    [Fact]
    public async Task Other_divisions_and_other_roles_are_refused()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var claim = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.Month("2020-06", 1));
        var get = new GetClaimRequest { ClaimId = claim.ClaimId };
        await Refused("OTHER_DIVISION", async () => await Of("370103", Roles.StabilizationReviewer).GetClaimAsync(get));
        await Refused("OTHER_DIVISION", async () => await Of("370103", Roles.FirmPortal).SubmitClaimAsync(scene.Asked(WorkTrainingKind.Hiring, ClaimScene.Month("2020-05", 1))));
        await Refused("OTHER_DIVISION", async () => await Of("370103", Roles.StabilizationReviewer).ListClaimsAsync(new() { Division = "370102" }));
        await Refused("OTHER_DIVISION", async () => await Of("370100", Roles.Budget).SetSpecialAccountAsync(
            new() { RequestId = "a", Pool = "370200", Day = new() { Year = 2020, Month = 6, Day = 1 }, EstablishedFen = 1 }));
        await Refused("PERMISSION_MISSING", async () => await Of("370102", Roles.FirmPortal).ReviewClaimAsync(ClaimScene.Reviewing(claim.ClaimId)));
        await Refused("PERMISSION_MISSING", async () => await Of("370102", Roles.Payer).GetClaimAsync(get));
        await Refused("PERMISSION_MISSING", async () => await Of("370102", Roles.StabilizationReviewer).WithdrawClaimAsync(new() { RequestId = "w", ClaimId = claim.ClaimId }));
        (await Of("370100", Roles.StabilizationReviewer).GetClaimAsync(get)).Claim.ClaimId.ShouldBe(claim.ClaimId);
    }

    [Fact]
    public async Task A_special_account_is_a_citys_and_of_a_day_that_has_come()
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await Of("370102", Roles.Budget).SetSpecialAccountAsync(
            new() { RequestId = "a", Pool = "370102", Day = new() { Year = 2020, Month = 7, Day = 2 }, BalanceFen = -1 }));
        error.Fields().ShouldBe(["pool", "day", "established_fen", "balance_fen"], ignoreOrder: true);
    }

    [Fact]
    public async Task Claims_are_listed_newest_first_by_pages()
    {
        var scene = await ClaimScene.SetAsync(fixture, "370503");
        var claims = new List<string>();
        foreach (var month in ClaimScene.Months(1, 4))
        {
            claims.Add((await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.Month(month, 1))).ClaimId);
        }

        var newest = (await scene.SubmitAsync(ClaimScene.Under78, WorkTrainingKind.Hiring, ClaimScene.Month("2020-05", 1))).ClaimId;

        var reviewer = Of("370500", Roles.StabilizationReviewer);
        var first = await reviewer.ListClaimsAsync(new() { Division = "370500", PageSize = 3 });
        var second = await reviewer.ListClaimsAsync(new() { Division = "370500", PageSize = 3, PageToken = first.NextPageToken });
        first.Claims[0].ClaimId.ShouldBe(newest);
        first.Claims.Skip(1).Concat(second.Claims).Select(claim => claim.ClaimId).ShouldBe(claims, ignoreOrder: true);
        second.NextPageToken.ShouldBe("");
        first.Claims[0].Months.Single().ShouldBe(new MonthDecision { Month = "2020-05", Trainees = 1, AmountFen = 50_000, Outcome = Contracts.Policy.V1.Outcome.Granted });

        await scene.ReviewAsync(ClaimScene.Under63, claims[1]);
        (await reviewer.ListClaimsAsync(new() { CreditCode = scene.CreditCode, State = ClaimState.Reviewed })).Claims.Single().ClaimId.ShouldBe(claims[1]);
        (await reviewer.ListClaimsAsync(new() { CreditCode = FirmFile.NewCode() })).Claims.ShouldBeEmpty();
        var faults = await Should.ThrowAsync<RpcException>(async () => await reviewer.ListClaimsAsync(new() { Division = "37", State = (ClaimState)9, PageSize = -1, PageToken = "x", CreditCode = "1" }));
        faults.Fields().ShouldBe(["division", "state", "page_size", "page_token", "credit_code"], ignoreOrder: true);
    }

    [Fact]
    public async Task Stored_decisions_are_taken_again_to_the_same_bytes_and_nothing_of_a_person_is_readable()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var person = ClaimScene.Person();
        var claim = await scene.SubmitAsync(ClaimScene.Under78, WorkTrainingKind.Hiring, ClaimScene.MonthOf("2020-08", person, ClaimScene.Person(one => one.Group = TraineeGroup.Unspecified)));
        var id = Guid.Parse(claim.ClaimId);

        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<StabilizationDbContext>().Set<TrainingClaim>()
            .Include(one => one.Months).ThenInclude(month => month.Roster).SingleAsync(one => one.Id == id, TestContext.Current.CancellationToken);
        var decisions = stored.Months.SelectMany(month => month.Roster.Select(line => line.Decision).Append(month.Decision)).Append(stored.SizeDecision).ToList();
        decisions.Count.ShouldBe(4);
        foreach (var decision in decisions)
        {
            Replay.Run(System.Text.Encoding.UTF8.GetBytes(decision), StabilizationPrograms.All, StabilizationParameters.Shipped, out var again).ShouldBe(ReplayResult.Same);
            StoredDecisions.ToContract(decision).ShouldBe(again.ToContract());
        }

        var line = stored.Months.Single().Roster.Single(one => one.Line == 1);
        (line.Name, line.IdNumber, stored.BankAccount).ShouldBe((person.Name, person.IdNumber, "37010000000000001234"));
        var plain = await fixture.Database.ReadAsync<string>(
            """
            select string_agg(encode(p.name || p.id_number || c.bank_account, 'escape'), '') || string_agg(to_jsonb(p)::text || to_jsonb(c)::text, '')
            from training_person p join training_month m on m.id = p.month_id join training_claim c on c.id = m.claim_id where c.id = $1
            """,
            id);
        plain.ShouldNotContain(person.IdNumber);
        plain.ShouldNotContain(person.Name);
        plain.ShouldNotContain("37010000000000001234");
    }

    [Fact]
    public void The_contracts_terms_are_the_decisions_terms()
    {
        Names<HitIndustry>().ShouldBe(Names<Domain.WorkTraining.WorkTrainingIndustry>());
        Names<TraineeGroup>().ShouldBe(Names<Domain.WorkTraining.TraineeGroup>());
        Names<WorkTrainingKind>().ShouldBe(Names<Domain.WorkTraining.WorkTrainingKind>());
        Names<PayrollProof>().ShouldBe(Names<Domain.WorkTraining.PayrollProof>());
    }

    private static IEnumerable<(int, string)> Names<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => (Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture), value.ToString())).Where(pair => pair.Item1 > 0);

    private static async Task Refused(string reason, Func<Task> call)
    {
        var error = await Should.ThrowAsync<RpcException>(call);
        (error.StatusCode, error.Reason()).ShouldBe((StatusCode.PermissionDenied, reason));
    }

    private WorkTrainingService.WorkTrainingServiceClient Of(string division, string role) => new(fixture.On(ClaimScene.Under63, division, role));
}
