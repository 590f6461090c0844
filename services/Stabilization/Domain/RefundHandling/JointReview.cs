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

/// <summary>The joint review of firms in difficulty (困难企业稳岗返还联合会审), 26号 四(一).</summary>
public static class JointReview
{
    private static readonly Parameter<Terms<ReviewDepartment>> Departments = Parameter.Terms<ReviewDepartment>("stabilization.refund_review_departments");

    /// <summary>Whose opinions are asked for (参加会审的部门); unset where no document names them, so that the operator does.</summary>
    public static Dated<Terms<ReviewDepartment>> DepartmentsUnder(PolicyContext policy) => policy.Get(Departments);
}
