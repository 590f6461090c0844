namespace Wenye.Training.Domain;

/// <summary>Certificates that training leads to (证书类别), 55号 第四条.</summary>
public enum CertificateKind
{
    /// <summary>职业资格证书.</summary>
    Qualification = 1,

    /// <summary>职业技能等级证书.</summary>
    SkillLevel,

    /// <summary>专项职业能力证书.</summary>
    SpecialAbility,

    /// <summary>特种作业操作证.</summary>
    SpecialOperation,

    /// <summary>特种设备作业人员证.</summary>
    SpecialEquipment,

    /// <summary>培训合格证书.</summary>
    Completion,

    /// <summary>None of the six (其他证书).</summary>
    Other,
}
