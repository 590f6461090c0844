using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Host.Tests.Partners;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Loan = Wenye.Loans.Data.Loan;
using LoanApplication = Wenye.Loans.Data.LoanApplication;
using Partner = Wenye.Contracts.Loans.V1.Partner;

namespace Wenye.Loans.Host.Tests.Books;

/// <summary>A bank, a guarantor and its fund of a place, and loans under contract; every instance has its own.</summary>
internal sealed class LoanScene
{
    private static int people;
    private readonly LoansFixture fixture;

    private LoanScene(LoansFixture fixture, string division) => (this.fixture, Division) = (fixture, division);

    public string Division { get; }

    public Partner Bank { get; private set; } = null!;

    public Partner Guarantor { get; private set; } = null!;

    public string FundId { get; private set; } = "";

    public LoanBookService.LoanBookServiceClient Books { get; private set; } = null!;

    public LoanImportService.LoanImportServiceClient Files { get; private set; } = null!;

    public GuaranteeFundService.GuaranteeFundServiceClient Funds { get; private set; } = null!;

    public CompensationService.CompensationServiceClient Compensations { get; private set; } = null!;

    /// <summary>The bank's, for what it asks of the fund.</summary>
    public CompensationService.CompensationServiceClient BankCompensations { get; private set; } = null!;

    public GuaranteeFundService.GuaranteeFundServiceClient OfficeFunds { get; private set; } = null!;

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    /// <summary>Enters bank and guarantor and founds the fund with a balance; last year's rate is 90 % where wanted.</summary>
    public static async Task<LoanScene> BeginAsync(LoansFixture fixture, string division, long balanceFen = 0, bool rateReached = true)
    {
        var scene = new LoanScene(fixture, division);
        var office = new PartnerOffice(fixture, division);
        (scene.Bank, scene.Guarantor) = (await office.RegisterAsync(), await office.RegisterAsync(PartnerKind.Guarantor, name: "虚构担保中心"));
        scene.OfficeFunds = new(fixture.Calls(division, Roles.LoansReviewer));
        scene.FundId = (await scene.OfficeFunds.FoundFundAsync(new()
        {
            RequestId = NewId(), GuarantorId = scene.Guarantor.PartnerId, Division = division, Name = "虚构担保基金", Handling = PartnerOffice.By(),
        })).Fund.FundId;
        var bank = fixture.Service.Calls(fixture.Issuer.Token(scene.Bank.Agency, division, Roles.LoanBank));
        var guarantor = fixture.Service.Calls(fixture.Issuer.Token(scene.Guarantor.Agency, division, Roles.LoanGuarantor));
        (scene.Books, scene.Files, scene.BankCompensations) = (new(bank), new(bank), new(bank));
        (scene.Funds, scene.Compensations) = (new(guarantor), new(guarantor));
        if (balanceFen > 0)
        {
            await scene.Funds.RecordFundMovementAsync(scene.Movement(FundEntryKind.Deposit, balanceFen));
        }

        if (rateReached)
        {
            await scene.StateRateAsync(1000, 900);
        }

        return scene;
    }

    /// <summary>The bank's calls on another day.</summary>
    public LoanBookService.LoanBookServiceClient BooksOn(DateOnly day) => new(fixture.OnAs(day, Bank.Agency, Division, Roles.LoanBank));

    public CallInvoker On(DateOnly day, string agency, params string[] roles) => fixture.OnAs(day, agency, Division, roles);

    public RecordFundMovementRequest Movement(FundEntryKind kind, long fen) => new()
    {
        RequestId = NewId(), FundId = FundId, Kind = kind, On = LoansFixture.Today.ToContract(), AmountFen = fen, Reference = NewId(), Handling = PartnerOffice.By(),
    };

    public async Task<Fund> StateRateAsync(long dueFen, long recoveredFen) => (await Funds.RecordRepaymentRateAsync(new()
    {
        RequestId = NewId(), FundId = FundId, Rate = new() { Year = 2019, DueFen = dueFen, RecoveredFen = recoveredFen }, Handling = PartnerOffice.By(),
    })).Fund;

    public Task AgreeAsync(string share, int days = 90) => OfficeFunds.RecordFundAgreementAsync(new()
    {
        RequestId = NewId(), FundId = FundId, Handling = PartnerOffice.By(),
        Agreement = new() { BankId = Bank.PartnerId, From = Day(2019, 1, 1), FundShare = share, OverdueDays = days },
    }).ResponseAsync;

    public async Task<Fund> FundAsync() => (await Funds.GetFundAsync(new() { FundId = FundId })).Fund;

    public async Task<Contracts.Loans.V1.Loan> LoanAsync(string id) => (await Books.GetLoanAsync(new() { LoanId = id })).Loan;

