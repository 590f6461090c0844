namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>How somebody is employed (就业方式), 95号 附件三3.</summary>
public enum EmploymentForm
{
    /// <summary>By a body (单位就业).</summary>
    Unit = 1,

    /// <summary>By an individual business of one's own (个体工商户): only the owner is collected.</summary>
    IndividualBusiness,

    /// <summary>In a public-benefit post (公益性岗位安置).</summary>
    WelfarePost,

    /// <summary>Flexibly (灵活就业).</summary>
    Flexible,
}

/// <summary>Which record of a person counts who was employed several times in a year (年度内重复就业), 95号 附件四(一).</summary>
public enum DuplicateRule
{
    /// <summary>The latest (最新一条).</summary>
    Latest = 1,

    /// <summary>The first (首次).</summary>
    First,
}
