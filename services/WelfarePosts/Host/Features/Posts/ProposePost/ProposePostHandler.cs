using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Features.Posts.ProposePost;

/// <summary>Proposes a post (岗位申报), by its employer or the office.</summary>
internal sealed class ProposePostHandler(
    WelfarePostsDbContext database, HandledRequests requests, PostFields fields, Villages villages, Records records, TimeProvider time)
{
    public async Task<ProposePostResponse> HandleAsync(ProposePostRequest request, Caller caller, CancellationToken cancellation)
    {
        var asked = request.Post ?? new Contract.Post();
        var faults = new RequestFaults();
        var employer = faults.Id(asked.EmployerId, "employer_id", "用人单位标识应为登记时给出的 UUID，请先登记用人单位");
        faults.Post(asked, fields).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        caller.DemandDivision(asked.Division);
        if (await requests.FindAsync<ProposePostResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (!await database.Employers.AnyAsync(one => one.Id == employer, cancellation))
        {
            throw RpcErrors.NotFound("EMPLOYER_NOT_FOUND", "没有该用人单位，请核对或先登记");
        }

        var post = New(asked, employer);
        database.Add(post);
        await records.StepAsync(post.Id, post.State, HandledBy.Of(request.Handling, caller, time), cancellation);
        var answer = new ProposePostResponse { Post = post.ToContract(placed: 0), Village = await villages.WithAsync(post, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private Post New(Contract.Post asked, Guid employer)
    {
        var post = new Post
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            EmployerId = employer,
            Division = asked.Division,
            VillageCode = asked.VillageCode.Length > 0 ? asked.VillageCode : null,
            Kind = asked.Kind,
            Duty = asked.Duty,
            WorkingTime = asked.WorkingTime,
            AddedForPoor = asked.AddedForPoor,
            NonProfit = asked.HasNonProfit ? asked.NonProfit : null,
            VillageBurdened = asked.HasVillageBurdened ? asked.VillageBurdened : null,
            Title = asked.Texts.Title,
            Urban = asked.Urban,
            Sector = asked.Sector,
            Months = asked.Months > 0 ? asked.Months : null,
            Places = asked.Places,
            State = PostState.Proposed,
            ProposedOn = fields.Today,
        };
        post.Take(asked.Texts);
        return post;
    }
}
