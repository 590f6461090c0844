namespace Wenye.Loans.Domain.Borrowers;

/// <summary>The group of people a personal borrower belongs to (个人借款人类别), 27号 第四条 and 25号 一(一).</summary>
public enum LoanCategory
{
    /// <summary>Registered as unemployed, or in business without other work and treated alike (城镇登记失业人员，含视同人员).</summary>
    RegisteredUnemployed = 1,

    /// <summary>就业困难人员.</summary>
    Hardship,

    /// <summary>复员转业退役军人.</summary>
    Veteran,

    /// <summary>刑满释放人员.</summary>
    ReleasedPrisoner,

    /// <summary>高校在校生.</summary>
    CollegeStudent,

    /// <summary>Graduate, village officials and those back from abroad included (高校毕业生).</summary>
    Graduate,

    /// <summary>化解过剩产能企业职工和失业人员.</summary>
    OvercapacityWorker,

    /// <summary>返乡创业农民工.</summary>
    ReturningMigrant,

    /// <summary>网络商户.</summary>
    OnlineMerchant,

    /// <summary>建档立卡贫困人口.</summary>
    RegisteredPoor,

    /// <summary>农村自主创业农民.</summary>
    RuralEntrepreneur,

    /// <summary>Specialist of a township institution on leave or still in post (离岗或在职创业的乡镇事业单位专业技术人员).</summary>
    SecondedSpecialist,

    /// <summary>From Hong Kong, Macao or Taiwan, aged 20 to 45 (港澳台来鲁创业青年).</summary>
    HmtYouth,

    /// <summary>Individual business that lost its income in the epidemic (受疫情影响的个体工商户).</summary>
    IndividualBusinessHit,

    /// <summary>Buys a car for renting out as a taxi (贷款购车专门用于出租运营的个人).</summary>
    TaxiOwner,

    /// <summary>Buys a car and drives for a ride-hailing platform (贷款购车加入网络约车平台的专职司机).</summary>
    RideHailingDriver,

    /// <summary>Founds a taxi or ride-hailing company or its subsidiary (创办出租车、网约车企业或其子公司的个人).</summary>
    TaxiCompanyFounder,

    /// <summary>平台就业人员.</summary>
    PlatformWorker,

    /// <summary>In a recognised incubator or start-up park (入驻创业孵化基地、创业园区的个人).</summary>
    IncubatorResident,
}
