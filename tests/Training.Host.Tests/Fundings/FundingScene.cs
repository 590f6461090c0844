using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Course = Wenye.Training.Data.Course;
using Funding = Wenye.Contracts.Training.V1.Funding;
using FundingPayment = Wenye.Contracts.Training.V1.FundingPayment;
using Institution = Wenye.Training.Data.Institution;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Host.Tests.Fundings;

/// <summary>A filed institution with a course of its own in the city's catalogue, its office, and the city's payers.</summary>
public sealed class FundingScene
{
    private static int last;
    private readonly TrainingFixture fixture;

    private FundingScene(TrainingFixture fixture, string division, DateOnly today) => (this.fixture, Division, Today) = (fixture, division, today);

    public string Division { get; }

    public DateOnly Today { get; }

    public string Pool => $"{Division[..4]}00";

    public string Occupation { get; private set; } = "";

    public Guid Institution { get; } = Guid.CreateVersion7();

    /// <summary>Sets it up.</summary>
    /// <param name="fixture">The service.</param>
    /// <param name="division">The county.</param>
    /// <param name="standardFen">What the city pays for a trainee; null: not set.</param>
    /// <param name="today">The day of the calls.</param>
    public static async Task<FundingScene> SetAsync(TrainingFixture fixture, string division, long? standardFen = 180_000, DateOnly? today = null)
    {
        var number = Interlocked.Increment(ref last);
        var scene = new FundingScene(fixture, division, today ?? TrainingFixture.Today) { Occupation = $"{6_000_000 + number}" };
        await scene.AddAsync(
            new Institution
            {
                Id = scene.Institution,
                Kind = InstitutionKind.School,
                Division = division,
                Code = 7000 + number,
                CreditCode = People.EmployerCode,
                Name = "某某职业培训学校",
                BankAccount = "37010000000000009999",
                BankName = "某银行",
                State = InstitutionState.Filed,
                FiledOn = new(2019, 1, 1),
            },
            new Course
            {
                City = scene.Pool,
                Occupation = scene.Occupation,
                Level = 5,
                From = new(2020, 1, 1),
                Name = "中式烹调师",
                Category = TrainingCategory.Employment,
                Hours = 100,
                LeadsTo = CertificateKind.Completion,
                StandardFen = standardFen,
            });
        return scene;
    }

    /// <summary>A class as other calls would have left it.</summary>
    public async Task<Guid> AddClassAsync(ClassState state, int trainees = 20, int passed = 0, DateOnly? started = null, DateOnly? half = null)
    {
        var held = new TrainingClass
        {
            Id = Guid.CreateVersion7(),
            InstitutionId = Institution,
            Division = Division,
            Occupation = Occupation,
            Level = 5,
            OccupationName = "中式烹调师",
            Category = TrainingCategory.Employment,
            LeadsTo = CertificateKind.Completion,
            Mode = TrainingMode.Offline,
            TotalHours = 100,
            OnlineMinutes = 0,
            StartsOn = new(2020, 8, 3),
            EndsOn = new(2020, 12, 31),
            Places = 100,
            State = state,
            Trainees = trainees,
            Passed = passed,
            StartedOn = started,
            HalfReachedOn = half,
            PlanDecision = "{}",
        };
        await AddAsync(held);
        return held.Id;
    }

