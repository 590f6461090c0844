using Grpc.Core;
using Wenye.ServiceDefaults;

namespace Wenye.Calls;

/// <summary>The calls of trying a service's decisions (政策试算接口); nothing is kept.</summary>
/// <remarks>Compiled into each service that decides, under its own contract: <c>Contract</c> is the alias of its namespace (README.md).</remarks>
internal sealed class DecisionGrpcService(DecisionTrial trial) : Contract.DecisionService.DecisionServiceBase
{
    public override Task<Contract.DecideResponse> Decide(Contract.DecideRequest request, ServerCallContext context) => Task.FromResult(
        new Contract.DecideResponse { Decision = trial.Decide(request.Program, request.Region, request.AsOf, request.FactsJson) });

    public override Task<Contract.ListParametersResponse> ListParameters(Contract.ListParametersRequest request, ServerCallContext context)
    {
        var asked = trial.Place(request.Program, request.Region, request.AsOf);
        return Task.FromResult(new Contract.ListParametersResponse
        {
            Region = asked.Region.Code,
            AsOf = asked.Day.ToContract(),
            Parameters = { trial.Parameters(request.Program, asked.Region, asked.Day) },
        });
    }

    public override Task<Contract.ListProgramsResponse> ListPrograms(Contract.ListProgramsRequest request, ServerCallContext context) => Task.FromResult(
        new Contract.ListProgramsResponse
        {
            Programs =
            {
                trial.Programs.Select(program => new Contract.Program
                {
                    Name = program.Name,
                    Facts = { program.Facts.Select(fact => new Contract.ProgramFact { Name = fact.Name, Type = fact.Form }) },
                }),
            },
        });
}
