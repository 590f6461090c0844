using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>Asks Registration about candidates (登记核验): what a register says nobody need prove by paper. Asked before anything is locked.</summary>
internal sealed class CandidateRegisters(PersonRegisters registers, PostFields fields)
{
    /// <summary>What they say of each now, by id number (逐人核验).</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE.</exception>
    public async Task<IReadOnlyDictionary<string, RegisterFile>> AskAsync(IEnumerable<string> idNumbers, CancellationToken cancellation)
    {
        string[] asked = [.. idNumbers.Distinct(StringComparer.Ordinal)];
        if (asked.Length == 0)
        {
            return new Dictionary<string, RegisterFile>();
        }

        var answers = await registers.LookUpAsync(asked, cancellation);
        return asked.Zip(answers).ToDictionary(one => one.First, one => Of(one.Second, fields.Today), StringComparer.Ordinal);
    }

    private static RegisterFile Of(RegisteredStatus status, DateOnly today) => new()
    {
        AskedOn = today,
        PersonKey = Guid.TryParse(status.PersonId, out var key) ? key : null,
        UnemployedSince = status.UnemployedSince?.ToDay(),
        Hardship = [.. status.HardshipCategories],
        ServicesWithinYear = status.ServicesWithinYear,
        PensionSince = status.PensionSince?.ToDay(),
        Employments = status.Employments.Count,
        WelfarePosts = status.Employments.Count(work => work.Manner == EmploymentManner.WelfarePost),
    };
}
