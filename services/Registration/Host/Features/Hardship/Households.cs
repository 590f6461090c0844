using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Category = Wenye.Registration.Domain.Hardship.HardshipCategory;

namespace Wenye.Registration.Features.Hardship;

/// <summary>Of which family a person is (零就业家庭): a keyed hash of the household, so that members are known to belong together and nothing else is.</summary>
internal static class Households
{
    private const int LongestNumber = 20;
    private const int GuidBytes = 16;

    /// <summary>What is wrong with a household that was told (户号校验).</summary>
    /// <param name="household">Null: none was told, which is no fault.</param>
    /// <param name="category">Of the recognition.</param>
    public static IEnumerable<FieldError> Faults(HouseholdReference? household, Category category)
    {
        if (household is null)
        {
            yield break;
        }

        if (category != Category.ZeroEmploymentFamily)
        {
            yield return new FieldError("household", "只有零就业家庭成员才填写户号，请留空");
            yield break;
        }

        if (!Division.TryParse(household.Division, out var place) || place.Level is DivisionLevel.Nation)
        {
            yield return new FieldError("household.division", "请填写户口登记地的 6 位行政区划代码");
        }

        if (household.Number.Length is < 1 or > LongestNumber || !household.Number.All(char.IsAsciiLetterOrDigit))
        {
            yield return new FieldError("household.number", $"请按户口簿填写户号，1 至 {LongestNumber} 位字母或数字");
        }
    }

    /// <summary>The key of the family (家庭标识): the same for the same household, and telling nobody which it is.</summary>
    /// <returns>Null: no household was told.</returns>
    public static Guid? FamilyOf(this PersonalDataProtector protector, HouseholdReference? household) => household is null
        ? null
        : new Guid(protector.LookupHash($"household|{household.Division}|{household.Number.ToUpperInvariant()}").AsSpan(0, GuidBytes), bigEndian: true);
}
