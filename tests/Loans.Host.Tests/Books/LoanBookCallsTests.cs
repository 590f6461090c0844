using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Loans.Host.Tests.Partners;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Books;

/// <summary>A bank keeps the books of its own loans (贷款台账).</summary>
public sealed class LoanBookCallsTests(LoansFixture fixture)
{
    private const long Yuan100k = 10_000_000;
    private static readonly DateOnly Today = LoansFixture.Today;

    [Fact]
    public async Task A_loan_is_drawn_repaid_early_and_settled_and_the_fund_follows()
    {
        var scene = await LoanScene.BeginAsync(fixture, "370702", balanceFen: Yuan100k);
        var loan = await scene.SignAsync();
        var drawing = LoanScene.Drawing(loan, Yuan100k / 2);
        drawing.Schedule.Add([new() { DueOn = LoanScene.Day(2020, 12, 1), PrincipalFen = 4_000_000 }, new() { DueOn = LoanScene.Day(2021, 6, 1), PrincipalFen = 6_000_000 }]);

        var first = await scene.Books.RecordDisbursementAsync(drawing);
        (await scene.Books.RecordDisbursementAsync(drawing)).ShouldBe(first);
        await scene.Books.RecordDisbursementAsync(LoanScene.Drawing(loan, Yuan100k / 2, new(2020, 7, 1)));
        await scene.TellAsync(loan, LoanEntryKind.Repayment, new(2020, 8, 1), 4_000_000);
        (await scene.FundAsync()).ExposureFen.ShouldBe(6_000_000);
        var settled = (await scene.TellAsync(loan, LoanEntryKind.Repayment, Today, 6_000_000)).Loan;

        (settled.Standing, settled.OutstandingFen, settled.DisbursedOn).ShouldBe((LoanStanding.Settled, 0, LoanScene.Day(2020, 6, 2)));
        (await scene.BalancedAsync()).ExposureFen.ShouldBe(0);
        var whole = await scene.LoanAsync(loan);
        whole.Entries.Select(one => (one.Kind, one.PrincipalFen)).ShouldBe(
            [(LoanEntryKind.Drawdown, 5_000_000), (LoanEntryKind.Drawdown, 5_000_000), (LoanEntryKind.Repayment, -4_000_000), (LoanEntryKind.Repayment, -6_000_000)]);
        whole.Schedule.Select(one => one.PrincipalFen).ShouldBe([4_000_000, 6_000_000]);
        whole.Steps.Count.ShouldBe(4);

        // Its own bank sees who borrows, and that it looked is kept.
        (whole.BorrowerName, whole.People.ShouldHaveSingleItem().Name, whole.People[0].IdNumber.Length).ShouldBe(("测试借款人", "测试借款人", 18));
        (await scene.Books.ListLoansAsync(new())).Loans.Single(one => one.LoanId == loan).BorrowerName.ShouldBe("测**");
        (await fixture.ReadAsync<string>("select string_agg(concat_ws(' ', subject, people, agency), '|') from person_read where subject_id = $1", Guid.Parse(loan)))
            .ShouldBe($"2 1 {scene.Bank.Agency}");
        (await EventsAsync(loan)).ShouldBe(2);
    }

    [Fact]
    public async Task Lines_told_late_are_held_against_every_day_after_them()
    {
        var scene = await LoanScene.BeginAsync(fixture, "370703", balanceFen: Yuan100k);
        var loan = await scene.DisbursedAsync();
        await scene.TellAsync(loan, LoanEntryKind.Repayment, new(2020, 8, 20), 6_000_000);

        (await ConflictAsync(LoanScene.Entry(loan, LoanEntryKind.Repayment, new(2020, 7, 1), 4_000_001), scene)).ShouldBe("entry.principal_fen");
        (await ConflictAsync(LoanScene.Entry(loan, LoanEntryKind.Repayment, new(2020, 6, 1), 1), scene)).ShouldBe("entry.on");
        (await ConflictAsync(LoanScene.Entry(loan, LoanEntryKind.Overdue, new(2020, 5, 31)), scene)).ShouldBe("entry.on");
        (await scene.TellAsync(loan, LoanEntryKind.Repayment, new(2020, 7, 1), 4_000_000)).Loan.Standing.ShouldBe(LoanStanding.Settled);
        (await scene.LoanAsync(loan)).Entries.Select(one => one.Sequence).ShouldBe([1, 3, 2]);
        await scene.BalancedAsync();
    }

