using System.Runtime.CompilerServices;
using Google.Protobuf;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Host.Tests.Posts;

/// <summary>The office of a county with its reviewer; every instance is two agencies of its own.</summary>
internal sealed class PostOffice(WelfarePostsFixture fixture, string county)
{
    private static int bodies;

    public string County => county;

    /// <summary>Keeps posts.</summary>
    public PostService.PostServiceClient Calls { get; } = new(fixture.Calls(county, Roles.WelfarePosts));

    /// <summary>Decides them.</summary>
    public PostService.PostServiceClient Reviewer { get; } = new(fixture.Calls(county, Roles.WelfarePostsReviewer));

    /// <summary>The service hall of employers.</summary>
    public PostService.PostServiceClient Portal { get; } = new(fixture.Calls(county, Roles.PostPortal));

    /// <summary>A valid credit code that no other test uses.</summary>
    public static string NewCreditCode()
    {
        var body = $"7{Interlocked.Increment(ref bodies):0000000}";
        var start = $"52370102{body}{UnifiedSocialCreditCode.OrganisationCheck(body)}";
        return start + UnifiedSocialCreditCode.CheckCharacter(start);
    }

    public static string NewId() => Guid.CreateVersion7().ToString();

    public static Handling By(string remarks = "虚构备注") => new() { Operator = "虚构经办", Remarks = remarks };

    /// <summary>An employer without fault.</summary>
    public RegisterEmployerRequest Registration(string? creditCode = null, string name = "虚构街道办事处") => new()
    {
        RequestId = NewId(),
        Employer = new Employer
        {
            Name = name, CreditCode = creditCode ?? NewCreditCode(), Division = county, BankAccount = "37010000000000001234", BankName = "虚构银行",
        },
        Handling = By(),
    };

    public async Task<string> EmployerAsync() => (await Calls.RegisterEmployerAsync(Registration())).Employer.EmployerId;

    public async Task<PostPlan> PlanAsync(PostKind kind = PostKind.Urban, int places = 20, int reserve = 0, string? division = null) =>
        (await Reviewer.SetPlanAsync(Plan(kind, places, reserve, division))).Plan;

    public SetPlanRequest Plan(PostKind kind = PostKind.Urban, int places = 20, int reserve = 0, string? division = null) => new()
    {
        RequestId = NewId(), Division = division ?? county, Year = WelfarePostsFixture.Today.Year, Kind = kind, Places = places, ReservePlaces = reserve,
        Handling = By(),
    };

    /// <summary>A post without fault.</summary>
    public ProposePostRequest Proposal(string employer, Action<Post>? change = null)
    {
        var post = new Post
        {
            EmployerId = employer,
            Division = county,
            Kind = PostKind.Urban,
            Duty = PostDuty.PublicService,
            WorkingTime = WorkingTime.Full,
            NonProfit = true,
            Texts = Texts(),
            Urban = true,
            Sector = PostSector.Tertiary,
            Places = 1,
        };
        change?.Invoke(post);
        return new ProposePostRequest { RequestId = NewId(), Post = post, Handling = By() };
    }

    public static PostTexts Texts(string title = "社区保洁员") => new()
    {
        Title = title, Duties = "保洁", Requirements = "身体健康", Pay = "当地最低工资", Workplace = "虚构社区", Hours = "每日8小时", Period = "三年",
    };

    /// <summary>A rural post of a village.</summary>
    public void IntoVillage(Post post, int village) =>
        (post.Kind, post.WorkingTime, post.VillageCode, post.VillageBurdened, post.Urban) = (PostKind.Rural, WorkingTime.Part, $"{county}{village:000000}", true, false);

    public async Task<Post> ProposeAsync(Action<Post>? change = null) => (await Calls.ProposePostAsync(Proposal(await EmployerAsync(), change))).Post;

    public static DecidePostRequest Decision(string post, bool reserve = false) => new() { RequestId = NewId(), PostId = post, Reserve = reserve, Handling = By() };

    /// <summary>A post that is open; its plan is there.</summary>
    public async Task<Post> OpenAsync(Action<Post>? change = null, bool reserve = false) =>
        (await Reviewer.DecidePostAsync(Decision((await ProposeAsync(change)).PostId, reserve))).Post;

    /// <summary>Repeats a call at once and demands the same answer every time.</summary>
    public static async Task<TAnswer> SameAsync<TAnswer>(Func<Task<TAnswer>> callAsync, [CallerArgumentExpression(nameof(callAsync))] string? what = null)
        where TAnswer : IMessage<TAnswer>
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => callAsync()));
        answers.Distinct().ShouldHaveSingleItem(what);
        return answers[0];
    }
}
