using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;
using Wenye.Training.Domain;

namespace Wenye.Training.Host.Tests;

/// <summary>The policy of training is asked over the wire, over facts that the caller gives.</summary>
public sealed class DecisionCallsTests(TrainingFixture fixture)
{
    private DecisionService.DecisionServiceClient Client => new(fixture.Calls("370700", Roles.TrainingPortal));

    [Fact]
    public async Task A_number_is_decided_with_its_clauses()
    {
        var answer = (await Client.DecideAsync(new DecideRequest
        {
            Program = "training.certificate_number",
            Region = "370303",
            FactsJson = """{"city":"3703","county":"03","institution":12,"year":2020,"sequence":345,"category":"entrepreneurship"}""",
        })).Decision;

        answer.Outcome.ShouldBe(Outcome.Granted);
        answer.Outputs["number"].ShouldBe("37030300122000345C");
        answer.AsOf.ToDay().ShouldBe(TrainingFixture.Today);
    }

    [Fact]
    public async Task Every_program_is_listed_and_what_is_asked_wrongly_is_told_at_once()
    {
        (await Client.ListProgramsAsync(new ListProgramsRequest())).Programs.Select(program => program.Name)
            .ShouldBe(TrainingPrograms.All.Select(program => program.Name));
        var error = await Should.ThrowAsync<RpcException>(async () => await Client.DecideAsync(new DecideRequest { Program = "training.unknown", Region = "1" }));
        error.Fields().ShouldBe(["program", "region"]);
    }

    [Fact]
    public async Task A_role_without_the_permission_is_refused()
    {
        var payer = new DecisionService.DecisionServiceClient(fixture.Calls("370700", Roles.Payer));
        (await Should.ThrowAsync<RpcException>(async () => await payer.ListProgramsAsync(new ListProgramsRequest()))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }
}