    [Fact]
    public async Task What_was_booked_in_error_is_taken_back_once_and_told_to_others()
    {
        var scene = await LoanScene.BeginAsync(fixture, "370704", balanceFen: Yuan100k);
        var loan = await scene.SignAsync();
        var drawing = LoanScene.Drawing(loan);
        await scene.Books.RecordDisbursementAsync(drawing);
        var reversal = LoanScene.Entry(loan, LoanEntryKind.Reversal, Today);
        (reversal.Entry.On, reversal.Entry.Reverses) = (null, drawing.Reference);

        var answer = (await scene.Books.RecordEntryAsync(reversal)).Loan;

        (answer.OutstandingFen, answer.DisbursedOn, answer.Standing).ShouldBe((0, null, LoanStanding.Normal));
        (await scene.FundAsync()).ExposureFen.ShouldBe(0);
        (await EventsAsync(loan)).ShouldBe(2);
        reversal = new(reversal) { RequestId = LoanScene.NewId() };
        (await scene.Books.RecordEntryAsync(reversal)).Loan.OutstandingFen.ShouldBe(0);
        (await EventsAsync(loan)).ShouldBe(2);
        (reversal.RequestId, reversal.Entry.Reference) = (LoanScene.NewId(), LoanScene.NewId());
        (await ConflictAsync(reversal, scene)).ShouldBe("entry.reverses");
        (await scene.Books.RecordDisbursementAsync(LoanScene.Drawing(loan))).Disbursed.ShouldBeTrue();
        await scene.BalancedAsync();
    }

    [Fact]
    public async Task An_extension_moves_the_day_and_says_whether_the_subsidy_goes_on()
    {
        var scene = await LoanScene.BeginAsync(fixture, "370705", balanceFen: Yuan100k);
        var loan = await scene.DisbursedAsync(signed: new(2020, 6, 1), months: 4);
        var ill = Extension(loan, LoanScene.Day(2021, 9, 1), ExtensionReason.CovidPatient);

        var granted = await scene.Books.ExtendLoanAsync(ill);
        (await scene.Books.ExtendLoanAsync(ill)).ShouldBe(granted);
        (granted.Decision.Outcome, granted.Loan.ExtendedUntil, granted.Loan.Standing).ShouldBe((Outcome.Granted, LoanScene.Day(2021, 9, 1), LoanStanding.Normal));
        var refused = await scene.Books.ExtendLoanAsync(Extension(loan, LoanScene.Day(2022, 9, 1), ExtensionReason.Other));
        (refused.Decision.Outcome, refused.Loan.ExtendedUntil).ShouldBe((Outcome.Refused, LoanScene.Day(2022, 9, 1)));
        (await RefusedAsync(() => scene.Books.ExtendLoanAsync(Extension(loan, LoanScene.Day(2022, 9, 1), ExtensionReason.Other)))).Fields().ShouldBe(["until"]);
        (await scene.BooksOn(new(2020, 10, 2)).GetLoanAsync(new() { LoanId = loan })).Loan.Standing.ShouldBe(LoanStanding.Extended);
    }

