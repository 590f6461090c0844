using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Host.Tests.Claims;

namespace Wenye.Training.Host.Tests.Fundings;

/// <summary>What every call of fundings keeps: who may, once only, one funding a class, bad input.</summary>
public sealed class FundingCallsTests(TrainingFixture fixture)
{
    [Fact]
    public async Task A_repeat_is_answered_as_the_first_call_was_and_other_content_is_refused()
    {
        var scene = await FundingScene.SetAsync(fixture, "370602");
        var open = scene.Project(await scene.AddClassAsync(ClassState.UnderWay, started: new(2020, 8, 31)));
        var clerk = scene.Clerk();
        var first = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => await clerk.OpenFundingAsync(open)));
        first.ShouldAllBe(answer => answer.Equals(first[0]));
        open.ContractFen++;
        (await Should.ThrowAsync<RpcException>(async () => await clerk.OpenFundingAsync(open))).Reason().ShouldBe("REQUEST_ID_REUSED");

        var pay = new PayFundingRequest { RequestId = "p", FundingId = first[0].Funding.FundingId, Handling = new() { Operator = "测审" } };
        var reviewer = scene.Reviewer();
        var paid = await reviewer.PayFundingAsync(pay);
        (await reviewer.PayFundingAsync(pay)).ShouldBe(paid);
        (await scene.GetAsync(paid.Funding)).Steps.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_class_is_paid_by_one_funding_also_when_two_are_opened_at_once()
    {
        var scene = await FundingScene.SetAsync(fixture, "370602");
        var held = await scene.AddClassAsync(ClassState.Open);
        var reasons = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            try
            {
                await scene.OpenAsync(scene.Project(held));
                return "";
            }
            catch (RpcException refused)
            {
                return refused.Reason();
            }
        }));
        reasons.ShouldBe(["", "CLASS_FUNDED", "CLASS_FUNDED"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_claimed_for_a_person_is_not_funded_besides_nor_the_other_way()
    {
        var claims = await ClaimScene.SetAsync(fixture, "370682");
        var enrolled = await claims.EnrolAsync();
        var claim = (await claims.SubmitAsync(claims.OnBehalf(enrolled))).Claim;
        var scene = await FundingScene.SetAsync(fixture, "370682");
        var request = scene.Project(claims.Class);
        request.InstitutionId = claims.Institution.ToString();
        (await Should.ThrowAsync<RpcException>(() => scene.OpenAsync(request))).Reason().ShouldBe("CLASS_CLAIMED");

        await claims.Portal().WithdrawClaimAsync(new() { RequestId = FundingScene.NewId(), ClaimId = claim.ClaimId });
        (await scene.OpenAsync(request)).State.ShouldBe(FundingState.Open);
        (await Should.ThrowAsync<RpcException>(() => claims.SubmitAsync(claims.OnBehalf(enrolled)))).Fields().ShouldBe(["lines[1].enrolment_id"]);
    }

    [Fact]
    public async Task A_claim_and_a_funding_at_once_do_not_both_pay_for_a_person()
    {
        var claims = await ClaimScene.SetAsync(fixture, "370682");
        var enrolled = await claims.EnrolAsync();
        var scene = await FundingScene.SetAsync(fixture, "370682");
        var request = scene.Project(claims.Class);
        request.InstitutionId = claims.Institution.ToString();
        var taken = await Task.WhenAll(IsTakenAsync(() => claims.SubmitAsync(claims.OnBehalf(enrolled))), IsTakenAsync(() => scene.OpenAsync(request)));
        taken.ShouldBe([true, false], ignoreOrder: true);
    }

    [Fact]
    public async Task Another_division_and_other_roles_are_refused()
    {
        var scene = await FundingScene.SetAsync(fixture, "370602");
        var request = scene.Project(await scene.AddClassAsync(ClassState.Open));
        (await Should.ThrowAsync<RpcException>(async () => await scene.Clerk("370100").OpenFundingAsync(request))).Reason().ShouldBe("OTHER_DIVISION");
        var funding = await scene.OpenAsync(request);
        var elsewhere = new FundingService.FundingServiceClient(fixture.Calls("370100", Roles.TrainingReviewer));
        (await Should.ThrowAsync<RpcException>(async () => await elsewhere.GetFundingAsync(new() { FundingId = funding.FundingId }))).Reason().ShouldBe("OTHER_DIVISION");
        var pay = new PayFundingRequest { RequestId = "p", FundingId = funding.FundingId, Handling = new() { Operator = "测审" } };
        (await Should.ThrowAsync<RpcException>(async () => await elsewhere.PayFundingAsync(pay))).Reason().ShouldBe("OTHER_DIVISION");
        (await Should.ThrowAsync<RpcException>(async () => await elsewhere.ListFundingsAsync(new() { Division = "370602" }))).Reason().ShouldBe("OTHER_DIVISION");
        (await Should.ThrowAsync<RpcException>(async () => await elsewhere.ListDueFundingsAsync(new() { Division = "370602" }))).Reason().ShouldBe("OTHER_DIVISION");

        (await Should.ThrowAsync<RpcException>(async () => await scene.Clerk().PayFundingAsync(pay))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var reviewer = scene.Reviewer();
        (await Should.ThrowAsync<RpcException>(async () => await reviewer.OpenFundingAsync(request))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var settle = new SettleFundingRequest { RequestId = "s", FundingId = funding.FundingId, Handling = new() { Operator = "测办" } };
        (await Should.ThrowAsync<RpcException>(async () => await scene.Clerk().SettleFundingAsync(settle))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var portal = new FundingService.FundingServiceClient(fixture.Calls("370602", Roles.TrainingPortal));
        (await portal.GetFundingAsync(new() { FundingId = funding.FundingId })).Funding.Steps.ShouldAllBe(step => step.Operator.Length == 0 && step.Note.Length == 0);
    }

    [Fact]
    public async Task Bad_input_comes_back_by_field()
    {
        var scene = await FundingScene.SetAsync(fixture, "370602");
        var clerk = scene.Clerk();
        var empty = await Should.ThrowAsync<RpcException>(async () => await clerk.OpenFundingAsync(new() { RequestId = "e", Kind = FundingKind.Project }));
        empty.Fields().ShouldBe(["AAE011", "institution_id", "class_ids", "contract_number", "contract_fen", "targets"], ignoreOrder: true);
        var wrong = scene.Of(FundingKind.Tranches, [Guid.CreateVersion7(), Guid.CreateVersion7()], request => (request.RequestedFen, request.EpidemicPeriod, request.ContractFen) = (1, true, 1));
        (await Should.ThrowAsync<RpcException>(async () => await clerk.OpenFundingAsync(wrong))).Fields()
            .ShouldBe(["class_ids", "requested_fen", "epidemic_period", "contract_fen"], ignoreOrder: true);
        var other = await FundingScene.SetAsync(fixture, "370602");
        var cancelled = scene.Project(await scene.AddClassAsync(ClassState.Cancelled), await other.AddClassAsync(ClassState.Open));
        (await Should.ThrowAsync<RpcException>(() => scene.OpenAsync(cancelled))).Fields().ShouldBe(["class_ids[1]", "class_ids[2]"]);

        var reviewer = scene.Reviewer();
        (await Should.ThrowAsync<RpcException>(async () => await reviewer.PayFundingAsync(new() { RequestId = "p", FundingId = "x" }))).Fields().ShouldBe(["funding_id", "AAE011"]);
        var settle = new SettleFundingRequest { RequestId = "s", FundingId = "x", EmploymentRate = "85%", CountEmployment = true, Handling = new() { Operator = "测审" } };
        (await Should.ThrowAsync<RpcException>(async () => await reviewer.SettleFundingAsync(settle))).Fields().ShouldBe(["funding_id", "employment_rate", "count_employment"]);
        (await Should.ThrowAsync<RpcException>(async () => await reviewer.GetFundingAsync(new() { FundingId = FundingScene.NewId() }))).Reason().ShouldBe("FUNDING_NOT_FOUND");
        var list = new ListFundingsRequest { Division = "3715", InstitutionId = "x", PageSize = 1001, PageToken = "x" };
        (await Should.ThrowAsync<RpcException>(async () => await reviewer.ListFundingsAsync(list))).Fields().ShouldBe(["division", "institution_id", "page_size", "page_token"], ignoreOrder: true);
    }

    [Fact]
    public async Task Lists_page_through_a_place()
    {
        var scene = await FundingScene.SetAsync(fixture, "370614");
        var opened = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            opened.Add((await scene.OpenAsync(scene.Project(await scene.AddClassAsync(ClassState.UnderWay, started: new(2020, 8, 31))))).FundingId);
        }

        // All of one instant: newest first is by id.
        opened.Sort((one, other) => string.CompareOrdinal(other, one));
        var reviewer = scene.Reviewer();
        var page = await reviewer.ListFundingsAsync(new() { PageSize = 2, Kind = FundingKind.Project, State = FundingState.Open });
        var rest = await reviewer.ListFundingsAsync(new() { PageSize = 2, Kind = FundingKind.Project, State = FundingState.Open, PageToken = page.NextPageToken });
        page.Fundings.Concat(rest.Fundings).Select(one => one.FundingId).ShouldBe(opened);
        rest.NextPageToken.ShouldBeEmpty();
        (await reviewer.ListFundingsAsync(new() { Kind = FundingKind.Advance })).Fundings.ShouldBeEmpty();
        var due = await reviewer.ListDueFundingsAsync(new() { PageSize = 2 });
        due.Due.Select(one => (one.FundingId, one.Payment.AmountFen, one.Payment.PayableId)).ShouldBe(opened.Take(2).Select(id => (id, 6_000_001L, "")));
        (await reviewer.ListDueFundingsAsync(new() { PageSize = 2, PageToken = due.NextPageToken })).Due.Count.ShouldBe(1);
    }

    private static async Task<bool> IsTakenAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.FailedPrecondition or StatusCode.InvalidArgument)
        {
            return false;
        }
    }
}
