using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Host.Tests.Claims;

/// <summary>From a reviewed claim to the bank's answer, through Training's own payments.</summary>
public sealed class ClaimPaymentTests(TrainingFixture fixture)
{
    private static readonly DateOnly After = new(2020, 9, 9);

    [Fact]
    public async Task A_claim_is_made_public_with_masked_people_approved_paid_and_reconciled()
    {
        var scene = await ClaimScene.SetAsync(fixture, "370882");
        var person = People.New();
        var onBehalf = await scene.SubmitAsync(scene.OnBehalf(await scene.EnrolAsync(await scene.AddPersonAsync(person)), await scene.EnrolAsync()));
        var own = await scene.SubmitAsync(scene.OfPerson(People.New()));
        await scene.ReviewAsync(onBehalf.Claim);
        await scene.ReviewAsync(own.Claim);

        var publicity = (await Payments(TrainingFixture.Today, Roles.TrainingReviewer).StartPublicityAsync(
            new() { RequestId = ClaimScene.RequestId(), Title = "职业培训补贴公示", Pool = "370800", Benefit = "training.subsidy" })).Publicity;
        (publicity.Payables, publicity.AmountFen, publicity.WorkingDays, publicity.TermSource).ShouldBe((2, 3 * ClaimScene.Standard, 5, "鲁人社字〔2020〕55号 第十四条"));
        await PeopleAsync(publicity.PublicityId, person);

        await Payments(After, Roles.Budget).SetBudgetAsync(
            new() { RequestId = ClaimScene.RequestId(), Fund = Fund.SkillsSpecialAccount, Pool = "370800", Year = 2020, AmountFen = 10 * ClaimScene.Standard, Document = "某财社〔2020〕1号" });
        (await Payments(After, Roles.TrainingReviewer).ApprovePayablesAsync(new() { RequestId = ClaimScene.RequestId(), PublicityId = publicity.PublicityId })).Approved.ShouldBe(2);
        var payer = Payments(After, Roles.Payer);
        var batch = (await payer.CreatePaymentBatchAsync(new() { RequestId = ClaimScene.RequestId(), Fund = Fund.SkillsSpecialAccount, Pool = "370800" })).Batch;
        var file = await FileAsync(payer, batch);
        file.Select(line => line.BankAccount).ShouldBe(["37010000000000009999", "6222000011112222"], ignoreOrder: true);
        file.ShouldAllBe(line => line.PaymentNo.StartsWith("TR"));

        using var answer = payer.ImportBankReturns();
        await answer.RequestStream.WriteAsync(new() { Lines = { file.Select(Paid) } });
        await answer.RequestStream.CompleteAsync();
        (await answer).Paid.ShouldBe(2);
        var payable = (await payer.GetPayableAsync(new() { PayableId = (await scene.Reviewer().GetClaimAsync(new() { ClaimId = own.Claim.ClaimId })).Claim.PayableId })).Payable;
        (payable.State, payable.PaidFen, payable.PayeeName[1..]).ShouldBe((PayableState.Paid, ClaimScene.Standard, "**"));
        (await payer.ReconcileAsync(new() { Pool = "370800" })).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_public_list_of_another_place_is_not_shown()
    {
        var scene = await ClaimScene.SetAsync(fixture, "370983");
        var claim = await scene.SubmitAsync(scene.OnBehalf(await scene.EnrolAsync()));
        await scene.ReviewAsync(claim.Claim);
        var publicity = (await new PaymentService.PaymentServiceClient(fixture.Calls("370900", Roles.TrainingReviewer)).StartPublicityAsync(
            new() { RequestId = ClaimScene.RequestId(), Title = "公示", Pool = "370900", Benefit = "training.subsidy" })).Publicity;
        var other = await Should.ThrowAsync<RpcException>(async () =>
            await new ClaimService.ClaimServiceClient(fixture.Calls("370800", Roles.TrainingReviewer)).ListPublicPersonsAsync(new() { PublicityId = publicity.PublicityId }));
        other.Reason().ShouldBe("OTHER_DIVISION");
        var none = await Should.ThrowAsync<RpcException>(async () => await scene.Reviewer().ListPublicPersonsAsync(new() { PublicityId = Guid.CreateVersion7().ToString() }));
        none.Reason().ShouldBe("PUBLICITY_NOT_FOUND");
        var faults = await Should.ThrowAsync<RpcException>(async () => await scene.Reviewer().ListPublicPersonsAsync(new() { PublicityId = "x", PageSize = 1001, PageToken = "x" }));
        faults.Fields().ShouldBe(["publicity_id", "page_size", "page_token"], ignoreOrder: true);
    }

    private async Task PeopleAsync(string publicity, SyntheticPerson first)
    {
        var reader = new ClaimService.ClaimServiceClient(fixture.Calls("370800", Roles.TrainingReviewer));
        var page = await reader.ListPublicPersonsAsync(new() { PublicityId = publicity, PageSize = 2 });
        var rest = await reader.ListPublicPersonsAsync(new() { PublicityId = publicity, PageSize = 2, PageToken = page.NextPageToken });
        var all = page.Persons.Concat(rest.Persons).ToList();
        all.Select(one => (one.PayeeName, one.AmountFen)).ShouldBe(
            [("某某职业培训学校", ClaimScene.Standard), ("某某职业培训学校", ClaimScene.Standard), (all[2].Name, ClaimScene.Standard)]);
        (all[0].Name, all[0].IdNumber).ShouldBe(($"{first.Name[..1]}**", $"{first.ResidentId[..3]}***********{first.ResidentId[^4..]}"));
        all.ShouldAllBe(one => one.Name.EndsWith('*') && one.IdNumber.Contains("***********"));
    }

    private static async Task<List<PaymentLine>> FileAsync(PaymentService.PaymentServiceClient payer, PaymentBatch batch)
    {
        using var call = payer.StreamPaymentFile(new() { BatchId = batch.BatchId });
        return [.. (await call.ResponseStream.ReadAllAsync().ToListAsync()).SelectMany(message => message.Lines)];
    }

    private static BankReturnLine Paid(PaymentLine line, int index) => new()
    {
        Row = index + 1,
        PaymentNo = line.PaymentNo,
        Paid = true,
        BankReference = $"B{line.PaymentNo}",
        ValueDate = new() { Year = 2020, Month = 9, Day = 9 },
        AmountFen = line.AmountFen,
    };

    private PaymentService.PaymentServiceClient Payments(DateOnly day, string role) => new(fixture.On(day, "370800", role));
}
