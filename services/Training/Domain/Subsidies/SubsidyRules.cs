using System.Runtime.CompilerServices;
using Wenye.Policy;

namespace Wenye.Training.Domain.Subsidies;

/// <summary>The rules of the training subsidy for one region and day (职业培训补贴适用规定), looked up once for all claims of a batch.</summary>
internal sealed class SubsidyRules
{
    private static readonly ConditionalWeakTable<PolicyContext, SubsidyRules> Known = [];
    private readonly Finding[][] grounds;

    private SubsidyRules(PolicyContext policy)
    {
        Certificates = policy.Get(SubsidyParameters.Certificates);
        TimesAYear = policy.Get(SubsidyParameters.TimesAYear);
        RepeatYears = policy.Get(SubsidyParameters.RepeatYears);
        Standard = policy.Get(SubsidyParameters.Standard);
        TimesInCollege = policy.Get(SubsidyParameters.TimesInCollege);
        LastDay = policy.Get(SubsidyParameters.LastDay);
        Stages = policy.Get(SubsidyParameters.Stages);
        PlatformShare = policy.Get(SubsidyParameters.PlatformShare);
        PlatformShareOfCity = policy.Get(SubsidyParameters.PlatformShareOfCity);
        PlatformTrainees = policy.Get(SubsidyParameters.PlatformTrainees);
        OfflineShare = policy.Get(SubsidyParameters.OfflineShare);
        OfflineUntil = policy.Get(SubsidyParameters.OfflineUntil);
        OfflineShareOfCity = policy.Get(SubsidyParameters.OfflineShareOfCity);
        AsProvided = policy.Get(SubsidyParameters.AsProvided);
        PlatformWorkers = policy.Get(SubsidyParameters.PlatformWorkers);
        PlatformWorkersOfCity = policy.Get(SubsidyParameters.PlatformWorkersOfCity);
        Dated<Terms<SubsidyTrainee>>[] groups =
        [
            .. new[]
            {
                policy.Get(SubsidyParameters.Employees),
                policy.Get(SubsidyParameters.KeyGroups),
                policy.Get(SubsidyParameters.Students),
                policy.Get(SubsidyParameters.FlexibleWorkers),
                PlatformWorkers,
            }.Where(group => group.IsSet),
        ];
        grounds = [GroundsOf(default, groups), .. Enum.GetValues<SubsidyTrainee>().Select(trainee => GroundsOf(trainee, groups))];
    }

    public Dated<Terms<CertificateKind>> Certificates { get; }

    public Dated<int> TimesAYear { get; }

    public Dated<int> RepeatYears { get; }

    public Dated<bool> Standard { get; }

    public Dated<Terms<SubsidyTrainee>> PlatformWorkers { get; }

    public Dated<bool> PlatformWorkersOfCity { get; }

    public Dated<int> TimesInCollege { get; }

    public Dated<DateOnly> LastDay { get; }

    public Dated<bool> Stages { get; }

    public Dated<decimal> PlatformShare { get; }

    public Dated<decimal> PlatformShareOfCity { get; }

    public Dated<Terms<SubsidyTrainee>> PlatformTrainees { get; }

    public Dated<decimal> OfflineShare { get; }

    public Dated<DateOnly> OfflineUntil { get; }

    public Dated<decimal> OfflineShareOfCity { get; }

    public Dated<bool> AsProvided { get; }

    /// <summary>The rules of a region and day. A context is immutable, so what was looked up in it holds.</summary>
    public static SubsidyRules Under(PolicyContext policy) => Known.GetValue(policy, static context => new(context));

    /// <summary>How each group that is subsidised answers for this trainee (培训对象类别); the same few answers for all claims.</summary>
    public IReadOnlyList<Finding> Grounds(Fact<SubsidyTrainee> trainee) => grounds[trainee.IsProven ? (int)trainee.Value : 0];

    private static Finding[] GroundsOf(Fact<SubsidyTrainee> trainee, IEnumerable<Dated<Terms<SubsidyTrainee>>> groups)
    {
        var named = trainee.Named("trainee");
        return [.. groups.Select(group => new Finding(group.Clause, named.OneOf(group), group.Use))];
    }
}
