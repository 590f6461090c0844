using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;
using Employer = Wenye.WelfarePosts.Data.Employer;
using Placement = Wenye.WelfarePosts.Data.Placement;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Host.Tests.Placements;

/// <summary>An office of one county, with the short ways that tests of people in post start from: posts, confirmed candidates, people placed long ago.</summary>
internal sealed class PlacementOffice(WelfarePostsFixture fixture, string division)
{
    private static int people = 6_000_000;

    public string Division => division;

    public PlacementService.PlacementServiceClient Office { get; } = new(fixture.Calls(division, "welfare-posts"));

    public PlacementService.PlacementServiceClient Portal { get; } = new(fixture.Calls(division, "post-portal"));

    public AttendanceService.AttendanceServiceClient Attendance { get; } = new(fixture.Calls(division, "post-portal"));

    public EmploymentService.EmploymentServiceClient Employments { get; } = new(fixture.Registration.Calls(null, "caseworker", "province"));

    public static string NewId() => Guid.CreateVersion7().ToString();

    public static Handling Officer() => new() { Operator = "虚构经办" };

    /// <summary>A man no other test uses, born in 1968: of working age until 2028 by the rules of 2020.</summary>
    public static SyntheticPerson NewPerson()
    {
        var index = Interlocked.Increment(ref people);
        var id = SyntheticPeople.ResidentId("370103", new DateOnly(1968, 1, 1).AddDays(index % 300), 1 + (index / 300 % 450 * 2));
        return new($"测在岗{index}", id, new DateOnly(1968, 1, 1).AddDays(index % 300), false, $"199{index:00000000}");
    }

    /// <summary>Someone whom Registration registered as unemployed, and recognised as of a family without employment.</summary>
    public async Task<SyntheticPerson> RecognisedAsync()
    {
        var person = NewPerson();
        await fixture.Registration.RecogniseHardshipAsync(await fixture.Registration.RegisterUnemployedAsync(person));
        return person;
    }

    /// <summary>A post that may be filled.</summary>
    public async Task<Post> PostAsync(int places = 1, PostKind kind = PostKind.Urban, PostState state = PostState.Open)
    {
        var employer = new Employer { Id = Guid.CreateVersion7(), Name = "虚构街道办", CreditCode = NewCode(), Division = division };
        var post = new Post
        {
            Id = Guid.CreateVersion7(), EmployerId = employer.Id, Division = division, Kind = kind, Duty = PostDuty.PublicService, WorkingTime = WorkingTime.Full,
            AddedForPoor = false, Title = "保洁员", Workplace = "虚构社区", Urban = kind != PostKind.Rural, Sector = PostSector.Tertiary, Places = places, State = state,
            ProposedOn = WelfarePostsFixture.Today,
        };
        await ChangeAsync(database => database.AddRange(employer, post));
        return post;
    }

    /// <summary>Someone whose publicity for a post is over, as RecruitmentService leaves it.</summary>
    public async Task<Candidacy> ConfirmedAsync(Post post, SyntheticPerson person, CandidacyState state = CandidacyState.Confirmed)
    {
        var known = await KnownAsync(person);
        var round = new RecruitmentRound
        {
            Id = Guid.CreateVersion7(), Division = division, Supplementary = true, Reason = "", Channels = "网站", State = RoundState.Confirmed,
            PublishedOn = new(2020, 8, 17), ClosesOn = new(2020, 8, 21), PublicisedFrom = new(2020, 8, 24), PublicisedTo = new(2020, 8, 31),
        };
        round.Posts.Add(new RoundPost { RoundId = round.Id, PostId = post.Id, Places = 1, RankingId = Guid.CreateVersion7() });
        var stated = new StatedFile(true, "虚构的材料");
        var candidacy = new Candidacy
        {
            Id = Guid.CreateVersion7(), RoundId = round.Id, PostId = post.Id, PersonId = known, Source = CandidacySource.Application, State = state,
            Group = HardshipGroup.ZeroEmploymentFamily, Place = 1, File = new CandidacyFile { HardToPlace = stated, MeetsRequirements = stated }.Write(),
            AppliedOn = new(2020, 8, 20), PublicisedFrom = new(2020, 8, 24), PublicisedTo = new(2020, 8, 31),
        };
        await ChangeAsync(database => database.AddRange(round, candidacy));
        return candidacy;
    }

