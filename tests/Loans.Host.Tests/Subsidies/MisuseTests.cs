using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Subsidies;

/// <summary>A bank that finds a loan used against its purpose reports it (报告违规使用), 鲁人社字〔2020〕27号 第六条.</summary>
public sealed class MisuseTests(SubsidyFixture fixture) : IClassFixture<SubsidyFixture>
{
    private const string Clause = "鲁人社字〔2020〕27号 第六条";

    [Fact]
    public async Task Since_the_money_is_lent_on_nothing_is_subsidised_and_what_was_paid_is_kept_back()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "371600");
        var loan = await scene.LendAsync();
        await fixture.ConfirmAsync(await scene.ClaimAsync(new() { Year = 2020, Number = 2 }));
        var report = Report(loan.Id, LoanMisuse.LentOn, new(2020, 6, 16));

        var told = await scene.Client.ReportMisuseAsync(report);
        (await scene.Client.ReportMisuseAsync(report)).ShouldBe(told);
        var claim = await scene.ClaimAsync();

        var lines = await scene.LinesAsync(claim);
        lines.Select(line => (line.Quarter.Number, line.Outcome, line.DueFen, line.AmountFen)).ShouldBe(
            [(2, Outcome.Granted, Yuan(15), Yuan(15) - Yuan(30)), (3, Outcome.Refused, 0, 0)]);
        lines.ShouldAllBe(line => line.RefusedBy.Contains(Clause) && line.Check.Misuse == LoanMisuse.LentOn && line.Check.MisusedSince.ToDay() == new DateOnly(2020, 6, 16));
        (await scene.Client.GetSubsidyLineAsync(new() { ClaimId = claim.ClaimId, LoanId = loan.Id.ToString() })).Replayed.ShouldBeTrue();
        (await fixture.ConfirmAsync(claim)).CarriedOutFen.ShouldBe(Yuan(15) - Yuan(30));

        // An error of the bank's: it is due again.
        await scene.Client.ReportMisuseAsync(Report(loan.Id, LoanMisuse.None, null));
        (await scene.ClaimAsync()).AmountFen.ShouldBe(Yuan(30) - Yuan(15) + Yuan(92));
    }

    [Fact]
    public async Task What_the_office_states_of_the_borrower_leaves_what_the_bank_reported()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "371600");
        var loan = await scene.LendAsync(contract: new(2020, 3, 2));
        await scene.Client.ReportMisuseAsync(Report(loan.Id, LoanMisuse.Securities, new(2020, 9, 1)));
        var claim = await scene.ClaimAsync();

        var stated = await fixture.Office(scene.City).StateBorrowerCheckAsync(new()
        {
            RequestId = SubsidyFixture.NewId(), ClaimId = claim.ClaimId, LoanId = loan.Id.ToString(), Check = new() { AgreedSubsidisedRate = "0.03" },
            Source = "虚构的核查记录", Handling = SubsidyFixture.By(),
        });

        var line = stated.Lines.ShouldHaveSingleItem();
        line.Segments.Select(one => (one.To.ToDay(), one.Outcome)).ShouldBe([(new DateOnly(2020, 9, 1), Outcome.Granted), (new DateOnly(2020, 10, 1), Outcome.Refused)]);
    }

    [Fact]
    public async Task Only_the_loan_s_bank_reports_and_every_fault_is_told()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "371600");
        var other = await SubsidyScene.NewAsync(fixture, "371600");
        var loan = await scene.LendAsync();

        (await RefusedAsync(() => scene.Client.ReportMisuseAsync(new() { RequestId = "r", LoanId = "x" }))).Fields().ShouldBe(["loan_id", "misuse", "since", "AAE013", "AAE011"]);
        (await RefusedAsync(() => scene.Client.ReportMisuseAsync(Report(loan.Id, LoanMisuse.None, SubsidyFixture.Today)))).Fields().ShouldBe(["since"]);
        (await RefusedAsync(() => scene.Client.ReportMisuseAsync(Report(loan.Id, LoanMisuse.Unlawful, new(2020, 5, 31))))).Fields().ShouldBe(["since"]);
        (await RefusedAsync(() => other.Client.ReportMisuseAsync(Report(loan.Id, LoanMisuse.Unlawful, new(2020, 7, 1))))).Reason().ShouldBe("OTHER_PARTNER");
        (await RefusedAsync(() => fixture.Office(scene.City).ReportMisuseAsync(Report(loan.Id, LoanMisuse.Unlawful, new(2020, 7, 1))))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static ReportMisuseRequest Report(Guid loan, LoanMisuse misuse, DateOnly? since) => new()
    {
        RequestId = SubsidyFixture.NewId(), LoanId = loan.ToString(), Misuse = misuse, Since = since?.ToContract(),
        Handling = new() { Operator = "虚构经办", Remarks = "虚构的贷后检查记录" },
    };

    private static long Yuan(int days) => (long)decimal.Round(200_000m * days * 0.0435m / 360 * 100, MidpointRounding.AwayFromZero);

    private static async Task<RpcException> RefusedAsync<T>(Func<AsyncUnaryCall<T>> call) => await Should.ThrowAsync<RpcException>(async () => await call());
}
