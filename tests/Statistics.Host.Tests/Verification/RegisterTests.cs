using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Verification;

/// <summary>What was reported stands beside what the register counts, with the employments that make the difference.</summary>
public sealed class RegisterTests(StatisticsFixture fixture) : VerificationTestBase(fixture)
{
    [Fact]
    public async Task The_difference_to_what_was_reported_is_told_unit_by_unit_and_record_by_record()
    {
        var (stays, leaves, elsewhere) = (Job("378802", September), Job("378802", September), Job("378803", September));
        await AnnounceAsync(stays, leaves, elsewhere);
        await CountsAsync("378800", 3);
        await ReportedAsync("378802", stays.EmploymentId, leaves.EmploymentId);
        var same = await Verifier("378800").CompareRegisterAsync(new() { Division = "378800", Period = "2020-09" });
        same.Units.Select(unit => (unit.Division, unit.Version, unit.Reported, unit.Register, unit.Entered, unit.Left)).ShouldBe([("378802", 1, 2, 2, 0, 0), ("378803", 0, 0, 1, 0, 0)]);

        var late = Job("378802", September);
        await AnnounceAsync(late, Announced.Ended(leaves, new(2020, 9, 15)));
        await Eventually.IsTrueAsync(async () => (await RecordsAsync("378802", "2020-09")).Count(record => record.Outcome == RecordOutcome.Counted) == 2);
        var compared = await Verifier("378800").CompareRegisterAsync(new() { Division = "378800", Period = "2020-09" });
        var total = compared.Total;
        (total.Reported, total.Register, total.Entered, total.Left).ShouldBe((2, 2, 1, 1));
        (total.Reported + total.Entered - total.Left).ShouldBe(total.Register);
        var first = await Verifier("378800").ListRegisterDifferencesAsync(new() { Division = "378800", Period = "2020-09", PageSize = 1 });
        var second = await Verifier("378800").ListRegisterDifferencesAsync(new() { Division = "378800", Period = "2020-09", PageSize = 1, PageToken = first.NextPageToken });
        second.NextPageToken.ShouldBeEmpty();
        var differences = first.Differences.Concat(second.Differences).ToDictionary(one => one.Record.EmploymentId);
        differences[late.EmploymentId.ToString()].Entered.ShouldBeTrue();
        differences[leaves.EmploymentId.ToString()].ShouldSatisfyAllConditions(one => one.Entered.ShouldBeFalse(), one => one.Record.Clause.Item.ShouldBe("附件四(二)4"));
    }

    [Fact]
    public async Task Other_divisions_other_roles_and_bad_questions_are_refused()
    {
        (await Should.ThrowAsync<RpcException>(async () => await Verifier("370100").CompareRegisterAsync(new() { Division = "378812", Period = "2020-09" }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(async () => await Verifier("378812", Roles.Payer).ListRegisterDifferencesAsync(new() { Division = "378812", Period = "2020-09" }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(async () => await Verifier("378812").ListRegisterDifferencesAsync(new() { Division = "1", Period = "x", PageSize = -1, PageToken = "x" }))).Fields()
            .ShouldBe(["division", "period", "page_size", "page_token"]);
    }

    // As a unit's submission freezes it.
    private async Task ReportedAsync(string division, params Guid[] counted)
    {
        var id = Guid.CreateVersion7();
        await Fixture.ReadAsync<int>(
            "insert into unit_report (id, kind, division, period, state, version, hash, reason) values ($1, 1, $2, '2020-09', 2, 1, '', '') returning version", id, division);
        await Fixture.ReadAsync<int>(
            "insert into report_version (report_id, number, submitted_at, agency, reason, hash, counted) values ($1, 1, now(), 'a', '', '', $2) returning number", id, counted);
    }
}
