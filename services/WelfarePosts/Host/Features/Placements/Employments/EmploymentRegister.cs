using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>Registers and ends employment in Registration (办理、终止就业登记), as this service's own client.</summary>
/// <remarks>Each request's id comes from the placement, so that a repeat is the same request: what was done is not done twice.</remarks>
internal sealed class EmploymentRegister(ServiceTokens tokens, IConfiguration configuration, ILogger<EmploymentRegister> log) : IDisposable
{
    // 退出公益性岗位, code table AJC093.
    private const string LeftWelfarePost = "40";
    private const string ResidentIdCard = "01";
    private const int MostEmployments = 200;

    private readonly ServiceCalls registration = new("registration", TimeSpan.FromSeconds(10), tokens, configuration);

    /// <summary>Registers (办理就业登记). An employment that is there for the same employer as a public-benefit post is taken for it.</summary>
    /// <exception cref="RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE.</exception>
    public async Task<EmploymentAnswer> RegisterAsync(string requestId, EmploymentForm form, Handling handling, CancellationToken cancellation)
    {
        var request = new RegisterEmploymentRequest { RequestId = requestId, Form = form, Handling = handling };
        var (said, objection) = await AskAsync((client, waiting) => client.RegisterEmploymentAsync(request, cancellationToken: waiting), cancellation);
        if (objection is null)
        {
            return EmploymentAnswer.Of(said!);
        }

        // It was registered by an answer that did not arrive, or at the counter.
        var there = objection.Reason is "ALREADY_EMPLOYED_THERE" or "REQUEST_ID_REUSED" ? await FindAsync(form.Identity.IdDocumentNumber, form.EmployerCode, cancellation) : null;
        return there is null ? new(null, [], null, objection) : new(there, [], null, null);
    }

    /// <summary>Every employment that Registration has of someone, ended ones too (就业登记记录), the latest first.</summary>
    /// <exception cref="RpcException">As above.</exception>
    public async Task<IReadOnlyList<Employment>> HistoryAsync(string idNumber, CancellationToken cancellation)
    {
        var request = new SearchEmploymentsRequest { Identity = Identity(idNumber), PageSize = MostEmployments };
        var (said, objection) = await AskAsync((client, waiting) => client.SearchEmploymentsAsync(request, cancellationToken: waiting), cancellation);
        return objection is null ? said!.Employments : throw Unavailable();
    }

    /// <summary>The public-benefit post that someone has with an employer by the register (在业的公益性岗位就业登记); null: none.</summary>
    /// <exception cref="RpcException">As above.</exception>
    public async Task<Guid?> FindAsync(string idNumber, string employerCode, CancellationToken cancellation)
    {
        var there = (await HistoryAsync(idNumber, cancellation)).FirstOrDefault(one =>
            one.EndedOn is null && one.Form.Manner == EmploymentManner.WelfarePost && one.Form.EmployerCode == employerCode);
        return there is null ? null : Guid.Parse(there.EmploymentId);
    }

    /// <summary>Ends it (终止就业登记): the person left a public-benefit post and may register as unemployed again. One that was ended is left as it is.</summary>
    /// <returns>Why Registration did not; null: it is ended.</returns>
    /// <exception cref="RpcException">As above.</exception>
    public async Task<EmploymentObjection?> EndAsync(Guid placement, Guid employment, DateOnly endedOn, bool died, Handling handling, CancellationToken cancellation)
    {
        var request = new EndEmploymentRequest
        {
            RequestId = $"wp-end-{placement:N}",
            EmploymentId = employment.ToString(),
            EndedOn = endedOn.ToContract(),
            ReasonCode = died ? "" : LeftWelfarePost,
            Handling = handling,
        };
        var (_, objection) = await AskAsync((client, waiting) => client.EndEmploymentAsync(request, cancellationToken: waiting), cancellation);
        return objection?.Reason is "EMPLOYMENT_ENDED" or "REQUEST_ID_REUSED" ? null : objection;
    }

    /// <summary>Who the person is, for Registration (身份证件).</summary>
    public static PersonIdentity Identity(string idNumber) => new() { IdDocumentType = ResidentIdCard, IdDocumentNumber = idNumber };

    public void Dispose() => registration.Dispose();

    // Each replica once, and one more for a token that had to be renewed.
    private async Task<(T? Said, EmploymentObjection? Objection)> AskAsync<T>(
        Func<EmploymentService.EmploymentServiceClient, CancellationToken, AsyncUnaryCall<T>> ask, CancellationToken cancellation)
        where T : class
    {
        for (var attempts = registration.Replicas + 1; ; attempts--)
        {
            try
            {
                return await registration.AskAsync((calls, waiting) => AnswerAsync(ask(new(calls), waiting)), cancellation);
            }
            catch (ServiceUnavailableException outage) when (attempts > 1)
            {
                log.LogInformation("Registration is asked again: {Outage}", outage.Message);
            }
            catch (ServiceUnavailableException outage)
            {
                log.LogWarning("Registration cannot be asked: {Outage}", outage.Message);
                throw Unavailable();
            }
        }
    }

    private static async Task<(T? Said, EmploymentObjection? Objection)> AnswerAsync<T>(AsyncUnaryCall<T> call)
        where T : class
    {
        try
        {
            return (await call, null);
        }
        catch (RpcException error) when (EmploymentObjection.IsAnswer(error))
        {
            return (null, EmploymentObjection.Of(error));
        }
    }

    private static RpcException Unavailable() =>
        RpcErrors.Unavailable("REGISTRATION_UNAVAILABLE", "失业登记系统暂时没有答复，就业登记未办理，请稍后重试");
}
