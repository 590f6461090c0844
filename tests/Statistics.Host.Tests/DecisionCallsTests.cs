using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Domain;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests;

/// <summary>The policy of statistics is asked over the wire, over facts that the caller gives.</summary>
public sealed class DecisionCallsTests(StatisticsFixture fixture)
{
    private DecisionService.DecisionServiceClient Client(string role) => new(fixture.Service.Calls(fixture.Issuer.Token("statistics-office", "370300", role)));

    [Fact]
    public async Task A_layoff_is_decided_with_its_clause()
    {
        var answer = (await Client(Roles.Statistician).DecideAsync(new DecideRequest
        {
            Program = "statistics.layoff", Region = "370303", AsOf = new() { Year = 2020, Month = 9, Day = 21 }, FactsJson = """{"layoffs":19,"employees":190}""",
        })).Decision;

        answer.Outcome.ShouldBe(Outcome.Granted);
        answer.Findings.ShouldHaveSingleItem().Clause.ShouldBe(new Clause { Document = "〔2020〕20号", Item = "二(二)8" });
    }

    [Fact]
    public async Task Every_program_is_listed_and_what_is_asked_wrongly_is_told_at_once()
    {
        (await Client(Roles.Statistician).ListProgramsAsync(new ListProgramsRequest())).Programs.Select(program => program.Name)
            .ShouldBe(StatisticsPrograms.All.Select(program => program.Name));
        var error = await Should.ThrowAsync<RpcException>(async () =>
            await Client(Roles.Statistician).DecideAsync(new DecideRequest { Program = "statistics.unknown", Region = "1" }));
        error.Fields().ShouldBe(["program", "region"]);
    }

    [Fact]
    public async Task A_role_without_the_permission_is_refused() =>
        (await Should.ThrowAsync<RpcException>(async () => await Client(Roles.Payer).ListProgramsAsync(new ListProgramsRequest())))
            .StatusCode.ShouldBe(StatusCode.PermissionDenied);
}
