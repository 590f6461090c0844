using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.Contracts.WelfarePosts.V1.Candidacy;
using Employer = Wenye.WelfarePosts.Data.Employer;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Host.Tests.Recruitment;

/// <summary>An office and its reviewer of one county, with the short ways that tests of recruitment start from.</summary>
internal sealed class RecruitmentOffice(WelfarePostsFixture fixture, string division)
{
    /// <summary>The day after the closing day of every round here.</summary>
    public static readonly DateOnly Closed = WelfarePostsFixture.Today.AddDays(1);

    /// <summary>Five working days of publicity from then end on Wednesday the 9th.</summary>
    public static readonly DateOnly AfterPublicity = new(2020, 9, 10);

    private static int people = 1_000_000;

    public string Division => division;

    public RecruitmentService.RecruitmentServiceClient Office { get; } = new(fixture.Calls(division, "welfare-posts"));

    public RecruitmentService.RecruitmentServiceClient Reviewer { get; } = new(fixture.Calls(division, "welfare-posts-reviewer"));

    public RecruitmentService.RecruitmentServiceClient Portal { get; } = new(fixture.Calls(division, "post-portal"));

    /// <summary>The office, or with "welfare-posts-reviewer" the reviewer, on another day.</summary>
    public RecruitmentService.RecruitmentServiceClient On(DateOnly day, string role = "welfare-posts") => new(fixture.On(day, division, role));

    public static string NewId() => Guid.CreateVersion7().ToString();

    /// <summary>A person no other test uses; a later one is younger.</summary>
    public static SyntheticPerson NewPerson() => SyntheticPeople.Person(Interlocked.Add(ref people, 998));

    /// <summary>A person whom Registration registered as unemployed and recognised as of a family without employment.</summary>
    public async Task<SyntheticPerson> RecognisedAsync()
    {
        var person = NewPerson();
        await fixture.Registration.RecogniseHardshipAsync(await fixture.Registration.RegisterUnemployedAsync(person));
        return person;
    }

    /// <summary>A post that may be filled, told in full; its id.</summary>
    public async Task<string> PostAsync(int places = 1, Action<Post>? change = null, PostState state = PostState.Open, string? at = null)
    {
        var employer = new Employer { Id = Guid.CreateVersion7(), Name = "虚构街道办", CreditCode = $"12{Guid.CreateVersion7():N}", Division = at ?? division };
        var post = new Post
        {
            Id = Guid.CreateVersion7(), EmployerId = employer.Id, Division = at ?? division, Kind = PostKind.Urban, Duty = PostDuty.PublicService,
            WorkingTime = WorkingTime.Full, AddedForPoor = false, Title = "保洁员", Duties = "道路保洁", Requirements = "能坚持户外工作", Pay = "每月1730元",
            Workplace = "虚构社区", Hours = "每日8小时", Period = "3年", Urban = true, Sector = PostSector.Tertiary, Places = places, State = state,
            ProposedOn = WelfarePostsFixture.Today,
        };
        change?.Invoke(post);
        await ChangeAsync(database => database.AddRange(employer, post));
        return post.Id.ToString();
    }

    /// <summary>Rows of other areas, written as they would.</summary>
    public async Task ChangeAsync(Action<WelfarePostsDbContext> change)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<WelfarePostsDbContext>();
        change(database);
        await database.SaveChangesAsync();
    }

    public OpenRoundRequest Round(params (string Post, int Places)[] posts) => new()
    {
        RequestId = NewId(), Division = division, ClosesOn = WelfarePostsFixture.Today.ToContract(), Channels = "网站、微信公众号", Supplementary = true,
        Posts = { posts.Select(one => new PlacesOffered { PostId = one.Post, Places = one.Places }) },
    };

    /// <summary>A round that takes applications today.</summary>
    public async Task<Round> PublishedAsync(params (string Post, int Places)[] posts)
    {
        var round = (await Office.OpenRoundAsync(Round(posts))).Round;
        return (await Reviewer.PublishRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId })).Round;
    }

    /// <summary>What an office states of someone who lacks nothing.</summary>
    public static CandidateEvidence Evidence() => new()
    {
        HardToPlace = new() { Holds = true, Source = "虚构的三次推荐未成功记录" }, MeetsRequirements = new() { Holds = true, Source = "虚构的上岗资格认定" },
    };

    public static SubmitCandidacyRequest Candidacy(Round round, SyntheticPerson person, CandidateEvidence? evidence = null, int post = 0) => new()
    {
        RequestId = NewId(), RoundId = round.RoundId, PostId = round.Posts[post].PostId, Source = CandidacySource.Application, Name = person.Name,
        IdNumber = person.ResidentId, Phone = person.Phone, Evidence = evidence ?? Evidence(),
    };

    /// <summary>As many candidates who lack nothing as asked for, the oldest first.</summary>
    public async Task<List<Candidacy>> CandidatesAsync(Round round, int count)
    {
        var persons = new List<SyntheticPerson>();
        for (var i = 0; i < count; i++)
        {
            persons.Add(await RecognisedAsync());
        }

        var candidacies = new List<Candidacy>();
        foreach (var person in persons.OrderBy(one => one.BirthDate))
        {
            candidacies.Add((await Office.SubmitCandidacyAsync(Candidacy(round, person))).Candidacy);
        }

        candidacies.ShouldAllBe(one => one.State == CandidacyState.Submitted && one.Missing.Count == 0);
        return candidacies;
    }

    /// <summary>A round of one post that was ranked, with its candidates in their order.</summary>
    public async Task<(Round Round, List<Candidacy> Candidates)> RankedAsync(int places, int candidates)
    {
        var round = await PublishedAsync((await PostAsync(places), places));
        var submitted = await CandidatesAsync(round, candidates);
        var ranked = await On(Closed).RankCandidatesAsync(new() { RequestId = NewId(), RoundId = round.RoundId });
        ranked.Rankings.Single().Ranked.ShouldBeTrue();
        return (ranked.Round, submitted);
    }

    /// <summary>The same, made public on the day of the ranking.</summary>
    public async Task<(Round Round, List<Candidacy> Candidates)> PublicisedAsync(int places, int candidates)
    {
        var (round, submitted) = await RankedAsync(places, candidates);
        var answer = await On(Closed, "welfare-posts-reviewer").StartPublicityAsync(new() { RequestId = NewId(), RoundId = round.RoundId });
        return (answer.Round, submitted);
    }

    public async Task<CandidacyState> StateAsync(Candidacy one) =>
        (await Office.GetCandidacyAsync(new() { CandidacyId = one.CandidacyId })).Candidacy.State;

    public static async Task<RpcException> RefusedAsync<T>(AsyncUnaryCall<T> call) => await Should.ThrowAsync<RpcException>(async () => await call);
}
