using Wenye.Policy;

namespace Wenye.Registration.Domain;

/// <summary>What registration.deregistration looks at (注销失业登记的事实).</summary>
public sealed record DeregistrationFacts : IFacts
{
    /// <summary>Why the registration is to be cancelled: a code of AJC00A (注销失业登记原因).</summary>
    public Fact<string> ReasonCode { get; init => field = value.Named("reason_code"); } = Fact.Unproven<string>("reason_code");

    /// <summary>Reads the facts by name (读取).</summary>
    public static DeregistrationFacts Read(FactSet given) => new() { ReasonCode = given.Text("reason_code") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [ReasonCode.Recorded];
}

/// <summary>What follows from cancelling a registration (注销后的处理).</summary>
/// <param name="Notify">The person must be told (须告知本人).</param>
/// <param name="BecomesEmployed">The person's status becomes employed; else the registration is left (转为就业状态).</param>
public sealed record DeregistrationEffect(bool Notify, bool BecomesEmployed) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        new("notify", PolicyValue.Of(Notify)),
        new("becomes_employed", PolicyValue.Of(BecomesEmployed)),
    ];
}

/// <summary>May a registration be cancelled for this reason (注销失业登记)?</summary>
public static class Deregistration
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "registration.deregistration";

    private const string OtherReason = "90";

    /// <summary>Decides (认定).</summary>
    public static Decision<DeregistrationEffect> Decide(DeregistrationFacts facts, PolicyContext policy)
    {
        var code = facts.ReasonCode;
        var cityGrounds = policy.Get(RegistrationParameters.OtherGrounds);
        var neverAlone = policy.Get(RegistrationParameters.GroundsNeverAlone);
        var withoutNotice = policy.Get(RegistrationParameters.CodesWithoutNotice);
        var intoWork = policy.Get(RegistrationParameters.CodesIntoWork);

        return Decision.On(Name, facts, policy)

            // 39号 二(一)  对出现下列情形之一的，注销其失业登记
            .WhenAnyOf(policy.Get(RegistrationParameters.Deregistration), DeregistrationGrounds.Examine(code, policy))

            // 39号 二(一)11  各市确定的其他情形
            .AndIf(code is { IsProven: true, Value: OtherReason }, policy.Get(RegistrationParameters.OtherGround), cityGrounds.Is(true))

            // 79号 一(四)  不能简单以连续3次拒绝接受公共就业服务、连续6个月无法取得联系为由，注销失业人员失业登记
            .And(neverAlone, code.NoneOf(neverAlone))

            // 39号 二(一)  以适当方式予以告知（移居境外、被判刑收监执行、死亡及无法取得联系的除外）
            .Using(withoutNotice)

            // 39号 二(一)  其中，符合第1、2、3类情形的…转为就业状态
            .Using(intoWork)
            .Grant(() => new DeregistrationEffect(
                Notify: !withoutNotice.Value.Contains(code.Value),
                BecomesEmployed: intoWork.Value.Contains(code.Value)));
    }
}
