namespace Wenye.Training.Domain.Subsidies;

/// <summary>Who is trained (培训对象), 55号 第六条.</summary>
public enum SubsidyTrainee
{
    /// <summary>Employee of a firm, dispatched staff included (企业职工).</summary>
    Employee = 1,

    /// <summary>One of the groups trained free of charge (就业重点群体), 第六条(二) first paragraph.</summary>
    KeyGroup,

    /// <summary>Graduate without work within two years of leaving school (毕业离校2年内未就业毕业生).</summary>
    Graduate2y,

    /// <summary>登记失业人员.</summary>
    RegisteredUnemployed,

    /// <summary>Able and willing to work or found a firm, without a monthly pension, of any age (有就业创业能力和培训需求的人员).</summary>
    WillingWorker,

    /// <summary>Full-time student (高等院校在校生).</summary>
    CollegeStudent,

    /// <summary>Works flexibly (灵活就业人员), 鲁政办发〔2020〕19号 12.</summary>
    FlexibleWorker,

    /// <summary>Earns through a platform without a labour contract (平台从业人员), 72号 一(二).</summary>
    PlatformWorker,

    /// <summary>None of these (其他人员).</summary>
    Other,
}

/// <summary>How the training was given (培训方式).</summary>
public enum TrainingMode
{
    /// <summary>The stage on an online platform, paid to the platform (线上平台培训).</summary>
    OnlinePlatform = 1,

    /// <summary>Offline, be it the whole course or the stage after an online one (线下培训).</summary>
    Offline,

    /// <summary>Online and offline in one course (线上线下融合培训).</summary>
    Combined,
}
