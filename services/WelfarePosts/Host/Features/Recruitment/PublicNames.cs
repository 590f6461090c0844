using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>Those to be placed as everybody may see them (公示名单): masked, whoever asks.</summary>
internal sealed class PublicNames(WelfarePostsDbContext database)
{
    /// <summary>The names, in the order given.</summary>
    public async Task<IEnumerable<PublicName>> OfAsync(IReadOnlyCollection<Candidacy> candidacies, CancellationToken cancellation)
    {
        Guid[] personIds = [.. candidacies.Select(one => one.PersonId)];
        Guid[] postIds = [.. candidacies.Select(one => one.PostId).Distinct()];
        var people = await database.People.AsNoTracking().Where(person => personIds.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellation);
        var posts = await database.Posts.AsNoTracking().Where(post => postIds.Contains(post.Id))
            .Join(database.Employers.AsNoTracking(), post => post.EmployerId, employer => employer.Id, (post, employer) => new { post.Id, post.Title, employer.Name })
            .ToDictionaryAsync(post => post.Id, cancellation);
        return candidacies.Select(one => new PublicName
        {
            CandidacyId = one.Id.ToString(),
            PostId = one.PostId.ToString(),
            PostTitle = posts[one.PostId].Title,
            EmployerName = posts[one.PostId].Name,
            Name = Masked.Name(people[one.PersonId].Name),
            IdNumber = Masked.Id(people[one.PersonId].IdNumber),
            Group = one.Group,
            Place = one.Place ?? 0,
            From = one.PublicisedFrom?.ToContract(),
            To = one.PublicisedTo?.ToContract(),
        });
    }
}
