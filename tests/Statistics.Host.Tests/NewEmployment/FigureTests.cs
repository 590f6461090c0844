using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.NewEmployment;

/// <summary>Events become figures of new urban employment, and each figure opens to the employments behind it.</summary>
public sealed class FigureTests(StatisticsFixture fixture) : NewEmploymentTestBase(fixture)
{
    private static readonly DateOnly September = new(2020, 9, 10);

    [Fact]
    public async Task An_employment_counts_in_the_period_of_its_first_day_by_the_clause_that_lets_it_in()
    {
        var job = Job("375802", September);
        var rural = Job("375802", September) with { Urban = false };
        await AnnounceAsync(job, rural);

        var figure = (await FiguresAsync("375802", "2020-09", "2020-09")).ShouldHaveSingleItem();
        figure.NewWorkers.ShouldBe(1);
        figure.Excluded.ShouldHaveSingleItem().Clause.Item.ShouldBe("附件一1");
        figure.HasNewUrbanEmployment.ShouldBeFalse("nobody delivered who left work");
        var counted = (await RecordsAsync("375802", "2020-09")).Single(record => record.Outcome == RecordOutcome.Counted);
        counted.EmploymentId.ShouldBe(job.EmploymentId.ToString());
        counted.Clause.ShouldBe(new() { Document = "鲁人社字〔2020〕95号", Item = "附件一2" });
    }

    [Fact]
    public async Task A_later_employment_of_2020_takes_the_person_out_of_the_earlier_period_and_in_2021_the_first_one_stands()
    {
        var (person, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await AnnounceAsync(Job("375811", new(2021, 3, 1), other), Job("375811", September, person));
        (await FiguresAsync("375811", "2020-09", "2020-09")).Single().NewWorkers.ShouldBe(1);

        // The later of them lies in another period and county.
        await AnnounceAsync(Job("375821", new(2020, 10, 10), person) with { EmployerCode = "91370100MA0000015D" }, Job("375821", new(2021, 2, 1), other));

        (await FiguresAsync("375811", "2020-09", "2021-03")).Select(figure => (figure.Period, figure.NewWorkers)).ShouldBe([("2020-09", 0), ("2021-03", 0)]);
        (await FiguresAsync("375821", "2020-09", "2021-03")).Select(figure => (figure.Period, figure.NewWorkers)).ShouldBe([("2020-10", 1), ("2021-02", 1)]);
        var left = (await RecordsAsync("375811", "2020-09")).Single();
        left.Clause.Item.ShouldBe("附件四(一)");
        var whole = await Client("375811").GetEmploymentRecordAsync(new() { EmploymentId = left.EmploymentId });
        whole.Decision.Outcome.ShouldBe(Contracts.Policy.V1.Outcome.Granted, "by itself it would count");
        whole.Others.ShouldHaveSingleItem().Outcome.ShouldBe(RecordOutcome.Counted);
    }

    [Fact]
    public async Task What_becomes_known_late_moves_the_figure()
    {
        var job = Job("375823", September);
        await AnnounceAsync(job);
        await AnnounceAsync(Announced.Ended(job, new(2020, 9, 15)));

        (await FiguresAsync("375823", "2020-09", "2020-09")).Single().NewWorkers.ShouldBe(0);
        var record = (await RecordsAsync("375823", "2020-09")).Single();
        record.Clause.Item.ShouldBe("附件四(二)4");
        var decided = (await Client("375823").GetEmploymentRecordAsync(new() { EmploymentId = record.EmploymentId })).Decision;
        decided.Findings.Single(finding => finding.Answer == Contracts.Policy.V1.Answer.NotMet).Clause.Item.ShouldBe("附件四(二)4");
    }

    [Fact]
    public async Task Before_95_and_in_other_provinces_there_is_no_figure()
    {
        await AnnounceAsync(Job("375882", new(2020, 7, 1)), Job("210304", new(2020, 11, 1)));
        (await FiguresAsync("375882", "2020-01", "2020-12")).ShouldBeEmpty();
        (await FiguresAsync("210304", "2020-01", "2020-12")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Other_divisions_other_roles_and_bad_questions_are_refused()
    {
        var job = Job("375883", September);
        await AnnounceAsync(job);
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Client("370100").ListNewEmploymentAsync(
            new() { Division = "375883", FromPeriod = "2020-09", ToPeriod = "2020-09", Breakdown = Breakdown.None }));
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Client("370100").ListEmploymentRecordsAsync(new() { Division = "375883", Period = "2020-09" }));
        await RefusedAsync(StatusCode.NotFound, async () => await Client("370100").GetEmploymentRecordAsync(new() { EmploymentId = job.EmploymentId.ToString() }));
        await RefusedAsync(StatusCode.NotFound, async () => await Client("370100").GetEmploymentRecordAsync(new() { EmploymentId = Guid.CreateVersion7().ToString() }));
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Client("375883", Roles.Payer).ListEmploymentRecordsAsync(new() { Division = "375883", Period = "2020-09" }));
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Client("370000").RebuildNewEmploymentAsync(new()));
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Client("375883").ListNewEmploymentAsync(
            new() { Division = "1", FromPeriod = "2020-09", ToPeriod = "2022-09" }))).Fields().ShouldBe(["division", "to_period", "breakdown"], ignoreOrder: true);
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Client("375883").ListEmploymentRecordsAsync(
            new() { Division = "1", Period = "2020-13", Outcome = (RecordOutcome)9, PageSize = -1, PageToken = "x" }))).Fields()
            .ShouldBe(["division", "period", "outcome", "page_size", "page_token"], ignoreOrder: true);
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Client("375883").GetEmploymentRecordAsync(new() { EmploymentId = "1" }))).Fields().ShouldBe(["employment_id"]);
    }

    private static async Task<RpcException> RefusedAsync(StatusCode code, Func<Task> call)
    {
        var refusal = await Should.ThrowAsync<RpcException>(call);
        refusal.StatusCode.ShouldBe(code);
        return refusal;
    }
}
