using Google.Protobuf.Reflection;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Classes;

/// <summary>Classes as callers see them (班级应答).</summary>
internal static class ClassAnswers
{
    private static readonly EnumDescriptor States = ClassServiceReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(ClassState));

    /// <summary>A line of a list (班级清单行): without decision and steps.</summary>
    public static Contract.TrainingClass ToLine(this TrainingClass one, string institution) => new()
    {
        ClassId = one.Id.ToString(),
        InstitutionId = one.InstitutionId.ToString(),
        InstitutionName = institution,
        Division = one.Division,
        Occupation = new OccupationLevel { Occupation = one.Occupation, Level = one.Level },
        OccupationName = one.OccupationName,
        Category = one.Category,
        Mode = one.Mode,
        TotalHours = one.TotalHours,
        OnlineMinutes = one.OnlineMinutes,
        StartsOn = one.StartsOn.ToContract(),
        EndsOn = one.EndsOn.ToContract(),
        Places = one.Places,
        State = one.State,
        Trainees = one.Trainees,
        Passed = one.Passed,
        StartedOn = one.StartedOn?.ToContract(),
        HalfReachedOn = one.HalfReachedOn?.ToContract(),
    };

    /// <summary>The class with the decision on its plan (班级).</summary>
    public static Contract.TrainingClass ToContract(this TrainingClass one, string institution)
    {
        var answer = one.ToLine(institution);
        answer.PlanDecision = StoredDecisions.ToContract(one.PlanDecision);
        return answer;
    }

    /// <summary>The class with its history (班级及环节); operators and notes only for those who handle training.</summary>
    public static Contract.TrainingClass WithSteps(this TrainingClass one, string institution, Caller caller)
    {
        var answer = one.ToContract(institution);
        answer.Steps.Add(one.Steps.OrderBy(step => step.Sequence).Select(step => step.ToContract(States, (int)step.State, caller)));
        return answer;
    }
}
