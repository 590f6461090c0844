using Wenye.Policy;

namespace Wenye.Registration.Domain.Employments;

/// <summary>Is this person in work, and with which reason does that end a registration as unemployed (就业登记)?</summary>
/// <remarks>Pure. The readings are in docs/decisions/0036-employment-registration.md.</remarks>
public static class EmploymentRegistration
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "registration.employment";

    private static readonly Parameter<int> MinimumAge = Parameter.Count("registration.employment_minimum_age", Unit.Years);
    private static readonly Parameter<bool> LabourAge = Parameter.Rule("registration.employment_labour_age");
    private static readonly Parameter<bool> Status = Parameter.Rule("registration.employment_status");
    private static readonly Parameter<bool> Income = Parameter.Rule("registration.employment_income");

    /// <summary>Decides (认定).</summary>
    public static Decision<EmploymentEffect> Decide(EmploymentFacts facts, PolicyContext policy)
    {
        var manner = facts.Manner;
        var code = manner.IsProven ? ReasonCodeOf(manner.Value) : "";
        var examined = Decision.On(Name, facts, policy)

            // 39号 一(一)、95号 附件二  劳动年龄为年满16周岁（含）至依法享受基本养老保险待遇
            .When(policy.Get(MinimumAge), IsOldEnough(facts, policy.Get(MinimumAge)))
            .And(policy.Get(LabourAge), facts.ReceivesPension.Is(false))

            // 39号 二(一)  其中，符合第1、2、3类情形的，在办理就业登记时…注销失业登记，转为就业状态
            .And(policy.Get(Status), manner.IsEstablished());

        // 39号 二(一)1  被各类用人单位录用或招聘的
        // 39号 二(一)2  从事灵活就业、新形态就业、个体经营、创办企业或民办非企业的
        // 39号 二(一)3  已从事有稳定收入的劳动，并且月收入不低于当地最低生活保障标准的
        if (manner.IsProven)
        {
            examined = examined.And(policy.Get(GroundOf(code)), manner.IsEstablished());
        }

        return examined

            // 95号 附件一3  劳动报酬或经营收入不低于当地城市居民最低生活保障标准
            .AndIf(!manner.IsProven || manner.Value == EmploymentManner.Flexible, policy.Get(Income), facts.IncomeReachesMinimum.Is(true))
            .Grant(() => new EmploymentEffect(Employed: true, code));
    }

    // 79号 附件二(二) AJC00A  11 被各类用人单位录用或招聘；12 从事个体经营、创办企业或民办非企业；
    // 13 已从事有稳定收入的劳动，并且月收入不低于当地最低生活保障标准；14 公益性岗位安置
    private static string ReasonCodeOf(EmploymentManner manner) => manner switch
    {
        EmploymentManner.Unit => "11",
        EmploymentManner.Founded or EmploymentManner.IndividualBusiness => "12",
        EmploymentManner.Flexible => "13",
        _ => "14",
    };

    /// <summary>The ground that cancelling has for the same code (注销情形): one value for both.</summary>
    private static Parameter<bool> GroundOf(string code) => Parameter.Rule($"registration.deregistration_ground_{code}");

    private static Proposition IsOldEnough(EmploymentFacts facts, Dated<int> minimumAge) =>
        facts.EmployedOn is { IsProven: true, Value: var day }
            ? Proposition.All(facts.EmployedOn.IsEstablished(), facts.BirthDate.Map(birth => Age.CompletedYears(birth, day)).AtLeast(minimumAge))
            : facts.EmployedOn.IsEstablished();
}
