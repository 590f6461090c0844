using Wenye.Policy;

namespace Wenye.Stabilization.Domain.RefundHandling;

/// <summary>Departments that review firms in difficulty together (会审部门), in the order of the contract.</summary>
public enum ReviewDepartment
{
    /// <summary>人力资源社会保障部门.</summary>
    HumanResources = 1,

    /// <summary>财政部门.</summary>
    Finance,

    /// <summary>发展改革部门.</summary>
    DevelopmentReform,

    /// <summary>工业和信息化部门.</summary>
    Industry,

    /// <summary>税务部门.</summary>
    Tax,
}

/// <summary>What the departments said (会审意见): true agrees, false does not, unproven has not spoken yet.</summary>
public sealed record JointReviewFacts : IFacts
{
    private static readonly IReadOnlyList<ReviewDepartment> All = Enum.GetValues<ReviewDepartment>();

    private readonly Fact<bool>[] opinions = [.. All.Select(department => Fact.Unproven<bool>(Term<ReviewDepartment>.Text(department)))];

    /// <summary>What a department said (意见).</summary>
    public Fact<bool> this[ReviewDepartment department]
    {
        get => opinions[(int)department - 1];
        init => opinions[(int)department - 1] = value.Named(Term<ReviewDepartment>.Text(department));
    }

    /// <summary>Of the opinions given so far (已提出的意见).</summary>
    public static JointReviewFacts Of(IReadOnlyDictionary<ReviewDepartment, bool> given)
    {
        var facts = new JointReviewFacts();
        foreach (var (department, agrees) in given)
        {
            facts.opinions[(int)department - 1] = Fact.Known(Term<ReviewDepartment>.Text(department), agrees);
        }

        return facts;
    }

    /// <summary>Reads the facts by name (读取).</summary>
    public static JointReviewFacts Read(FactSet given) => new()
    {
        [ReviewDepartment.HumanResources] = given.Truth("human_resources"),
        [ReviewDepartment.Finance] = given.Truth("finance"),
        [ReviewDepartment.DevelopmentReform] = given.Truth("development_reform"),
        [ReviewDepartment.Industry] = given.Truth("industry"),
        [ReviewDepartment.Tax] = given.Truth("tax"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => opinions.Select(opinion => opinion.Recorded);
}

/// <summary>Do the departments agree that a firm in difficulty is refunded (困难企业稳岗返还联合会审)?</summary>
public static class JointReview
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "stabilization.refund_joint_review";

    private static readonly Parameter<Terms<ReviewDepartment>> Departments = Parameter.Terms<ReviewDepartment>("stabilization.refund_review_departments");

    /// <summary>Decides (认定): incomplete until every department has spoken, or where no document names them.</summary>
    public static Decision<NoOutputs> Decide(JointReviewFacts facts, PolicyContext policy)
    {
        var departments = policy.Get(Departments);
        var examined = Decision.On(Name, facts, policy);
        if (!departments.IsSet)
        {
            return examined.And(departments, default).Grant();
        }

        // 26号 四(一)  各相关部门…根据职责对困难企业稳岗返还建立联合会审机制
        foreach (var department in AskedFor(policy))
        {
            examined = examined.And(departments, facts[department].Is(true));
        }

        return examined.Grant();
    }

    /// <summary>Whose opinions are asked for (参加会审的部门); none where no document names them.</summary>
    public static IReadOnlyList<ReviewDepartment> AskedFor(PolicyContext policy) =>
        policy.Get(Departments) is { IsSet: true } departments ? [.. Enum.GetValues<ReviewDepartment>().Where(departments.Value.Contains)] : [];
}
