using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Domain;
using CertificateKind = Wenye.Contracts.Training.V1.CertificateKind;
using Claim = Wenye.Training.Data.Claim;

namespace Wenye.Training.Host.Tests.Claims;

/// <summary>The calls themselves: faults, repeats, divisions, roles, pages, what is stored.</summary>
public sealed class ClaimCallsTests(TrainingFixture fixture)
{
    [Fact]
    public async Task Every_fault_of_a_claim_is_told_by_its_field()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var error = await FaultAsync(() => scene.SubmitAsync(new()
        {
            RequestId = "r",
            Kind = ClaimKind.OnlinePlatform,
            Channel = ClaimChannel.Firm,
            Division = "3701",
            InstitutionId = "x",
            CreditCode = "91",
            Materials = { ClaimScene.Paper(ClaimMaterial.Identity) },
            FurtherPapers = { "" },
        }));
        error.Fields().ShouldBe(
            ["channel", "channel", "division", "credit_code", "firm_name", "bank_account", "bank_name", "materials", "further_papers", "lines"], ignoreOrder: true);

        var request = scene.OfPerson(People.New());
        request.Lines[0] = new()
        {
            Person = new() { Name = "测 甲", IdNumber = "370102199001011234" },
            Certificate = new() { Kind = CertificateKind.Completion, Number = "证", IssuedOn = new() { Year = 2020, Month = 9, Day = 2 }, Occupation = new() { Occupation = "x", Level = 6 } },
            Group = (TraineeGroup)99,
            Mode = (TrainingMode)9,
            BankAccount = "1",
            BankName = "某银行",
            Materials = { ClaimScene.Paper(ClaimMaterial.Invoice) },
        };
        (await FaultAsync(() => scene.SubmitAsync(request))).Fields().ShouldBe(
            [
                "lines[1].AAC003", "lines[1].AAC147", "lines[1].certificate.kind", "lines[1].certificate.number", "lines[1].certificate.issued_on",
                "lines[1].certificate.occupation", "lines[1].materials", "lines[1].group", "lines[1].mode", "lines[1].bank_account", "lines[1].bank_name",
            ], ignoreOrder: true);
    }

    [Fact]
    public async Task A_line_is_of_the_claimants_own_course_and_person()
    {
        var (scene, other) = (await ClaimScene.SetAsync(fixture), await ClaimScene.SetAsync(fixture));
        var foreign = await other.EnrolAsync();
        var mixed = scene.OnBehalf(await scene.EnrolAsync(), foreign, new(Guid.CreateVersion7(), Guid.Empty));
        (await FaultAsync(() => scene.SubmitAsync(mixed))).Fields()
            .ShouldBe(["lines[2].enrolment_id", "lines[3].enrolment_id"]);

        var request = scene.OfPerson(People.New());
        request.Lines.Add(ClaimScene.Stated(People.New(), CertificateKind.Qualification, scene.Occupation, "Q9"));
        (await FaultAsync(() => scene.SubmitAsync(request))).Fields().ShouldBe(["lines"]);

        var platform = scene.OnBehalf(await scene.EnrolAsync());
        platform.Kind = ClaimKind.OnlinePlatform;
        (await FaultAsync(() => scene.SubmitAsync(platform))).Fields().ShouldBe(["institution_id"]);
        var unknown = scene.OnBehalf(foreign);
        unknown.InstitutionId = Guid.CreateVersion7().ToString();
        (await FaultAsync(() => scene.SubmitAsync(unknown))).Reason().ShouldBe("INSTITUTION_NOT_FOUND");
    }

    [Fact]
    public async Task A_class_that_a_funding_pays_is_not_claimed_for_besides()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var enrolled = await scene.EnrolAsync();
        var id = Guid.CreateVersion7();
        await scene.AddAsync(new Data.Funding
        {
            Id = id,
            Kind = FundingKind.Project,
            Division = scene.Division,
            InstitutionId = scene.Institution,
            CreditCode = People.EmployerCode,
            PayeeName = "某某职业培训学校",
            OpenedOn = TrainingFixture.Today,
            State = FundingState.Open,
            Classes = { new Data.FundingClass { FundingId = id, ClassId = scene.Class } },
        });
        (await FaultAsync(() => scene.SubmitAsync(scene.OnBehalf(enrolled)))).Fields().ShouldBe(["lines[1].enrolment_id"]);
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_also_at_the_same_moment()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var (portal, asked) = (scene.Portal(), scene.OfPerson(People.New()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await portal.SubmitClaimAsync(asked)));
        answers.ShouldAllBe(answer => answer.Equals(answers[0]));

        var (reviewer, review) = (scene.Reviewer(), ClaimScene.Reviewing(answers[0].Claim));
        var reviews = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => await reviewer.ReviewClaimAsync(review)));
        reviews.ShouldAllBe(answer => answer.Equals(reviews[0]));
        (await fixture.Database.ReadAsync<long>("select count(*) from payable where subject_id = $1::uuid", review.ClaimId)).ShouldBe(1);

        asked.BankName = "另一银行";
        (await FaultAsync(async () => await portal.SubmitClaimAsync(asked))).StatusCode.ShouldBe(StatusCode.AlreadyExists);
        var late = await FaultAsync(async () => await portal.WithdrawClaimAsync(new() { RequestId = "w", ClaimId = review.ClaimId }));
        (late.StatusCode, late.Reason()).ShouldBe((StatusCode.FailedPrecondition, "CLAIM_STATE"));
    }

    [Fact]
    public async Task What_was_paid_before_is_taken_over_once()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var person = People.New();
        await scene.RecordAsync(person, 2, occupation: scene.Occupation);
        var told = new RecordPriorSubsidiesRequest
        {
            RequestId = ClaimScene.RequestId(),
            Division = scene.Division,
            Subsidies =
            {
                new Contracts.Training.V1.PriorSubsidy
                {
                    Person = new() { Name = person.Name, IdNumber = person.ResidentId },
                    Kind = ClaimKind.TrainingSubsidy,
                    Occupation = new() { Occupation = scene.Occupation, Level = 5 },
                    PaidOn = new() { Year = 2020, Month = 1, Day = 5 },
                },
            },
        };
        var taken = await scene.Reviewer().RecordPriorSubsidiesAsync(told);
        (taken.Recorded, taken.Known).ShouldBe((0, 1));

        told.Subsidies[0].PaidOn.Year = 2021;
        told.Subsidies[0].Kind = ClaimKind.Unspecified;
        told.Subsidies[0].Occupation = null;
        told.Subsidies[0].Person = null;
        (await FaultAsync(async () => await scene.Reviewer().RecordPriorSubsidiesAsync(told))).Fields().ShouldBe(
            ["subsidies[1].AAC003", "subsidies[1].AAC147", "subsidies[1].occupation", "subsidies[1].kind", "subsidies[1].paid_on"], ignoreOrder: true);
    }

    [Fact]
    public async Task Other_divisions_and_other_roles_are_refused()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var claim = (await scene.SubmitAsync(scene.OfPerson(People.New()))).Claim;
        var get = new GetClaimRequest { ClaimId = claim.ClaimId };
        await RefusedAsync("OTHER_DIVISION", async () => await Of("370103", Roles.TrainingReviewer).GetClaimAsync(get));
        await RefusedAsync("OTHER_DIVISION", async () => await Of("370103", Roles.TrainingPortal).SubmitClaimAsync(scene.OfPerson(People.New())));
        await RefusedAsync("OTHER_DIVISION", async () => await Of("370103", Roles.TrainingReviewer).ReviewClaimAsync(ClaimScene.Reviewing(claim)));
        await RefusedAsync("OTHER_DIVISION", async () => await Of("370103", Roles.TrainingReviewer).ListClaimsAsync(new() { Division = "370102" }));
        await RefusedAsync("PERMISSION_MISSING", async () => await Of("370102", Roles.TrainingPortal).ReviewClaimAsync(ClaimScene.Reviewing(claim)));
        await RefusedAsync("PERMISSION_MISSING", async () => await Of("370102", Roles.Payer).GetClaimAsync(get));
        await RefusedAsync("PERMISSION_MISSING", async () => await Of("370102", Roles.TrainingReviewer).SubmitClaimAsync(scene.OfPerson(People.New())));
        await RefusedAsync("PERMISSION_MISSING", async () => await Of("370102", Roles.Training).RecordPriorSubsidiesAsync(new()));
        (await Of("370100", Roles.TrainingReviewer).GetClaimAsync(get)).Claim.ClaimId.ShouldBe(claim.ClaimId);
        (await FaultAsync(async () => await scene.Portal().GetClaimAsync(new() { ClaimId = Guid.CreateVersion7().ToString() }))).Reason().ShouldBe("CLAIM_NOT_FOUND");
        (await FaultAsync(async () => await scene.Portal().GetClaimAsync(new() { ClaimId = "x" }))).Fields().ShouldBe(["claim_id"]);
    }

    [Fact]
    public async Task Claims_and_their_lines_are_read_by_pages()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var claims = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            claims.Add((await scene.SubmitAsync(scene.OnBehalf(await scene.EnrolAsync(), await scene.EnrolAsync()))).Claim.ClaimId);
        }

        var reviewer = scene.Reviewer();
        var list = new ListClaimsRequest { InstitutionId = scene.Institution.ToString(), PageSize = 2 };
        var first = await reviewer.ListClaimsAsync(list);
        list.PageToken = first.NextPageToken;
        var second = await reviewer.ListClaimsAsync(list);
        first.Claims.Concat(second.Claims).Select(claim => claim.ClaimId).ShouldBe(claims.OrderDescending(StringComparer.Ordinal));
        second.NextPageToken.ShouldBe("");
        await scene.ReviewAsync(first.Claims[0]);
        (await reviewer.ListClaimsAsync(new() { InstitutionId = scene.Institution.ToString(), State = ClaimState.Reviewed, Kind = ClaimKind.TrainingSubsidy, CreditCode = People.EmployerCode }))
            .Claims.Single().ClaimId.ShouldBe(first.Claims[0].ClaimId);

        var get = new GetClaimRequest { ClaimId = claims[0], PageSize = 1 };
        var page = await reviewer.GetClaimAsync(get);
        get.PageToken = page.NextPageToken;
        var rest = await reviewer.GetClaimAsync(get);
        (page.Lines.Single().Line, rest.Lines.Single().Line, rest.NextPageToken).ShouldBe((1, 2, ""));
        var faults = await FaultAsync(async () => await reviewer.ListClaimsAsync(
            new() { Division = "37", Kind = (ClaimKind)9, State = (ClaimState)9, InstitutionId = "x", CreditCode = "1", PageSize = -1, PageToken = "x" }));
        faults.Fields().ShouldBe(["division", "kind", "state", "institution_id", "credit_code", "page_size", "page_token"], ignoreOrder: true);
    }

    [Fact]
    public async Task Stored_decisions_are_taken_again_to_the_same_bytes_and_nothing_of_a_person_is_readable()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var person = People.New();
        await scene.RecordAsync(person, 1);
        var id = Guid.Parse((await scene.SubmitAsync(scene.OfPerson(person, number: "Q37010219900101"))).Claim.ClaimId);

        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<TrainingDbContext>().Set<Claim>().Include(one => one.Lines)
            .SingleAsync(one => one.Id == id, TestContext.Current.CancellationToken);
        var line = stored.Lines.Single();
        var decisions = line.Decisions.Split('\n');
        decisions.Length.ShouldBe(3);
        foreach (var decision in decisions)
        {
            Replay.Run(System.Text.Encoding.UTF8.GetBytes(decision), TrainingPrograms.All, TrainingParameters.Shipped, out _).ShouldBe(ReplayResult.Same);
        }

        (line.CertificateNumber, stored.BankAccount, stored.ClaimantName).ShouldBe(("Q37010219900101", "6222000011112222", person.Name));
        var plain = await fixture.Database.ReadAsync<string>(
            "select string_agg(to_jsonb(l)::text || to_jsonb(c)::text || encode(l.decisions || c.claimant_name || c.bank_account || l.certificate_number, 'escape'), '') from claim_line l join claim c on c.id = l.claim_id where c.id = $1",
            id);
        plain.ShouldNotContain(person.ResidentId);
        plain.ShouldNotContain(person.Name);
        plain.ShouldNotContain("6222000011112222");
        plain.ShouldNotContain("Q37010219900101");
    }

    [Fact]
    public void The_contracts_terms_are_the_decisions_terms()
    {
        Names<ClaimKind>().ShouldBe(Names<Domain.Claims.ClaimKind>());
        Names<ClaimChannel>().ShouldBe(Names<Domain.Claims.Claimant>());
        Names<CertificateKind>().ShouldBe(Names<Domain.CertificateKind>().Where(one => one.Item2 != nameof(Domain.CertificateKind.Other)));
    }

    private static IEnumerable<(int, string)> Names<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => (Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture), value.ToString())).Where(pair => pair.Item1 > 0);

    private static async Task<RpcException> FaultAsync(Func<Task> call) => await Should.ThrowAsync<RpcException>(call);

    private static async Task RefusedAsync(string reason, Func<Task> call)
    {
        var error = await FaultAsync(call);
        (error.StatusCode, error.Reason()).ShouldBe((StatusCode.PermissionDenied, reason));
    }

    private ClaimService.ClaimServiceClient Of(string division, string role) => new(fixture.Calls(division, role));
}
