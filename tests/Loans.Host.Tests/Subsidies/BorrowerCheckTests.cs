using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Loans.Host.Tests.Partners;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Subsidies;

/// <summary>The office checks borrowers before it pays (贴息时审核), 鲁财金〔2020〕25号 八.</summary>
public sealed class BorrowerCheckTests(SubsidyFixture fixture) : IClassFixture<SubsidyFixture>
{
    private static int people = 800_000;

    [Fact]
    public async Task Who_works_elsewhere_since_the_loan_is_incomplete_from_that_day_until_the_office_says_why()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370700");
        var person = SyntheticPeople.Person(Interlocked.Increment(ref people));
        await fixture.Shared.Registration.EmployAsync(person, PartnerOffice.NewCreditCode());
        var loan = await scene.LendAsync(person);
        var claim = await scene.ClaimAsync();

        var line = (await scene.LinesAsync(claim)).ShouldHaveSingleItem();

        (line.Outcome, line.Check.EmployedElsewhereSince.ToDay(), line.DueFen).ShouldBe((Outcome.Incomplete, RegistrationBeside.EmployedOn, Yuan(33)));
        line.Missing.ShouldBe(["business_failed"]);
        var office = fixture.Office(scene.City);
        var failed = await office.StateBorrowerCheckAsync(Statement(claim, loan.Id, new() { EmployedElsewhereSince = line.Check.EmployedElsewhereSince, BusinessFailed = true }));
        failed.Lines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.Outcome.ShouldBe(Outcome.Granted), one => one.DueFen.ShouldBe(Yuan(92)));
        (failed.Claim.AmountFen, failed.Claim.Incomplete).ShouldBe((Yuan(92), 0));
        failed.Claim.Hash.ShouldNotBe(claim.Hash);
        var working = await office.StateBorrowerCheckAsync(Statement(claim, loan.Id, new() { EmployedElsewhereSince = line.Check.EmployedElsewhereSince, BusinessFailed = false }));
        var refused = working.Lines.ShouldHaveSingleItem();
        (refused.Outcome, refused.DueFen).ShouldBe((Outcome.Granted, Yuan(33)));
        refused.RefusedBy.ShouldBe(["鲁财金〔2020〕25号 八"]);
        (await office.GetSubsidyLineAsync(new() { ClaimId = claim.ClaimId, LoanId = loan.Id.ToString() })).Replayed.ShouldBeTrue();
        working.Claim.Steps.Count.ShouldBe(3);
        await fixture.ConfirmAsync(working.Claim);
        (await RefusedAsync(() => office.StateBorrowerCheckAsync(Statement(claim, loan.Id, new() { BusinessFailed = false })))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
        (await RefusedAsync(() => office.StateBorrowerCheckAsync(Statement(claim, loan.Id, new())))).Reason().ShouldBe("SUBSIDY_CLAIM_STATE");
    }

    [Fact]
    public async Task A_statement_holds_for_later_claims_and_pays_what_was_open()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370700");
        var firm = await scene.LendAsync(kind: BorrowerKind.Enterprise);
        var claim = await scene.ClaimAsync();
        var line = (await scene.LinesAsync(claim)).ShouldHaveSingleItem();
        (line.Outcome, line.AmountFen).ShouldBe((Outcome.Incomplete, 0));
        line.Missing.ShouldBe(["required_hires", "hires_kept"]);
        await fixture.ConfirmAsync(claim);

        var again = await scene.ClaimAsync();
        var stated = await fixture.Office(scene.City).StateBorrowerCheckAsync(Statement(again, firm.Id, new() { HiresKept = 8, RequiredHires = 8 }));

        // 200,000.00 × 0.0385 × 50 % × 92 ÷ 360
        stated.Lines.ShouldHaveSingleItem().AmountFen.ShouldBe(983_89);
        await fixture.ConfirmAsync(stated.Claim);
        var empty = await scene.ClaimAsync();
        empty.Lines.ShouldBe(0);
        await fixture.ConfirmAsync(empty);
        var january = new DateOnly(2021, 1, 12);
        var next = await scene.ClaimAsync(new() { Year = 2020, Number = 4 }, january);
        (next.Granted, next.Corrections, next.AmountFen).ShouldBe((1, 0, 983_89));
    }

    [Fact]
    public async Task Who_works_in_the_business_of_the_loan_works_nowhere_else()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370700");
        var person = SyntheticPeople.Person(Interlocked.Increment(ref people));
        var code = PartnerOffice.NewCreditCode();
        await fixture.Shared.Registration.EmployAsync(person, code);
        await scene.LendAsync(person, application: scene.Application(new() { People = [new() { BusinessCode = code }] }));

        (await scene.LinesAsync(await scene.ClaimAsync())).ShouldHaveSingleItem().DueFen.ShouldBe(Yuan(92));
    }

    [Theory]
    [InlineData(true, Outcome.Granted)]
    [InlineData(false, Outcome.Refused)]
    public async Task The_hires_of_a_firm_are_counted_in_the_registers(bool stayed, Outcome outcome)
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370700");
        SyntheticPerson[] hired = [SyntheticPeople.Person(Interlocked.Increment(ref people)), SyntheticPeople.Person(Interlocked.Increment(ref people))];
        var application = scene.Application(
            new() { Firm = new() { Hires = [.. hired.Select(hire => new Data.HireFile { Name = hire.Name, IdNumber = hire.ResidentId })] } }, BorrowerKind.Enterprise);
        await fixture.Shared.Registration.EmployAsync(hired[0], application.CreditCode!);
        await fixture.Shared.Registration.EmployAsync(hired[1], stayed ? application.CreditCode! : PartnerOffice.NewCreditCode());
        application.Decisions.Add(new()
        {
            ApplicationId = application.Id, Sequence = 1, Party = ApplicationParty.Office, Person = 0, Hire = 0,
            Decision = """{"program":"loans.enterprise","outputs":{"max_amount":3000000,"required_hires":2}}""",
        });
        await scene.LendAsync(kind: BorrowerKind.Enterprise, application: application);

        var line = (await scene.LinesAsync(await scene.ClaimAsync())).ShouldHaveSingleItem();

        (line.Outcome, line.Check.HiresKept, line.Check.RequiredHires).ShouldBe((outcome, stayed ? 2 : 1, 2));
    }

    [Fact]
    public async Task A_contract_older_than_the_rules_waits_for_what_it_agreed_on()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370700");
        var loan = await scene.LendAsync(contract: new(2020, 3, 2));
        var claim = await scene.ClaimAsync();
        (await scene.LinesAsync(claim)).ShouldHaveSingleItem().Missing.ShouldBe(["agreed_subsidised_rate"]);

        var stated = await fixture.Office(scene.City).StateBorrowerCheckAsync(Statement(claim, loan.Id, new() { AgreedSubsidisedRate = "0.03" }));

        stated.Lines.ShouldHaveSingleItem().Segments.ShouldHaveSingleItem().SubsidisedRate.ShouldBe("0.03");
    }

    [Fact]
    public async Task Nothing_is_decided_while_the_registers_cannot_be_asked()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370800");
        await scene.LendAsync();
        await using var database = await fixture.Shared.Servers.CreateDatabaseAsync();
        var settings = fixture.Shared.Settings();
        settings["ConnectionStrings:loans"] = database.ConnectionString;
        settings["Messaging:QueuePrefix"] = $"loans-{Guid.CreateVersion7():n}";
        settings["services:registration:http:0"] = "http://127.0.0.1:9";
        await using var alone = new ServiceUnderTest<Data.LoansDbContext>(settings, FixedClock.On(2020, 10, 12));
        alone.Start();
        await Persistence.Migrations.MigrateAsync<Data.LoansDbContext>(alone.Services, CancellationToken.None);
        await CopyAsync(database, "partner", "guarantee_fund", "person", "loan", "loan_person", "loan_entry");
        var office = new InterestSubsidyService.InterestSubsidyServiceClient(alone.Calls(fixture.Shared.Issuer.Token("agency-alone", scene.City, [Roles.Loans])));
        var run = (await office.StartSubsidyRunAsync(
            new() { RequestId = SubsidyFixture.NewId(), Division = scene.City, Quarter = SubsidyFixture.Third, Handling = SubsidyFixture.By() })).Run.RunId;
        await Eventually.IsTrueAsync(
            async () => await database.ReadAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and application_name = 'loans'") > 0);
        (await office.GetSubsidyRunAsync(new() { RunId = run })).Run.LoansDone.ShouldBe(0);

        settings["services:registration:http:0"] = fixture.Shared.Registration.Address.ToString();
        await using var other = new ServiceUnderTest<Data.LoansDbContext>(settings, FixedClock.On(2020, 10, 12));
        other.Start();

        (await SubsidyFixture.EndedAsync(office, run)).Single(claim => claim.BankId == scene.Bank.Id.ToString()).Granted.ShouldBe(1);
    }

    [Fact]
    public async Task Every_fault_of_a_statement_is_told()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370800");
        var loan = await scene.LendAsync();
        var claim = await scene.ClaimAsync();
        var office = fixture.Office(scene.City);

        (await RefusedAsync(() => office.StateBorrowerCheckAsync(new() { RequestId = "r", LoanId = "x" }))).Fields().ShouldBe(["loan_id", "check", "source", "AAE011"]);
        (await RefusedAsync(() => office.StateBorrowerCheckAsync(Statement(
            claim, loan.Id, new() { EmployedElsewhereSince = new(), BusinessFailed = true, HiresKept = -1, RequiredHires = 0, AgreedSubsidisedRate = "1" })))).Fields()
            .ShouldBe(["check.employed_elsewhere_since", "check.hires_kept", "check.required_hires", "check.agreed_subsidised_rate"]);
        (await RefusedAsync(() => office.StateBorrowerCheckAsync(Statement(
            claim, loan.Id, new() { EmployedElsewhereSince = new DateOnly(2020, 5, 1).ToContract(), HiresKept = 1 })))).Fields()
            .ShouldBe(["check.hires_kept", "check.employed_elsewhere_since"]);
        (await RefusedAsync(() => office.StateBorrowerCheckAsync(Statement(claim, Guid.CreateVersion7(), new())))).Reason().ShouldBe("SUBSIDY_LINE_NOT_FOUND");
    }

    private async Task CopyAsync(TestDatabase to, params string[] tables)
    {
        foreach (var table in tables)
        {
            await using var from = new Npgsql.NpgsqlConnection(fixture.Database.ConnectionString);
            await using var into = new Npgsql.NpgsqlConnection(to.ConnectionString);
            await Task.WhenAll(from.OpenAsync(), into.OpenAsync());
            var columns = await fixture.Database.ReadAsync<string>(
                "select string_agg(quote_ident(column_name), ',' order by ordinal_position) from information_schema.columns where table_name = $1 and is_generated = 'NEVER'", table);
            await using var read = await from.BeginRawBinaryCopyAsync($"COPY {table} ({columns}) TO STDOUT (FORMAT BINARY)");
            await using var write = await into.BeginRawBinaryCopyAsync($"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)");
            await read.CopyToAsync(write);
        }
    }

    private static StateBorrowerCheckRequest Statement(SubsidyClaim claim, Guid loan, BorrowerCheck check) => new()
    {
        RequestId = SubsidyFixture.NewId(), ClaimId = claim.ClaimId, LoanId = loan.ToString(), Check = check, Source = "虚构的核查记录", Handling = SubsidyFixture.By(),
    };

    private static long Yuan(int days) => (long)decimal.Round(200_000m * days * 0.0435m / 360 * 100, MidpointRounding.AwayFromZero);

    private static async Task<RpcException> RefusedAsync<T>(Func<AsyncUnaryCall<T>> call) => await Should.ThrowAsync<RpcException>(async () => await call());
}