    /// <summary>The class goes on.</summary>
    public async Task GoOnAsync(Guid id, ClassState state, int passed = 0, DateOnly? started = null, DateOnly? half = null, DateOnly? closed = null)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        var moved = await database.InTransactionAsync(
            () => database.Classes.Where(one => one.Id == id).ExecuteUpdateAsync(set => set
                .SetProperty(one => one.State, state)
                .SetProperty(one => one.Passed, passed)
                .SetProperty(one => one.StartedOn, one => started ?? one.StartedOn)
                .SetProperty(one => one.HalfReachedOn, one => half ?? one.HalfReachedOn)
                .SetProperty(one => one.ClosedOn, one => closed ?? one.ClosedOn)),
            TestContext.Current.CancellationToken);
        moved.ShouldBe(1);
    }

    /// <summary>The institution trains no more.</summary>
    public async Task WithdrawInstitutionAsync()
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        var withdrawn = await database.InTransactionAsync(
            () => database.Institutions.Where(one => one.Id == Institution).ExecuteUpdateAsync(set => set.SetProperty(one => one.State, InstitutionState.Withdrawn)),
            TestContext.Current.CancellationToken);
        withdrawn.ShouldBe(1);
    }

    /// <summary>The office's clerk, who opens.</summary>
    public FundingService.FundingServiceClient Clerk(string? division = null) => new(Calls(Today, division ?? Division, Roles.Training));

    /// <summary>The office's reviewer, who pays and settles.</summary>
    public FundingService.FundingServiceClient Reviewer(DateOnly? day = null) => new(Calls(day ?? Today, Division, Roles.TrainingReviewer));

    public async Task<Funding> OpenAsync(OpenFundingRequest request) => (await Clerk().OpenFundingAsync(request)).Funding;

    public async Task<PayFundingResponse> PayAsync(Funding funding, DateOnly? day = null) =>
        await Reviewer(day).PayFundingAsync(new() { RequestId = NewId(), FundingId = funding.FundingId, Handling = new() { Operator = "测审" } });

    public async Task<Funding> SettleAsync(Funding funding, Action<SettleFundingRequest>? change = null, DateOnly? day = null)
    {
        var request = new SettleFundingRequest { RequestId = NewId(), FundingId = funding.FundingId, Handling = new() { Operator = "测审" } };
        change?.Invoke(request);
        return (await Reviewer(day).SettleFundingAsync(request)).Funding;
    }

    public async Task<Funding> GetAsync(Funding funding, DateOnly? day = null) =>
        (await Reviewer(day).GetFundingAsync(new() { FundingId = funding.FundingId })).Funding;

    /// <summary>A project of 100,000.01 yuan on these classes, not sent yet.</summary>
    public OpenFundingRequest Project(params Guid[] classes) => Of(FundingKind.Project, classes, request =>
    {
        (request.ContractNumber, request.ContractFen) = ("XM-2020-1", 10_000_001);
        request.Targets.Add(ProjectTarget.Poor);
    });

    /// <summary>A funding on these classes, not sent yet.</summary>
    public OpenFundingRequest Of(FundingKind kind, Guid[] classes, Action<OpenFundingRequest>? change = null)
    {
        var request = new OpenFundingRequest
        {
            RequestId = NewId(), Kind = kind, InstitutionId = Institution.ToString(), ClassIds = { classes.Select(id => id.ToString()) }, Handling = new() { Operator = "测办" },
        };
        change?.Invoke(request);
        return request;
    }

    /// <summary>Makes a payable public today.</summary>
    public async Task<Publicity> PublishAsync(FundingPayment payment) => (await Payments(Today, Roles.TrainingReviewer).StartPublicityAsync(
        new() { RequestId = NewId(), Title = "培训资金公示", Pool = Pool, PayableIds = { payment.PayableId } })).Publicity;

    /// <summary>Approves payables, which need be public no more, and has the bank pay them.</summary>
    public async Task BankPaysAsync(DateOnly day, params FundingPayment[] payments)
    {
        var sum = payments.Sum(one => one.AmountFen);
        await Payments(day, Roles.Budget).SetBudgetAsync(
            new() { RequestId = NewId(), Fund = Fund.SkillsSpecialAccount, Pool = Pool, Year = day.Year, AmountFen = 1_000_000_000, Document = "某财社〔2020〕1号" });
        var approved = await Payments(day, Roles.TrainingReviewer).ApprovePayablesAsync(new() { RequestId = NewId(), PayableIds = { payments.Select(one => one.PayableId) } });
        approved.ApprovedFen.ShouldBe(sum);
        var payer = Payments(day, Roles.Payer);
        var batch = (await payer.CreatePaymentBatchAsync(new() { RequestId = NewId(), Fund = Fund.SkillsSpecialAccount, Pool = Pool })).Batch;
        using var file = payer.StreamPaymentFile(new() { BatchId = batch.BatchId });
        var lines = (await file.ResponseStream.ReadAllAsync().ToListAsync()).SelectMany(message => message.Lines);
        using var answer = payer.ImportBankReturns();
        await answer.RequestStream.WriteAsync(new() { Lines = { lines.Select((line, index) => Paid(line, index, day)) } });
        await answer.RequestStream.CompleteAsync();
        (await answer).Paid.ShouldBe(payments.Length);
    }

    public PaymentService.PaymentServiceClient Payments(DateOnly day, string role) => new(Calls(day, Pool, role));

    public static string NewId() => Guid.CreateVersion7().ToString();

    /// <summary>Clauses of the findings of a funding's latest decision, as text.</summary>
    public static IEnumerable<string> Cited(Funding funding) =>
        funding.Decisions[^1].Decision.Findings.Select(finding => $"{finding.Clause.Document} {finding.Clause.Item}").Distinct();

    /// <summary>Clauses that the latest decision found not met, as text.</summary>
    public static IEnumerable<string> RefusedBy(Funding funding) => funding.Clauses.Select(clause => $"{clause.Document} {clause.Item}");

    /// <summary>Stages with their amounts and last days, as text.</summary>
    public static IEnumerable<string> Stages(Funding funding) => funding.Payments.Select(InShort);

    public static string InShort(FundingPayment one) =>
        string.Create(CultureInfo.InvariantCulture, $"{one.Stage} {one.AmountFen} {one.DueOn?.ToDay():yyyy-MM-dd}").TrimEnd();

    private CallInvoker Calls(DateOnly day, string division, string role) => day == TrainingFixture.Today ? fixture.Calls(division, role) : fixture.On(day, division, role);

    private async Task AddAsync(params object[] rows)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        database.AddRange(rows);
        await database.SaveChangesAsync();
    }

    private static BankReturnLine Paid(PaymentLine line, int index, DateOnly day) => new()
    {
        Row = index + 1,
        PaymentNo = line.PaymentNo,
        Paid = true,
        BankReference = $"B{line.PaymentNo}",
        ValueDate = day.ToContract(),
        AmountFen = line.AmountFen,
    };
}
