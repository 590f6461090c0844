using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using static Wenye.WelfarePosts.Host.Tests.Placements.PlacementOffice;

namespace Wenye.WelfarePosts.Host.Tests.Placements;

/// <summary>A contract places someone: decided once more, one person one post, no more people than places, employment registered.</summary>
public sealed class SigningTests(WelfarePostsFixture fixture)
{
    private readonly PlacementOffice county = new(fixture, "370113");

    [Fact]
    public async Task Who_is_confirmed_is_placed_and_the_registration_as_unemployed_ends_with_14()
    {
        var person = await county.RecognisedAsync();
        var post = await county.PostAsync();
        var request = Contract(await county.ConfirmedAsync(post, person));

        var signed = await county.Office.SignContractAsync(request);

        signed.Signed.ShouldBeTrue();
        (signed.Placement.State, signed.Placement.Ordinal, signed.Placement.InHardshipWhenPlaced).ShouldBe((PlacementState.InPost, 1, true));
        (signed.EndedWithReason, signed.EndedRegistrationId.Length).ShouldBe(("14", 36));
        signed.Decisions.Select(one => one.Program).ShouldBe(
            ["welfare_posts.placement", "welfare_posts.term", "welfare_posts.hire", "registration.employment", "registration.deregistration"]);
        signed.Decisions.ShouldAllBe(one => one.Outcome == Outcome.Granted);
        signed.Placement.Until.ShouldBe(new DateOnly(2023, 8, 31).ToContract());
        signed.Placement.Name.ShouldBe(Masked.Name(person.Name));
        var employment = (await county.Employments.GetEmploymentAsync(new() { EmploymentId = signed.Placement.EmploymentId })).Employment;
        (employment.Form.Manner, employment.Form.Basis, employment.Form.Type, employment.WasRegisteredUnemployed).ShouldBe(
            (EmploymentManner.WelfarePost, EmploymentBasis.WelfarePostAgreement, EmploymentType.ReEmployment, true));
        (await county.Office.SignContractAsync(request)).ShouldBe(signed);
        (await county.CountAsync(post)).ShouldBe(1);
        var other = request.Clone();
        other.Contract = ContractKind.LabourContract;
        (await RefusedAsync(county.Office.SignContractAsync(other))).Reason().ShouldBe("REQUEST_ID_REUSED");
        (await RefusedAsync(county.Office.SignContractAsync(Contract(await county.ConfirmedAsync(post, NewPerson(), CandidacyState.Placed))))).Reason().ShouldBe("NOT_CONFIRMED");
    }

    [Fact]
    public async Task Who_is_no_longer_in_hardship_on_the_day_is_not_placed_and_nothing_changes()
    {
        var person = NewPerson();
        await fixture.Registration.RegisterUnemployedAsync(person);
        var post = await county.PostAsync();
        var request = Contract(await county.ConfirmedAsync(post, person));

        var refused = await county.Office.SignContractAsync(request);

        (refused.Signed, refused.Placement).ShouldBe((false, null));
        NotMet(refused.Decisions[0]).ShouldContain("鲁人社字〔2020〕36号 第三条");
        (await county.CountAsync(post)).ShouldBe(0);
        (await county.Office.SignContractAsync(request)).ShouldBe(refused);
        (await fixture.ReadAsync<int>("select state from candidacy where id = $1", Guid.Parse(request.CandidacyId))).ShouldBe((int)CandidacyState.Confirmed);
    }

    [Fact]
    public async Task Of_two_who_sign_at_once_for_the_last_place_one_is_placed()
    {
        var post = await county.PostAsync(places: 1);
        var (first, second) = (Contract(await county.ConfirmedAsync(post, await county.RecognisedAsync())), Contract(await county.ConfirmedAsync(post, await county.RecognisedAsync())));

        var outcomes = await Task.WhenAll(OutcomeAsync(first), OutcomeAsync(second));

        outcomes.ShouldBe(["signed", "NO_PLACE_LEFT"], ignoreOrder: true);
        (await county.CountAsync(post)).ShouldBe(1);
    }

    [Fact]
    public async Task One_person_who_signs_for_two_posts_at_once_gets_one()
    {
        var person = await county.RecognisedAsync();
        var (first, second) = (await county.PostAsync(), await county.PostAsync());
        SignContractRequest[] requests = [Contract(await county.ConfirmedAsync(first, person)), Contract(await county.ConfirmedAsync(second, person))];

        var answers = await Task.WhenAll(requests.Select(async request => await county.Office.SignContractAsync(request)));

        answers.Count(one => one.Signed).ShouldBe(1);
        NotMet(answers.Single(one => !one.Signed).Decisions[0]).ShouldContain("人社部发〔2020〕38号 八");
        (await county.CountAsync(first) + await county.CountAsync(second)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_request_twice_at_once_places_once()
    {
        var post = await county.PostAsync(places: 2);
        var request = Contract(await county.ConfirmedAsync(post, await county.RecognisedAsync()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => await county.Office.SignContractAsync(request)));

        answers.Select(one => one.Placement.PlacementId).Distinct().Count().ShouldBe(1);
        (await county.CountAsync(post)).ShouldBe(1);
    }

    [Fact]
    public async Task A_rural_post_has_an_agreement_with_the_village_and_an_account()
    {
        var post = await county.PostAsync(kind: PostKind.Rural);
        var request = Contract(await county.ConfirmedAsync(post, await county.RecognisedAsync()));
        (await RefusedAsync(county.Office.SignContractAsync(request))).Fields().ShouldBe(["contract", "bank_account", "bank_name"]);
        (request.Contract, request.BankAccount, request.BankName) = (ContractKind.VillageAgreement, "6200000000001234", "虚构银行");

        var signed = await county.Office.SignContractAsync(request);

        (signed.Placement.State, signed.Placement.BankAccount).ShouldBe((PlacementState.InPost, "************1234"));
        signed.Placement.Until.ShouldBe(new DateOnly(2025, 8, 31).ToContract());
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var error = await RefusedAsync(county.Office.SignContractAsync(new()
        {
            RequestId = NewId(), TakenOver = new() { PostId = "x", IdNumber = "370102", Ordinal = 3, AgreedUntil = new() { Year = 2018, Month = 1, Day = 1 } },
            StartedOn = new DateOnly(2020, 9, 2).ToContract(), Phone = "12345",
        }));

        error.Fields().Distinct().ShouldBe(
            ["contract", "started_on", "AAC067", "taken_over.post_id", "AAC003", "taken_over.group", "taken_over.ordinal", "AAC147", "taken_over.first_approved_on",
                "taken_over.agreed_until", "AAE011"], ignoreOrder: true);
    }

    [Fact]
    public async Task Another_division_and_another_role_may_not()
    {
        var request = Contract(await county.ConfirmedAsync(await county.PostAsync(), NewPerson()));
        var stranger = new PlacementService.PlacementServiceClient(fixture.Calls("370202", "welfare-posts"));

        (await RefusedAsync(stranger.SignContractAsync(request))).Reason().ShouldBe("OTHER_DIVISION");
        (await RefusedAsync(county.Portal.SignContractAsync(request))).Reason().ShouldBe("PERMISSION_MISSING");
        (await RefusedAsync(county.Office.ReportLeaverAsync(new()))).Reason().ShouldBe("PERMISSION_MISSING");
    }

    private async Task<string> OutcomeAsync(SignContractRequest request)
    {
        try
        {
            return (await county.Office.SignContractAsync(request)).Signed ? "signed" : "refused";
        }
        catch (RpcException error)
        {
            return error.Reason();
        }
    }
}
