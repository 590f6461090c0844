using Wenye.Contracts.WelfarePosts.V1;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Features.Recruitment;

namespace Wenye.WelfarePosts.Host.Tests.Recruitment;

/// <summary>In which groups someone may be placed, the one that goes first first.</summary>
public sealed class CandidateGroupsTests
{
    [Theory]
    [InlineData("", PostKind.Urban, "")]
    [InlineData("LONG_UNEMPLOYED OLDER REGISTERED_POOR ZERO_EMPLOYMENT_FAMILY", PostKind.Urban, "ZeroEmploymentFamily RegisteredPoor Older Other")]
    [InlineData("ZERO_EMPLOYMENT_FAMILY REGISTERED_POOR", PostKind.Rural, "RegisteredPoor ZeroEmploymentFamily")]
    [InlineData("DISABLED EPIDEMIC LANDLESS CITY", PostKind.Urban, "Other")]
    public void What_Registration_recognised_counts_in_the_order_of_the_documents(string recognised, PostKind post, string groups) =>
        Groups(new CandidacyFile(), recognised, post).ShouldBe(groups);

    [Theory]
    [InlineData(HardshipGroup.SevereDisability, "残疾人证", "DISABLED", PostKind.Urban, "SevereDisability")]
    [InlineData(HardshipGroup.SevereDisability, "", "DISABLED", PostKind.Urban, "Other")]
    [InlineData(HardshipGroup.SevereDisability, "残疾人证", "LANDLESS", PostKind.Urban, "Other")]
    [InlineData(HardshipGroup.ZeroTransferFamily, "村委会证明", "LANDLESS", PostKind.Rural, "ZeroTransferFamily Other")]
    [InlineData(HardshipGroup.ZeroTransferFamily, "村委会证明", "LANDLESS", PostKind.Urban, "Other")]
    [InlineData(HardshipGroup.ZeroTransferFamily, "村委会证明", "", PostKind.Rural, "")]
    [InlineData(HardshipGroup.RegisteredPoor, "证明", "LANDLESS", PostKind.Urban, "Other")]
    public void What_is_claimed_counts_only_where_Registration_has_no_category_for_it(
        HardshipGroup claimed, string source, string recognised, PostKind post, string groups) =>
        Groups(new CandidacyFile { ClaimedGroup = claimed, GroupSource = source }, recognised, post).ShouldBe(groups);

    private static string Groups(CandidacyFile file, string recognised, PostKind post)
    {
        file.Registers.Hardship = [.. recognised.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => $"HARDSHIP_CATEGORY_{name}")];
        return string.Join(' ', CandidateGroups.Of(file, post).Select(group => (HardshipGroup)group));
    }
}
