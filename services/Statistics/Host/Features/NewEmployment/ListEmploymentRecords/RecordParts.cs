using Wenye.Contracts.Statistics.V1;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.NewEmployment.ListEmploymentRecords;

/// <summary>Only the employments of parts of a report (按报表分项筛选).</summary>
internal static class RecordParts
{
    private static readonly string[] Dimensions = ["form", "type", "sector", "industry", "registered_unemployed", "hardship", "sex"];

    /// <summary>Whether figures are broken down so.</summary>
    public static bool IsKnown(RecordPart part) => Dimensions.Contains(part.Dimension);

    /// <summary>The verdicts on employments of every part.</summary>
    public static IQueryable<EmploymentVerdict> Only(IQueryable<EmploymentVerdict> verdicts, IQueryable<RegisteredEmployment> employments, IReadOnlyCollection<RecordPart> parts) =>
        parts.Count == 0 ? verdicts : verdicts.Join(
            parts.Aggregate(employments, Of), verdict => verdict.EmploymentId, employment => employment.EmploymentId, (verdict, employment) => verdict);

    private static IQueryable<RegisteredEmployment> Of(IQueryable<RegisteredEmployment> employments, RecordPart part)
    {
        var key = part.Key;
        var isTrue = key == "true";
        return part.Dimension switch
        {
            "form" => employments.Where(employment => employment.Manner == key),
            "type" => employments.Where(employment => employment.Type == key),
            "sector" => employments.Where(employment => employment.Sector == key),
            "sex" => employments.Where(employment => employment.Sex == key),
            "registered_unemployed" => employments.Where(employment => employment.WasRegisteredUnemployed == isTrue),
            "hardship" => employments.Where(employment => employment.WasInHardship == isTrue),
            _ => OfIndustry(employments, key),
        };
    }

    private static IQueryable<RegisteredEmployment> OfIndustry(IQueryable<RegisteredEmployment> employments, string section)
    {
        string[] beginnings = [.. IndustrySections.BeginningsOf(section)];
        return section == Dimension.Unstated
            ? employments.Where(employment => !beginnings.Contains(employment.Industry.Substring(0, 1)) && !beginnings.Contains(employment.Industry.Substring(0, 2)))
            : employments.Where(employment => beginnings.Contains(employment.Industry.Substring(0, 1)) || beginnings.Contains(employment.Industry.Substring(0, 2)));
    }
}
