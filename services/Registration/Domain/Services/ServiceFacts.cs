using Wenye.Policy;

namespace Wenye.Registration.Domain.Services;

/// <summary>What registration.services looks at (服务情况的事实): the registration's day and the days on which each kind of service was given.</summary>
/// <remarks>A list that is null is unproven; an empty one says that none was given. Who was not reached got no service.</remarks>
public sealed record ServiceFacts : IFacts
{
    /// <summary>Day of registration (登记日期).</summary>
    public Fact<DateOnly> RegisteredOn { get; init => field = value.Named("registered_on"); } = Fact.Unproven<DateOnly>("registered_on");

    /// <summary>First contacts made (首次联系).</summary>
    public IReadOnlyList<DateOnly>? FirstContacts { get; init; }

    /// <summary>Monthly follow-ups (月度跟踪).</summary>
    public IReadOnlyList<DateOnly>? FollowUps { get; init; }

    /// <summary>Policies matched (政策对接).</summary>
    public IReadOnlyList<DateOnly>? Policies { get; init; }

    /// <summary>Career guidance (职业指导).</summary>
    public IReadOnlyList<DateOnly>? Guidance { get; init; }

    /// <summary>Jobs offered (推荐岗位信息).</summary>
    public IReadOnlyList<DateOnly>? JobOffers { get; init; }

    /// <summary>Free training offered (提供免费技能培训信息).</summary>
    public IReadOnlyList<DateOnly>? TrainingOffers { get; init; }

    /// <summary>Reads the facts by name (读取).</summary>
    public static ServiceFacts Read(FactSet given) => new()
    {
        RegisteredOn = given.Day("registered_on"),
        FirstContacts = given.Days("first_contacts"),
        FollowUps = given.Days("follow_ups"),
        Policies = given.Days("policies"),
        Guidance = given.Days("guidance"),
        JobOffers = given.Days("job_offers"),
        TrainingOffers = given.Days("training_offers"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        RegisteredOn.Recorded,
        List("first_contacts", FirstContacts),
        List("follow_ups", FollowUps),
        List("policies", Policies),
        List("guidance", Guidance),
        List("job_offers", JobOffers),
        List("training_offers", TrainingOffers),
    ];

    private static NamedValue List(string name, IReadOnlyList<DateOnly>? days) =>
        new(name, days is null ? default : PolicyValue.Of([.. days.Select(PolicyValue.Of)]));
}
