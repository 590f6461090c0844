using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Months;
using Wenye.WelfarePosts.Domain.Subsidies;
using Outcome = Wenye.Policy.Outcome;

namespace Wenye.WelfarePosts.Domain.Tests.Months;

/// <summary>What holds of every month and of every series of runs of it.</summary>
public sealed class PostMonthProperties
{
    private static readonly Division County = Division.Parse("370811");

    [Fact]
    public void What_runs_book_adds_up_to_what_the_last_proven_one_found_due() =>
        Prop.ForAll(Facts.ListOf().ToArbitrary(), versions =>
        {
            var (booked, due) = (0L, 0L);
            foreach (var decided in versions.Select(facts => PostMonthTests.Decide(facts, booked)))
            {
                booked += decided.AmountFen;
                due = decided.Outcome == Outcome.Incomplete ? due : decided.PostSubsidy.Fen + decided.InsuranceSubsidy.Fen;
            }

            return booked == due && booked >= 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_was_run_meanwhile_the_books_end_alike_and_a_second_run_brings_nothing() =>
        Prop.ForAll(Facts.ListOf().ToArbitrary(), Facts.Where(IsProven).ToArbitrary(), (before, last) =>
        {
            long Books(IEnumerable<MonthFacts> versions) => versions.Aggregate(0L, (booked, facts) => booked + PostMonthTests.Decide(facts, booked).AmountFen);
            var end = Books([.. before, last]);
            return end == Books([.. Enumerable.Reverse(before), last]) && end == Books([last]) && PostMonthTests.Decide(last, end).AmountFen == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_due_below_zero_and_the_unproven_takes_nothing_back() =>
        Prop.ForAll(Facts.ToArbitrary(), Gen.Choose(0, 500_000).ToArbitrary(), (facts, booked) =>
            PostMonthTests.Decide(facts, booked) is var decided
            && decided.PostSubsidy >= Money.Zero && decided.InsuranceSubsidy >= Money.Zero
            && (decided.Outcome != Outcome.Incomplete || decided.AmountFen >= 0)
            && (decided.Outcome == Outcome.Granted || decided is { PostSubsidy.Fen: 0, InsuranceSubsidy.Fen: 0 })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_stored_line_is_decided_again_to_the_same_bytes_alone_and_in_a_batch() =>
        Prop.ForAll(Facts.ToArbitrary(), Gen.Choose(0, 500_000).ToArbitrary(), (facts, booked) =>
        {
            var first = PostMonthTests.Decide(facts, booked);
            var record = Encoding.UTF8.GetString(new MonthRecord().Write("370811", facts, first));
            var stored = MonthRecord.Read(Encoding.UTF8.GetBytes(record));
            var policy = MonthPolicy.Of(WelfarePostsParameters.Shipped, County, stored.Facts.Month).ForBatch();
            var again = new PostMonth().Decide(stored.Facts, stored.BookedFen, policy);
            return record == Encoding.UTF8.GetString(new MonthRecord().Write(stored.Region, stored.Facts, again)) && first.Trace.SequenceEqual(again.Trace);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_no_record_is_told() => Should.Throw<InvalidDataException>(() => MonthRecord.Read("{}"u8.ToArray()));

    private static Gen<MonthFacts> Facts =>
        from post in Gen.Elements(Enum.GetValues<SubsidisedPost>())
        from placed in Gen.Elements(true, true, true, false)
        from known in Gen.Choose(0, 9)
        from worked in Gen.Choose(-2, 22)
        from hours in Gen.Choose(-10, 20_000)
        from fen in Gen.Choose(-10_000, 100_000)
        from wage in Gen.Elements<int?>(null, 1_730_00, 1_910_00, 1_910_00)
        from ended in Gen.Choose(-40, 200)
        from employed in Gen.Choose(-40, 200)
        from posts in Gen.Elements(1, 1, 1, 2)
        select new MonthFacts
        {
            Month = YearMonth.Parse("2020-09"), Post = post, InHardshipWhenPlaced = known == 0 ? null : placed, Until = new(2023, 4, 30),
            DaysWorked = worked < 0 ? null : worked, Hours = hours < 0 ? null : hours / 100m, ContributionsPaid = fen < 0 ? null : Money.FromFen(fen),
            MonthlyMinimumWage = wage is { } month ? Money.FromFen(month) : null, HourlyMinimumWage = wage is { } same ? same / 10_000m : null, RuralHourlyRate = 10.50m,
            EndedOn = ended > 90 ? null : new DateOnly(2020, 8, 20).AddDays(ended), EmployedSince = employed > 90 ? null : new DateOnly(2020, 8, 20).AddDays(employed), PostsHeld = posts,
        };

    private static bool IsProven(MonthFacts facts) => PostMonthTests.Decide(facts).Outcome != Outcome.Incomplete;
}
