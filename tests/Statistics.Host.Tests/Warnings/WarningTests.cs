using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Warnings;

/// <summary>Warnings open, rise, fall and end with the figures, say why, and keep who did what.</summary>
public sealed class WarningTests(StatisticsFixture fixture) : WarningTestBase(fixture)
{
    private static readonly DateOnly August = new(2020, 8, 10);
    private static readonly DateOnly September = new(2020, 9, 10);

    [Fact]
    public async Task A_warning_follows_the_figure_up_and_down_and_tells_why_it_fired()
    {
        var here = Enumerable.Range(0, 10).Select(_ => Announced.Registered("379102", August)).ToList();
        await AnnounceAsync([.. here, .. Enumerable.Range(0, 10).Select(_ => Announced.Registered("379103", August)), .. Enumerable.Range(0, 3).Select(_ => Announced.Registered("379102", September))]);
        (await EvaluateAsync("379102")).Opened.ShouldBe(1);

        var opened = (await WarningsAsync("379102", WarningIndicator.UnemployedRise)).ShouldHaveSingleItem();
        opened.ShouldSatisfyAllConditions(
            warning => warning.Level.ShouldBe(1), warning => (warning.Value, warning.Base, warning.Change).ShouldBe(("13", "10", "0.3")),
            warning => (warning.Threshold, warning.NextThreshold, warning.Response).ShouldBe(("0.2", "0.5", "走访企业")),
            warning => warning.Title.ShouldBe("一级预警：登记失业人数上升 30%"), warning => warning.State.ShouldBe(WarningState.Open));
        var again = await EvaluateAsync("379102");
        (again.Opened + again.Raised + again.Lowered + again.Lapsed).ShouldBe(0, "the same figures change nothing");

        // More people: the county rises, and the city warns too.
        await AnnounceAsync([.. Enumerable.Range(0, 5).Select(_ => Announced.Registered("379102", September))]);
        var raised = await EvaluateAsync("379100");
        (raised.Raised, raised.Opened).ShouldBe((1, 1));
        var whole = await Monitor("379100").GetWarningAsync(new() { WarningId = opened.WarningId });
        whole.Warning.ShouldSatisfyAllConditions(warning => warning.Level.ShouldBe(2), warning => warning.Response.ShouldBe("启动帮扶预案"));
        whole.Drivers.Select(driver => (driver.Key, driver.Change)).ShouldBe([("registered", 8), ("cancelled", 0)]);
        whole.Decision.Findings.ShouldContain(finding => finding.Clause.Item == "二(八)33" || finding.Clause.Document == "测试市失业预警办法");
        var city = (await WarningsAsync("379100", WarningIndicator.UnemployedRise)).Single(warning => warning.Division == "379100");
        (await Monitor("379100").GetWarningAsync(new() { WarningId = city.WarningId })).Drivers.Select(driver => (driver.Key, driver.Change)).ShouldBe([("379102", 8), ("379103", 0)]);

        // People find work: it falls, and ends.
        await AnnounceAsync([.. here.Take(6).Select(one => Announced.Cancelled(one, September))]);
        (await EvaluateAsync("379102")).Lowered.ShouldBe(1);
        await AnnounceAsync([.. here.Skip(6).Take(2).Select(one => Announced.Cancelled(one, September))]);
        (await EvaluateAsync("379102")).Lapsed.ShouldBe(1);
        var ended = await Monitor("379102").GetWarningAsync(new() { WarningId = opened.WarningId });
        ended.Steps.Select(step => step.State).ShouldBe(["open", "open", "open", "lapsed"]);
        (await Monitor("379102").ListWarningsAsync(new() { Division = "379102", CurrentOnly = true })).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_taken_up_handled_and_closed_and_opens_again_when_it_gets_worse()
    {
        await AnnounceAsync([.. Enumerable.Range(0, 10).Select(_ => Announced.Registered("378112", August)), .. Enumerable.Range(0, 3).Select(_ => Announced.Registered("378112", September))]);
        await EvaluateAsync("378112");
        var id = (await WarningsAsync("378112", WarningIndicator.UnemployedRise)).Single().WarningId;
        var close = new CloseWarningRequest { RequestId = NewId(), WarningId = id, Reason = "已全部帮扶", Handling = Officer };
        (await RefusedAsync(StatusCode.FailedPrecondition, async () => await Monitor("378112").CloseWarningAsync(close))).Reason().ShouldBe("WARNING_STATE");
        var acknowledge = new AcknowledgeWarningRequest { RequestId = NewId(), WarningId = id, Handling = Officer };
        var taken = await Monitor("378112").AcknowledgeWarningAsync(acknowledge);
        taken.Warning.State.ShouldBe(WarningState.Acknowledged);
        (await Monitor("378112").AcknowledgeWarningAsync(acknowledge)).ShouldBe(taken);
        (await Monitor("378112").HandleWarningAsync(new() { RequestId = NewId(), WarningId = id, Measure = "走访三家企业", Handling = Officer })).Warning.State.ShouldBe(WarningState.Handled);
        (await Monitor("378112").CloseWarningAsync(close)).Warning.State.ShouldBe(WarningState.Closed);
        (await EvaluateAsync("378112")).Raised.ShouldBe(0);

        await AnnounceAsync([.. Enumerable.Range(0, 4).Select(_ => Announced.Registered("378112", September))]);
        (await EvaluateAsync("378112")).Raised.ShouldBe(1);
        var whole = await Monitor("378112").GetWarningAsync(new() { WarningId = id });
        whole.Warning.State.ShouldBe(WarningState.Open);
        whole.Steps.Select(step => step.State).ShouldBe(["open", "acknowledged", "handled", "closed", "open"]);
        whole.Steps[2].ShouldSatisfyAllConditions(step => step.Note.ShouldBe("走访三家企业"), step => step.Operator.ShouldBe("监测员甲"));
        (await Monitor("378112", Roles.Statistician).GetWarningAsync(new() { WarningId = id })).Steps[2].Note.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_evaluations_at_once_open_a_warning_once_and_two_officers_take_it_up_once()
    {
        await AnnounceAsync([.. Enumerable.Range(0, 10).Select(_ => Announced.Registered("378192", August)), .. Enumerable.Range(0, 3).Select(_ => Announced.Registered("378192", September))]);
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EvaluateAsync("378192")))).Sum(answer => answer.Opened).ShouldBe(1);
        var id = (await WarningsAsync("378192", WarningIndicator.UnemployedRise)).ShouldHaveSingleItem().WarningId;
        var taken = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            try
            {
                await Monitor("378192").AcknowledgeWarningAsync(new() { RequestId = NewId(), WarningId = id, Handling = Officer });
                return true;
            }
            catch (RpcException refused)
            {
                refused.Reason().ShouldBe("WARNING_STATE");
                return false;
            }
        }));
        taken.Count(one => one).ShouldBe(1);
    }

    [Fact]
    public async Task Without_thresholds_an_indicator_is_incomplete_and_does_not_warn()
    {
        await AnnounceAsync([Announced.Registered("378602", August), .. Enumerable.Range(0, 9).Select(_ => Announced.Registered("378602", September))]);
        var answer = await EvaluateAsync("378602");
        answer.Opened.ShouldBe(0);
        answer.Incomplete.ShouldBe(answer.Evaluated);
        var indicators = (await Monitor("378602").ListIndicatorsAsync(new() { Division = "378602", Period = "2020-09", Dimension = WarningDimension.Region })).Indicators;
        var rise = indicators.Single(one => one.Indicator_ == WarningIndicator.UnemployedRise);
        (rise.Value, rise.Base).ShouldBe(("10", "1"));
        rise.Decision.MissingFacts.ShouldContain("statistics.warning_thresholds");
    }

    [Fact]
    public async Task Other_divisions_other_roles_and_bad_requests_are_refused()
    {
        await AnnounceAsync([Announced.Registered("378122", August), .. Enumerable.Range(0, 2).Select(_ => Announced.Registered("378122", September))]);
        await EvaluateAsync("378122");
        var id = (await WarningsAsync("378122", WarningIndicator.UnemployedRise)).Single().WarningId;
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Monitor("370100").ListWarningsAsync(new() { Division = "378122" }));
        await RefusedAsync(StatusCode.NotFound, async () => await Monitor("370100").GetWarningAsync(new() { WarningId = id }));
        await RefusedAsync(StatusCode.NotFound, async () => await Monitor("370100").AcknowledgeWarningAsync(new() { RequestId = NewId(), WarningId = id, Handling = Officer }));
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Monitor("378122", Roles.Statistician).AcknowledgeWarningAsync(new() { RequestId = NewId(), WarningId = id, Handling = Officer }));
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Monitor("370100").EvaluateWarningsAsync(new() { RequestId = NewId(), Division = "378122", Period = "2020-09" }));
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Monitor("378122").EvaluateWarningsAsync(new() { RequestId = NewId(), Division = "378122", Period = "2099-01" }))).Fields().ShouldBe(["period"]);
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Monitor("378122").HandleWarningAsync(new() { RequestId = NewId(), WarningId = "1" }))).Fields().ShouldBe(["warning_id", "measure", "AAE011"]);
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Monitor("378122").ListWarningsAsync(
            new() { Division = "1", Period = "x", Level = -1, Dimension = (WarningDimension)99, PageSize = -1, PageToken = "x" }))).Fields()
            .ShouldBe(["division", "period", "level", "dimension", "page_token", "page_size"]);
    }
}
