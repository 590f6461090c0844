using System.Globalization;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Host.Tests.FirmData;

namespace Wenye.Stabilization.Host.Tests.WorkTraining;

/// <summary>A firm, its service hall and its office on a day: 1 July 2020 under 63号, 10 November 2020 under 78号.</summary>
public sealed class ClaimScene
{
    /// <summary>Under the plan of June.</summary>
    public static readonly DateOnly Under63 = new(2020, 7, 1);

    /// <summary>Under the notice of October.</summary>
    public static readonly DateOnly Under78 = new(2020, 11, 10);

    private static int lastPerson;
    private readonly StabilizationFixture fixture;

    private ClaimScene(StabilizationFixture fixture, string creditCode, string division) =>
        (this.fixture, CreditCode, Division) = (fixture, creditCode, division);

    public string CreditCode { get; }

    public string Division { get; }

    private string City => $"{Division[..4]}00";

    /// <summary>A medium firm of processing industry whose city's special account holds 62 %.</summary>
    /// <param name="fixture">The service.</param>
    /// <param name="division">The county.</param>
    /// <param name="employees">Of 2019; null: no accounts.</param>
    /// <param name="accountStated">Whether the city stated its special account.</param>
    public static async Task<ClaimScene> SetAsync(StabilizationFixture fixture, string division = "370102", int? employees = 500, bool accountStated = true)
    {
        var scene = new ClaimScene(fixture, FirmFile.NewCode(), division);
        await scene.DeliverAsync(new FirmFile().Firm(scene.CreditCode, division), employees);
        if (accountStated)
        {
            await scene.StateAccountAsync(6_200, 10_000);
        }

        return scene;
    }

    /// <summary>Calls of the service hall.</summary>
    public WorkTrainingService.WorkTrainingServiceClient Portal(DateOnly day) => new(fixture.On(day, Division, Roles.FirmPortal));

    /// <summary>Calls of the office's reviewer.</summary>
    public WorkTrainingService.WorkTrainingServiceClient Reviewer(DateOnly day) => new(fixture.On(day, Division, Roles.StabilizationReviewer));

    /// <summary>The firm's accounts of 2019.</summary>
    public Task DeliverAccountsAsync(int employees) => DeliverAsync(new FirmFile(), employees);

    /// <summary>The city's special account as of 1 June 2020.</summary>
    public async Task<string> StateAccountAsync(long balance, long established) =>
        (await new WorkTrainingService.WorkTrainingServiceClient(fixture.On(Under63, City, Roles.Budget)).SetSpecialAccountAsync(new SetSpecialAccountRequest
        {
            RequestId = Guid.CreateVersion7().ToString(),
            Pool = City,
            Day = new() { Year = 2020, Month = 6, Day = 1 },
            EstablishedFen = established,
            BalanceFen = balance,
        })).Share;

    /// <summary>A claim of the firm, not sent yet.</summary>
    public SubmitClaimRequest Asked(WorkTrainingKind kind, params IEnumerable<ClaimMonth> months) => new()
    {
        RequestId = Guid.CreateVersion7().ToString(),
        CreditCode = CreditCode,
        Kind = kind,
        Industry = HitIndustry.Other,
        ScopeAddedAfter20200509 = false,
        Months = { months },
    };

    /// <summary>Sends a claim.</summary>
    public async Task<Claim> SubmitAsync(DateOnly day, WorkTrainingKind kind, params ClaimMonth[] months) =>
        (await Portal(day).SubmitClaimAsync(Asked(kind, months))).Claim;

    /// <summary>Reviews a claim.</summary>
    public async Task<ReviewClaimResponse> ReviewAsync(DateOnly day, string claimId, params RejectedLine[] rejected) =>
        await Reviewer(day).ReviewClaimAsync(Reviewing(claimId, rejected));

    /// <summary>A review, not sent yet.</summary>
    public static ReviewClaimRequest Reviewing(string claimId, params RejectedLine[] rejected) => new()
    {
        RequestId = Guid.CreateVersion7().ToString(),
        ClaimId = claimId,
        Handling = new() { Operator = "测审" },
        Rejected = { rejected },
    };

    /// <summary>A month in which every person counts under both standards.</summary>
    public static ClaimMonth Month(string month, int people, Action<Trainee>? change = null) =>
        MonthOf(month, [.. Enumerable.Range(0, people).Select(_ => Person(change))]);

    /// <summary>A month of a firm whose revenue fell by so much; its statement of the last quarter is at hand.</summary>
    public static ClaimMonth Difficult(string month, int people, string drop = "0.75")
    {
        var claimed = Month(month, people);
        claimed.RevenueDrop = drop;
        claimed.LastQuarterPayroll = true;
        return claimed;
    }

    /// <summary>A month with these people.</summary>
    public static ClaimMonth MonthOf(string month, params Trainee[] people) =>
        new() { Month = month, PayrollProof = PayrollProof.BankStatement, Trainees = { people } };

    /// <summary>Somebody nobody else claims, taken on at the beginning of 2020.</summary>
    public static Trainee Person(Action<Trainee>? change = null)
    {
        var person = Testing.SyntheticPeople.Person(Interlocked.Increment(ref lastPerson));
        var trainee = new Trainee
        {
            Name = person.Name,
            IdNumber = person.ResidentId,
            Group = TraineeGroup.RegisteredUnemployed,
            HiredOn = new() { Year = 2020, Month = 1, Day = 2 },
            WageFen = 300_000,
            RegisteredEmployment = true,
            OtherSubsidy = false,
            Dispatched = false,
        };
        change?.Invoke(trainee);
        return trainee;
    }

    /// <summary>The first months of 2020.</summary>
    public static IEnumerable<string> Months(int from, int count) =>
        Enumerable.Range(from, count).Select(month => new YearMonth(2020, month).ToString());

    /// <summary>Amounts by month, yuan.</summary>
    public static string Amounts(Claim claim) => string.Join(' ', claim.Months.Select(month =>
        string.Create(CultureInfo.InvariantCulture, $"{month.Month}:{month.AmountFen / 100}")));

    private async Task DeliverAsync(FirmFile file, int? employees)
    {
        if (employees is { } people)
        {
            // 500 people and 100 million yuan: medium, as the standard has industry. 2000 and 500 million: large.
            file.Finance(CreditCode, 2019, revenue: people >= 1000 ? 50_000_000_000 : 10_000_000_000, employees: people);
        }

        var taken = await new FirmAgency(fixture.Calls(City, Roles.FirmData)).ImportAsync(file);
        taken.Faults.ShouldBeEmpty();
    }
}
