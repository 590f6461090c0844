using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Host.Tests.Posts;

namespace Wenye.WelfarePosts.Host.Tests.Supervision;

/// <summary>监管线索 that the registers and the posts themselves show.</summary>
public sealed class SignalTests(WelfarePostsFixture fixture)
{
    private static readonly DateOnly July = new(2020, 7, 1);

    [Fact]
    public async Task Work_elsewhere_is_told_by_events_in_any_order_and_once()
    {
        var scene = await new SupervisionScene(fixture, "370811").StartAsync();
        var (working, worker) = await scene.PlaceAsync();
        var (_, before) = await scene.PlaceAsync();
        var (_, inPost) = await scene.PlaceAsync();
        var registered = Registered(worker, "unit", July);
        var ended = Registered(before, "flexible", new(2020, 1, 1));
        await PublishAsync(
            registered, registered, new EmploymentEnded
            {
                EmploymentId = ended.EmploymentId, PersonId = ended.PersonId, Division = "370811", Manner = "flexible", EndedOn = new(2020, 5, 31), RegisteredOn = July, ReasonCode = "",
            },
            ended, Registered(inPost, PersonEmployment.WelfarePost, new(2020, 6, 1)));
        await Eventually.IsTrueAsync(async () => await KeptAsync(worker, before, inPost) == (3, 1));

        var found = (await scene.SignalsAsync(PostSignalKind.Employed)).ShouldHaveSingleItem();
        (SupervisionScene.Placed(found), found.Since.Month, found.Clause.Item).ShouldBe((working.Id.ToString(), 7, "第二十条(一)"));
    }

    [Fact]
    public async Task Two_posts_of_one_person_whose_days_overlap_are_a_signal_of_both()
    {
        var scene = await new SupervisionScene(fixture, "370812").StartAsync();
        var (first, person) = await scene.PlaceAsync();
        var (_, other) = await scene.PlaceAsync(to: new DateOnly(2020, 6, 30));
        var second = await PlacedPeople.PlaceAsync(fixture, scene.Post, person, July);
        await PlacedPeople.PlaceAsync(fixture, scene.Post, other, July);

        var found = (await scene.SignalsAsync(PostSignalKind.TwoPosts)).ShouldHaveSingleItem();
        found.Placements.Select(one => one.PlacementId).ShouldBe([first.Id.ToString(), second.Id.ToString()], ignoreOrder: true);
        (found.Since.Month, found.Clause.Document, found.Clause.Item).ShouldBe((7, "人社部发〔2020〕38号", "八"));
    }

    [Fact]
    public async Task Relatives_in_posts_of_one_employer_are_a_signal_and_pages_hold_all_of_them_once()
    {
        var scene = await new SupervisionScene(fixture, "370826").StartAsync();
        var people = new List<Person>();
        for (var i = 0; i < 4; i++)
        {
            people.Add((await scene.PlaceAsync()).Person);
        }

        await scene.ImportAsync(Relation(people[0], people[1], 1), Relation(people[1], people[0], 2), Relation(people[2], people[3], 3), Relation(people[0], people[3], 4));
        var found = await scene.SignalsAsync(PostSignalKind.Relatives, size: 1);
        found.Count.ShouldBe(3);
        found.Select(SupervisionScene.Placed).Distinct().Count().ShouldBe(3);
        found.ShouldAllBe(signal => signal.Placements.Count == 2 && signal.Since == null);
    }

    private static MarkRow Relation(Person one, Person other, int row)
    {
        var mark = SupervisionScene.Mark(one, MarkKind.RelativeOf, new(2000, 1, 1), row);
        mark.OtherIdNumber = other.IdNumber;
        return mark;
    }

    private static EmploymentRegistered Registered(Person person, string manner, DateOnly on) => new()
    {
        EmploymentId = Guid.CreateVersion7(),
        PersonId = person.RegisterKey!.Value,
        Division = "370811",
        Urban = true,
        Type = "re_employment",
        Manner = manner,
        EmployedOn = on,
        Basis = "employment_registration",
        RegisteredOn = on,
        EmployerCode = "",
        Sector = "tertiary",
        Industry = "",
        WasRegisteredUnemployed = false,
        WasInHardship = false,
        Sex = "1",
        BirthYear = 1970,
    };

    // One after the other, so that the end comes first.
    private async Task PublishAsync(params object[] events)
    {
        var bus = fixture.Service.Services.GetRequiredService<IBus>();
        foreach (var one in events)
        {
            await bus.Publish(one, one.GetType(), TestContext.Current.CancellationToken);
        }
    }

    private async Task<(long Kept, long Ended)> KeptAsync(params Person[] people)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<WelfarePostsDbContext>();
        Guid[] keys = [.. people.Select(person => person.RegisterKey!.Value)];
        var kept = await database.Set<PersonEmployment>().Where(one => keys.Contains(one.PersonKey) && one.EmployedOn != null).ToListAsync();
        return (kept.Count, kept.Count(one => one.EndedOn is not null));
    }
}