    /// <summary>A request that lacks nothing, for today.</summary>
    public static SignContractRequest Contract(Candidacy candidacy) => new()
    {
        RequestId = NewId(), CandidacyId = candidacy.Id.ToString(), Contract = ContractKind.WorkAgreement, StartedOn = WelfarePostsFixture.Today.ToContract(), Handling = Officer(),
    };

    /// <summary>Someone in post from before the platform, since 2019.</summary>
    public static SignContractRequest TakenOver(Post post, SyntheticPerson person) => new()
    {
        RequestId = NewId(),
        TakenOver = new()
        {
            PostId = post.Id.ToString(), Name = person.Name, IdNumber = person.ResidentId, Group = HardshipGroup.Older, InHardshipWhenPlaced = true,
            FirstApprovedOn = new Date { Year = 2019, Month = 6, Day = 1 }, Ordinal = 1,
        },
        Contract = ContractKind.LabourContract, StartedOn = new() { Year = 2019, Month = 6, Day = 1 }, Phone = person.Phone, Handling = Officer(),
    };

    /// <summary>Signs with someone new; in post since today.</summary>
    public async Task<(SyntheticPerson Person, Wenye.Contracts.WelfarePosts.V1.Placement Placement)> PlacedAsync()
    {
        var person = await RecognisedAsync();
        var signed = await Office.SignContractAsync(Contract(await ConfirmedAsync(await PostAsync(), person)));
        signed.Placement.State.ShouldBe(PlacementState.InPost);
        return (person, signed.Placement);
    }

    /// <summary>A row as if placed long ago, for tests of what comes later.</summary>
    public async Task<Placement> InPostAsync(Post? post = null, Action<Placement>? change = null, SyntheticPerson? person = null, DateOnly? started = null)
    {
        var of = post ?? await PostAsync();
        var since = started ?? new DateOnly(2019, 3, 1);
        var placement = new Placement
        {
            Id = Guid.CreateVersion7(), PersonId = await KnownAsync(person ?? NewPerson()), PostId = of.Id, EmployerId = of.EmployerId, Division = division, Kind = of.Kind,
            WorkingTime = of.WorkingTime, AddedForPoor = false, Group = HardshipGroup.Older, InHardshipWhenPlaced = true, Contract = ContractKind.LabourContract,
            StartedOn = since, FirstApprovedOn = since, Until = since.AddYears(3).AddDays(-1), Ordinal = 1, State = PlacementState.InPost,
        };
        change?.Invoke(placement);
        await ChangeAsync(database => database.Add(placement));
        return placement;
    }

    /// <summary>Rows of other areas, written as they would.</summary>
    public async Task ChangeAsync(Action<WelfarePostsDbContext> change)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<WelfarePostsDbContext>();
        await using var transaction = await database.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        change(database);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    public Task<long> CountAsync(Post post) => fixture.ReadAsync<long>("select count(*) from placement where post_id = $1", post.Id);

    public static async Task<RpcException> RefusedAsync<T>(AsyncUnaryCall<T> call) => await Should.ThrowAsync<RpcException>(async () => await call);

    /// <summary>Document and clause of what was answered "not met".</summary>
    public static IEnumerable<string> NotMet(Wenye.Contracts.Policy.V1.Decision decision) => decision.Findings
        .Where(finding => finding.Answer == Wenye.Contracts.Policy.V1.Answer.NotMet).Select(finding => $"{finding.Clause.Document} {finding.Clause.Item}");

    private async Task<Guid> KnownAsync(SyntheticPerson person)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<WelfarePostsDbContext>();
        var hash = scope.ServiceProvider.GetRequiredService<PersonalDataProtector>().LookupHash(person.ResidentId);
        if (await database.People.SingleOrDefaultAsync(one => one.IdHash == hash, TestContext.Current.CancellationToken) is { } known)
        {
            return known.Id;
        }

        var added = new Person { Id = Guid.CreateVersion7(), Name = person.Name, IdNumber = person.ResidentId, IdHash = hash, Phone = person.Phone };
        database.Add(added);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        return added.Id;
    }

    // A body's code with true check characters, another one each time.
    private static string NewCode()
    {
        var body = Interlocked.Increment(ref people).ToString("00000000", System.Globalization.CultureInfo.InvariantCulture);
        var start = $"12370102{body}{UnifiedSocialCreditCode.OrganisationCheck(body)}";
        return start + UnifiedSocialCreditCode.CheckCharacter(start);
    }
}
