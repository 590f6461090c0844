using Wenye.Registration.Domain.Services;

namespace Wenye.Registration.Data;

/// <summary>What is due next to a registered person (应提供的服务), by kind of service, as registration.services decided it.</summary>
/// <remarks>
/// Stands on the registration so that what is overdue in a whole province is one index scan. It does not age: a day passes and
/// what was due becomes overdue without a write. Null days: nothing of that kind is due.
/// </remarks>
public sealed record ServiceDues
{
    /// <summary>Last day of the first contact (首次联系); null once it was made, or where no term was set.</summary>
    public DateOnly? FirstContact { get; init; }

    /// <summary>Last day of the next monthly follow-up (月度跟踪).</summary>
    public DateOnly? FollowUp { get; init; }

    /// <summary>Last day of the earliest year with policies still to be matched (政策对接).</summary>
    public DateOnly? Policy { get; init; }

    /// <summary>How many of that year are still to be given.</summary>
    public short PolicyLeft { get; init; }

    /// <summary>The same of career guidance (职业指导).</summary>
    public DateOnly? Guidance { get; init; }

    public short GuidanceLeft { get; init; }

    /// <summary>The same of jobs offered (推荐岗位).</summary>
    public DateOnly? JobOffer { get; init; }

    public short JobOfferLeft { get; init; }

    /// <summary>The same of training offered (技能培训信息).</summary>
    public DateOnly? TrainingOffer { get; init; }

    public short TrainingOfferLeft { get; init; }

    /// <summary>The earliest of the days; null when nothing is due.</summary>
    public DateOnly? Next { get; init; }

    /// <summary>What the decision registration.services leaves due (登记上的期限).</summary>
    internal static ServiceDues Of(ServiceObligations obligations) => new()
    {
        FirstContact = obligations.FirstContact?.Due,
        FollowUp = obligations.FollowUp?.Due,
        Policy = obligations.Policy?.Due,
        PolicyLeft = (short)(obligations.Policy?.Left ?? 0),
        Guidance = obligations.Guidance?.Due,
        GuidanceLeft = (short)(obligations.Guidance?.Left ?? 0),
        JobOffer = obligations.JobOffer?.Due,
        JobOfferLeft = (short)(obligations.JobOffer?.Left ?? 0),
        TrainingOffer = obligations.TrainingOffer?.Due,
        TrainingOfferLeft = (short)(obligations.TrainingOffer?.Left ?? 0),
        Next = obligations.Next,
    };
}
