using Wenye.Policy;
using Wenye.WelfarePosts.Domain.People;
using Wenye.WelfarePosts.Domain.Posts;
using Wenye.WelfarePosts.Domain.Ranking;

namespace Wenye.WelfarePosts.Domain.Tests.Ranking;

public sealed class RankingTests
{
    [Fact]
    public void Each_rank_says_before_whom_and_by_which_factor()
    {
        Candidate[] list =
        [
            Person("甲", HardshipGroup.ZeroEmploymentFamily, true, 1980, 1),
            Person("乙", HardshipGroup.RegisteredPoor, true, 1980, 1),
            Person("丙", HardshipGroup.RegisteredPoor, false, 1970, 1),
            Person("丁", HardshipGroup.RegisteredPoor, false, 1980, 1),
            Person("戊", HardshipGroup.RegisteredPoor, false, 1980, 2),
            Person("己", HardshipGroup.RegisteredPoor, false, 1980, 2),
        ];
        RankedList.Of(list, PostKind.Urban).Select(one => one.Explanation).ShouldBe(
        [
            "第1名，排在乙之前：所属群体优先",
            "第2名，排在丙之前：同一群体，零就业家庭成员优先",
            "第3名，排在丁之前：同一群体，年龄大的优先",
            "第4名，排在己之前：同一群体，登记失业早的优先",
            "第5名，排在戊之前：三项因素均相同，名次并列，按编号列出",
            "第5名，其后无人",
        ]);
    }

    [Fact]
    public void An_id_given_twice_is_refused_without_repeating_it() =>
        Should.Throw<FactException>(() => RankingFacts.Read(FactSet.Parse("{candidates: [{id: 秘密}, {id: 秘密}]}"))).Message.ShouldNotContain("秘密");

    [Fact]
    public void A_candidate_without_an_id_is_refused() =>
        Should.Throw<FactException>(() => RankingFacts.Read(FactSet.Parse("{candidates: [{group: registered_poor}]}")));

    [Fact]
    public void A_fact_that_nobody_knows_is_refused() =>
        Should.Throw<FactException>(() => RankingFacts.Read(FactSet.Parse("{candidates: [{id: 甲, height: 180}]}")));

    private static Candidate Person(string id, HardshipGroup group, bool family, int born, int registered) =>
        new(id, group, family, new(born, 1, 1), new(2020, 1, registered));
}