    [Fact]
    public async Task Loans_that_fall_due_are_reminded_of_and_those_overdue_for_90_days_reported()
    {
        var scene = await LoanScene.BeginAsync(fixture, "370724", balanceFen: Yuan100k);
        var due = await scene.DisbursedAsync(1_000_000, signed: new(2020, 6, 1), months: 4);
        var later = await scene.DisbursedAsync(1_000_000, signed: new(2020, 6, 2), months: 4);
        var told = await scene.DisbursedAsync(1_000_000);
        await scene.TellAsync(told, LoanEntryKind.Overdue, new(2020, 6, 4));

        (await scene.Books.ListMaturingLoansAsync(new() { NotReminded = true })).Loans.Select(one => one.LoanId).ShouldBe([due]);
        (await scene.Books.ListMaturingLoansAsync(new() { Until = LoanScene.Day(2020, 10, 2) })).Loans.Select(one => one.LoanId).ShouldBe([due, later]);
        await scene.Books.RecordNoticesAsync(Notice(NoticeKind.MaturityReminder, due));
        (await scene.Books.ListMaturingLoansAsync(new() { NotReminded = true })).Loans.ShouldBeEmpty();

        var overdue = (await scene.Books.ListOverdueLoansAsync(new() { Days = 90 })).Loans.ShouldHaveSingleItem();
        (overdue.LoanId, overdue.OverdueDays, overdue.Standing).ShouldBe((told, 90, LoanStanding.Overdue));
        (await scene.Books.ListOverdueLoansAsync(new() { Days = 91 })).Loans.ShouldBeEmpty();
        (await RefusedAsync(() => scene.Books.RecordNoticesAsync(Notice(NoticeKind.CreditRecord, told, due)))).Fields().ShouldBe(["loan_ids[2]"]);
        (await scene.Books.RecordNoticesAsync(Notice(NoticeKind.CreditRecord, told))).Recorded.ShouldBe(1);
        (await scene.Books.ListOverdueLoansAsync(new() { NotReported = true })).Loans.ShouldBeEmpty();

        // Past the day it falls due a loan is overdue though nobody told it.
        var past = (await scene.BooksOn(new(2020, 10, 3)).ListOverdueLoansAsync(new())).Loans;
        past.Select(one => (one.LoanId, one.OverdueDays)).ShouldBe([(told, 122), (due, 2), (later, 1)]);
        (await scene.TellAsync(told, LoanEntryKind.Cured, Today)).Loan.Standing.ShouldBe(LoanStanding.Normal);
    }

    [Fact]
    public async Task Loans_of_a_borrower_are_counted_in_the_order_of_their_contracts()
    {
        var scene = await LoanScene.BeginAsync(fixture, "370725", balanceFen: Yuan100k);
        var person = await scene.NewPersonAsync();
        var first = await scene.SignAsync(1, person: person, on: new(2020, 5, 1));
        await scene.Books.RecordDisbursementAsync(LoanScene.Drawing(first, 1));
        await scene.TellAsync(first, LoanEntryKind.Repayment, new(2020, 6, 3), 1);
        var neverPaidOut = await scene.SignAsync(1, person: person, on: new(2020, 6, 5));
        var second = await scene.SignAsync(1, person: person, on: new(2020, 7, 1));
        await scene.Books.RecordDisbursementAsync(LoanScene.Drawing(second, 1, new(2020, 7, 2)));

        (await scene.LoanAsync(second)).Times.ShouldBe(2);
        (await scene.LoanAsync(neverPaidOut)).Times.ShouldBe(2);
        (await scene.LoanAsync(first)).Times.ShouldBe(1);
    }

    [Fact]
    public async Task A_first_drawdown_waits_for_the_counter_guarantee_that_was_asked_for()
    {
        var scene = await LoanScene.BeginAsync(fixture, "370783", balanceFen: Yuan100k);
        var loan = await scene.SignSecuredAsync();
        var drawing = LoanScene.Drawing(loan, Yuan100k / 2);

        var refused = await RefusedAsync(() => scene.Books.RecordDisbursementAsync(drawing));

        (refused.StatusCode, refused.Reason()).ShouldBe((StatusCode.FailedPrecondition, "COUNTER_GUARANTEE_MISSING"));
        refused.Status.Detail.ShouldContain("请担保机构登记反担保");
        (await scene.LoanAsync(loan)).Entries.ShouldBeEmpty();
        (await scene.BalancedAsync()).ExposureFen.ShouldBe(0);
        await scene.SecureAsync(loan);
        (await scene.Books.RecordDisbursementAsync(drawing)).Disbursed.ShouldBeTrue();
        (await scene.Books.RecordDisbursementAsync(LoanScene.Drawing(loan, Yuan100k / 2))).Disbursed.ShouldBeTrue();
    }

