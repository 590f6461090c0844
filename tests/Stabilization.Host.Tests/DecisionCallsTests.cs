using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Domain;
using Xunit;

namespace Wenye.Stabilization.Host.Tests;

/// <summary>The policy is asked over the wire, over facts that the caller gives.</summary>
public sealed class DecisionCallsTests(StabilizationFixture fixture)
{
    private const string August = """
        {"kind":"hiring","month":"2020-08","applied_on":"2020-11-10","size":"small","industry":"other","trainees":10,
        "months_used":0,"other_kind_this_month":false,"special_account_share":0.62}
        """;

    private DecisionService.DecisionServiceClient Client => new(fixture.Calls("370700", Roles.FirmPortal));

    [Fact]
    public async Task A_month_of_work_training_is_decided_with_every_clause_and_figure()
    {
        var answer = (await Client.DecideAsync(Asked("stabilization.work_training", August, 2020, 11, 10))).Decision;

        answer.Outcome.ShouldBe(Outcome.Granted);
        answer.Outputs["amount"].ShouldBe("5000.00");
        answer.Findings.ShouldContain(finding => finding.Clause.Document == "鲁人社字〔2020〕63号" && finding.Clause.Item == "三(四)");
        answer.Parameters.ShouldContain(use => use.Name == "stabilization.work_training_hiring_per_head" && use.Clause.Document == "鲁人社函〔2020〕78号");
    }

    [Fact]
    public async Task The_day_is_today_unless_it_is_given_and_what_is_left_out_is_asked_for()
    {
        var answer = (await Client.DecideAsync(new DecideRequest { Program = "stabilization.work_training", Region = "370700", FactsJson = """{"kind":"hiring"}""" })).Decision;

        answer.AsOf.ShouldBe(new Date { Year = 2020, Month = 7, Day = 10 });
        answer.Outcome.ShouldBe(Outcome.Incomplete);
        answer.MissingFacts.ShouldContain("trainees");
    }

    [Theory]
    [InlineData("""{"trainees":"十名"}""", "trainees", "整数")]
    [InlineData("""{"trainee_name":"测甲"}""", "trainee_name", "ListPrograms")]
    [InlineData("""{"trainees":1,"trainees":2}""", "facts_json", "不得重复")]
    [InlineData("[1]", "facts_json", "JSON 对象")]
    [InlineData("{", "facts_json", "JSON 对象")]
    [InlineData("kind: hiring", "facts_json", "JSON 对象")]
    public async Task A_fact_that_cannot_be_read_is_named_and_its_value_not_repeated(string facts, string field, string wanted)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await Client.DecideAsync(Asked("stabilization.work_training", facts, 2020, 11, 10)));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        var fault = error.Violations().ShouldHaveSingleItem();
        fault.Field.ShouldBe(field);
        fault.Description.ShouldContain(wanted);
        fault.Description.ShouldNotContain("十名");
    }

    [Fact]
    public async Task A_figure_beyond_all_reckoning_is_the_callers_fault()
    {
        var facts = August.Replace("\"hiring\"", "\"difficult\"", StringComparison.Ordinal).Replace("}", ",\"revenue_drop\":0.5,\"paid_before\":-79228162514264337593543950335}", StringComparison.Ordinal);
        var error = await Should.ThrowAsync<RpcException>(async () => await Client.DecideAsync(Asked("stabilization.work_training", facts, 2020, 11, 10)));
        error.Fields().ShouldBe(["facts_json"]);
    }

    [Fact]
    public async Task Everything_wrong_with_the_question_is_said_at_once()
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await Client.DecideAsync(
            new DecideRequest { Program = "stabilization.unknown", Region = "000000", AsOf = new Date { Year = 2020, Month = 2, Day = 30 } }));
        error.Fields().ShouldBe(["program", "region", "as_of"], ignoreOrder: true);
    }

    [Fact]
    public async Task Every_program_is_listed_with_its_facts()
    {
        var programs = (await Client.ListProgramsAsync(new ListProgramsRequest())).Programs;

        programs.Select(program => program.Name).ShouldBe(StabilizationPrograms.All.Select(program => program.Name));
        programs.Single(program => program.Name == "stabilization.work_training").Facts
            .ShouldContain(fact => fact.Name == "size" && fact.Type.Contains("micro", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parameters_say_which_clause_won_and_which_it_displaced()
    {
        var answer = await Client.ListParametersAsync(new() { Program = "stabilization.work_training", Region = "370700", AsOf = new Date { Year = 2020, Month = 11, Day = 10 } });

        (answer.Region, answer.AsOf.Day).ShouldBe(("370700", 10));
        answer.Parameters.ShouldAllBe(one => one.Programs.Contains("stabilization.work_training"));
        var perHead = answer.Parameters.Single(one => one.Name == "stabilization.work_training_hiring_per_head");
        (perHead.InForce.Value, perHead.UnitLabel, perHead.InForce.Clause.Document).ShouldBe(("500.00", "元", "鲁人社函〔2020〕78号"));
        perHead.InForce.Quotation.ShouldNotBeEmpty();
        perHead.Displaced.ShouldContain(lost => lost.Value.Clause.Document == "鲁人社字〔2020〕63号" && lost.By == Displacement.LaterDocument);
        perHead.Explanation.ShouldContain("以后发文件");
    }

    [Fact]
    public async Task What_a_city_is_still_to_set_is_listed_without_a_value()
    {
        var answer = await Client.ListParametersAsync(new() { Region = "211300", AsOf = new Date { Year = 2020, Month = 11, Day = 10 } });

        var unset = answer.Parameters.Single(one => one.Name == "stabilization.hiring_long_unemployed_city_amount");
        (unset.SetByCity, unset.InForce, unset.Authority.Document).ShouldBe((true, null, "辽政办发〔2020〕25号"));
        unset.Programs.ShouldBe(["stabilization.hiring_subsidy"]);
    }

    [Fact]
    public async Task Whoever_asks_for_parameters_is_told_everything_wrong_at_once()
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await Client.ListParametersAsync(
            new() { Program = "stabilization.unknown", Region = "3707", AsOf = new Date { Year = 2020, Month = 2, Day = 30 } }));
        error.Fields().ShouldBe(["program", "region", "as_of"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_role_without_the_permission_is_refused()
    {
        var payer = new DecisionService.DecisionServiceClient(fixture.Calls("370700", Roles.Payer));
        var error = await Should.ThrowAsync<RpcException>(async () => await payer.ListProgramsAsync(new ListProgramsRequest()));
        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static DecideRequest Asked(string program, string facts, int year, int month, int day) => new()
    {
        Program = program,
        Region = "370700",
        AsOf = new Date { Year = year, Month = month, Day = day },
        FactsJson = facts,
    };
}
