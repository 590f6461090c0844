using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Employer = Wenye.WelfarePosts.Data.Employer;
using Placement = Wenye.WelfarePosts.Data.Placement;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Host.Tests.Months;

/// <summary>A county of its own with fictional wages, an employer, and people in post since May 2020; today is 2020-09-01.</summary>
internal sealed class MonthScene
{
    public const string August = "2020-08";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static int people = 6_500_000;

    private readonly WelfarePostsFixture fixture;

    private MonthScene(WelfarePostsFixture fixture, string county) => (this.fixture, County) = (fixture, county);

    public string County { get; }

    public string City => County[..4] + "00";

    public Employer Employer { get; private set; } = null!;

    public PostMonthService.PostMonthServiceClient Office => Client(County, Roles.WelfarePosts);

    public PostMonthService.PostMonthServiceClient Reviewer => Client(County, Roles.WelfarePostsReviewer);

    /// <param name="fixture">The host.</param>
    /// <param name="county">That no other test has.</param>
    public static async Task<MonthScene> NewAsync(WelfarePostsFixture fixture, string county)
    {
        var scene = new MonthScene(fixture, county);
        scene.Employer = new()
        {
            Id = Guid.CreateVersion7(), Name = "虚构街道办事处", CreditCode = $"E{Guid.CreateVersion7():N}"[..18], Division = county, BankName = "虚构银行", BankAccount = "6200000000001234",
        };
        var tier = int.Parse(county[2..], System.Globalization.CultureInfo.InvariantCulture);
        var from = new DateOnly(2018, 6, 1);
        await scene.SaveAsync(
            scene.Employer,
            new Wage { Kind = WageKind.Tier, Division = "370000", Key = tier, From = from, Tier = tier, MonthlyFen = 1_730_00, HourlyFen = 17_30, Document = "虚构文件" },
            new Wage { Kind = WageKind.Place, Division = county, Key = Wage.NoTier, From = from, Tier = tier, MonthlyFen = 0, HourlyFen = 0, Document = "虚构文件" },
            new Wage { Kind = WageKind.Rural, Division = county, Key = Wage.NoTier, From = from, Tier = Wage.NoTier, MonthlyFen = 0, HourlyFen = 10_00, Document = "虚构文件" });
        return scene;
    }

    public static Handling By(string name = "虚构经办") => new() { Operator = name };

    public static string NewId() => Guid.CreateVersion7().ToString();

    public PostMonthService.PostMonthServiceClient Client(string division, params string[] roles) => new(fixture.Calls(division, roles));

    /// <summary>Puts someone in post; nobody the registers know, unless told.</summary>
    public async Task<Placement> PlaceAsync(
        PostKind kind = PostKind.Urban, SyntheticPerson? person = null, bool? hardship = true, DateOnly? endedOn = null, DateOnly? startedOn = null, Guid? personId = null)
    {
        var since = startedOn ?? new DateOnly(2020, 5, 4);
        var post = new Post
        {
            Id = Guid.CreateVersion7(), EmployerId = Employer.Id, Division = County, Kind = kind, Duty = PostDuty.PublicService, WorkingTime = WorkingTime.Full,
            AddedForPoor = false, Title = "虚构保洁员", Urban = kind != PostKind.Rural, Sector = PostSector.Tertiary, Places = 1, State = PostState.Open, ProposedOn = since,
        };
        var held = personId is { } known ? known : await PersonAsync(person ?? SyntheticPeople.Person(Interlocked.Increment(ref people)));
        var placement = new Placement
        {
            Id = Guid.CreateVersion7(), PersonId = held, PostId = post.Id, EmployerId = Employer.Id, Division = County, Kind = kind, WorkingTime = WorkingTime.Full,
            AddedForPoor = false, Group = HardshipGroup.RegisteredPoor, InHardshipWhenPlaced = hardship, Contract = ContractKind.LabourContract, StartedOn = since,
            FirstApprovedOn = since, Until = since.AddYears(3).AddDays(-1), Ordinal = 1, State = endedOn is null ? PlacementState.InPost : PlacementState.Left, EndedOn = endedOn,
            BankAccount = kind == PostKind.Rural ? "6200000000009876" : null,
        };
        await SaveAsync(post, placement);
        return placement;
    }

    /// <summary>States a month; a second statement takes the place of the first.</summary>
    public Task StateAsync(Placement placement, int days = 22, long? contributions = 600_00, decimal? hours = null, int absent = 0, int month = 8, int sequence = 1) => SaveAsync(
        new AttendanceMonth
        {
            PlacementId = placement.Id, Month = new(2020, month, 1), DaysWorked = days, DaysAbsent = absent, DaysAbsentInARow = absent, Hours = hours, ContributionsFen = contributions,
        }.By(sequence, new HandledBy("agency", County, DateTimeOffset.UnixEpoch)));

    /// <summary>The placement ended, which becomes known now.</summary>
    public async Task EndAsync(Placement placement, DateOnly on)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<WelfarePostsDbContext>();
        await database.InTransactionAsync(
            () => database.Placements.Where(one => one.Id == placement.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedOn, on).SetProperty(one => one.State, PlacementState.Left)),
            TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a month to its end.</summary>
    public async Task<MonthRun> RunAsync(string month = August, string? division = null)
    {
        var started = await Office.StartMonthRunAsync(new() { RequestId = NewId(), Division = division ?? County, Month = month, Handling = By() });
        return await EndedAsync(Office, started.Run.RunId);
    }

    public static async Task<MonthRun> EndedAsync(PostMonthService.PostMonthServiceClient client, string run)
    {
        MonthRun? its = null;
        await Eventually.IsTrueAsync(
            async () =>
            {
                try
                {
                    its = (await client.GetMonthRunAsync(new() { RunId = run })).Run;
                    return its.State != MonthRunState.Computing;
                }
                catch (RpcException away) when (away.StatusCode is StatusCode.Unavailable or StatusCode.Internal)
                {
                    return false;
                }
            },
            Patience);
        return its!;
    }

    public async Task<MonthRun> ConfirmAsync(MonthRun run, Contracts.Payments.V1.Fund fund = Contracts.Payments.V1.Fund.EmploymentSubsidy) => (await Reviewer.ReviewMonthRunAsync(
        new() { RequestId = NewId(), RunId = run.RunId, Hash = run.Hash, UrbanFund = fund, Handling = By("虚构复核") })).Run;

    public async Task<IReadOnlyList<MonthLine>> LinesAsync(MonthRun run) => (await Office.ListMonthLinesAsync(new() { RunId = run.RunId, PageSize = 1000 })).Lines;

    public async Task SaveAsync(params object[] rows)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<WelfarePostsDbContext>();
        database.AddRange(rows);
        await database.SaveChangesAsync();
    }

    private async Task<Guid> PersonAsync(SyntheticPerson person)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var hash = scope.ServiceProvider.GetRequiredService<PersonalDataProtector>().LookupHash(person.ResidentId);
        var held = new Person { Id = Guid.CreateVersion7(), Name = person.Name, IdNumber = person.ResidentId, IdHash = hash };
        await SaveAsync(held);
        return held.Id;
    }
}