    [Fact]
    public async Task Everything_wrong_is_told_by_field_and_other_banks_loans_stay_closed()
    {
        var scene = await LoanScene.BeginAsync(fixture, "370781", balanceFen: Yuan100k);
        var other = await LoanScene.BeginAsync(fixture, "370782", balanceFen: Yuan100k);
        var loan = await scene.DisbursedAsync();
        (await RefusedAsync(() => scene.Books.RecordDisbursementAsync(new() { RequestId = "r", On = Today.AddDays(1).ToContract(), Schedule = { new Instalment() } }))).Fields()
            .ShouldBe(["loan_id", "on", "amount_fen", "reference", "schedule.due_on", "schedule.principal_fen"]);
        (await RefusedAsync(() => scene.Books.RecordEntryAsync(new() { RequestId = "r", Entry = new() { Kind = LoanEntryKind.Drawdown, InterestFen = 1, Reverses = "x" } }))).Fields()
            .ShouldBe(["loan_id", "entry.kind", "entry.on", "entry.principal_fen", "entry.interest_fen", "entry.reference", "entry.reverses"]);
        (await RefusedAsync(() => scene.Books.ExtendLoanAsync(new() { RequestId = "r" }))).Fields().ShouldBe(["loan_id", "on", "until", "reason", "reference"]);
        (await RefusedAsync(() => scene.Books.RecordNoticesAsync(new() { RequestId = "r", LoanIds = { "x" } }))).Fields().ShouldBe(["kind", "on", "loan_ids[1]"]);
        (await RefusedAsync(() => scene.Books.SetScheduleAsync(new() { RequestId = "r", LoanId = loan }))).Fields().ShouldBe(["schedule"]);
        (await RefusedAsync(() => scene.Books.SetScheduleAsync(new() { RequestId = "r", LoanId = loan, Schedule = { new Instalment { DueOn = LoanScene.Day(2021, 6, 2), PrincipalFen = 1 } } })))
            .Fields().ShouldBe(["schedule", "schedule"]);
        (await RefusedAsync(() => scene.Books.ListLoansAsync(new() { BankId = "x", FundId = "x", Division = "1", Standing = (LoanStanding)99, PageSize = -1, PageToken = "x" }))).Fields()
            .ShouldBe(["page_size", "page_token", "bank_id", "fund_id", "division", "standing"]);

        (await RefusedAsync(() => other.Books.GetLoanAsync(new() { LoanId = loan }))).Reason().ShouldBe("OTHER_PARTNER");
        (await RefusedAsync(() => other.Books.RecordEntryAsync(LoanScene.Entry(loan, LoanEntryKind.Repayment, Today, 1)))).Reason().ShouldBe("OTHER_PARTNER");
        (await RefusedAsync(() => new LoanBookService.LoanBookServiceClient(fixture.Calls("370782", Roles.Loans)).GetLoanAsync(new() { LoanId = loan }))).Reason().ShouldBe("OTHER_DIVISION");
        (await RefusedAsync(() => new LoanBookService.LoanBookServiceClient(fixture.Calls("370781", Roles.Loans)).RecordEntryAsync(LoanScene.Entry(loan, LoanEntryKind.Repayment, Today, 1))))
            .StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await RefusedAsync(() => new LoanBookService.LoanBookServiceClient(fixture.Calls("370781", Roles.LoanBank)).ListLoansAsync(new()))).Reason().ShouldBe("NOT_A_PARTNER");
        (await RefusedAsync(() => scene.Books.GetLoanAsync(new() { LoanId = Guid.CreateVersion7().ToString() }))).Reason().ShouldBe("LOAN_NOT_FOUND");
        var office = new LoanBookService.LoanBookServiceClient(fixture.Calls("370781", Roles.Loans));
        (await office.ListLoansAsync(new() { Standing = LoanStanding.Normal, FundId = scene.FundId })).Loans.ShouldHaveSingleItem().LoanId.ShouldBe(loan);
        (await other.Books.ListLoansAsync(new())).Loans.ShouldBeEmpty();
    }

    private static ExtendLoanRequest Extension(string loan, Contracts.Type.V1.Date until, ExtensionReason reason) =>
        new() { RequestId = LoanScene.NewId(), LoanId = loan, On = Today.ToContract(), Until = until, Reason = reason, Reference = LoanScene.NewId(), Handling = PartnerOffice.By() };

    private static RecordNoticesRequest Notice(NoticeKind kind, params string[] loans) =>
        new() { RequestId = LoanScene.NewId(), Kind = kind, LoanIds = { loans }, On = Today.ToContract() };

    private Task<long> EventsAsync(string loan) => fixture.ReadAsync<long>("select count(*) from outbox where body::text like '%' || $1 || '%'", loan);

    private static async Task<string> ConflictAsync(RecordEntryRequest request, LoanScene scene)
    {
        var error = await RefusedAsync(() => scene.Books.RecordEntryAsync(request));
        error.Reason().ShouldBe("BOOK_CONFLICT");
        return error.Fields().ShouldHaveSingleItem();
    }

    private static async Task<RpcException> RefusedAsync<T>(Func<AsyncUnaryCall<T>> call) => await Should.ThrowAsync<RpcException>(async () => await call());
}
