using Wenye.Policy;

namespace Wenye.Registration.Domain;

/// <summary>May this person register as unemployed (失业登记条件)?</summary>
/// <remarks>Pure: the same facts under the same parameters give the same decision. Which document governs on which day is data, in registration.parameters.yaml.</remarks>
public static class Eligibility
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "registration.eligibility";

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(EligibilityFacts facts, PolicyContext policy)
    {
        var conditions = policy.Get(RegistrationParameters.Conditions);
        var minimumAge = policy.Get(RegistrationParameters.MinimumAge);
        var places = policy.Get(RegistrationParameters.Places);

        return Decision.On(Name, facts, policy)

            // 39号 一(一)  “劳动年龄内”是指16周岁（含）至依法享受基本养老保险待遇年龄内
            .When(minimumAge, facts.BirthDate.Map(birth => Age.CompletedYears(birth, policy.AsOf)).AtLeast(minimumAge))
            .And(conditions, facts.ReceivesPension.Is(false))

            // 39号 一(一)  “有就业要求”依据个人申请
            .And(conditions, facts.WantsWork.Is(true))

            // 39号 一(一)  “处于无业状态”依据山东省公共就业人才服务信息系统记录
            .And(conditions, facts.Employed.Is(false))

            // 79号 三(十)  登记失业人员为劳动年龄内，有劳动能力，有就业需求，处于无业状态
            // 39号 二(一)5 完全丧失劳动能力的（注销其失业登记）
            .And(policy.Get(RegistrationParameters.AbilityToWork), facts.AbleToWork.Is(true))

            // 39号 一(一)  在山东省就业后失业的港澳台居民可参照执行
            .AndIf(facts.HmtResident is { IsProven: true, Value: true }, policy.Get(RegistrationParameters.HmtResidents), facts.WorkedInProvince.Is(true))

            // 39号 一(二)  在户籍地或常住地办理失业登记
            // 79号 一(一)  城乡失业人员可在户籍地、常住地、就业地、参保地进行失业登记
            .And(places, facts.Place.OneOf(places))
            .Grant();
    }
}
