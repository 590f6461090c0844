namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>Kinds of refund (稳岗返还类别).</summary>
public enum RefundKind
{
    /// <summary>To an ordinary firm, of its contributions (一般企业稳岗返还).</summary>
    General = 1,

    /// <summary>To a firm in difficulty with hope of recovery, of the benefit level (经营困难且恢复有望企业稳岗返还).</summary>
    Difficult,
}

/// <summary>What a firm has drawn this year (本年度已享受的稳岗返还).</summary>
public enum RefundDrawn
{
    /// <summary>Nothing (未享受).</summary>
    None = 1,

    /// <summary>Under the general kind (一般企业).</summary>
    General,

    /// <summary>Under the difficult kind (困难企业).</summary>
    Difficult,
}

/// <summary>Groups for which a city sets a rate of its own (城市另定比例的类别).</summary>
public enum RefundPriority
{
    /// <summary>None of them (无).</summary>
    None = 1,

    /// <summary>Builds a key project of province or city, or one chosen for the change of drivers (重点项目、新旧动能转换优选项目建设企业).</summary>
    KeyProject,

    /// <summary>Cuts overcapacity or is of a named energy-hungry industry (化解过剩产能、七大高耗能行业企业).</summary>
    Overcapacity,
}

/// <summary>What the firm has to do before it is paid (办理方式).</summary>
public enum RefundPath
{
    /// <summary>The firm confirms and commits, then publicity (企业确认、公示). 26号 四(三), 63号 附件一(一)4.</summary>
    Confirmation = 1,

    /// <summary>Nothing, and no publicity: the raised part of a refund already paid (直接拨付提高标准部分). 63号 二(一)1, 附件一(一)4.</summary>
    TopUp,

    /// <summary>Nothing: small firms of few people (免申即享). 辽政办发〔2020〕25号 (五).</summary>
    WithoutApplication,

    /// <summary>The departments review it together (联合会审). 26号 四(一), 63号 附件一(二)4.</summary>
    JointReview,
}
