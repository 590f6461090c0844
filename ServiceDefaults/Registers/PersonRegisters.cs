using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Wenye.Contracts.Registration.V1;

namespace Wenye.ServiceDefaults;

/// <summary>What Registration's registers say of people (人员状态核验): “网上填报，系统校验” instead of paper, 鲁人社字〔2020〕55号 附件1.</summary>
/// <remarks>Nothing is held from one call to the next: an answer is of the moment, and who acts upon it stores what it was.</remarks>
public sealed class PersonRegisters(ServiceTokens tokens, IConfiguration configuration, ILogger<PersonRegisters> log) : IDisposable
{
    private const int MostAtOnce = 1000;
    private const string ResidentIdCard = "01";

    private readonly ServiceCalls registration = new("registration", TimeSpan.FromSeconds(10), tokens, configuration);

    /// <summary>One status for each resident id (公民身份号码), in their order; empty of whom the registers do not know.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE, reason REGISTRATION_UNAVAILABLE: nobody can be checked for now.</exception>
    public Task<IReadOnlyList<RegisteredStatus>> LookUpAsync(IEnumerable<string> residentIds, CancellationToken cancellation) =>
        LookUpAsync([.. residentIds.Select(id => new PersonIdentity { IdDocumentType = ResidentIdCard, IdDocumentNumber = id })], cancellation);

    /// <summary>The same by any document; any number of people, a thousand a call.</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<IReadOnlyList<RegisteredStatus>> LookUpAsync(IReadOnlyList<PersonIdentity> people, CancellationToken cancellation)
    {
        var statuses = new List<RegisteredStatus>(people.Count);
        foreach (var batch in people.Chunk(MostAtOnce))
        {
            statuses.AddRange(await AskAsync(batch, cancellation));
        }

        return statuses;
    }

    public void Dispose() => registration.Dispose();

    // Each replica once, and one more for a token that had to be renewed.
    private async Task<IReadOnlyList<RegisteredStatus>> AskAsync(PersonIdentity[] people, CancellationToken cancellation)
    {
        var request = new LookUpStatusesRequest { Identities = { people } };
        for (var attempts = registration.Replicas + 1; ; attempts--)
        {
            try
            {
                var answer = await registration.AskAsync(
                    async (calls, waiting) => await new PersonStatusService.PersonStatusServiceClient(calls).LookUpStatusesAsync(request, cancellationToken: waiting),
                    cancellation);
                return answer.Statuses;
            }
            catch (ServiceUnavailableException outage) when (attempts > 1)
            {
                log.LogInformation("Registration is asked again: {Outage}", outage.Message);
            }
            catch (ServiceUnavailableException outage)
            {
                log.LogWarning("Registration cannot be asked: {Outage}", outage.Message);
                throw RpcErrors.Unavailable("REGISTRATION_UNAVAILABLE", "暂时无法向失业登记系统核验人员状态，请稍后以同一请求重试");
            }
        }
    }
}
