using Wenye.Contracts.Events.Loans.V1;
using Wenye.Contracts.Events.Payments.V1;
using Wenye.Contracts.Events.Training.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Statistics.Host.Tests.NewEmployment;

namespace Wenye.Statistics.Host.Tests.Reports;

/// <summary>Of every kind the row above is the sum of the rows below (上级等于下级之和), live and as reported, over random facts.</summary>
public sealed class EveryKindTests(StatisticsFixture fixture) : ReportTestBase(fixture)
{
    private const string Period = "2020-10";
    private static readonly DateOnly Day = new(2020, 10, 8);

    // Of the division itself, or no sum: a rate, a progress, a target.
    private static readonly string[] NoSums =
        ["unemployment_rate", "urban_live_at_end", "employed_at_year_end", "achieved", "progress", "reached", "lowest", "middle", "highest"];

    public static TheoryData<int, string> Seeds => new() { { 1, "3737" }, { 2, "3738" } };

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_row_above_is_the_sum_of_the_rows_below(int seed, string city)
    {
        await AnnounceAllAsync(Facts(new Random(seed), seed, city));
        var kinds = Enum.GetValues<ReportKind>().Where(kind => kind != ReportKind.Unspecified).ToList();
        foreach (var kind in kinds)
        {
            Adds(await LiveAsync(kind, $"{city}00", Period), await LiveAsync(kind, $"{city}00", Period, Breakdown.Below), kind);
            foreach (var unit in new[] { $"{city}00", $"{city}02", $"{city}03" })
            {
                await SubmitAsync(unit, kind, Period);
            }
        }

        await AnnounceAllAsync(Facts(new Random(seed + 100), seed + 100, city));
        foreach (var kind in kinds)
        {
            var whole = await ReportedAsync(kind, $"{city}00", Period);
            Adds(whole, await ReportedAsync(kind, $"{city}00", Period, Breakdown.Below), kind);
            whole.Missing.ShouldBe([$"{city}04"], $"{kind}: the county that did not report");
        }
    }

    private static void Adds(GetReportResponse whole, GetReportResponse parts, ReportKind kind)
    {
        var total = whole.Rows.ShouldHaveSingleItem(kind.ToString());
        parts.Rows.Count.ShouldBeGreaterThan(1, kind.ToString());
        var summed = total.Lines.Where(line => !NoSums.Contains(line.Measure) && line.AmountCase == ReportLine.AmountOneofCase.Number).ToList();
        summed.Sum(line => line.Number).ShouldBeGreaterThan(0, kind.ToString());
        foreach (var line in summed.Where(line => line.Measure != "new_urban_employment"))
        {
            var below = parts.Rows.SelectMany(row => row.Lines).Where(one => (one.Measure, one.Dimension, one.Key) == (line.Measure, line.Dimension, line.Key));
            below.Sum(one => one.Number).ShouldBe(line.Number, $"{kind} {line}");
        }

        foreach (var broken in summed.Where(line => line.Dimension.Length > 0).GroupBy(line => (line.Measure, line.Dimension)))
        {
            broken.Sum(line => line.Number).ShouldBe(total.Number(broken.Key.Measure), $"{kind} {broken.Key}");
        }
    }

    private static IEnumerable<object> Facts(Random random, int seed, string city)
    {
        foreach (var life in EmploymentEvents.Lives(seed, city, 60))
        {
            yield return life;
        }

        for (var i = 0; i < 12; i++)
        {
            var (place, day) = ($"{city}0{random.Next(2, 5)}", Day.AddDays(random.Next(-10, 11)));
            var post = Announced.Employed(place, day) with { Manner = "welfare_post", EmployedOn = day, Urban = random.Next(2) == 0 };
            yield return post;
            yield return Announced.Ended(post, day.AddDays(random.Next(30)));
            yield return random.Next(2) == 0
                ? Announced.Recognised(place, day) with { Category = "zero_employment_family", FamilyId = Family(seed, random.Next(4)) }
                : Announced.Recognised(place, day);
            yield return Announced.Ended(Announced.Recognised(place, day), day.AddDays(1));
            yield return Announced.Registered(place, day) with { Urban = random.Next(3) switch { 0 => null, 1 => true, _ => false } };
            yield return Made(random.Next(3) == 0 ? $"{city}00" : place, random);
            yield return Trained(i == 0 ? $"{city}00" : place, random);
            yield return new LoanDisbursed
            {
                LoanId = Guid.CreateVersion7(), Drawdown = 1, Division = place, Kind = random.Next(2) == 0 ? "personal" : "enterprise",
                AmountFen = random.Next(1, 20_000_000), IsFirst = true, DisbursedOn = Day,
            };
        }

        foreach (var county in new[] { "00", "02", "03", "04" })
        {
            // Each unit has something of every kind.
            yield return Announced.Employed($"{city}{county}", Day) with { EmployedOn = Day, Manner = "welfare_post" };
            yield return Announced.Recognised($"{city}{county}", Day);
            yield return Announced.Registered($"{city}{county}", Day);
            yield return Made($"{city}{county}", random) with { Benefit = "welfare_posts.subsidy" };
            yield return Made($"{city}{county}", random) with { Benefit = "stabilization.work_training.hiring" };
            yield return Trained($"{city}{county}", random);
            yield return new LoanDisbursed
            {
                LoanId = Guid.CreateVersion7(), Drawdown = 1, Division = $"{city}{county}", Kind = "personal", AmountFen = 1_000_000, IsFirst = true, DisbursedOn = Day,
            };
        }
    }

    // Four families of a seed, one of which nobody told; their members are recognised in any county.
    private static Guid? Family(int seed, int which) => which == 0 ? null : new Guid(seed, (short)which, 0, new byte[8]);

    private static PaymentMade Made(string place, Random random) => new()
    {
        PaymentNo = $"ST{Guid.CreateVersion7():n}", Benefit = random.Next(2) == 0 ? "stabilization.refund.general" : "training.subsidy", Payee = "91370100MA0000007J",
        Division = place, AmountFen = random.Next(1, 5_000_000), PaidOn = Day,
        Fund = random.Next(3) switch { 0 => null, 1 => "unemployment_insurance", _ => "employment_subsidy" },
    };

    private static ClassAccepted Trained(string place, Random random) => new()
    {
        ClassId = Guid.CreateVersion7(), Division = place, Category = random.Next(2) == 0 ? "employment" : "upgrading",
        Mode = random.Next(3) switch { 0 => "offline", 1 => "combined", _ => "online_platform" }, Trainees = random.Next(10, 50), Passed = random.Next(10), AcceptedOn = Day,
    };
}
