using Wenye.Contracts.Stabilization.V1;
using Wenye.Stabilization.Domain;
using Contract = Wenye.Contracts.Stabilization.V1;

namespace Wenye.Stabilization.Features.Decisions.ListPrograms;

/// <summary>The programs and the facts that each asks for (事项清单).</summary>
internal static class ListProgramsHandler
{
    public static ListProgramsResponse Handle() => new()
    {
        Programs =
        {
            StabilizationPrograms.All.Select(program => new Contract.Program
            {
                Name = program.Name,
                Facts = { program.Facts.Select(fact => new ProgramFact { Name = fact.Name, Type = fact.Form }) },
            }),
        },
    };
}
