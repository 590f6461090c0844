using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Supervision;

/// <summary>What welfare_posts.payment_check looks at (发放前核查的事实). What is left out is unproven.</summary>
public sealed record PaymentCheckFacts : IFacts
{
    /// <summary>Was in hardship when placed (安置时为就业困难人员).</summary>
    public Fact<bool> InHardshipWhenPlaced { get; init => field = value.Named("in_hardship_when_placed"); } = Fact.Unproven<bool>("in_hardship_when_placed");

    /// <summary>The employer's attendance of the month shows work (当月有出勤).</summary>
    public Fact<bool> Attended { get; init => field = value.Named("attended"); } = Fact.Unproven<bool>("attended");

    /// <summary>A ground for leaving (第二十条) arose in a month before this one: work, pension, death by records (上月及以前已有退出情形).</summary>
    public Fact<bool> ExitGroundInFormerMonth { get; init => field = value.Named("exit_ground_in_former_month"); } = Fact.Unproven<bool>("exit_ground_in_former_month");

    /// <summary>Posts for which the person is paid in the month, this one included (在岗岗位数).</summary>
    public Fact<int> PostsHeld { get; init => field = value.Named("posts_held"); } = Fact.Unproven<int>("posts_held");

    /// <summary>Reads the facts by name (读取).</summary>
    public static PaymentCheckFacts Read(FactSet given) => new()
    {
        InHardshipWhenPlaced = given.Truth("in_hardship_when_placed"),
        Attended = given.Truth("attended"),
        ExitGroundInFormerMonth = given.Truth("exit_ground_in_former_month"),
        PostsHeld = given.Count("posts_held"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [InHardshipWhenPlaced.Recorded, Attended.Recorded, ExitGroundInFormerMonth.Recorded, PostsHeld.Recorded];
}

/// <summary>May a month be paid as far as records show (当月发放核查)?</summary>
public static class PaymentCheck
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.payment_check";

    private static readonly Parameter<bool> Lawful = Parameter.Rule("welfare_posts.payment_lawful");
    private static readonly Parameter<bool> NoExit = Parameter.Rule("welfare_posts.payment_no_exit");
    private static readonly Parameter<bool> OnePost = Parameter.Rule("welfare_posts.payment_one_post");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(PaymentCheckFacts facts, PolicyContext policy)
    {
        var (lawful, noExit, onePost) = (policy.Get(Lawful), policy.Get(NoExit), policy.Get(OnePost));
        return Decision.On(Name, facts, policy)

            // 36号 第二十二条  对安置非就业困难人员、虚报冒领骗取补贴、“吃空饷”等违法违规情形及时纠正查处
            // 38号 八  严格开展安置人员身份核实认定，…加强在岗人员履职情况监管
            .When(lawful, facts.InHardshipWhenPlaced.Is(true))
            .AndIf(lawful.IsSet, lawful, facts.Attended.Is(true))

            // 36号 第二十条  从终止聘用关系的下月起停止发放各项补贴
            .AndIf(noExit.IsSet, noExit, facts.ExitGroundInFormerMonth.Is(false))

            // 38号 八  坚决避免…一人多岗
            .AndIf(onePost.IsSet, onePost, facts.PostsHeld.AtMost(1))
            .Grant();
    }
}
