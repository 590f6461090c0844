using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Verification;

/// <summary>Unusual changes are flagged by the operator's threshold, with drivers that add up to the change.</summary>
public sealed class JumpTests(StatisticsFixture fixture) : VerificationTestBase(fixture)
{
    [Fact]
    public async Task A_change_above_the_threshold_is_flagged_with_drivers_that_add_up_to_it()
    {
        var october = September.AddMonths(1);
        await AnnounceAsync(
            Job("378302", September), Job("378302", September), Job("378303", September), Job("378303", September) with { Manner = "flexible", EmployerCode = "" },
            Job("378302", october), Job("378302", october), Job("378302", october), Job("378302", october) with { EmployerCode = "91370100MA0000015D" },
            Job("378303", october), Job("378303", october) with { Manner = "individual_business", EmployerCode = "" });
        await CountsAsync("378300", 4);
        await CountsAsync("378300", 6, "2020-10");

        var jumps = (await Verifier("378300").ListJumpsAsync(new() { Division = "378300", Period = "2020-10" })).Jumps;
        jumps.Where(jump => jump.Decision.Outcome == Outcome.Granted).Select(jump => (jump.Division, jump.Comparison, jump.Change, jump.Decision.Outputs["change"]))
            .ShouldBe([("378300", JumpComparison.PeriodBefore, 2, "0.5"), ("378302", JumpComparison.PeriodBefore, 2, "1")]);
        jumps.Where(jump => jump.Decision.Outcome == Outcome.Incomplete).ShouldAllBe(jump => jump.Comparison == JumpComparison.YearBefore, "the year before there was no such figure");
        var all = (await Verifier("378300").ListJumpsAsync(new() { Division = "378300", Period = "2020-10", All = true })).Jumps;
        all.Single(jump => jump.Division == "378303" && jump.Comparison == JumpComparison.PeriodBefore).Decision.Outcome.ShouldBe(Outcome.Refused);

        var whole = await Verifier("378300").GetJumpAsync(new() { Division = "378300", Period = "2020-10", Comparison = JumpComparison.PeriodBefore });
        whole.Jump.Change.ShouldBe(2);
        whole.Divisions.Select(driver => (driver.Key, driver.Change)).ShouldBe([("378302", 2), ("378303", 0)]);
        whole.Forms.Select(driver => (driver.Key, driver.Change)).ShouldBe([("unit", 2), ("flexible", -1), ("individual_business", 1)]);
        whole.Clauses.ShouldHaveSingleItem().Change.ShouldBe(2);
        whole.Employers.Select(driver => (driver.Key, driver.Change)).ShouldBe([("91370100MA0000007J", 1), ("91370100MA0000015D", 1), ("", 0)], ignoreOrder: true);
        foreach (var drivers in new[] { whole.Divisions, whole.Forms, whole.Clauses, whole.Employers })
        {
            drivers.Sum(driver => driver.Change).ShouldBe(whole.Jump.Change);
            drivers.Sum(driver => driver.Value).ShouldBe(whole.Jump.Value);
        }
    }

    [Fact]
    public async Task Without_a_threshold_nothing_is_flagged_and_bad_questions_and_others_are_refused()
    {
        await AnnounceAsync(Job("378512", September), Job("378512", September.AddMonths(1)), Job("378512", September.AddMonths(1)));
        await CountsAsync("378512", 2, "2020-10");
        var jumps = (await Verifier("378512").ListJumpsAsync(new() { Division = "378512", Period = "2020-10" })).Jumps;
        jumps.ShouldAllBe(jump => jump.Decision.MissingFacts.Contains("statistics.jump_share"));
        jumps.Select(jump => jump.Change).ShouldBe([1, 2]);
        (await Should.ThrowAsync<RpcException>(async () => await Verifier("370100").ListJumpsAsync(new() { Division = "378512", Period = "2020-10" }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(async () => await Verifier("378512").GetJumpAsync(new() { Division = "1", Period = "x" }))).Fields().ShouldBe(["division", "period", "comparison"]);
    }
}
