using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Testing;
using static Wenye.Registration.Host.Tests.Hardship.HardshipSteps;

namespace Wenye.Registration.Host.Tests.Hardship;

/// <summary>Of which family a member of a zero-employment family is (户号): known by a keyed hash and by nothing else.</summary>
public sealed class HouseholdTests(HardshipFixture fixture)
{
    private static readonly DateOnly Monday = HardshipFixture.Monday;
    private readonly HardshipService.HardshipServiceClient caseworker = fixture.Agency(Monday, "370102", "caseworker").Hardship;
    private readonly HardshipService.HardshipServiceClient reviewer = fixture.Agency(Monday, "370102", "reviewer").Hardship;
    private readonly HardshipService.HardshipServiceClient later = fixture.Agency(AfterPublicity, "370102", "reviewer").Hardship;

    [Fact]
    public async Task Members_of_a_household_are_of_one_family_whose_number_is_kept_nowhere()
    {
        var (household, other) = (new HouseholdReference { Division = "370105", Number = "Hk00918273" }, new HouseholdReference { Division = "370105", Number = "00918274" });
        var mother = await MemberAsync(household);
        var daughter = await MemberAsync(new(household) { Number = "HK00918273" });
        var stranger = await MemberAsync(other);
        var silent = await MemberAsync(household: null);

        daughter.FamilyId.ShouldBe(mother.FamilyId);
        stranger.FamilyId.ShouldNotBe(mother.FamilyId);
        silent.FamilyId.ShouldBeEmpty();
        Guid.TryParse(mother.FamilyId, out _).ShouldBeTrue();

        // Told at the review, it takes the place of what was told before; left out, nothing changes.
        var moved = (await reviewer.ReviewRecognitionAsync(new(Review(stranger.RecognitionId)) { Household = household })).Recognition;
        moved.FamilyId.ShouldBe(mother.FamilyId);
        (await reviewer.ReviewRecognitionAsync(Review(moved.RecognitionId, Shows("zero_employment_family", "true")))).Recognition.FamilyId.ShouldBe(mother.FamilyId);
        await later.ConfirmRecognitionAsync(Confirm(moved.RecognitionId));
        (await fixture.ReadAsync<long>("select count(*) from outbox where type like '%HardshipRecognised%' and body::text like '%' || $1 || '%'", mother.FamilyId)).ShouldBe(1);
        (await fixture.ReadAsync<long>("select count(*) from outbox where body::text like '%00918273%'")).ShouldBe(0);
        (await fixture.ReadAsync<long>("select count(*) from recognition as r where r::text like '%00918273%'")).ShouldBe(0);
        (await fixture.ReadAsync<long>("select count(*) from handled_request as h where h::text like '%00918273%'")).ShouldBe(0);
        var listed = await reviewer.ListRecognitionsAsync(new() { Division = "370102", Category = HardshipCategory.ZeroEmploymentFamily });
        listed.Recognitions.ShouldAllBe(one => one.FamilyId.Length == 0, "the list may be public: it does not tell who lives together");

        async Task<Recognition> MemberAsync(HouseholdReference? household) => (await caseworker.ApplyForRecognitionAsync(
            new(Apply(await fixture.RegisterAsync())) { Household = household })).Recognition;
    }

    [Fact]
    public async Task A_household_that_cannot_be_is_refused_field_by_field_and_is_for_zero_employment_families_alone()
    {
        var registration = await fixture.RegisterAsync();
        var bad = new HouseholdReference { Division = "3701", Number = "户号" };
        (await Should.ThrowAsync<RpcException>(async () => await caseworker.ApplyForRecognitionAsync(new(Apply(registration)) { Household = bad })))
            .Fields().ShouldBe(["household.division", "household.number"]);
        var older = new ApplyForRecognitionRequest(Apply(registration, HardshipCategory.Older)) { Household = new() { Division = "370105", Number = "1" } };
        (await Should.ThrowAsync<RpcException>(async () => await caseworker.ApplyForRecognitionAsync(older))).Fields().ShouldBe(["household"]);
        older.Household = null;
        var applied = (await caseworker.ApplyForRecognitionAsync(older)).Recognition;
        var review = new ReviewRecognitionRequest(Review(applied.RecognitionId)) { Household = new() { Division = "370105", Number = "1" } };
        (await Should.ThrowAsync<RpcException>(async () => await reviewer.ReviewRecognitionAsync(review))).Fields().ShouldBe(["household"]);
    }
}
