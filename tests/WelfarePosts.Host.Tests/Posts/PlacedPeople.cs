using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.WelfarePosts.Data;
using Placement = Wenye.WelfarePosts.Data.Placement;
using Post = Wenye.Contracts.WelfarePosts.V1.Post;

namespace Wenye.WelfarePosts.Host.Tests.Posts;

/// <summary>People in posts, as other calls leave them; every one is a synthetic person of their own.</summary>
internal static class PlacedPeople
{
    // Apart from the people of other tests of this host.
    private static int last = 4_200_000;

    public static async Task<IReadOnlyList<(Placement Placement, Person Person)>> PlaceAsync(
        WelfarePostsFixture fixture, Post post, int people, DateOnly? from = null, DateOnly? to = null, ExitGround ground = ExitGround.Unspecified)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<WelfarePostsDbContext>();
        var protector = scope.ServiceProvider.GetRequiredService<PersonalDataProtector>();
        var placed = Enumerable.Range(0, people).Select(_ => Placed(post, New(protector), from, to, ground)).ToList();
        database.AddRange(placed.Select(one => one.Person));
        database.AddRange(placed.Select(one => one.Placement));
        await database.SaveChangesAsync();
        return placed;
    }

    /// <summary>The same person in a further post.</summary>
    public static async Task<Placement> PlaceAsync(WelfarePostsFixture fixture, Post post, Person person, DateOnly? from = null)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<WelfarePostsDbContext>();
        var placement = Placed(post, person, from, to: null, ExitGround.Unspecified).Placement;
        database.Add(placement);
        await database.SaveChangesAsync();
        return placement;
    }

    private static Person New(PersonalDataProtector protector)
    {
        var person = SyntheticPeople.Person(Interlocked.Increment(ref last));
        return new()
        {
            Id = Guid.CreateVersion7(), Name = person.Name, IdNumber = person.ResidentId, IdHash = protector.LookupHash(person.ResidentId), RegisterKey = Guid.CreateVersion7(),
        };
    }

    private static (Placement Placement, Person Person) Placed(Post post, Person person, DateOnly? from, DateOnly? to, ExitGround ground)
    {
        var start = from ?? new DateOnly(2020, 6, 1);
        return (new Placement
        {
            Id = Guid.CreateVersion7(),
            PersonId = person.Id,
            PostId = Guid.Parse(post.PostId),
            EmployerId = Guid.Parse(post.EmployerId),
            Division = post.Division,
            Kind = post.Kind,
            WorkingTime = post.WorkingTime,
            AddedForPoor = false,
            Group = HardshipGroup.RegisteredPoor,
            Contract = ContractKind.LabourContract,
            StartedOn = start,
            FirstApprovedOn = start,
            Ordinal = 1,
            State = to is null ? PlacementState.InPost : PlacementState.Left,
            EndedOn = to,
            Ground = ground,
        }, person);
    }
}
