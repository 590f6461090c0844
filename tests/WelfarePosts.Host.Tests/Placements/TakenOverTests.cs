using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using static Wenye.WelfarePosts.Host.Tests.Placements.PlacementOffice;

namespace Wenye.WelfarePosts.Host.Tests.Placements;

/// <summary>People in post from before this platform, by the rules of the day they began (36号 第二十六条).</summary>
public sealed class TakenOverTests(WelfarePostsFixture fixture)
{
    private readonly PlacementOffice county = new(fixture, "370114");

    [Fact]
    public async Task An_agreement_from_before_runs_to_its_end_and_has_the_year_more()
    {
        var request = TakenOver(await county.PostAsync(), NewPerson());
        request.TakenOver.AgreedUntil = new DateOnly(2020, 12, 31).ToContract();

        var signed = await county.Office.SignContractAsync(request);

        (signed.Placement.State, signed.Placement.CandidacyId).ShouldBe((PlacementState.InPost, ""));
        signed.Placement.Until.ShouldBe(new DateOnly(2021, 12, 31).ToContract());
        signed.Decisions.Select(one => one.Program).ShouldBe(["welfare_posts.term", "welfare_posts.hire", "registration.employment"]);
        signed.Decisions.Single(one => one.Program == "welfare_posts.hire").MissingFacts.ShouldBe(["welfare_posts.hire_publicity"]);
    }

    [Fact]
    public async Task Whoever_began_later_has_no_agreement_from_before()
    {
        var post = await county.PostAsync();
        var request = TakenOver(post, NewPerson());
        (request.StartedOn, request.TakenOver.FirstApprovedOn) = (new DateOnly(2020, 5, 6).ToContract(), new DateOnly(2020, 5, 6).ToContract());
        request.TakenOver.AgreedUntil = new DateOnly(2024, 12, 31).ToContract();

        var refused = await county.Office.SignContractAsync(request);

        refused.Signed.ShouldBeFalse();
        NotMet(refused.Decisions[0]).ShouldBe(["鲁人社字〔2020〕36号 第二十六条"]);
        (await county.CountAsync(post)).ShouldBe(0);
    }

    [Fact]
    public async Task What_the_file_does_not_show_of_the_hire_is_asked_for_until_it_is_shown()
    {
        var request = TakenOver(await county.PostAsync(), NewPerson());
        (request.StartedOn, request.TakenOver.FirstApprovedOn) = (new DateOnly(2020, 5, 6).ToContract(), new DateOnly(2020, 5, 6).ToContract());
        var signed = await county.Office.SignContractAsync(request);
        (signed.Placement.State, signed.Placement.EmploymentId.Length).ShouldBe((PlacementState.Agreed, 36));
        signed.Decisions.Single(one => one.Program == "welfare_posts.hire").MissingFacts.ShouldBe(["chosen_by_order", "publicised", "objection_open"], ignoreOrder: true);

        var complete = new CompleteHireRequest { PlacementId = signed.Placement.PlacementId, ChosenByOrder = true, Publicised = true, Handling = Officer() };
        var done = await county.Office.CompleteHireAsync(complete);

        done.Placement.State.ShouldBe(PlacementState.InPost);
        done.Decisions.Single().Outcome.ShouldBe(Outcome.Granted);
        (await county.Office.CompleteHireAsync(complete)).Placement.ShouldBe(done.Placement);
    }

    [Fact]
    public async Task Who_holds_a_post_is_not_taken_over_into_another_and_a_post_that_is_closed_takes_nobody()
    {
        var person = NewPerson();
        (await county.Office.SignContractAsync(TakenOver(await county.PostAsync(), person))).Signed.ShouldBeTrue();

        (await RefusedAsync(county.Office.SignContractAsync(TakenOver(await county.PostAsync(), person)))).Reason().ShouldBe("POST_HELD");
        (await RefusedAsync(county.Office.SignContractAsync(TakenOver(await county.PostAsync(state: PostState.Closed), NewPerson())))).Reason().ShouldBe("POST_NOT_OPEN");
    }

    [Fact]
    public async Task An_employment_that_is_registered_already_is_the_one()
    {
        var (person, post) = (NewPerson(), await county.PostAsync());
        var code = await fixture.ReadAsync<string>("select credit_code from employer where id = $1", post.EmployerId);
        var registered = await county.Employments.RegisterEmploymentAsync(new()
        {
            RequestId = NewId(), Handling = Officer(),
            Form = new()
            {
                Name = person.Name, Sex = "1", Identity = new() { IdDocumentType = "01", IdDocumentNumber = person.ResidentId }, MobilePhone = person.Phone,
                WorkplaceDivision = county.Division, Urban = true, Type = EmploymentType.ReEmployment, Manner = EmploymentManner.WelfarePost,
                EmployedOn = new DateOnly(2019, 6, 1).ToContract(), Basis = EmploymentBasis.WelfarePostAgreement, EmployerName = "虚构街道办", EmployerCode = code,
                EmployerAddress = "虚构社区", Sector = IndustrySector.Tertiary,
            },
        });

        var signed = await county.Office.SignContractAsync(TakenOver(post, person));

        (signed.Placement.State, signed.Placement.EmploymentId).ShouldBe((PlacementState.InPost, registered.Employment.EmploymentId));
    }

    [Fact]
    public async Task A_woman_has_a_term_once_it_is_shown_when_she_retires()
    {
        var birth = new DateOnly(1972, 5, 6);
        var woman = NewPerson() with { IsFemale = true, BirthDate = birth, ResidentId = SyntheticPeople.ResidentId("370104", birth, 446) };
        var signed = await county.Office.SignContractAsync(TakenOver(await county.PostAsync(), woman));
        (signed.Signed, signed.Placement.Until).ShouldBe((true, null));

        var done = await county.Office.CompleteHireAsync(new()
        {
            PlacementId = signed.Placement.PlacementId, FormerRetirementAge = FormerRetirementAge._55, RetirementSource = "虚构的岗位证明", Handling = Officer(),
        });

        (done.Placement.RetiresOn, done.Placement.Until).ShouldBe((new DateOnly(2027, 5, 6).ToContract(), new DateOnly(2022, 5, 31).ToContract()));
    }
}
