using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Host.Tests.Partners;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Loan = Wenye.Loans.Data.Loan;
using LoanApplication = Wenye.Loans.Data.LoanApplication;
using Partner = Wenye.Loans.Data.Partner;

namespace Wenye.Loans.Host.Tests.Subsidies;

/// <summary>A bank in a city of its own, with loans in its books as their import would leave them.</summary>
internal sealed class SubsidyScene
{
    private static int people = 700_000;

    private readonly SubsidyFixture fixture;

    private SubsidyScene(SubsidyFixture fixture, string city, Partner bank, Guid fund) => (this.fixture, City, Bank, Fund) = (fixture, city, bank, fund);

    public string City { get; }

    public Partner Bank { get; }

    public Guid Fund { get; }

    /// <summary>The bank's own client.</summary>
    public InterestSubsidyService.InterestSubsidyServiceClient Client => ClientOn(SubsidyFixture.Today);

    public static async Task<SubsidyScene> NewAsync(SubsidyFixture fixture, string city)
    {
        var bank = Of(PartnerKind.Bank, city);
        var guarantor = Of(PartnerKind.Guarantor, city);
        var fund = new Data.GuaranteeFund { Id = Guid.CreateVersion7(), GuarantorId = guarantor.Id, Division = city, Name = "虚构担保基金" };
        await SaveAsync(fixture, bank, guarantor, fund);
        return new(fixture, city, bank, fund.Id);
    }

    public InterestSubsidyService.InterestSubsidyServiceClient ClientOn(DateOnly day) => fixture.As(Bank.Agency, City, Roles.LoanBank, day);

    /// <summary>A loan of 200,000.00 at 4.35 % drawn on 2020-06-01; the borrower is nobody the registers know, unless told.</summary>
    public async Task<Loan> LendAsync(SyntheticPerson? person = null, BorrowerKind kind = BorrowerKind.Personal, DateOnly? contract = null, long fen = 200_000_00,
        LoanApplication? application = null)
    {
        person ??= SyntheticPeople.Person(Interlocked.Increment(ref people));
        var signed = contract ?? new(2020, 6, 1);
        var loan = new Loan
        {
            Id = Guid.CreateVersion7(), Kind = kind, Division = $"{City[..4]}02", BankId = Bank.Id, FundId = Fund, ContractNumber = $"HT-{Guid.CreateVersion7():n}",
            BorrowerName = person.Name, ContractDate = signed, PrincipalFen = fen, AnnualRate = 0.0435m, Tenor = LprTenor.OneYear, Lpr = 0.0385m, TermMonths = 24,
            MaturesOn = signed.AddMonths(24), Sharing = SharingKind.Ordinary, DisbursedOn = signed, DrawnFen = fen, OutstandingFen = fen,
            CreditCode = kind == BorrowerKind.Enterprise ? application?.CreditCode ?? PartnerOffice.NewCreditCode() : null, ApplicationId = application?.Id,
        };
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var hash = scope.ServiceProvider.GetRequiredService<PersonalDataProtector>().LookupHash(person.ResidentId);
        var borrower = new Data.Person { Id = Guid.CreateVersion7(), Name = person.Name, IdNumber = person.ResidentId, IdHash = hash };
        loan.People.Add(new() { LoanId = loan.Id, PersonId = borrower.Id, Signs = true });
        loan.Entries.Add(Entry(loan.Id, 1, LoanEntryKind.Drawdown, signed, fen));
        await SaveAsync(fixture, application is null ? [borrower, loan] : [application, borrower, loan]);
        return loan;
    }

    /// <summary>An application whose file holds this.</summary>
    public LoanApplication Application(ApplicationFile file, BorrowerKind kind = BorrowerKind.Personal) => new()
    {
        Id = Guid.CreateVersion7(), Kind = kind, Division = $"{City[..4]}02", AppliedOn = new(2020, 5, 25), State = ApplicationState.Contracted, RequestedFen = 200_000_00,
        TermMonths = 24, Use = LoanUse.Operation, CreditCode = kind == BorrowerKind.Enterprise ? PartnerOffice.NewCreditCode() : null, File = file.Write(),
    };

