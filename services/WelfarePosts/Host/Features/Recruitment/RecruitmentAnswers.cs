using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>Rounds and candidacies as callers see them (招聘应答).</summary>
internal sealed class RecruitmentAnswers(WelfarePostsDbContext database)
{
    /// <summary>The round with its posts (招聘公告).</summary>
    public async Task<Contract.Round> OfAsync(RecruitmentRound round, CancellationToken cancellation) => (await OfAsync([round], cancellation)).Single();

    /// <summary>The same of many, in their order.</summary>
    public async Task<IReadOnlyList<Contract.Round>> OfAsync(IReadOnlyList<RecruitmentRound> rounds, CancellationToken cancellation)
    {
        Guid[] ids = [.. rounds.SelectMany(round => round.Posts.Select(post => post.PostId)).Distinct()];
        var posts = await database.Posts.AsNoTracking().Where(post => ids.Contains(post.Id))
            .Join(database.Employers.AsNoTracking(), post => post.EmployerId, employer => employer.Id, (post, employer) => new { post, employer.Name })
            .ToDictionaryAsync(one => one.post.Id, cancellation);
        return [.. rounds.Select(round =>
        {
            var answer = Of(round);
            answer.Posts.AddRange(round.Posts.OrderBy(one => one.PostId).Select(one => Of(one, posts[one.PostId].post, posts[one.PostId].Name)));
            return answer;
        })];
    }

    /// <summary>The candidacy (人选): name and number in full only for those who handle posts.</summary>
    public static Contract.Candidacy Of(Candidacy one, Person person, Caller caller) => new()
    {
        CandidacyId = one.Id.ToString(),
        RoundId = one.RoundId.ToString(),
        PostId = one.PostId.ToString(),
        Source = one.Source,
        State = one.State,
        Group = one.Group,
        Name = caller.SeesPeople() ? person.Name : Masked.Name(person.Name),
        IdNumber = caller.SeesPeople() ? person.IdNumber : Masked.Id(person.IdNumber),
        Phone = caller.SeesPeople() ? person.Phone ?? "" : Masked.Account(person.Phone),
        AppliedOn = one.AppliedOn.ToContract(),
        Missing = { one.Missing },
        RefusedBy = { one.RefusedBy },
        Place = one.Place ?? 0,
        PublicisedFrom = one.PublicisedFrom?.ToContract(),
        PublicisedTo = one.PublicisedTo?.ToContract(),
    };

    /// <summary>What was stated (申报情况).</summary>
    public static Contract.CandidateEvidence Evidence(CandidacyFile file) => new()
    {
        Group = file.ClaimedGroup,
        GroupSource = file.GroupSource,
        ZeroEmploymentFamily = Of(file.ZeroEmploymentFamily),
        MeetsRequirements = Of(file.MeetsRequirements),
        HardToPlace = Of(file.HardToPlace),
        FormerRetirementAge = file.FormerRetirementAge,
        RetirementSource = file.RetirementSource,
    };

    /// <summary>What Registration said (登记核验情况).</summary>
    public static Contract.CandidateRegisters Registers(RegisterFile said) => new()
    {
        AskedOn = said.AskedOn.ToContract(),
        UnemployedSince = said.UnemployedSince?.ToContract(),
        HardshipCategories = { said.Hardship },
        ServicesWithinYear = said.ServicesWithinYear,
        PensionSince = said.PensionSince?.ToContract(),
        Employments = said.Employments,
        WelfarePosts = said.WelfarePosts,
    };

    /// <summary>The objection (公示异议): its texts only for those who handle posts.</summary>
    public static Contract.CandidacyObjection Of(CandidacyObjection objection, Caller caller) => new()
    {
        ObjectionId = objection.Id.ToString(),
        Text = caller.HandlesPosts() ? objection.Text : "",
        RaisedAt = objection.RaisedAt.ToTimestamp(),
        ResolvedAt = objection.ResolvedAt?.ToTimestamp(),
        Upheld = objection.Upheld,
        Finding = caller.HandlesPosts() ? objection.Finding ?? "" : "",
    };

    private static Contract.StatedFact? Of(StatedFile? stated) => stated is null ? null : new() { Holds = stated.Holds, Source = stated.Source };

    private static Contract.Round Of(RecruitmentRound round) => new()
    {
        RoundId = round.Id.ToString(),
        Division = round.Division,
        State = round.State,
        Supplementary = round.Supplementary,
        Reason = round.Reason,
        Channels = round.Channels,
        PublishedOn = round.PublishedOn?.ToContract(),
        ClosesOn = round.ClosesOn.ToContract(),
        PublicisedFrom = round.PublicisedFrom?.ToContract(),
        PublicisedTo = round.PublicisedTo?.ToContract(),
    };

    private static Contract.AnnouncedPost Of(RoundPost offered, Post post, string employer) => new()
    {
        PostId = post.Id.ToString(),
        Kind = post.Kind,
        WorkingTime = post.WorkingTime,
        Places = offered.Places,
        Title = post.Title,
        Duties = post.Duties,
        Requirements = post.Requirements,
        Pay = post.Pay,
        Workplace = post.Workplace,
        Hours = post.Hours,
        Period = post.Period,
        EmployerName = employer,
        Division = post.Division,
    };
}
