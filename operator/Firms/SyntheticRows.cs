using System.Globalization;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Testing;

namespace Wenye.Operator.Firms;

/// <summary>Synthetic firms as rows of an import (虚构企业的导入行).</summary>
internal static class SyntheticRows
{
    /// <summary>What the pools and counties say: funds of two years, benefits, complete feeds.</summary>
    public static IEnumerable<FirmDataRow> OfPools(SyntheticFirms firms)
    {
        const int Year = SyntheticFirms.Year;
        foreach (var pool in firms.Pools)
        {
            for (var i = 11; i < 24; i++)
            {
                var (year, month) = (Year - 1 + (i / 12), (i % 12) + 1);
                if (year < Year || month <= 11)
                {
                    var months = firms.FundMonths(pool, year, month);
                    yield return new()
                    {
                        Fund = new()
                        {
                            Pool = pool, Month = Month(year, month), BalanceFen = (long)(months * 10_000_000_000), MonthsCovered = months.ToString(CultureInfo.InvariantCulture),
                        },
                    };
                }
            }

            yield return new() { Feed = new() { Pool = pool, Year = Year - 1, Feed = Feed.Reductions, Complete = true } };
            yield return new() { Feed = new() { Pool = pool, Year = Year, Feed = Feed.PastRefunds, Complete = true } };
        }

        foreach (var county in firms.Counties)
        {
            yield return new()
            {
                BenefitStandard = new() { Division = county, From = new Date { Year = Year - 2, Month = 6, Day = 1 }, MonthlyFen = SyntheticFirms.BenefitFen(county) },
            };
        }
    }

    /// <summary>What is known of a firm.</summary>
    public static IEnumerable<FirmDataRow> Of(SyntheticFirm firm)
    {
        var code = firm.CreditCode;
        yield return new() { Firm = Firm(firm) };
        foreach (var month in firm.Months)
        {
            yield return new()
            {
                Contribution = new()
                {
                    CreditCode = code, Month = Month(month.Year, month.Month), Insured = month.Insured, DueFen = month.DueFen, PaidFen = month.PaidFen,
                    Relief = (ContributionRelief)month.Relief,
                },
            };
        }

        foreach (var (year, month, kind, people) in firm.Reductions)
        {
            yield return new() { Reduction = new() { CreditCode = code, Month = Month(year, month), Kind = (ReductionKind)kind, People = people } };
        }

        foreach (var year in firm.Accounts)
        {
            yield return new()
            {
                Finance = new()
                {
                    CreditCode = code, Year = year.Year, RevenueFen = year.RevenueFen, ProfitFen = year.ProfitFen, AssetsFen = year.AssetsFen,
                    LiabilitiesFen = year.LiabilitiesFen, Employees = year.Employees,
                },
            };
        }

        if (firm.DrawnFen > 0)
        {
            yield return new() { PastRefund = new() { CreditCode = code, Year = SyntheticFirms.Year, Kind = RefundKind.General, PaidFen = firm.DrawnFen } };
        }
    }

    private static FirmRow Firm(SyntheticFirm firm)
    {
        var row = new FirmRow
        {
            CreditCode = firm.CreditCode,
            Name = firm.Name,
            Division = firm.Division,
            Industry = firm.Industry,
            InsuredSince = Month(firm.InsuredSince.Year, firm.InsuredSince.Month),
            Priority = (Priority)firm.Priority,
            BankAccount = $"9999{firm.CreditCode[8..16]}0000",
            BankName = "虚构银行",
            Phone = $"1990{firm.CreditCode[9..16]}",
        };
        if (firm.IndustryPolicyOk is { } policy)
        {
            row.IndustryPolicyOk = policy;
        }

        if (firm.Unsound is { } unsound)
        {
            row.ZombieOrDishonestOrBankrupt = unsound;
        }

        if (firm.ToRecoverFen is { } fen)
        {
            row.ToRecoverFen = fen;
        }

        return row;
    }

    private static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}");
}
