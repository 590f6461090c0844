using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Domain.Tests.Refunds;

public sealed class LayoffKindsTests
{
    /// <summary>The words of 26号 二(二)3, in its order.</summary>
    [Theory]
    [InlineData("职工退休", ReductionKind.Retired)]
    [InlineData("死亡", ReductionKind.Died)]
    [InlineData("调出", ReductionKind.Transferred)]
    [InlineData("上学", ReductionKind.Studies)]
    [InlineData("入伍", ReductionKind.Enlisted)]
    [InlineData("劳动合同期满终止", ReductionKind.ContractEnded)]
    [InlineData("本人提出解除劳动合同", ReductionKind.Resigned)]
    [InlineData("依劳动合同法第三十九条规定解除劳动合同", ReductionKind.DismissedForCause)]
    [InlineData("同一集团公司下属子公司之间职工换岗", ReductionKind.MovedWithinGroup)]
    public void What_the_clause_lists_is_no_layoff(string words, ReductionKind kind) =>
        LayoffKinds.Counts(kind).ShouldBeFalse(words);

    [Fact]
    public void Whatever_the_clause_does_not_list_counts() =>
        Enum.GetValues<ReductionKind>().Where(LayoffKinds.Counts).ShouldBe([ReductionKind.Dismissed]);

    [Fact]
    public void People_laid_off_are_those_of_the_kinds_that_count() =>
        LayoffKinds.LaidOff([(ReductionKind.Dismissed, 4), (ReductionKind.Retired, 30), (ReductionKind.Resigned, 7), (ReductionKind.Dismissed, 2)]).ShouldBe(6);

    [Fact]
    public void A_year_without_reductions_has_no_layoffs() => LayoffKinds.LaidOff([]).ShouldBe(0);

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void A_kind_that_is_none_is_not_guessed(int kind) =>
        Should.Throw<ArgumentOutOfRangeException>(() => LayoffKinds.LaidOff([((ReductionKind)kind, 1)]));
}
