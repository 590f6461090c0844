using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using PaymentService = Wenye.Contracts.WelfarePosts.V1.PaymentService;

namespace Wenye.WelfarePosts.Host.Tests.Months;

/// <summary>A month from start to payables: who is paid what, who is not, and what a later run brings.</summary>
public sealed class MonthRunTests(WelfarePostsFixture fixture)
{
    [Fact]
    public async Task A_month_is_decided_line_by_line_and_paid_to_employer_and_people()
    {
        var scene = await MonthScene.NewAsync(fixture, "371503");
        var (first, second, rural) = (await scene.PlaceAsync(), await scene.PlaceAsync(), await scene.PlaceAsync(PostKind.Rural));
        var (idle, silent) = (await scene.PlaceAsync(), await scene.PlaceAsync());
        await scene.StateAsync(first);
        await scene.StateAsync(second, contributions: 0);
        await scene.StateAsync(rural, contributions: null, hours: 60.5m);
        await scene.StateAsync(idle, days: 0);

        var run = await scene.RunAsync();

        (run.State, run.Placements, run.PlacementsDone, run.PayableFen, run.ToRecoverFen).ShouldBe((MonthRunState.Computed, 5, 5, 2 * 1_730_00 + 600_00 + 605_00, 0));
        run.Totals.Select(one => (one.Kind, one.Outcome, one.Lines, one.PostSubsidyFen, one.InsuranceSubsidyFen)).ShouldBe(
        [
            (PostKind.Urban, Outcome.Granted, 2, 3_460_00, 600_00), (PostKind.Urban, Outcome.Refused, 1, 0, 0), (PostKind.Urban, Outcome.Incomplete, 1, 0, 0),
            (PostKind.Rural, Outcome.Granted, 1, 605_00, 0),
        ]);
        var lines = (await scene.LinesAsync(run)).ToDictionary(line => line.PlacementId);
        lines[idle.Id.ToString()].RefusedBy.ShouldBe(["鲁人社字〔2020〕36号 第二十二条"]);
        lines[silent.Id.ToString()].Missing.ShouldBe(["attended", "employer_contributions_paid"]);

        var confirmed = await scene.ConfirmAsync(run, Fund.UnemploymentInsurance);
        (confirmed.State, confirmed.UrbanFund, confirmed.Steps.Count).ShouldBe((MonthRunState.Confirmed, Fund.UnemploymentInsurance, 2));
        var paid = (await scene.LinesAsync(run)).ToDictionary(line => line.PlacementId, line => line.PayableId);
        paid[first.Id.ToString()].ShouldBe(paid[second.Id.ToString()]);
        (paid[idle.Id.ToString()], paid[silent.Id.ToString()]).ShouldBe(("", ""));
        var (employer, person) = (await PayableAsync(scene, paid[first.Id.ToString()]), await PayableAsync(scene, paid[rural.Id.ToString()]));
        (employer.Payee, employer.AmountFen, employer.Fund, employer.Pool, employer.State).ShouldBe(
            (scene.Employer.CreditCode, 2 * 1_730_00 + 600_00, Fund.UnemploymentInsurance, scene.City, PayableState.Decided));
        (person.Payee, person.AmountFen, person.Fund, person.BankAccount).ShouldBe((rural.PersonId.ToString(), 605_00, Fund.EmploymentSubsidy, "****9876"));
    }

    [Fact]
    public async Task A_second_run_pays_nothing_and_late_attendance_brings_only_the_difference()
    {
        var scene = await MonthScene.NewAsync(fixture, "371521");
        var (told, late) = (await scene.PlaceAsync(), await scene.PlaceAsync());
        await scene.StateAsync(told);
        await scene.ConfirmAsync(await scene.RunAsync());

        var again = await scene.RunAsync();
        again.PayableFen.ShouldBe(0);
        (await scene.ConfirmAsync(again, Fund.Unspecified)).State.ShouldBe(MonthRunState.Confirmed);

        await scene.StateAsync(late);
        await scene.StateAsync(told, contributions: 700_00, sequence: 2);
        var run = await scene.RunAsync();
        run.PayableFen.ShouldBe(1_730_00 + 600_00 + 100_00);
        var lines = (await scene.LinesAsync(run)).ToDictionary(line => line.PlacementId);
        (lines[told.Id.ToString()].BookedBeforeFen, lines[told.Id.ToString()].AmountFen).ShouldBe((2_330_00, 100_00));
        await scene.ConfirmAsync(run);
        var line = await scene.Office.GetMonthLineAsync(new() { RunId = run.RunId, PlacementId = told.Id.ToString() });
        line.PaidBy.Count.ShouldBe(2);
        line.PaidBy[^1].ShouldBe(line.Line.PayableId);
        (await scene.RunAsync()).PayableFen.ShouldBe(0);
    }

    [Fact]
    public async Task An_exit_told_late_and_a_statement_taken_back_are_to_be_recovered_by_their_clause_and_not_set_off()
    {
        var scene = await MonthScene.NewAsync(fixture, "371522");
        var (left, idle, late) = (await scene.PlaceAsync(), await scene.PlaceAsync(), await scene.PlaceAsync());
        await scene.StateAsync(left);
        await scene.StateAsync(idle);
        await scene.ConfirmAsync(await scene.RunAsync());
        await scene.EndAsync(left, new(2020, 7, 15));
        await scene.StateAsync(idle, days: 0, sequence: 2);
        await scene.StateAsync(late);

        var run = await scene.RunAsync();

        (run.PayableFen, run.ToRecoverFen).ShouldBe((2_330_00, 2 * 2_330_00));
        var back = (await scene.Office.ListMonthLinesAsync(new() { RunId = run.RunId, ToRecoverOnly = true })).Lines;
        back.Select(line => line.PlacementId).ShouldBe([left.Id.ToString(), idle.Id.ToString()], ignoreOrder: true);
        var line = await scene.Office.GetMonthLineAsync(new() { RunId = run.RunId, PlacementId = left.Id.ToString() });
        line.Line.RefusedBy.ShouldContain("鲁人社字〔2020〕36号 第二十条");
        var recovery = line.Decisions.Single(one => one.Program == "welfare_posts.recovery");
        (recovery.Outcome, recovery.Outputs["recover"], recovery.Findings[0].Clause.Item).ShouldBe((Outcome.Granted, "2330.00", "第二十二条"));
        (line.Replayed, line.PaidBy.Count).ShouldBe((true, 1));
        await scene.ConfirmAsync(run);
        var after = await scene.RunAsync();
        (after.PayableFen, after.ToRecoverFen).ShouldBe((0, 0));
    }

