using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Course = Wenye.Training.Data.Course;

namespace Wenye.Training.Features.Courses;

/// <summary>Catalogues as callers see them (目录应答).</summary>
internal static class CourseAnswers
{
    /// <summary>A course (课程).</summary>
    /// <param name="course">As it was stated.</param>
    /// <param name="until">Its last day, as it was stated or as a later row ends it; null: open.</param>
    public static Contract.Course ToContract(this Course course, DateOnly? until)
    {
        var answer = new Contract.Course
        {
            City = course.City,
            Occupation = new OccupationLevel { Occupation = course.Occupation, Level = course.Level },
            Name = course.Name,
            Category = course.Category,
            Hours = course.Hours,
            LeadsTo = course.LeadsTo,
            InForce = new Period { From = course.From.ToContract(), To = until?.ToContract() },
        };
        if (course.StandardFen is { } standard)
        {
            answer.StandardFen = standard;
        }

        if (course.AppraisalFeeFen is { } fee)
        {
            answer.AppraisalFeeFen = fee;
        }

        if (course.CostlyOrUrgent is { } urgent)
        {
            answer.CostlyOrUrgent = urgent;
        }

        return answer;
    }
}
