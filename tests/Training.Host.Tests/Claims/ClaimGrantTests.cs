using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Host.Tests.Claims;

/// <summary>Each kind and channel granted to the fen, with the clauses; what lacks material names it.</summary>
public sealed class ClaimGrantTests(TrainingFixture fixture)
{
    [Fact]
    public async Task An_institution_is_paid_for_those_it_trained()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var answer = await scene.SubmitAsync(scene.OnBehalf(await scene.EnrolAsync(), await scene.EnrolAsync()));

        (answer.Claim.State, answer.Claim.AmountFen, answer.Claim.Granted).ShouldBe((ClaimState.Submitted, 2 * ClaimScene.Standard, 2));
        var line = (await scene.LinesAsync(answer.Claim))[0];
        line.Outcome.ShouldBe(Outcome.Granted);
        line.Materials.Select(one => (one.Material, one.Form)).ShouldBe(
            [(ClaimMaterial.Identity, MaterialForm.Uploaded), (ClaimMaterial.Group, MaterialForm.SystemChecked), (ClaimMaterial.Certificate, MaterialForm.SystemChecked)]);
        line.Decisions.Select(one => one.Program).ShouldBe(["training.claim_line", "training.claim_materials", "training.subsidy"]);
        string[] cited = ["鲁人社字〔2020〕55号 第四条", "鲁人社字〔2020〕55号 第五条", "鲁人社字〔2020〕55号 附件1", "鲁人社字〔2020〕55号 第二十五条"];
        cited.Except(ClaimScene.Cited(line)).ShouldBeEmpty();
        line.Name.ShouldEndWith("*");
        line.IdNumber.ShouldContain("***********");

