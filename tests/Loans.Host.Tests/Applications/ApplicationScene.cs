using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Host.Tests.Partners;
using Wenye.ServiceDefaults;
using LoanApplication = Wenye.Contracts.Loans.V1.LoanApplication;

namespace Wenye.Loans.Host.Tests.Applications;

/// <summary>An office with a bank, a guarantor and a fund, and applications that go their way.</summary>
internal sealed class ApplicationScene
{
    private static int people = 3_000_000;

    private readonly LoansFixture fixture;

    private ApplicationScene(LoansFixture fixture, string division) => (this.fixture, Division) = (fixture, division);

    public string Division { get; }

    public ApplicationService.ApplicationServiceClient Office => new(fixture.Calls(Division, Roles.Loans, Roles.LoansReviewer));

    public ApplicationService.ApplicationServiceClient Portal => new(fixture.Calls(Division, Roles.LoanPortal));

    public ApplicationService.ApplicationServiceClient Bank => Partner("bank", Roles.LoanBank);

    public ApplicationService.ApplicationServiceClient Guarantor => Partner("guarantor", Roles.LoanGuarantor);

    public string BankId { get; private set; } = "";

    public string GuarantorId { get; private set; } = "";

    public string FundId { get; private set; } = "";

    /// <summary>The rate of one year that holds on the day of the tests; made up.</summary>
    public string Lpr { get; private set; } = "";

    /// <summary>Of this division; the fund is its own.</summary>
    public static async Task<ApplicationScene> AtAsync(LoansFixture fixture, string division)
    {
        var scene = new ApplicationScene(fixture, division);
        var partners = new PartnerOffice(fixture, division);
        var key = Guid.CreateVersion7().ToString("n");
        scene.Agency = key;
        scene.BankId = (await partners.RegisterAsync(PartnerKind.Bank, $"bank-{key}")).PartnerId;
        scene.GuarantorId = (await partners.RegisterAsync(PartnerKind.Guarantor, $"guarantor-{key}", "虚构担保")).PartnerId;
        scene.FundId = (await scene.AddFundAsync()).ToString();
        scene.Lpr = await StateLprAsync(fixture);
        return scene;
    }

    /// <summary>The bank's own client.</summary>
    public string BankAgency => $"bank-{Agency}";

    private string Agency { get; set; } = "";

    /// <summary>Another service as the bank calls it.</summary>
    public TClient BankClient<TClient>(Func<CallInvoker, TClient> make) => make(fixture.Service.Calls(fixture.Issuer.Token(BankAgency, Division, Roles.LoanBank)));

    /// <summary>Last year nine tenths were repaid: the fund may guarantee ten times its balance.</summary>
    public Task ReachRateAsync() => new GuaranteeFundService.GuaranteeFundServiceClient(fixture.Service.Calls(fixture.Issuer.Token($"guarantor-{Agency}", Division, Roles.LoanGuarantor)))
        .RecordRepaymentRateAsync(new() { RequestId = NewId(), FundId = FundId, Rate = new() { Year = 2019, DueFen = 1000, RecoveredFen = 900 }, Handling = By() }).ResponseAsync;

    public static string NewId() => PartnerOffice.NewId();

    public static Handling By() => PartnerOffice.By();

    /// <summary>A person whom no other test knows.</summary>
    public static SyntheticPerson NewPerson() => SyntheticPeople.Person(Interlocked.Increment(ref people));

    /// <summary>A graduate in business of whom everything that a borrower states is there.</summary>
    public static Borrower Graduate(SyntheticPerson? person = null) => Of(person ?? NewPerson(), BorrowerCategory.Graduate, LoanPaper.DiplomaOrStudentCard);

    /// <summary>Someone in business, with these papers besides the card.</summary>
    public static Borrower Of(SyntheticPerson person, BorrowerCategory category, params LoanPaper[] papers) => new()
    {
        Name = person.Name,
        IdNumber = person.ResidentId,
        Category = category,
        HasBusiness = true,
        EmployedElsewhere = false,
        UrbanResident = true,
        PriorLoans = new PriorLoans(),
        Papers = { Uploaded([LoanPaper.IdentityCard, .. papers]) },
    };

    public static IEnumerable<PaperAtHand> Uploaded(params LoanPaper[] papers) => papers.Select(paper => new PaperAtHand { Paper = paper, Form = LoanPaperForm.Uploaded });

    /// <summary>A personal application without fault, of ¥100,000 for two years.</summary>
    public SubmitApplicationRequest Personal(params Borrower[] borrowers) => new()
    {
        RequestId = NewId(),
        Kind = BorrowerKind.Personal,
        Division = Division,
        Borrowers = { borrowers.Length > 0 ? borrowers : [Graduate()] },
        RequestedFen = 10_000_000,
        TermMonths = 24,
        Use = LoanUse.Operation,
        Handling = By(),
    };

