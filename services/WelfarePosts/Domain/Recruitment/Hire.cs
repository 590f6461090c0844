using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Recruitment;

/// <summary>What employer and worker sign (签订的合同或协议).</summary>
public enum ContractKind
{
    /// <summary>劳动合同.</summary>
    LabourContract = 1,

    /// <summary>用工协议.</summary>
    WorkAgreement,

    /// <summary>劳务协议.</summary>
    ServiceAgreement,

    /// <summary>Agreement with a village (聘用协议), 第二十五条.</summary>
    VillageAgreement,

    /// <summary>None (未签订).</summary>
    None,
}

/// <summary>What welfare_posts.hire looks at (聘用的事实). What is left out is unproven.</summary>
public sealed record HireFacts : IFacts
{
    /// <summary>岗位类别.</summary>
    public Fact<Posts.PostKind> Post { get; init => field = value.Named("post"); } = Fact.Unproven<Posts.PostKind>("post");

    /// <summary>Chosen by the order of welfare_posts.ranking, with applications and recommendations (依据排序机制确定).</summary>
    public Fact<bool> ChosenByOrder { get; init => field = value.Named("chosen_by_order"); } = Fact.Unproven<bool>("chosen_by_order");

    /// <summary>Was publicised and the time is over (已公示).</summary>
    public Fact<bool> Publicised { get; init => field = value.Named("publicised"); } = Fact.Unproven<bool>("publicised");

    /// <summary>An objection is open or was found right (公示有异议).</summary>
    public Fact<bool> ObjectionOpen { get; init => field = value.Named("objection_open"); } = Fact.Unproven<bool>("objection_open");

    /// <summary>What was signed (签订的合同或协议).</summary>
    public Fact<ContractKind> Contract { get; init => field = value.Named("contract"); } = Fact.Unproven<ContractKind>("contract");

    /// <summary>Registration has the employment (已就业登记和劳动用工备案).</summary>
    public Fact<bool> EmploymentRegistered { get; init => field = value.Named("employment_registered"); } = Fact.Unproven<bool>("employment_registered");

    /// <summary>Recorded in the province's real-name database (已录入实名制数据库).</summary>
    public Fact<bool> InDatabase { get; init => field = value.Named("in_database"); } = Fact.Unproven<bool>("in_database");

    /// <summary>Reads the facts by name (读取).</summary>
    public static HireFacts Read(FactSet given) => new()
    {
        Post = given.Choice<Posts.PostKind>("post"),
        ChosenByOrder = given.Truth("chosen_by_order"),
        Publicised = given.Truth("publicised"),
        ObjectionOpen = given.Truth("objection_open"),
        Contract = given.Choice<ContractKind>("contract"),
        EmploymentRegistered = given.Truth("employment_registered"),
        InDatabase = given.Truth("in_database"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Post.Recorded,
        ChosenByOrder.Recorded,
        Publicised.Recorded,
        ObjectionOpen.Recorded,
        Contract.Recorded,
        EmploymentRegistered.Recorded,
        InDatabase.Recorded,
    ];
}

/// <summary>Is everything done that a hire needs (聘用程序)? What is still to be done is asked for.</summary>
public static class Hire
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.hire";

    private static readonly Parameter<bool> Order = Parameter.Rule("welfare_posts.hire_order");
    private static readonly Parameter<bool> Publicity = Parameter.Rule("welfare_posts.hire_publicity");
    private static readonly Parameter<bool> Contract = Parameter.Rule("welfare_posts.hire_contract");
    private static readonly Parameter<bool> VillageContract = Parameter.Rule("welfare_posts.hire_contract_village");
    private static readonly Parameter<bool> Registered = Parameter.Rule("welfare_posts.hire_registered");
    private static readonly Parameter<bool> Database = Parameter.Rule("welfare_posts.hire_database");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(HireFacts facts, PolicyContext policy)
    {
        var (order, registered, database) = (policy.Get(Order), policy.Get(Registered), policy.Get(Database));
        var isRural = facts.Post is { IsProven: true, Value: Posts.PostKind.Rural };
        var contract = policy.Get(isRural ? VillageContract : Contract);
        return Decision.On(Name, facts, policy)

            // 36号 第十一条(二)  依据公益性岗位安置对象排序机制，结合就业困难人员申请和公共就业服务机构推荐等情况，确定岗位拟聘用人员
            .AndIf(order.IsSet, order, facts.ChosenByOrder.Is(true))

            // 36号 第十一条(三)  对拟聘人员向社会进行公示，公示无异议的按规定签订相关合同或协议
            // 38号 七  组织好上岗资格认定、人岗匹配和拟招用人员公示等工作
            .And(policy.Get(Publicity), Proposition.All(facts.Publicised.Is(true), facts.ObjectionOpen.Is(false)))

            // 36号 第十三条  依法签订劳动合同（或用工协议、劳务协议）
            // 36号 第二十五条  指导村（社区）与公益性岗位拟聘用人员签订聘用协议
            .AndIf(contract.IsSet && !isRural, contract, Proposition.All(facts.Post.IsEstablished(), facts.Contract.IsNot(ContractKind.None)))
            .AndIf(contract.IsSet && isRural, contract, facts.Contract.IsNot(ContractKind.None))

            // 36号 第十一条(三)  进行就业登记和劳动用工备案
            .AndIf(registered.IsSet, registered, facts.EmploymentRegistered.Is(true))

            // 36号 第十九条  将本辖区内新开发的公益性岗位信息录入“山东省公共就业人才服务信息系统”
            // 38号 八  强化实名制动态管理，建立省级公益性岗位数据库
            .AndIf(database.IsSet, database, facts.InDatabase.Is(true))
            .Grant();
    }
}
