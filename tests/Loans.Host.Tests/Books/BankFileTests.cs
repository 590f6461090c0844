using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Host.Tests.Partners;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Books;

/// <summary>Files of banks (银行文件): loans of before, what happened, what is outstanding.</summary>
public sealed class BankFileTests(LoansFixture fixture)
{
    [Fact]
    public async Task Loans_of_before_are_taken_over_with_their_people_and_books_past_the_funds_limit()
    {
        var scene = await LoanScene.BeginAsync(fixture, "371302");
        var firm = Row(scene, 2, "旧-2", [Person(2, signs: true)]);
        (firm.Kind, firm.CreditCode, firm.FirmName) = (BorrowerKind.Enterprise, PartnerOffice.NewCreditCode(), "虚构企业");
        LoanRow[] rows = [Row(scene, 1, "旧-1", [Person(1, signs: true), Person(3, signs: false)]), firm];

        var taken = await ImportAsync(scene, "存量", rows);
        (await ImportAsync(scene, "存量", rows)).ShouldBe(taken);
        (await ImportAsync(scene, "存量重传", rows)).Import.Taken.ShouldBe(2);
        (taken.Import.Taken, taken.Import.Rejected, taken.Import.NextRow).ShouldBe((2, 0, 3));
        await EntriesAsync(scene, "明细", Told(1, "旧-1", LoanEntryKind.Repayment, new(2020, 3, 1), 4_000_000, "b"), Told(2, "旧-1", LoanEntryKind.Drawdown, new(2019, 12, 2), 10_000_000, "a"));

        var loans = (await scene.Books.ListLoansAsync(new())).Loans;
        loans.Count.ShouldBe(2);
        var loan = loans.Single(one => one.ContractNumber == "旧-1");
        (loan.OutstandingFen, loan.ApplicationId, loan.BorrowerName, loan.Standing).ShouldBe((6_000_000, "", "测**", LoanStanding.Normal));
        (await scene.LoanAsync(loan.LoanId)).People.Select(one => one.Signs).ShouldBe([true, false]);
        loans.Single(one => one.ContractNumber == "旧-2").BorrowerName.ShouldBe("虚构企业");
        (await scene.BalancedAsync()).ExposureFen.ShouldBe(6_000_000);
        (await fixture.ReadAsync<long>("select count(*) from person where name like '%测试%' or id_number like '37%'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_is_cut_in_the_middle_goes_on_where_it_was_and_has_neither_gap_nor_double()
    {
        var scene = await LoanScene.BeginAsync(fixture, "371325");
        var rows = Enumerable.Range(1, 3_000).Select(n => Row(scene, n, $"断-{n}", [Person(n % 900, signs: true)])).ToArray();
        rows[1_500].TermMonths = 0;
        rows[2_500].TermMonths = 0;
        using (var call = scene.Files.ImportLoans())
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = "断" } });
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { rows[..2_000] } } });
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { rows[2_000..2_600] } } });
            await Eventually.IsTrueAsync(async () => (await StateAsync(scene)) > 0);

            // One chunk is committed, of the next there is a part: now the connection goes.
        }

        (await scene.Files.GetLoanImportAsync(new() { ImportId = "断" })).Import.ShouldBe(new() { ImportId = "断", NextRow = 2_001, Taken = 1_999, Rejected = 1 });
        (await StoredAsync(scene)).ShouldBe(1_999);

        var rest = await ImportAsync(scene, "断", rows[2_000..]);
        (rest.Import.Taken, rest.Import.Rejected, rest.Import.NextRow).ShouldBe((2_998, 2, 3_001));
        (await StoredAsync(scene)).ShouldBe(2_998);
        var again = await ImportAsync(scene, "断", rows);
        again.ShouldBe(rest);
        rest.Faults.Select(one => one.Row).ShouldBe([1_501, 2_501]);
        (await fixture.ReadAsync<long>("select count(distinct contract_number) from loan where bank_id = $1", Guid.Parse(scene.Bank.PartnerId))).ShouldBe(2_998);
        (await fixture.ReadAsync<long>(
            "select count(*) from loan where bank_id = $1 and not exists (select from loan_person where loan_id = loan.id)", Guid.Parse(scene.Bank.PartnerId))).ShouldBe(0);
    }

    [Fact]
    public async Task Rows_at_fault_come_back_by_field_and_the_good_ones_are_taken()
    {
        var scene = await LoanScene.BeginAsync(fixture, "371311");
        var bad = new LoanRow { Row = 1, Division = "1", FundId = "x", AnnualRate = "4.35", People = { new LoanRowPerson { IdNumber = "370" } } };
        var elsewhere = Row(scene, 2, "新-2", [Person(4, signs: true)]);
        elsewhere.Division = "371312";
        var good = Row(scene, 3, "新-3", [Person(4, signs: true)]);
        var twice = Row(scene, 4, "新-3", [Person(4, signs: true)]);

        var answer = await ImportAsync(scene, "一", bad, elsewhere, good, twice);

        (answer.Import.Taken, answer.Import.Rejected).ShouldBe((1, 3));
        answer.Faults.Where(one => one.Row == 1).Select(one => one.Field).ShouldBe(
        [
            "contract_number", "kind", "division", "fund_id", "people.signs", "people.AAC003", "people.AAC147", "contract_date", "principal_fen", "annual_rate", "tenor",
            "lpr", "term_months", "matures_on", "sharing",
        ]);
        answer.Faults.Where(one => one.Row > 1).Select(one => (one.Row, one.Field)).ShouldBe([(2, "division"), (2, "fund_id"), (4, "contract_number")]);
        answer.Faults.ShouldAllBe(one => !one.Message.Contains("4.35"));
        var changed = Row(scene, 1, "新-3", [Person(4, signs: true)]);
        changed.PrincipalFen = 1;
        (await ImportAsync(scene, "二", changed)).Faults.ShouldHaveSingleItem().Field.ShouldBe("contract_number");
    }

    [Fact]
    public async Task What_happened_is_taken_in_any_order_and_told_twice_booked_once()
    {
        var scene = await LoanScene.BeginAsync(fixture, "371312", balanceFen: 10_000_000);
        await scene.SignAsync();
        var number = (await scene.Books.ListLoansAsync(new())).Loans.ShouldHaveSingleItem().ContractNumber;
        LoanEntryRow[] rows =
        [
            Told(1, number, LoanEntryKind.Overdue, new(2020, 8, 1), 0, "o"), Told(2, number, LoanEntryKind.Repayment, new(2020, 7, 1), 3_000_000, "r"),
            Told(3, number, LoanEntryKind.Drawdown, new(2020, 6, 2), 10_000_000, "d"), Told(4, number, LoanEntryKind.Repayment, new(2020, 7, 2), 7_000_001, "too much"),
            Told(5, "没有", LoanEntryKind.Cured, new(2020, 8, 2), 0, "x"), Told(6, number, LoanEntryKind.Extension, new(2020, 8, 2), 0, "e"),
            Told(7, number, LoanEntryKind.Repayment, new(2020, 7, 3), 1, "wrong"), new() { Row = 8, ContractNumber = number, Entry = new() { Kind = LoanEntryKind.Reversal, Reference = "back", Reverses = "wrong" } },
        ];

        var answer = await EntriesAsync(scene, "日终", rows);

        (answer.Import.Taken, answer.Import.Rejected).ShouldBe((5, 3));
        answer.Faults.Select(one => (one.Row, one.Field)).ShouldBe([(4, "entry.principal_fen"), (5, "contract_number"), (6, "entry.kind")]);
        var loan = (await scene.Books.ListLoansAsync(new())).Loans.Single();
        (loan.OutstandingFen, loan.Standing).ShouldBe((7_000_000, LoanStanding.Overdue));
        (await EntriesAsync(scene, "日终", rows)).ShouldBe(answer);
        (await EntriesAsync(scene, "日终补传", rows)).Import.Taken.ShouldBe(5);
        (await scene.LoanAsync(loan.LoanId)).Entries.Count.ShouldBe(5);
        (await scene.BalancedAsync()).ExposureFen.ShouldBe(7_000_000);
        rows[1].Entry.PrincipalFen = 2;
        (await RefusedAsync(() => EntriesAsync(scene, "日终", rows))).StatusCode.ShouldBe(StatusCode.AlreadyExists);
        (await EntriesAsync(scene, "改", Told(1, number, LoanEntryKind.Repayment, new(2020, 7, 1), 2, "r"))).Faults.ShouldHaveSingleItem().Field.ShouldBe("entry.reference");
        (await scene.Files.GetLoanImportAsync(new() { ImportId = "日终" })).Import.NextRow.ShouldBe(9);
        (await scene.Files.ListLoanImportFaultsAsync(new() { ImportId = "日终", PageSize = 2 })).Faults.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Drawdowns_of_files_at_once_go_through_as_many_as_fit()
    {
        var scene = await LoanScene.BeginAsync(fixture, "371321", balanceFen: 3_000_000);
        for (var i = 0; i < 6; i++)
        {
            await scene.SignAsync();
        }

        var numbers = (await scene.Books.ListLoansAsync(new())).Loans.Select(one => one.ContractNumber).ToList();
        var answers = await Task.WhenAll(numbers.Chunk(2).Select((pair, file) => EntriesAsync(
            scene, $"文件{file}", [.. pair.Select((number, row) => Told(row + 1, number, LoanEntryKind.Drawdown, new(2020, 8, 1), 10_000_000, "d"))])));

        answers.Sum(one => one.Import.Taken).ShouldBe(3);
        answers.SelectMany(one => one.Faults).ShouldAllBe(one => one.Message.Contains("财金〔2020〕21号 八"));
        (await scene.BalancedAsync()).ExposureFen.ShouldBe(30_000_000);
    }

    [Fact]
    public async Task A_first_drawdown_of_a_file_waits_for_the_counter_guarantee_that_was_asked_for()
    {
        var scene = await LoanScene.BeginAsync(fixture, "371324", balanceFen: 10_000_000);
        var secured = await scene.SignSecuredAsync();
        await scene.SignAsync();
        var numbers = (await scene.Books.ListLoansAsync(new())).Loans.ToDictionary(one => one.LoanId == secured, one => one.ContractNumber);
        LoanEntryRow[] rows =
        [
            Told(1, numbers[true], LoanEntryKind.Drawdown, new(2020, 8, 1), 4_000_000, "d"), Told(2, numbers[true], LoanEntryKind.Drawdown, new(2020, 8, 2), 6_000_000, "e"),
            Told(3, numbers[false], LoanEntryKind.Drawdown, new(2020, 8, 1), 10_000_000, "d"),
        ];

        var early = await EntriesAsync(scene, "早", rows);

        early.Faults.Select(one => (one.Row, one.Field)).ShouldBe([(1, "entry.kind"), (2, "entry.kind")]);
        early.Faults.ShouldAllBe(one => one.Message.Contains("请担保机构登记反担保"));
        (await scene.BalancedAsync()).ExposureFen.ShouldBe(10_000_000);
        await scene.SecureAsync(secured);
        (await EntriesAsync(scene, "补", rows)).Import.Taken.ShouldBe(3);
        (await scene.BalancedAsync()).ExposureFen.ShouldBe(20_000_000);
    }

    [Fact]
    public async Task What_a_bank_holds_to_be_outstanding_is_held_against_the_book_of_that_day()
    {
        var scene = await LoanScene.BeginAsync(fixture, "371322", balanceFen: 10_000_000);
        var (first, second) = (await scene.DisbursedAsync(1_000_000), await scene.DisbursedAsync(2_000_000));
        await scene.TellAsync(first, LoanEntryKind.Repayment, new(2020, 8, 2), 400_000);
        var numbers = (await scene.Books.ListLoansAsync(new())).Loans.ToDictionary(one => one.LoanId, one => one.ContractNumber);

        var before = await ReconcileAsync(scene, LoanScene.Day(2020, 8, 1), true, (numbers[first], 1_000_000), (numbers[second], 2_000_000));
        (before.Matched, before.Different, before.BookedFen).ShouldBe((2, 0, 3_000_000));
        var after = await ReconcileAsync(scene, LoanScene.Day(2020, 8, 2), true, (numbers[first], 1_000_000), ("没有", 1), (numbers[first], 600_000));
        after.Differences.Select(one => (one.Row, one.Kind, one.StatedFen, one.BookedFen)).ShouldBe(
        [
            (1, DifferenceKind.Balance, 1_000_000, 600_000), (2, DifferenceKind.UnknownContract, 1, 0), (3, DifferenceKind.StatedTwice, 600_000, 600_000),
            (0, DifferenceKind.NotStated, 0, 2_000_000),
        ]);
        (await RefusedAsync(() => ReconcileAsync(scene, LoanScene.Day(2020, 9, 2), false, ("x", 1)))).Fields().ShouldBe(["header.on"]);
    }

    [Fact]
    public async Task Only_a_bank_brings_files_and_an_id_names_one_kind_of_file()
    {
        var scene = await LoanScene.BeginAsync(fixture, "371323");
        var stranger = new LoanImportService.LoanImportServiceClient(fixture.Calls("371323", Roles.LoanBank));
        var office = new LoanImportService.LoanImportServiceClient(fixture.Calls("371323", Roles.Loans));
        await ImportAsync(scene, "同名", Row(scene, 1, "甲", [Person(7, signs: true)]));
        (await RefusedAsync(() => EntriesAsync(scene, "同名", Told(1, "甲", LoanEntryKind.Cured, LoansFixture.Today, 0, "c")))).StatusCode.ShouldBe(StatusCode.AlreadyExists);
        (await RefusedAsync(() => EntriesAsync(scene, "", Told(1, "甲", LoanEntryKind.Cured, LoansFixture.Today, 0, "c")))).Fields().ShouldBe(["import_id"]);
        (await RefusedAsync(async () => await stranger.GetLoanImportAsync(new() { ImportId = "同名" }))).StatusCode.ShouldBe(StatusCode.NotFound);
        (await RefusedAsync(async () => await office.GetLoanImportAsync(new() { ImportId = "同名" }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private Task<long> StoredAsync(LoanScene scene) =>
        fixture.ReadAsync<long>("select count(*) from loan where bank_id = $1", Guid.Parse(scene.Bank.PartnerId));

    private Task<long> StateAsync(LoanScene scene) =>
        fixture.ReadAsync<long>("select coalesce(max(taken), 0)::bigint from loan_import where import_id = '断' and bank_id = $1", Guid.Parse(scene.Bank.PartnerId));

    private static LoanRowPerson Person(int seed, bool signs) =>
        new() { Name = "测试人", IdNumber = SyntheticPeople.ResidentId("371302", new(1985, 2, 3), seed), Signs = signs };

    private static LoanRow Row(LoanScene scene, long row, string number, LoanRowPerson[] people) => new()
    {
        Row = row, ContractNumber = number, Kind = BorrowerKind.Personal, Division = scene.Division, FundId = scene.FundId, People = { people },
        ContractDate = LoanScene.Day(2019, 12, 1), PrincipalFen = 10_000_000, AnnualRate = "0.0435", Tenor = LprTenor.OneYear, Lpr = "0.0415", TermMonths = 12,
        MaturesOn = LoanScene.Day(2020, 12, 1), Sharing = SharingKind.Ordinary,
    };

    private static LoanEntryRow Told(long row, string number, LoanEntryKind kind, DateOnly on, long fen, string reference) =>
        new() { Row = row, ContractNumber = number, Entry = new() { Kind = kind, On = on.ToContract(), PrincipalFen = fen, Reference = reference } };

    private static async Task<ImportLoansResponse> ImportAsync(LoanScene scene, string id, params LoanRow[] rows)
    {
        using var call = scene.Files.ImportLoans();
        return await SendAsync(call, [new() { Header = new() { ImportId = id } }, new() { Rows = new() { Rows = { rows } } }]);
    }

    private static async Task<ImportLoanEntriesResponse> EntriesAsync(LoanScene scene, string id, params LoanEntryRow[] rows)
    {
        using var call = scene.Files.ImportLoanEntries();
        return await SendAsync(call, [new() { Header = new() { ImportId = id } }, new() { Rows = new() { Rows = { rows } } }]);
    }

    private static async Task<ReconcileBookResponse> ReconcileAsync(LoanScene scene, Contracts.Type.V1.Date on, bool complete, params (string Number, long Fen)[] rows)
    {
        using var call = scene.Files.ReconcileBook();
        var balances = rows.Select(one => new BalanceRow { ContractNumber = one.Number, OutstandingFen = one.Fen });
        return await SendAsync(call, [new() { Header = new() { On = on, Complete = complete } }, new() { Rows = new() { Rows = { balances } } }]);
    }

    private static Task<TResponse> SendAsync<TRequest, TResponse>(AsyncClientStreamingCall<TRequest, TResponse> call, TRequest[] parts) => call.AnswerAsync(async () =>
    {
        foreach (var part in parts)
        {
            await call.RequestStream.WriteAsync(part);
        }
    });

    private static async Task<RpcException> RefusedAsync<T>(Func<Task<T>> call) => await Should.ThrowAsync<RpcException>(async () => await call());
}