    public async Task<LoanApplication> SubmitAsync(params Borrower[] borrowers) => (await Portal.SubmitApplicationAsync(Personal(borrowers))).Application;

    /// <summary>What the office needs to qualify it: the age of everyone.</summary>
    public DecideQualificationRequest Qualification(LoanApplication application) => new()
    {
        RequestId = NewId(),
        ApplicationId = application.ApplicationId,
        BankId = BankId,
        FundId = FundId,
        Findings = { application.Kind == BorrowerKind.Personal ? application.Borrowers.Select((_, i) => new OfficeFinding { Person = i + 1, InWorkingAge = true }) : [] },
        Handling = By(),
    };

    public async Task<LoanApplication> QualifyAsync(LoanApplication application) => (await Office.DecideQualificationAsync(Qualification(application))).Application;

    public static RecordDueDiligenceRequest Diligence(string applicationId) => new() { RequestId = NewId(), ApplicationId = applicationId, Handling = By() };

    public async Task<LoanApplication> GuaranteeAsync(LoanApplication application) =>
        (await Guarantor.RecordDueDiligenceAsync(Diligence(application.ApplicationId))).Application;

    public static RecordBankCheckRequest BankCheck(LoanApplication application) => new()
    {
        RequestId = NewId(),
        ApplicationId = application.ApplicationId,
        Credit = { application.Kind == BorrowerKind.Personal ? application.Borrowers.Select((_, i) => new CreditFinding { Person = i + 1, GoodCredit = true, LoansChecked = true }) : [] },
        Handling = By(),
    };

    public async Task<LoanApplication> CheckAsync(LoanApplication application) => (await Bank.RecordBankCheckAsync(BankCheck(application))).Application;

    public SignContractRequest Contract(LoanApplication application) => new()
    {
        RequestId = NewId(),
        ApplicationId = application.ApplicationId,
        ContractNumber = NewId(),
        SignedOn = LoansFixture.Today.ToContract(),
        PrincipalFen = application.RequestedFen,
        AnnualRate = Above(50),
        Tenor = LprTenor.OneYear,
        Lpr = Lpr,
        TermMonths = application.TermMonths,
        Handling = By(),
    };

    /// <summary>A rate of so many basis points above the LPR.</summary>
    public string Above(int points) => (decimal.Parse(Lpr) + (points * 0.0001m)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public async Task<LoanApplication> SignAsync(LoanApplication application) => (await Bank.SignContractAsync(Contract(application))).Application;

    /// <summary>As far as that state, on the way without hindrance.</summary>
    public async Task<LoanApplication> UpToAsync(ApplicationState state, params Borrower[] borrowers)
    {
        var application = await SubmitAsync(borrowers);
        (ApplicationState State, Func<LoanApplication, Task<LoanApplication>> Step)[] way =
        [
            (ApplicationState.Qualified, QualifyAsync), (ApplicationState.Guaranteed, GuaranteeAsync), (ApplicationState.Checked, CheckAsync), (ApplicationState.Contracted, SignAsync),
        ];
        foreach (var (reached, step) in way.TakeWhile(one => one.State <= state))
        {
            application = await step(application);
            application.State.ShouldBe(reached, application.RefusalReason);
        }

        return application;
    }

    public async Task<LoanApplication> GetAsync(string applicationId) => (await Office.GetApplicationAsync(new() { ApplicationId = applicationId })).Application;

    /// <summary>Status and reason of a refused call.</summary>
    public static async Task<(StatusCode, string)> RefusedAsync(Func<Task> call)
    {
        var error = await Should.ThrowAsync<RpcException>(call);
        return (error.StatusCode, error.Reason());
    }

    private ApplicationService.ApplicationServiceClient Partner(string kind, string role) => new(fixture.Service.Calls(fixture.Issuer.Token($"{kind}-{Agency}", Division, role)));

    private async Task<Guid> AddFundAsync()
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<LoansDbContext>();
        var fund = new GuaranteeFund { Id = Guid.CreateVersion7(), GuarantorId = Guid.Parse(GuarantorId), Division = Division, Name = "虚构担保基金", BalanceFen = 1_000_000_000 };
        database.Add(fund);
        await database.SaveChangesAsync();
        return fund.Id;
    }

    // Whoever comes first states the publication; the others work under what it said.
    private static async Task<string> StateLprAsync(LoansFixture fixture)
    {
        var published = new DateOnly(2020, 8, 20).ToContract();
        var rates = new ReferenceRateService.ReferenceRateServiceClient(fixture.Calls("370000", Roles.LoansReviewer));
        await rates.ImportRatesAsync(new() { RequestId = NewId(), Rates = { new PublishedRates { PublishedOn = published, OneYear = "0.0385", FiveYears = "0.0465" } } });
        return (await rates.GetRateAsync(new() { Day = LoansFixture.Today.ToContract(), Tenor = LprTenor.OneYear })).Rate;
    }
}