        var reviewed = await scene.ReviewAsync(answer.Claim);
        (reviewed.Claim.State, reviewed.RestClaimId).ShouldBe((ClaimState.Reviewed, ""));
        (await PayableAsync(reviewed.Claim.PayableId)).ShouldBe(
            $"{(int)Fund.SkillsSpecialAccount} t {2 * ClaimScene.Standard} training.subsidy {People.EmployerCode} 370100 370102 {(int)PayableState.Decided} {answer.Claim.ClaimId}");
        (await scene.Reviewer().GetClaimAsync(new() { ClaimId = answer.Claim.ClaimId })).Claim.Steps
            .Select(step => (step.State, step.Operator)).ShouldBe([("CLAIM_STATE_SUBMITTED", ""), ("CLAIM_STATE_REVIEWED", "测审")]);
    }

    [Fact]
    public async Task A_person_is_paid_on_a_qualification_certificate_and_the_register_shows_the_group()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var person = People.New();
        await fixture.Registration.RegisterUnemployedAsync(person);
        var request = scene.OfPerson(person);
        (request.Lines[0].Group, request.Lines[0].Materials[1].Form) = (TraineeGroup.RegisteredUnemployed, MaterialForm.FilledIn);

        var answer = await scene.SubmitAsync(request);

        (answer.Claim.AmountFen, answer.Claim.ClaimantName).ShouldBe((ClaimScene.Standard, Masked(person)));
        answer.Lines[0].Materials[1].ShouldBe(ClaimScene.Paper(ClaimMaterial.Group, MaterialForm.SystemChecked));
        var payable = (await scene.ReviewAsync(answer.Claim)).Claim.PayableId;
        (await PayableAsync(payable)).ShouldContain($" training.subsidy {answer.Lines[0].TraineeId} 370100 370102 ");
    }

    [Fact]
    public async Task What_the_register_does_not_confirm_is_asked_for()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var request = scene.OfPerson(People.New());
        (request.Lines[0].Group, request.Lines[0].Materials[1].Form) = (TraineeGroup.RegisteredUnemployed, MaterialForm.SystemChecked);
        (await scene.SubmitAsync(request)).Lines[0].MissingFacts.ShouldBe(["group_paper"]);
    }

    [Fact]
    public async Task A_firm_is_paid_for_its_employees()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var request = Firm(scene, ClaimKind.TrainingSubsidy);
        request.Lines.Add(ClaimScene.Stated(People.New(), CertificateKind.SpecialOperation, scene.Occupation, "T370102", TraineeGroup.Employee));
        var enrolled = await scene.EnrolAsync(change: one => (one.Group, one.Employer, one.Evidence) = (TraineeGroup.Employee, People.EmployerCode, GroupEvidence.Stated));
        request.Lines.Add(ClaimScene.Line(enrolled));

        var answer = await scene.SubmitAsync(request);

        answer.Lines.Select(line => (line.Outcome, line.AmountFen)).ShouldBe([(Outcome.Granted, ClaimScene.Standard), (Outcome.Granted, ClaimScene.Standard)]);
        ClaimScene.Cited((await scene.LinesAsync(answer.Claim))[0]).ShouldContain("鲁人社字〔2020〕55号 第六条(一)");
        (await PayableAsync((await scene.ReviewAsync(answer.Claim)).Claim.PayableId)).ShouldContain($" training.subsidy {People.EmployerCode} ");
    }

    [Theory]
    [InlineData(ClaimChannel.Person)]
    [InlineData(ClaimChannel.Institution)]
    [InlineData(ClaimChannel.Firm)]
    public async Task An_appraisal_is_paid_by_the_fee(ClaimChannel channel)
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var request = channel switch
        {
            ClaimChannel.Person => scene.OfPerson(People.New()),
            ClaimChannel.Institution => scene.OnBehalf(),
            _ => Firm(scene, ClaimKind.AppraisalSubsidy),
        };
        request.Kind = ClaimKind.AppraisalSubsidy;
        request.Lines.Clear();
        request.Materials.Clear();
        request.Materials.Add([ClaimScene.Paper(ClaimMaterial.ApplicationForm), ClaimScene.Paper(ClaimMaterial.Invoice), ClaimScene.Paper(ClaimMaterial.AgencyAgreement)]);
        request.Lines.Add(ClaimScene.Stated(People.New(), CertificateKind.SpecialAbility, scene.Occupation, "S1"));
        (request.Lines[0].FirstAppraisal, request.Lines[0].Trained) = (true, true);

        var answer = await scene.SubmitAsync(request);

        (answer.Lines[0].Outcome, answer.Claim.AmountFen).ShouldBe((Outcome.Granted, ClaimScene.Fee));
        ClaimScene.Cited((await scene.LinesAsync(answer.Claim))[0]).ShouldContain("鲁人社字〔2020〕55号 第八条");
        (await PayableAsync((await scene.ReviewAsync(answer.Claim)).Claim.PayableId)).ShouldContain($"{(int)Fund.SkillsSpecialAccount} t {ClaimScene.Fee} training.appraisal_subsidy ");

        request.RequestId = ClaimScene.RequestId();
        request.Lines[0].Certificate.Number = "S2";
        ClaimScene.RefusedBy((await scene.SubmitAsync(request)).Lines[0]).ShouldBe(["鲁人社字〔2020〕55号 第八条"]);
    }

    [Fact]
    public async Task Living_allowances_of_the_epidemic_are_paid_to_each_person_by_the_county_of_the_household()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var request = await AllowanceAsync(
            scene, await scene.EnrolAsync(change: InJune), await scene.EnrolAsync(change: one => { InJune(one); one.Household = "370103"; }),
            await scene.EnrolAsync(change: one => { InJune(one); one.Household = null; }));

        var answer = await scene.SubmitAsync(request);

        answer.Lines.Select(line => (line.Outcome, line.AmountFen)).ShouldBe([(Outcome.Granted, 20_000), (Outcome.Refused, 0), (Outcome.Incomplete, 0)]);
        ClaimScene.RefusedBy(answer.Lines[1]).ShouldBe(["鲁人社字〔2020〕11号 三"]);
        answer.Lines[2].MissingFacts.ShouldBe(["household_here"]);
        ClaimScene.Cited((await scene.LinesAsync(answer.Claim))[0]).ShouldContain("鲁人社字〔2020〕11号 三");
        var reviewed = await scene.ReviewAsync(answer.Claim);
        (reviewed.Claim.PayableId, reviewed.Lines.Count, reviewed.RestClaimId.Length).ShouldBe(("", 2, 36));
        (await PayableAsync(reviewed.Lines[0].PayableId)).ShouldStartWith(
            $"{(int)Fund.EmploymentSubsidy} t 20000 training.living_allowance {answer.Lines[0].TraineeId} 370102 370102 {(int)PayableState.Decided} ");
        (await scene.Reviewer().GetClaimAsync(new() { ClaimId = reviewed.RestClaimId })).Claim.State.ShouldBe(ClaimState.Incomplete);
    }

    [Fact]
    public async Task A_living_allowance_ends_with_june_and_then_is_the_citys_to_set()
    {
        var scene = await ClaimScene.SetAsync(fixture, "371082");
        var late = await scene.EnrolAsync(change: one => one.ExaminedOn = new(2020, 7, 1));
        var poor = await scene.EnrolAsync(change: one => (one.ExaminedOn, one.Group) = (new(2020, 7, 1), TraineeGroup.RegisteredPoor));
        var leaver = await scene.EnrolAsync(change: one => (one.ExaminedOn, one.Group) = (new(2020, 7, 1), TraineeGroup.SchoolLeaver));
        var answer = await scene.SubmitAsync(await AllowanceAsync(scene, late, poor, leaver));

        ClaimScene.RefusedBy(answer.Lines[0]).ShouldBe(["鲁人社字〔2020〕11号 七"]);
        answer.Lines[1].MissingFacts.ShouldBe(["training.living_allowance_city_per_hour"]);
        answer.Lines[2].MissingFacts.ShouldContain("trainee");
        var supplied = await scene.Portal().SupplyClaimMaterialAsync(
            new() { RequestId = ClaimScene.RequestId(), ClaimId = answer.Claim.ClaimId, Lines = { new SuppliedLine { Line = 3, RuralOrLowIncome = true } } });
        supplied.Lines[2].MissingFacts.ShouldBe(["training.living_allowance_city_per_hour"]);
    }

    [Fact]
    public async Task A_platform_gets_a_fifth_and_the_training_after_it_four_fifths()
    {
        var platform = await ClaimScene.SetAsync(fixture, mode: TrainingMode.OnlinePlatform);
        var enrolled = await platform.EnrolAsync();
        var request = platform.OnBehalf(enrolled);
        request.Kind = ClaimKind.OnlinePlatform;
        var online = await platform.SubmitAsync(request);

        (online.Lines[0].Outcome, online.Lines[0].AmountFen).ShouldBe((Outcome.Granted, ClaimScene.Standard / 5));
        ClaimScene.Cited((await platform.LinesAsync(online.Claim))[0]).ShouldContain("鲁人社字〔2020〕72号 三(一)");
        (await PayableAsync((await platform.ReviewAsync(online.Claim)).Claim.PayableId)).ShouldContain(" training.online_platform ");

        var school = await ClaimScene.SetAsync(fixture);
        var offline = await school.EnrolAsync(enrolled.Person, one => one.Class = school.AddClassAsync(TrainingMode.Offline, platform.Occupation).Result);
        var after = await school.SubmitAsync(school.OnBehalf(offline));
        (after.Lines[0].Outcome, after.Lines[0].AmountFen).ShouldBe((Outcome.Granted, ClaimScene.Standard / 5 * 4));

        request.RequestId = ClaimScene.RequestId();
        var again = await platform.SubmitAsync(request);
        again.Lines[0].Outcome.ShouldBe(Outcome.Refused);
        ClaimScene.RefusedBy(again.Lines[0]).ShouldContain("鲁人社字〔2020〕72号 三(一)");
    }

    [Fact]
    public async Task What_is_missing_is_named_and_once_supplied_the_claim_is_granted()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var request = scene.OnBehalf(await scene.EnrolAsync(), await scene.EnrolAsync(certified: false));
        request.Materials.Clear();
        request.Materials.Add(ClaimScene.Paper(ClaimMaterial.ApplicationForm));
        request.Lines[0].Materials.Clear();

        var answer = await scene.SubmitAsync(request);

        answer.Claim.State.ShouldBe(ClaimState.Incomplete);
        answer.Lines[0].MissingFacts.ShouldBe(["identity_paper", "agency_agreement", "invoice"]);
        answer.Lines[1].MissingFacts.ShouldBe(["certificate_paper", "agency_agreement", "invoice", "certificate", "certificate_date"], ignoreOrder: true);
        (await RefusalAsync(() => scene.ReviewAsync(answer.Claim))).ShouldBe("CLAIM_INCOMPLETE");
        var supplied = await scene.Portal().SupplyClaimMaterialAsync(new()
        {
            RequestId = ClaimScene.RequestId(),
            ClaimId = answer.Claim.ClaimId,
            Materials = { ClaimScene.Paper(ClaimMaterial.AgencyAgreement), ClaimScene.Paper(ClaimMaterial.Invoice) },
            Lines = { new SuppliedLine { Line = 1, Materials = { ClaimScene.Paper(ClaimMaterial.Identity) } } },
        });
        supplied.Lines.Select(line => line.Outcome).ShouldBe([Outcome.Granted, Outcome.Incomplete]);

        var reviewed = await scene.ReviewAsync(answer.Claim);
        (reviewed.Claim.AmountFen, reviewed.Lines.Count).ShouldBe((ClaimScene.Standard, 1));
        var rest = (await scene.Reviewer().GetClaimAsync(new() { ClaimId = reviewed.RestClaimId })).Claim;
        (rest.State, rest.Incomplete, rest.AppliedOn).ShouldBe((ClaimState.Incomplete, 1, answer.Claim.AppliedOn));
    }

    [Fact]
    public async Task Without_a_standard_of_the_city_nothing_is_refused_and_the_standard_is_asked_for()
    {
        var scene = await ClaimScene.SetAsync(fixture, inCatalogue: false);
        var answer = await scene.SubmitAsync(scene.OnBehalf(await scene.EnrolAsync()));
        answer.Lines[0].MissingFacts.ShouldBe(["standard"]);

        await scene.AddCourseAsync(scene.Occupation);
        (await scene.ReviewAsync(answer.Claim)).Claim.AmountFen.ShouldBe(ClaimScene.Standard);
    }

    private static void InJune(EnrolmentOptions one) => one.ExaminedOn = new(2020, 6, 20);

    private static Task<SubmitClaimRequest> AllowanceAsync(ClaimScene scene, params Enrolled[] enrolled)
    {
        var request = scene.OnBehalf(enrolled);
        request.Kind = ClaimKind.LivingAllowance;
        foreach (var line in request.Lines)
        {
            (line.BankAccount, line.BankName) = ("6222000011113333", "某银行");
        }

        return Task.FromResult(request);
    }

    private static SubmitClaimRequest Firm(ClaimScene scene, ClaimKind kind) => new()
    {
        RequestId = ClaimScene.RequestId(),
        Kind = kind,
        Channel = ClaimChannel.Firm,
        Division = scene.Division,
        CreditCode = People.EmployerCode,
        FirmName = "某某机械有限公司",
        BankAccount = "37010000000000001234",
        BankName = "某银行",
        Materials = { ClaimScene.Paper(ClaimMaterial.Invoice), ClaimScene.Paper(ClaimMaterial.ApplicationForm) },
    };

    private static string Masked(SyntheticPerson person) => $"{person.Name[..1]}**";

    private static async Task<string> RefusalAsync(Func<Task> call) => (await Should.ThrowAsync<Grpc.Core.RpcException>(call)).Reason();

    private Task<string> PayableAsync(string id) => fixture.Database.ReadAsync<string>(
        "select concat_ws(' ', fund, needs_publicity, amount_fen, benefit, payee, pool, division, state, subject_id) from payable where id = $1::uuid", id);
}
