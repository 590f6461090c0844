using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.Training.Domain.Allowances;
using Wenye.Training.Domain.Subsidies;
using ClaimLine = Wenye.Training.Data.ClaimLine;

namespace Wenye.Training.Features.Claims;

/// <summary>What a trainee's group is to each decision (培训对象类别对应).</summary>
internal static class Groups
{
    /// <summary>55号 第六条. Who is in hardship is registered as unemployed: only such people are recognised.</summary>
    public static Fact<SubsidyTrainee> OfSubsidy(TraineeGroup group) => group switch
    {
        TraineeGroup.Employee => SubsidyTrainee.Employee,
        TraineeGroup.RegisteredPoor or TraineeGroup.PoorFamilyChild or TraineeGroup.SchoolLeaver or TraineeGroup.MigrantWorker
            or TraineeGroup.LaidOff or TraineeGroup.Veteran or TraineeGroup.Disabled or TraineeGroup.Farmer => SubsidyTrainee.KeyGroup,
        TraineeGroup.GraduateTwoYears => SubsidyTrainee.Graduate2y,
        TraineeGroup.RegisteredUnemployed or TraineeGroup.Hardship => SubsidyTrainee.RegisteredUnemployed,
        TraineeGroup.WillingWorker => SubsidyTrainee.WillingWorker,
        TraineeGroup.CollegeStudent => SubsidyTrainee.CollegeStudent,
        _ => default(Fact<SubsidyTrainee>),
    };

    /// <summary>11号 三, 72号 三(二). Of a school leaver it must be known whether he is from the country or of a family on minimum living allowance.</summary>
    public static Fact<AllowanceTrainee> OfAllowance(ClaimLine line) => line.Group switch
    {
        TraineeGroup.MigrantWorker => AllowanceTrainee.MigrantWorker,
        TraineeGroup.GraduateTwoYears => AllowanceTrainee.Graduate2y,
        TraineeGroup.RegisteredPoor => AllowanceTrainee.RegisteredPoor,
        TraineeGroup.PoorFamilyChild => AllowanceTrainee.PoorFamilyChild,
        TraineeGroup.Hardship => AllowanceTrainee.Hardship,
        TraineeGroup.SchoolLeaver => Fact.From(line.RuralOrLowIncome).Map(holds => holds ? AllowanceTrainee.RuralSchoolLeaver : AllowanceTrainee.Other),
        TraineeGroup.Unspecified => default(Fact<AllowanceTrainee>),
        _ => AllowanceTrainee.Other,
    };
}
