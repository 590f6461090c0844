using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Host.Tests.FirmData;

/// <summary>The sums that a screening reads are those of the rows, whatever was said in whatever order.</summary>
public sealed class FirmYearSumTests(StabilizationFixture fixture)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Sums_equal_a_recomputation_from_the_rows(int seed)
    {
        var random = new Random(seed);
        var codes = Enumerable.Range(0, 20).Select(_ => FirmFile.NewCode()).ToList();
        var agency = new FirmAgency(fixture.Calls("370100", "firm-data"));
        var said = new List<FirmDataRow>();
        for (var file = 0; file < 4; file++)
        {
            var rows = new FirmFile();
            codes.ForEach(code => rows.Firm(code));
            for (var i = 0; i < 600; i++)
            {
                Say(rows, random, codes[random.Next(codes.Count)]);
            }

            (await agency.ImportAsync($"sums-{file}", rows.Rows)).Import.Rejected.ShouldBe(0);
            said.AddRange(rows.Rows);
        }

        using var scope = fixture.Service.Services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<StabilizationDbContext>();
        foreach (var code in codes)
        {
            var firm = await database.Set<Data.Firm>().SingleAsync(one => one.CreditCode == code, TestContext.Current.CancellationToken);
            var stored = await database.Set<FirmYear>().Where(year => year.FirmId == firm.Id).ToListAsync(TestContext.Current.CancellationToken);
            stored.Select(Sums).ShouldBe(Expected(code, said), ignoreOrder: true);
        }
    }

    private static void Say(FirmFile file, Random random, string code)
    {
        var month = $"{2017 + random.Next(3)}-{1 + random.Next(12):00}";
        if (random.Next(3) == 0)
        {
            file.Reduction(code, month, random.Next(5), (ReductionKind)(1 + random.Next(10)));
        }
        else
        {
            var due = random.Next(1000);
            file.Month(code, month, random.Next(3), due, random.Next(2) == 0 ? due : random.Next(due + 1), (ContributionRelief)(1 + random.Next(3)));
        }
    }

    private static (int Year, int Known, int Paid, int Arrears, int PaidBefore, int ArrearsBefore, long Total, int? AtEnd, int LaidOff) Sums(FirmYear year) =>
        (year.Year, FirmYear.Count(year.KnownMonths), FirmYear.Count(year.PaidMonths), FirmYear.Count(year.ArrearsMonths),
            year.PaidMonthsBefore, year.ArrearsMonthsBefore, year.TotalPaidFen, year.InsuredAtEnd, year.LaidOff);

    private static List<(int Year, int Known, int Paid, int Arrears, int PaidBefore, int ArrearsBefore, long Total, int? AtEnd, int LaidOff)> Expected(
        string code, List<FirmDataRow> said)
    {
        var months = said.Where(row => row.Contribution?.CreditCode == code).GroupBy(row => row.Contribution.Month).Select(group => group.Last().Contribution).OrderBy(row => row.Month, StringComparer.Ordinal).ToList();
        var reductions = said.Where(row => row.Reduction?.CreditCode == code).GroupBy(row => (row.Reduction.Month, row.Reduction.Kind)).Select(group => group.Last().Reduction).ToList();
        bool Arrears(ContributionRow row) => row.PaidFen < row.DueFen && row.Relief == ContributionRelief.None;
        bool Paid(ContributionRow row) => !Arrears(row) && row.Insured > 0;
        int YearOf(string month) => int.Parse(month[..4], System.Globalization.CultureInfo.InvariantCulture);
        return
        [
            .. months.Select(row => YearOf(row.Month)).Concat(reductions.Select(row => YearOf(row.Month))).Distinct().Select(year =>
            {
                var own = months.Where(row => YearOf(row.Month) == year).ToList();
                var earlier = months.Where(row => YearOf(row.Month) < year).ToList();
                return (year, own.Count, own.Count(Paid), own.Count(Arrears), earlier.Count(Paid), earlier.Count(Arrears), own.Sum(row => row.PaidFen),
                    own.Count > 0 ? own[^1].Insured : (int?)null,
                    reductions.Where(row => YearOf(row.Month) == year && row.Kind == ReductionKind.Dismissed).Sum(row => row.People));
            }),
        ];
    }
}
