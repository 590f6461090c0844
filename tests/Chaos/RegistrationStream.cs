using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Testing;

namespace Wenye.Chaos;

/// <summary>People who are registered one after the other, by several workers at once, each from application to approval.</summary>
internal sealed class RegistrationStream
{
    // Synthetic people from here on were born in the 1980s.
    private const int FirstPerson = 196_606;

    private static readonly string[] Divisions = ["370102", "370103", "370202", "371502", "370685"];
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);

    private readonly Channel<int> work = Channel.CreateUnbounded<int>();
    private readonly ConcurrentDictionary<Guid, string> acknowledged = new();
    private readonly PatientCalls calls;
    private readonly Task workers;
    private int added;

    public RegistrationStream(RunningSystem system, int workerCount)
    {
        calls = new PatientCalls(
            system.Registration.Select(replica => replica.Address), () => system.Issuer.Token("chaos", "370000", "intake", "reviewer"));
        workers = Task.WhenAll(Enumerable.Range(0, workerCount).Select(_ => WorkAsync()));
    }

    /// <summary>Registration ids that a client was told, with their division.</summary>
    public IReadOnlyDictionary<Guid, string> Acknowledged => acknowledged;

    public int Completed => acknowledged.Count;

    public int Retries => calls.Retries;

    public void Add(int count)
    {
        for (var i = 0; i < count; i++)
            work.Writer.TryWrite(added++);
    }

    /// <summary>Waits for the condition, or throws what a worker threw.</summary>
    public async Task UntilAsync(string what, Func<bool> condition) => await Eventually.IsTrueAsync(
        () =>
        {
            if (workers.IsFaulted)
                workers.GetAwaiter().GetResult();
            return condition();
        },
        TimeSpan.FromMinutes(4),
        what);

    /// <summary>Waits until everything added is registered.</summary>
    public Task IdleAsync() => UntilAsync("every registration of this part is answered", () => Completed == added);

    public Task CompleteAsync()
    {
        work.Writer.Complete();
        return workers;
    }

    private async Task WorkAsync()
    {
        await foreach (var number in work.Reader.ReadAllAsync())
            await RegisterAsync(number);
    }

    private async Task RegisterAsync(int number)
    {
        var division = Divisions[number % Divisions.Length];
        var form = ApplicationForm.Parser.ParseJson(JsonSerializer.Serialize(SyntheticForms.Valid(FirstPerson + number, Today, division)));
        var submit = new SubmitApplicationRequest { RequestId = $"submit-{number}", Form = form };
        var submitted = await calls.CallAsync((invoker, options) => new RegistrationService.RegistrationServiceClient(invoker).SubmitApplicationAsync(submit, options));
        var id = submitted.Application.ApplicationId;
        var start = new StartReviewRequest { RequestId = $"start-{number}", ApplicationId = id };
        await calls.CallAsync((invoker, options) => new RegistrationService.RegistrationServiceClient(invoker).StartReviewAsync(start, options));
        var review = new ReviewApplicationRequest
        {
            RequestId = $"review-{number}",
            ApplicationId = id,
            Approval = new Approval { ReceivesPension = false, AbleToWork = true, Employed = false },
            Handling = new Handling { Operator = "测经办" },
        };
        var reviewed = await calls.CallAsync((invoker, options) => new RegistrationService.RegistrationServiceClient(invoker).ReviewApplicationAsync(review, options));
        if (!reviewed.Applied)
            throw new InvalidOperationException($"Registration {number} was not approved: {reviewed.Decision.Outcome}.");
        if (!acknowledged.TryAdd(Guid.Parse(reviewed.Application.RegistrationId), division))
            throw new InvalidOperationException($"Registration {number} has the id of another.");
    }
}
