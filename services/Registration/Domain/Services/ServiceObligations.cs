using Wenye.Policy;

namespace Wenye.Registration.Domain.Services;

/// <summary>What is due next of one kind of service (应提供的服务).</summary>
/// <param name="Due">The last day on which it is in time (截止日).</param>
/// <param name="Left">How many are to be given by then (尚需次数).</param>
/// <param name="Given">How many were given in the running year of the registration (本年度已提供次数).</param>
public sealed record DueService(DateOnly Due, int Left, int Given);

/// <summary>What is due next to a registered person (应提供的服务). Null: nothing of that kind is due.</summary>
public sealed record ServiceObligations : IOutputs
{
    public DueService? FirstContact { get; init; }

    public DueService? FollowUp { get; init; }

    public DueService? Policy { get; init; }

    public DueService? Guidance { get; init; }

    public DueService? JobOffer { get; init; }

    public DueService? TrainingOffer { get; init; }

    /// <summary>The earliest day of all (最早截止日); null when nothing is due.</summary>
    public DateOnly? Next => All.Select(one => one.Service?.Due).Min();

    private IEnumerable<(string Name, DueService? Service)> All =>
    [
        ("first_contact", FirstContact),
        ("follow_up", FollowUp),
        ("policy", Policy),
        ("guidance", Guidance),
        ("job_offer", JobOffer),
        ("training_offer", TrainingOffer),
    ];

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        foreach (var (name, service) in All)
        {
            if (service is not null)
            {
                yield return new($"{name}_due", PolicyValue.Of(service.Due));
                yield return new($"{name}_left", PolicyValue.Of((decimal)service.Left));
                yield return new($"{name}_given", PolicyValue.Of((decimal)service.Given));
            }
        }

        if (Next is { } next)
        {
            yield return new("next_due", PolicyValue.Of(next));
        }
    }
}
