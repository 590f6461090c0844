using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Host.Tests.Claims;

/// <summary>Limits hold over all claims of a person, also at the same moment; what a claim gives up is free again.</summary>
public sealed class ClaimLimitTests(TrainingFixture fixture)
{
    private const string Article4 = "鲁人社字〔2020〕55号 第四条";

    [Fact]
    public async Task Three_times_a_year_over_every_channel_and_what_earlier_systems_paid()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var person = People.New();
        await scene.RecordAsync(person, 2);
        var key = (await scene.SubmitAsync(scene.OfPerson(person))).Lines[0];
        key.Outcome.ShouldBe(Outcome.Granted);

        var further = await scene.AddClassAsync(TrainingMode.Combined, ClaimScene.NewOccupation());
        var fourth = await scene.SubmitAsync(scene.OnBehalf(await scene.EnrolAsync(Guid.Parse(key.TraineeId), one => one.Class = further)));
        ClaimScene.RefusedBy(fourth.Lines[0]).ShouldBe([Article4]);
        (await scene.LinesAsync(fourth.Claim))[0].Decisions[2].Findings.ShouldContain(
            finding => finding.Answer == Answer.NotMet && finding.Fact.Contains("subsidised") && finding.Value.Contains('3'));
    }

    [Fact]
    public async Task The_same_occupation_and_level_once_a_year_and_a_certificate_once_for_ever()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var person = People.New();
        (await scene.SubmitAsync(scene.OfPerson(person, number: "Q1"))).Lines[0].Outcome.ShouldBe(Outcome.Granted);
        ClaimScene.RefusedBy((await scene.SubmitAsync(scene.OfPerson(person, number: "Q2"))).Lines[0]).ShouldBe([Article4]);

        var later = new DateOnly(2021, 11, 1);
        var same = await scene.SubmitAsync(scene.OfPerson(person, number: "Q1"), later);
        ClaimScene.RefusedBy(same.Lines[0]).ShouldBe([Article4]);
        (await scene.LinesAsync(same.Claim))[0].Decisions[0].Findings.Single().Fact.ShouldBe("certificate_used");
        (await scene.SubmitAsync(scene.OfPerson(person, number: "Q2"), later)).Lines[0].Outcome.ShouldBe(Outcome.Granted);
    }

    [Fact]
    public async Task Students_three_times_in_all()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var person = People.New();
        await scene.RecordAsync(person, 3, inCollege: true);
        var request = scene.OfPerson(person);
        request.Lines[0].Group = TraineeGroup.CollegeStudent;
        ClaimScene.RefusedBy((await scene.SubmitAsync(request)).Lines[0]).ShouldBe(["鲁人社字〔2020〕55号 第六条(三)"]);
    }

    [Fact]
    public async Task Lines_of_one_claim_follow_one_another()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var person = People.New();
        var request = scene.OfPerson(person);
        request.Lines.Add(ClaimScene.Stated(person, CertificateKind.Qualification, scene.Occupation, "Q2"));
        (await scene.SubmitAsync(request)).Lines.Select(line => line.Outcome).ShouldBe([Outcome.Granted, Outcome.Refused]);
    }

    [Fact]
    public async Task Two_claims_of_one_person_at_once_and_one_is_granted()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var person = People.New();
        var claims = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => scene.SubmitAsync(scene.OfPerson(person, number: $"Q{i}"))));
        claims.Count(one => one.Lines[0].Outcome == Outcome.Granted).ShouldBe(1);
        claims.Where(one => one.Lines[0].Outcome != Outcome.Granted).ShouldAllBe(one => ClaimScene.RefusedBy(one.Lines[0]).Single() == Article4);
    }

    [Fact]
    public async Task Twenty_claims_crossing_give_everybody_three()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var people = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => scene.AddPersonAsync()));
        var requests = new List<SubmitClaimRequest>();
        for (var i = 0; i < 20; i++)
        {
            var occupation = ClaimScene.NewOccupation();
            await scene.AddCourseAsync(occupation);
            var held = await scene.AddClassAsync(TrainingMode.Combined, occupation);
            var enrolled = new List<Enrolled>();
            foreach (var person in i % 2 == 0 ? people : people.Reverse())
            {
                enrolled.Add(await scene.EnrolAsync(person, one => one.Class = held));
            }

            requests.Add(scene.OnBehalf(enrolled));
        }

        var claims = await Task.WhenAll(requests.Select(request => scene.SubmitAsync(request)));

        var granted = claims.SelectMany(claim => claim.Lines).Where(line => line.Outcome == Outcome.Granted).GroupBy(line => line.TraineeId).ToList();
        granted.Count.ShouldBe(10);
        granted.ShouldAllBe(person => person.Count() == 3);
        var reviewed = await Task.WhenAll(claims.Select(claim => scene.ReviewAsync(claim.Claim)));
        reviewed.Sum(claim => claim.Claim.AmountFen).ShouldBe(30 * ClaimScene.Standard);
    }

    [Fact]
    public async Task What_is_withdrawn_rejected_or_dropped_is_free_again()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var person = People.New();
        var first = await scene.SubmitAsync(scene.OfPerson(person, number: "Q1"));
        var waiting = await scene.SubmitAsync(scene.OfPerson(person, number: "Q2"));
        waiting.Claim.Refused.ShouldBe(1);
        var withdrawn = await scene.Portal().WithdrawClaimAsync(new() { RequestId = "w", ClaimId = first.Claim.ClaimId });
        withdrawn.Claim.State.ShouldBe(ClaimState.Withdrawn);

        var rejected = await scene.ReviewAsync(waiting.Claim, new RejectedClaimLine { Line = 1, Reason = "证书无法核实" });
        (rejected.Claim.AmountFen, rejected.Claim.PayableId, rejected.Lines[0].Outcome, rejected.Lines[0].RejectedBecause).ShouldBe((0L, "", Outcome.Granted, "证书无法核实"));

        var third = await scene.SubmitAsync(scene.OfPerson(person, number: "Q3"));
        var payable = (await scene.ReviewAsync(third.Claim)).Claim.PayableId;
        (await scene.SubmitAsync(scene.OfPerson(person, number: "Q4"))).Claim.Refused.ShouldBe(1);
        await fixture.Database.ReadAsync<long>("update payable set state = $2 where id = $1::uuid returning amount_fen", payable, (int)PayableState.Dropped);
        (await scene.SubmitAsync(scene.OfPerson(person, number: "Q5"))).Claim.Granted.ShouldBe(1);
    }
}