    /// <summary>Another line of a loan's book, told now.</summary>
    public Task BookAsync(Loan loan, int sequence, LoanEntryKind kind, DateOnly on, long principalFen = 0) =>
        SaveAsync(fixture, Entry(loan.Id, sequence, kind, on, principalFen));

    /// <summary>Its only drawdown is taken back, as RecordEntry leaves it.</summary>
    public async Task TakeBackAsync(Loan loan)
    {
        await SaveAsync(fixture, Entry(loan.Id, 2, LoanEntryKind.Reversal, loan.ContractDate, -loan.PrincipalFen, reverses: "E1"));
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<LoansDbContext>();
        await database.InTransactionAsync(
            () => database.Loans.Where(one => one.Id == loan.Id).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.DisbursedOn, (DateOnly?)null).SetProperty(one => one.DrawnFen, 0).SetProperty(one => one.OutstandingFen, 0)),
            TestContext.Current.CancellationToken);
    }

    /// <summary>The bank claims a quarter; the one claim, computed.</summary>
    public async Task<SubsidyClaim> ClaimAsync(Quarter? quarter = null, DateOnly? day = null, params (Loan Loan, long Fen)[] figures)
    {
        var client = ClientOn(day ?? SubsidyFixture.Today);
        var answer = await SubmitAsync(client, Request(quarter, figures));
        return (await SubsidyFixture.EndedAsync(client, answer.Run.RunId)).ShouldHaveSingleItem();
    }

    public SubmitSubsidyClaimRequest Request(Quarter? quarter = null, params (Loan Loan, long Fen)[] figures) => new()
    {
        RequestId = SubsidyFixture.NewId(), Pool = City, Quarter = quarter ?? SubsidyFixture.Third, Handling = SubsidyFixture.By(),
        Figures = { figures.Select(one => new Contracts.Loans.V1.SubsidyFigure { ContractNumber = one.Loan.ContractNumber, ToldFen = one.Fen }) },
    };

    public static async Task<SubmitSubsidyClaimResponse> SubmitAsync(
        InterestSubsidyService.InterestSubsidyServiceClient client, params SubmitSubsidyClaimRequest[] messages)
    {
        using var call = client.SubmitSubsidyClaim();
        return await call.AnswerAsync(async () =>
        {
            foreach (var message in messages)
            {
                await call.RequestStream.WriteAsync(message);
            }
        });
    }

    /// <summary>The lines of a claim.</summary>
    public async Task<IReadOnlyList<SubsidyLine>> LinesAsync(SubsidyClaim claim) =>
        [.. (await Client.ListSubsidyLinesAsync(new() { ClaimId = claim.ClaimId })).Lines];

    private static Data.LoanEntry Entry(Guid loan, int sequence, LoanEntryKind kind, DateOnly on, long fen, string? reverses = null) => new()
    {
        LoanId = loan, Sequence = sequence, Kind = kind, On = on, PrincipalFen = fen, InterestFen = 0, Reference = $"E{sequence}", Reverses = reverses,
        RecordedAt = DateTimeOffset.UnixEpoch, Agency = "agency",
    };

    private static Partner Of(PartnerKind kind, string city) => new()
    {
        Id = Guid.CreateVersion7(), Kind = kind, Name = "虚构银行", CreditCode = PartnerOffice.NewCreditCode(), Division = city,
        Agency = $"agency-{Guid.CreateVersion7():n}", BankAccount = "37010000000000004321", BankName = "虚构银行营业部",
    };

    private static async Task SaveAsync(SubsidyFixture fixture, params object[] entities)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<LoansDbContext>();
        database.AddRange(entities);
        await database.SaveChangesAsync();
    }
}