    /// <summary>A loan under contract as its application leaves it, of 2020-06-01 for a year.</summary>
    public async Task<string> SignAsync(long principalFen = 10_000_000, string? creditCode = null, Guid? person = null, DateOnly? on = null, int months = 12)
    {
        var signed = on ?? new DateOnly(2020, 6, 1);
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<LoansDbContext>();
        var borrower = person ?? await NewPersonAsync();
        var loan = new Loan
        {
            Id = Guid.CreateVersion7(), Kind = creditCode is null ? BorrowerKind.Personal : BorrowerKind.Enterprise, Division = Division,
            BankId = Guid.Parse(Bank.PartnerId), FundId = Guid.Parse(FundId), ApplicationId = Guid.CreateVersion7(), ContractNumber = NewId(),
            CreditCode = creditCode, BorrowerName = "测试借款人", ContractDate = signed, PrincipalFen = principalFen, AnnualRate = 0.0435m,
            Tenor = LprTenor.OneYear, Lpr = 0.0385m, TermMonths = months, MaturesOn = signed.AddMonths(months), Sharing = SharingKind.Ordinary,
        };
        loan.People.Add(new LoanPerson { LoanId = loan.Id, PersonId = borrower, Signs = true });
        database.Add(loan);
        await database.SaveChangesAsync();
        return loan.Id.ToString();
    }

    /// <summary>A loan as above whose application needs a counter-guarantee.</summary>
    public async Task<string> SignSecuredAsync()
    {
        var id = await SignAsync();
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<LoansDbContext>();
        var loan = await database.Loans.SingleAsync(one => one.Id == Guid.Parse(id));
        database.Add(new LoanApplication
        {
            Id = loan.ApplicationId!.Value, Kind = loan.Kind, Division = loan.Division, AppliedOn = loan.ContractDate, State = ApplicationState.Contracted,
            RequestedFen = loan.PrincipalFen, TermMonths = loan.TermMonths, Use = LoanUse.Operation, BankId = loan.BankId, FundId = loan.FundId, CounterGuaranteeRequired = true,
            File = new ApplicationFile().Write(),
        });
        await database.SaveChangesAsync();
        return id;
    }

    /// <summary>The guarantor records a counter-guarantee.</summary>
    public Task SecureAsync(string loan) => Funds.RecordCounterGuaranteeAsync(new()
    {
        RequestId = NewId(), LoanId = loan, Kind = CounterGuaranteeKind.Insurer, Handling = PartnerOffice.By(),
    }).ResponseAsync;

    public async Task<Guid> NewPersonAsync()
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<LoansDbContext>();
        var number = SyntheticPeople.ResidentId(Division, new(1990, 1, 1), Interlocked.Increment(ref people) % 1000);
        var hash = scope.ServiceProvider.GetRequiredService<PersonalDataProtector>().LookupHash(number);
        if (await database.People.SingleOrDefaultAsync(one => one.IdHash == hash) is { } known)
        {
            return known.Id;
        }

        var person = new Person { Id = Guid.CreateVersion7(), Name = "测试借款人", IdNumber = number, IdHash = hash };
        database.Add(person);
        await database.SaveChangesAsync();
        return person.Id;
    }

    public static RecordDisbursementRequest Drawing(string loan, long fen = 10_000_000, DateOnly? on = null) => new()
    {
        RequestId = NewId(), LoanId = loan, On = (on ?? new DateOnly(2020, 6, 2)).ToContract(), AmountFen = fen, Reference = NewId(),
    };

    /// <summary>A loan that was paid out in whole.</summary>
    public async Task<string> DisbursedAsync(long fen = 10_000_000, DateOnly? signed = null, int months = 12)
    {
        var loan = await SignAsync(fen, on: signed, months: months);
        (await Books.RecordDisbursementAsync(Drawing(loan, fen, signed?.AddDays(1)))).Disbursed.ShouldBeTrue();
        return loan;
    }

    public static RecordEntryRequest Entry(string loan, LoanEntryKind kind, DateOnly on, long fen = 0, string? reference = null) => new()
    {
        RequestId = NewId(), LoanId = loan, Entry = new() { Kind = kind, On = on.ToContract(), PrincipalFen = fen, Reference = reference ?? NewId() },
    };

    public Task<RecordEntryResponse> TellAsync(string loan, LoanEntryKind kind, DateOnly on, long fen = 0) => Books.RecordEntryAsync(Entry(loan, kind, on, fen)).ResponseAsync;

    /// <summary>Fund, entries and loans agree.</summary>
    public async Task<VerifyFundResponse> BalancedAsync()
    {
        var found = await Funds.VerifyFundAsync(new() { FundId = FundId });
        found.Balanced.ShouldBeTrue(found.ToString());
        return found;
    }

    public static string NewId() => Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture);
}