    [Fact]
    public async Task The_month_of_an_exit_is_paid_and_the_next_is_not_run_for_it()
    {
        var scene = await MonthScene.NewAsync(fixture, "371524");
        var left = await scene.PlaceAsync(endedOn: new(2020, 8, 10));
        await scene.StateAsync(left, days: 6);

        (await scene.RunAsync()).PayableFen.ShouldBe(2_330_00);
        (await ErrorAsync(() => scene.Office.StartMonthRunAsync(Start(scene, "2020-09")))).Reason().ShouldBe("NOBODY_IN_POST");
    }

    [Fact]
    public async Task Work_and_pensions_that_records_show_stop_the_following_month()
    {
        var scene = await MonthScene.NewAsync(fixture, "371002");
        var working = SyntheticPeople.Person(6_400_001);
        await fixture.Registration.EmployAsync(working, "91370100MA3C000000");
        var (employed, retired, dead, insured) = (await scene.PlaceAsync(person: working), await scene.PlaceAsync(), await scene.PlaceAsync(), await scene.PlaceAsync());
        await scene.SaveAsync(await MarkAsync(retired, MarkKind.Pension), await MarkAsync(dead, MarkKind.Death), await MarkAsync(insured, MarkKind.InsuredElsewhere));
        var (worked, key) = (await scene.PlaceAsync(), Guid.CreateVersion7());
        await fixture.ReadAsync<long>("with known as (update person set register_key = $2 where id = $1 returning 1) select count(*) from known", worked.PersonId, key);
        await scene.SaveAsync(new PersonEmployment { EmploymentId = Guid.CreateVersion7(), PersonKey = key, Manner = "unit", EmployedOn = new(2020, 8, 5), EndedOn = new(2020, 8, 20) });
        foreach (var placement in new[] { employed, retired, dead, insured, worked })
        {
            await scene.StateAsync(placement);
            await scene.StateAsync(placement, month: 9);
        }

        (await scene.RunAsync()).PayableFen.ShouldBe(5 * 2_330_00);
        var run = await scene.RunAsync("2020-09");
        run.PayableFen.ShouldBe(0);
        var lines = (await scene.LinesAsync(run)).ToDictionary(line => line.PlacementId, line => line.ExitGrounds.Single());
        (lines[employed.Id.ToString()], lines[retired.Id.ToString()], lines[dead.Id.ToString()], lines[insured.Id.ToString()]).ShouldBe((
            "鲁人社字〔2020〕36号 第二十条(一)", "鲁人社字〔2020〕36号 第二十条(三)", "鲁人社字〔2020〕36号 第二十条(三)", "鲁人社字〔2020〕36号 第二十条(一)"));
        lines[worked.Id.ToString()].ShouldBe("鲁人社字〔2020〕36号 第二十条(一)");
    }

    [Fact]
    public async Task Of_two_posts_on_the_same_days_the_later_is_refused_and_one_after_the_other_is_paid()
    {
        var scene = await MonthScene.NewAsync(fixture, "371003");
        var kept = await scene.PlaceAsync();
        var (beside, before) = (await scene.PlaceAsync(personId: kept.PersonId, startedOn: new(2020, 6, 1)), await scene.PlaceAsync(endedOn: new(2020, 8, 9)));
        var after = await scene.PlaceAsync(personId: before.PersonId, startedOn: new(2020, 8, 10));
        foreach (var placement in new[] { kept, beside, before, after })
        {
            await scene.StateAsync(placement);
        }

        var lines = (await scene.LinesAsync(await scene.RunAsync())).ToDictionary(line => line.PlacementId);

        lines[beside.Id.ToString()].RefusedBy.ShouldBe(["人社部发〔2020〕38号 八"]);
        new[] { kept, before, after }.ShouldAllBe(placement => lines[placement.Id.ToString()].Outcome == Outcome.Granted);
    }

    private async Task<Mark> MarkAsync(Data.Placement placement, MarkKind kind) => new()
    {
        Id = Guid.CreateVersion7(), Kind = kind, From = new(2020, 8, 20), Source = "虚构来源", OtherHash = [], Area = "3710", StatedAt = DateTimeOffset.UnixEpoch,
        IdHash = await fixture.ReadAsync<byte[]>("select id_hash from person where id = $1", placement.PersonId),
    };

    private async Task<Payable> PayableAsync(MonthScene scene, string id) => (await new PaymentService.PaymentServiceClient(
        fixture.Calls(scene.City, Roles.WelfarePostsReviewer)).GetPayableAsync(new() { PayableId = id })).Payable;

    private static StartMonthRunRequest Start(MonthScene scene, string month) =>
        new() { RequestId = MonthScene.NewId(), Division = scene.County, Month = month, Handling = MonthScene.By() };

    private static Task<RpcException> ErrorAsync<T>(Func<AsyncUnaryCall<T>> call) => Should.ThrowAsync<RpcException>(async () => await call());
}
