namespace Wenye.WelfarePosts.Domain.People;

/// <summary>The group for which someone is placed (安置对象群体), in the order of 36号 第十条.</summary>
public enum HardshipGroup
{
    /// <summary>Of a family in which nobody works (零就业家庭成员).</summary>
    ZeroEmploymentFamily = 1,

    /// <summary>On the register of the poor and of working age (建档立卡适龄贫困劳动力).</summary>
    RegisteredPoor,

    /// <summary>Older (大龄就业困难人员).</summary>
    OlderHardship,

    /// <summary>In hardship for another reason (其他就业困难人员).</summary>
    OtherHardship,

    /// <summary>Severely disabled (重度残疾人): a group of its own for second placements (第十八条), else one of the others (第八条).</summary>
    SevereDisability,

    /// <summary>Of a rural family of which nobody has found work elsewhere (农村零转移就业家庭成员), 第二十三条: a group of its own for rural posts only.</summary>
    ZeroTransferFamily,
}
