using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.Testing;
using Wenye.Training.Data;

namespace Wenye.Training.Host.Tests.Classes;

/// <summary>Rosters that meet: one trainee a person, and never more people than places.</summary>
public sealed class RosterMeetingTests(TrainingFixture fixture)
{
    [Fact]
    public async Task Two_rosters_with_the_same_people_make_one_trainee_of_each()
    {
        var (one, other) = (await ClassScene.SetAsync(fixture), await ClassScene.SetAsync(fixture));
        var people = Enumerable.Range(0, 600).Select(_ => People.New()).ToList();
        var classes = new[] { (await one.OpenAsync(places: 1000)).ClassId, (await other.OpenAsync(places: 1000)).ClassId };
        var answers = await Task.WhenAll(
            new Roster(one.Hall()).SendAsync(classes[0], Roster.Of(people)), new Roster(other.Hall()).SendAsync(classes[1], Roster.Of(Enumerable.Reverse(people))));

        answers.ShouldAllBe(answer => answer.Import.Taken == 600);
        (await fixture.Database.ReadAsync<long>(
            "select count(distinct trainee_id) from enrolment where class_id = any($1)", classes.Select(Guid.Parse).ToArray())).ShouldBe(600);
    }

    [Fact]
    public async Task Rosters_at_once_never_exceed_the_places()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var id = (await scene.OpenAsync(places: 25)).ClassId;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => new Roster(scene.Hall()).SendAsync(id, Roster.Of(10), $"at once {i}")));

        answers.Sum(answer => answer.Import.Taken).ShouldBe(25);
        answers.SelectMany(answer => answer.Faults).ShouldAllBe(fault => fault.Field == "row" && fault.Message.Contains("名额已满"));
        ((await scene.GetAsync(id)).Trainees, (await scene.TraineesAsync(id)).Count).ShouldBe((25, 25));
    }

    [Fact]
    public async Task The_same_person_on_two_rosters_of_a_class_at_once_is_enrolled_once()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var id = (await scene.OpenAsync()).ClassId;
        var person = People.New();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => new Roster(scene.Hall()).SendAsync(id, Roster.Of([person]), $"same {i}")));

        answers.Sum(answer => answer.Import.Taken).ShouldBe(1);
        (await scene.TraineesAsync(id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_Registration_nothing_is_enrolled_and_the_same_roster_may_be_sent_again()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var id = (await scene.OpenAsync()).ClassId;
        var settings = fixture.Settings();
        settings["services:registration:http:0"] = "http://registration.invalid";
        await using var alone = new ServiceUnderTest<TrainingDbContext>(settings, FixedClock.On(2020, 9, 1)).Start();
        var token = fixture.Issuer.Token($"hall-{Guid.CreateVersion7():n}", scene.Division, "training-portal");
        var rows = Roster.Of(3);

        var down = await Should.ThrowAsync<RpcException>(() => new Roster(new(alone.Calls(token))).SendAsync(id, rows));
        (down.StatusCode, down.Reason()).ShouldBe((StatusCode.Unavailable, "REGISTRATION_UNAVAILABLE"));
        (await scene.TraineesAsync(id)).ShouldBeEmpty();
        (await new Roster(new(fixture.Service.Calls(token))).SendAsync(id, rows)).Import.Taken.ShouldBe(3);
    }

    [Fact]
    public void Ids_of_a_roster_follow_its_rows()
    {
        var at = new DateTimeOffset(2020, 9, 1, 4, 0, 0, TimeSpan.Zero);
        var ids = Enumerable.Range(1, 100_000).Select(row => Features.Classes.Rosters.RosterIds.Of(at, row).ToString()).ToList();
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id[14] == '7' && "89ab".Contains(id[19]));
    }
}
