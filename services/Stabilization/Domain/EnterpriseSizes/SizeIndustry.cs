namespace Wenye.Stabilization.Domain.EnterpriseSizes;

/// <summary>Industries that the size standard tells apart (划型行业), in its order.</summary>
public enum SizeIndustry
{
    /// <summary>农、林、牧、渔业.</summary>
    Agriculture = 1,

    /// <summary>Mining, manufacturing, electricity, heat, gas and water (工业).</summary>
    Industry,

    /// <summary>建筑业.</summary>
    Construction,

    /// <summary>批发业.</summary>
    Wholesale,

    /// <summary>零售业.</summary>
    Retail,

    /// <summary>Transport without railways (交通运输业).</summary>
    Transport,

    /// <summary>仓储业.</summary>
    Storage,

    /// <summary>邮政业.</summary>
    Post,

    /// <summary>住宿业.</summary>
    Lodging,

    /// <summary>餐饮业.</summary>
    Catering,

    /// <summary>Telecommunications and internet (信息传输业).</summary>
    InformationTransmission,

    /// <summary>软件和信息技术服务业.</summary>
    Software,

    /// <summary>房地产开发经营.</summary>
    RealEstateDevelopment,

    /// <summary>物业管理.</summary>
    PropertyManagement,

    /// <summary>租赁和商务服务业.</summary>
    LeasingAndBusiness,

    /// <summary>Research, public facilities, household services, social work, culture and sport (其他未列明行业).</summary>
    OtherNamed,

    /// <summary>Railways, finance, education, health, public administration: the standard does not apply (不适用).</summary>
    NotCovered,
}
