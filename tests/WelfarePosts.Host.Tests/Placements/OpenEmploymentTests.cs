using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using static Wenye.WelfarePosts.Host.Tests.Placements.PlacementOffice;

namespace Wenye.WelfarePosts.Host.Tests.Placements;

/// <summary>What Registration did not answer is gone on with by itself once it is there again, by any replica, once.</summary>
public sealed class OpenEmploymentTests(WelfarePostsFixture fixture) : IAsyncLifetime
{
    // The replicas here take nothing younger: other tests leave things open, and call at the same time.
    private static readonly DateTimeOffset LongAgo = new(2019, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PlacementOffice county = new(fixture, "370883");
    private readonly List<ServiceUnderTest<WelfarePostsDbContext>> replicas = [];
    private BrokenLink registration = null!;

    public ValueTask InitializeAsync()
    {
        registration = new(fixture.Registration.Address.Host, fixture.Registration.Address.Port);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }

        await registration.DisposeAsync();
    }

    [Fact]
    public async Task Hires_and_exits_wait_while_registration_is_away_and_two_replicas_finish_each_once_when_it_is_back()
    {
        var (_, placed) = await county.PlacedAsync();
        var person = NewPerson();
        await fixture.Registration.RegisterUnemployedAsync(person);
        var hire = await AgreedAsync(person);
        registration.Cut();
        var first = new PlacementService.PlacementServiceClient(Replica().Calls(fixture.Issuer.Token("cut-off", county.Division, "welfare-posts")));
        Replica();

        var ended = await first.EndPlacementAsync(new()
        {
            RequestId = NewId(), PlacementId = placed.PlacementId, EndedOn = placed.StartedOn, Ground = ExitGround.Resigned, Handling = Officer(),
        });
        (ended.Ended, ended.Placement.EmploymentEnded).ShouldBe((true, false));
        await county.ChangeAsync(database => database.Database.ExecuteSql($"update placement set registration_asked_at = {LongAgo} where id = {Guid.Parse(placed.PlacementId)}"));
        (await StateAsync(hire.ToString())).State.ShouldBe(PlacementState.Agreed);
        registration.Restore();

        await Eventually.IsTrueAsync(async () =>
            (await StateAsync(placed.PlacementId)).EmploymentEnded && (await StateAsync(hire.ToString())).State == PlacementState.InPost);
        (await county.Employments.GetEmploymentAsync(new() { EmploymentId = placed.EmploymentId })).Employment.EndedOn.ShouldBe(placed.StartedOn);
        (await StepsAsync(hire.ToString())).Count(step => step.State == nameof(PlacementState.InPost)).ShouldBe(1);
        (await StepsAsync(placed.PlacementId)).Count(step => step.Note.Contains("就业登记已终止", StringComparison.Ordinal)).ShouldBe(1);
        (await StepsAsync(hire.ToString()))[^1].Operator.ShouldBe(Officer().Operator, "in the name of who signed");
        (await fixture.ReadAsync<long>("select count(*) from placement where division = '370883' and state <> 1 and registration_asked_at is not null")).ShouldBe(0);
    }

    [Fact]
    public async Task What_registration_refuses_is_asked_once_and_left_to_the_office()
    {
        // Nobody works before 16, by Registration's rules.
        var child = NewPerson() with { BirthDate = new(2006, 1, 3), ResidentId = SyntheticPeople.ResidentId("370105", new(2006, 1, 3), 447) };
        var hire = await AgreedAsync(child);
        Replica();
        Replica();

        await Eventually.IsTrueAsync(async () => await fixture.ReadAsync<long>("select count(*) from placement where id = $1 and registration_asked_at is null", hire) == 1);

        var steps = await StepsAsync(hire.ToString());
        steps.Count(step => step.Note.Contains("就业登记未予办理", StringComparison.Ordinal)).ShouldBe(1);
        (await StateAsync(hire.ToString())).State.ShouldBe(PlacementState.Agreed);
    }

    private ServiceUnderTest<WelfarePostsDbContext> Replica()
    {
        var settings = fixture.Settings();
        settings["services:registration:http:0"] = $"http://127.0.0.1:{registration.Port}";
        (settings["OpenEmployments:After"], settings["OpenEmployments:Every"]) = ("300.00:00:00", "00:00:00.200");
        var replica = new ServiceUnderTest<WelfarePostsDbContext>(settings, FixedClock.On(2020, 9, 1)).Start();
        replicas.Add(replica);
        return replica;
    }

    // As a contract leaves it whose call was cut in the middle.
    private async Task<Guid> AgreedAsync(SyntheticPerson person)
    {
        var placement = await county.InPostAsync(person: person, change: one => (one.State, one.RegistrationAskedAt) = (PlacementState.Agreed, LongAgo));
        await county.ChangeAsync(database => database.Add(new RecordStep { RecordId = placement.Id, State = nameof(PlacementState.Agreed) }.By(
            1, new HandledBy("agency", county.Division, LongAgo, Officer().Operator))));
        return placement.Id;
    }

    private async Task<Contracts.WelfarePosts.V1.Placement> StateAsync(string id) => (await county.Office.GetPlacementAsync(new() { PlacementId = id })).Placement;

    private async Task<IReadOnlyList<PostStep>> StepsAsync(string id) => (await county.Office.GetPlacementAsync(new() { PlacementId = id })).Steps;
}
