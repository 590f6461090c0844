using Wenye.Contracts.Registration.V1;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.People;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>In which groups someone may be placed (可适用群体): those that Registration recognised, in the order of the documents.</summary>
internal static class CandidateGroups
{
    private static readonly string ZeroEmployment = NameOf(HardshipCategory.ZeroEmploymentFamily);
    private static readonly string Poor = NameOf(HardshipCategory.RegisteredPoor);
    private static readonly string Older = NameOf(HardshipCategory.Older);
    private static readonly string Disabled = NameOf(HardshipCategory.Disabled);

    // 36号 第十条  依序优先安排零就业家庭成员、建档立卡适龄贫困劳动力、大龄就业困难人员
    private static readonly HardshipGroup[] UrbanOrder =
        [HardshipGroup.ZeroEmploymentFamily, HardshipGroup.RegisteredPoor, HardshipGroup.OlderHardship, HardshipGroup.SevereDisability, HardshipGroup.OtherHardship];

    // 36号 第二十三条  优先安置…建档立卡适龄贫困劳动力和需要帮扶的农村零转移就业家庭成员
    private static readonly HardshipGroup[] RuralOrder =
    [
        HardshipGroup.RegisteredPoor, HardshipGroup.ZeroTransferFamily, HardshipGroup.ZeroEmploymentFamily, HardshipGroup.OlderHardship,
        HardshipGroup.SevereDisability, HardshipGroup.OtherHardship,
    ];

    /// <summary>The groups, the one that goes first first; none: not recognised as in hardship.</summary>
    public static IReadOnlyList<HardshipGroup> Of(CandidacyFile file, Contract.PostKind post)
    {
        var recognised = file.Registers.Hardship;
        if (recognised.Count == 0)
        {
            return [];
        }

        var groups = recognised.Select(category => OfCategory(category, file)).ToHashSet();

        // Registration has no such category: the village's evidence shows it of someone in hardship.
        if (IsShown(file, Contract.HardshipGroup.ZeroTransferFamily))
        {
            groups.Add(HardshipGroup.ZeroTransferFamily);
        }

        return [.. (post == Contract.PostKind.Rural ? RuralOrder : UrbanOrder).Where(groups.Contains)];
    }

    /// <summary>Whether Registration recognised the person as of a family in which nobody works (零就业家庭成员).</summary>
    public static bool IsOfZeroEmploymentFamily(RegisterFile said) => said.Hardship.Contains(ZeroEmployment);

    private static HardshipGroup OfCategory(string category, CandidacyFile file) => category switch
    {
        _ when category == ZeroEmployment => HardshipGroup.ZeroEmploymentFamily,
        _ when category == Poor => HardshipGroup.RegisteredPoor,
        _ when category == Older => HardshipGroup.OlderHardship,
        _ when category == Disabled && IsShown(file, Contract.HardshipGroup.SevereDisability) => HardshipGroup.SevereDisability,
        _ => HardshipGroup.OtherHardship,
    };

    private static bool IsShown(CandidacyFile file, Contract.HardshipGroup group) => file.ClaimedGroup == group && file.GroupSource.Length > 0;

    // As the contract names it, which is what Registration answers.
    private static string NameOf(HardshipCategory category) =>
        HardshipServiceReflection.Descriptor.FindTypeByName<Google.Protobuf.Reflection.EnumDescriptor>(nameof(HardshipCategory))
            .FindValueByNumber((int)category).Name;
}
