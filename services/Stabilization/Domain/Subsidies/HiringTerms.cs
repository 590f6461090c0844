using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Subsidies;

/// <summary>What the documents ask of one kind of hire (各情形的条件); values and clauses are in subsidies.parameters.yaml.</summary>
/// <remarks>Null: no document asks this of the kind. Unset for a region and day: none there does.</remarks>
internal sealed record HiringTerms
{
    /// <summary>People taken on when work was resumed (复工新吸纳).</summary>
    public static readonly HiringTerms ResumedWork = new("resumed")
    {
        From = Parameter.Day("stabilization.hiring_resumed_from"),
        Until = Parameter.Day("stabilization.hiring_resumed_until"),
        Registration = Parameter.Rule("stabilization.hiring_resumed_registration"),
        Insurance = Parameter.Rule("stabilization.hiring_resumed_insurance"),
        Newcomers = Parameter.Rule("stabilization.hiring_resumed_newcomers"),
    };

    /// <summary>Graduates of the year (毕业年度高校毕业生).</summary>
    public static readonly HiringTerms Graduate = new("graduate")
    {
        Sizes = Parameter.Terms<FirmSize>("stabilization.hiring_graduate_sizes"),
        From = Parameter.Day("stabilization.hiring_graduate_from"),
        Until = Parameter.Day("stabilization.hiring_graduate_until"),
        Registration = Parameter.Rule("stabilization.hiring_graduate_registration"),
        Insurance = Parameter.Rule("stabilization.hiring_graduate_insurance"),
        Once = Parameter.Rule("stabilization.hiring_graduate_once"),
        CityAmount = Parameter.Money("stabilization.hiring_graduate_city_amount"),
        AdvanceLimit = Parameter.Number("stabilization.hiring_graduate_advance_limit", Unit.Rate),
    };

    /// <summary>People registered as unemployed for half a year (登记失业半年以上).</summary>
    public static readonly HiringTerms LongUnemployed = new("long_unemployed")
    {
        From = Parameter.Day("stabilization.hiring_long_unemployed_from"),
        Until = Parameter.Day("stabilization.hiring_long_unemployed_until"),
        Insurance = Parameter.Rule("stabilization.hiring_long_unemployed_insurance"),
        UnemployedMonths = Parameter.Count("stabilization.hiring_long_unemployed_months", Unit.Months),
        CityAmount = Parameter.Money("stabilization.hiring_long_unemployed_city_amount"),
        AdvanceLimit = Parameter.Number("stabilization.hiring_long_unemployed_advance_limit", Unit.Rate),
    };

    private HiringTerms(string kind)
    {
        Rule = Parameter.Rule($"stabilization.hiring_{kind}");
        ContractYears = Parameter.Number($"stabilization.hiring_{kind}_contract_years", Unit.TermYears);
        Amount = Parameter.Money($"stabilization.hiring_{kind}_amount");
    }

    /// <summary>Every kind (全部情形).</summary>
    public static IReadOnlyList<HiringTerms> All { get; } = [ResumedWork, Graduate, LongUnemployed];

    /// <summary>That such hires are rewarded (给予补贴).</summary>
    public Parameter<bool> Rule { get; }

    /// <summary>Shortest contract (最短合同年限), years.</summary>
    public Parameter<decimal> ContractYears { get; }

    /// <summary>Yuan a head (补贴标准); for kinds with <see cref="CityAmount"/> the most, where a document states it.</summary>
    public Parameter<Money> Amount { get; }

    /// <summary>Sizes of firm (企业类型).</summary>
    public Parameter<Terms<FirmSize>>? Sizes { get; init; }

    /// <summary>First day of hire (吸纳起始日).</summary>
    public Parameter<DateOnly>? From { get; init; }

    /// <summary>Last day of hire (吸纳截止日).</summary>
    public Parameter<DateOnly>? Until { get; init; }

    /// <summary>Employment is registered (办理就业登记).</summary>
    public Parameter<bool>? Registration { get; init; }

    /// <summary>Social insurance is paid (缴纳社会保险费).</summary>
    public Parameter<bool>? Insurance { get; init; }

    /// <summary>They are new to the firm (半年内无记录).</summary>
    public Parameter<bool>? Newcomers { get; init; }

    /// <summary>Paid once a person (只补贴1次).</summary>
    public Parameter<bool>? Once { get; init; }

    /// <summary>Shortest time registered as unemployed (登记失业时间), months.</summary>
    public Parameter<int>? UnemployedMonths { get; init; }

    /// <summary>Yuan a head as the city sets it (各市确定的标准). Set by the operator.</summary>
    public Parameter<Money>? CityAmount { get; init; }

    /// <summary>Share that may be paid in advance (预拨比例上限).</summary>
    public Parameter<decimal>? AdvanceLimit { get; init; }

    /// <summary>The terms of a kind (情形).</summary>
    public static HiringTerms Of(HireKind kind) => kind switch
    {
        HireKind.ResumedWork => ResumedWork,
        HireKind.Graduate => Graduate,
        _ => LongUnemployed,
    };
}
