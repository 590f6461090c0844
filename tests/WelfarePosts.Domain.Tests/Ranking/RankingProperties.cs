using FsCheck;
using FsCheck.Fluent;
using Wenye.WelfarePosts.Domain.People;
using Wenye.WelfarePosts.Domain.Posts;
using Wenye.WelfarePosts.Domain.Ranking;

namespace Wenye.WelfarePosts.Domain.Tests.Ranking;

/// <summary>What holds of every ranking.</summary>
public sealed class RankingProperties
{
    [Fact]
    public void The_order_does_not_depend_on_the_order_of_the_input() =>
        Prop.ForAll(Lists.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (list, seed) =>
        {
            var shuffled = list.ToArray();
            new Random(seed).Shuffle(shuffled);
            return RankedList.Of(list, PostKind.Urban).SequenceEqual(RankedList.Of(shuffled, PostKind.Urban))
                && RankedList.Of(list, PostKind.Rural).SequenceEqual(RankedList.Of(shuffled, PostKind.Rural));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_is_lost_and_nobody_stands_twice() =>
        Prop.ForAll(Lists.ToArbitrary(), list => RankedList.Of(list, PostKind.Urban).Select(one => one.Candidate.Id).Order(StringComparer.Ordinal).SequenceEqual(list.Select(one => one.Id)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_outranks_a_person_who_beats_them_on_an_earlier_factor() =>
        Prop.ForAll(Lists.ToArbitrary(), list =>
        {
            var order = RankedList.Of(list, PostKind.Urban).Select(one => one.Candidate).ToList();
            return Pairs(order).All(pair => !Beats(pair.Later, pair.Earlier, PostKind.Urban));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_outranks_a_person_of_the_groups_that_come_first_in_the_country() =>
        Prop.ForAll(Lists.ToArbitrary(), list =>
        {
            var order = RankedList.Of(list, PostKind.Rural).Select(one => one.Candidate).ToList();
            return Pairs(order).All(pair => !Beats(pair.Later, pair.Earlier, PostKind.Rural));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_reason_is_the_first_factor_in_which_two_neighbours_differ() =>
        Prop.ForAll(Lists.ToArbitrary(), list => RankedList.Of(list, PostKind.Urban).All(one =>
            one.Before is null ? one.By is null : one.By == FirstDifference(one.Candidate, one.Before, PostKind.Urban)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Places_are_shared_only_by_those_alike_in_all_factors() =>
        Prop.ForAll(Lists.ToArbitrary(), list =>
        {
            var ranked = RankedList.Of(list, PostKind.Urban);
            return ranked.Zip(ranked.Skip(1)).All(pair => (pair.First.Place == pair.Second.Place) == (pair.First.By == RankFactor.Tie))
                && ranked.Index().All(one => one.Item.Place <= one.Index + 1);
        }).QuickCheckThrowOnFailure();

    // Few values, so that ties are frequent.
    private static Gen<List<Candidate>> Lists =>
        from count in Gen.Choose(0, 40)
        from people in People.ListOf(count)
        select people.Select((one, index) => one with { Id = $"{index:000}" }).ToList();

    private static Gen<Candidate> People =>
        from place in Gen.Elements(Enum.GetValues<HardshipGroup>())
        from family in Gen.Elements(false, true)
        from born in Gen.Choose(0, 2)
        from registered in Gen.Choose(0, 2)
        select new Candidate("", place, family, new DateOnly(1970, 1, 1).AddDays(born), new DateOnly(2019, 12, 31).AddDays(registered));

    private static IEnumerable<(Candidate Earlier, Candidate Later)> Pairs(List<Candidate> order) =>
        order.SelectMany((earlier, index) => order.Skip(index + 1).Select(later => (earlier, later)));

    private static bool Beats(Candidate one, Candidate other, PostKind post) => FirstDifference(one, other, post) switch
    {
        RankFactor.Group => Tier(one, post) < Tier(other, post),
        RankFactor.Family => one.InZeroEmploymentFamily!.Value,
        RankFactor.Age => one.BirthDate < other.BirthDate,
        RankFactor.Registration => one.RegisteredOn < other.RegisteredOn,
        _ => string.CompareOrdinal(one.Id, other.Id) < 0,
    };

    private static RankFactor FirstDifference(Candidate one, Candidate other, PostKind post) =>
        Tier(one, post) != Tier(other, post) ? RankFactor.Group
        : one.InZeroEmploymentFamily != other.InZeroEmploymentFamily ? RankFactor.Family
        : one.BirthDate != other.BirthDate ? RankFactor.Age
        : one.RegisteredOn != other.RegisteredOn ? RankFactor.Registration
        : RankFactor.Tie;

    // Written out again from 第十条 and 第二十三条, as a second opinion.
    private static int Tier(Candidate one, PostKind post) => (post, one.Group) switch
    {
        (PostKind.Rural, HardshipGroup.RegisteredPoor or HardshipGroup.ZeroTransferFamily) => 0,
        (_, HardshipGroup.ZeroEmploymentFamily) => 1,
        (_, HardshipGroup.RegisteredPoor) => 2,
        (_, HardshipGroup.OlderHardship) => 3,
        _ => 4,
    };
}
