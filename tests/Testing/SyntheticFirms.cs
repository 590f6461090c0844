using System.Globalization;
using Wenye.Policy;

namespace Wenye.Testing;

/// <summary>A month of a synthetic firm (月度缴费).</summary>
/// <param name="Relief">1 none, 2 exempted, 3 deferred.</param>
public readonly record struct SyntheticMonth(int Year, int Month, int Insured, long DueFen, long PaidFen, short Relief);

/// <summary>A year of a synthetic firm's accounts (年度财务), fen.</summary>
public readonly record struct SyntheticAccounts(int Year, long RevenueFen, long ProfitFen, long AssetsFen, long LiabilitiesFen, int Employees);

/// <summary>A firm that does not exist (虚构企业). Null is not established.</summary>
public sealed record SyntheticFirm(
    string CreditCode, string Name, string Division, string Industry, (int Year, int Month) InsuredSince, bool? IndustryPolicyOk, bool? Unsound, short Priority, long? ToRecoverFen)
{
    public required IReadOnlyList<SyntheticMonth> Months { get; init; }

    /// <summary>By year, month and number of the contract's kind; 1 counts as a layoff.</summary>
    public required IReadOnlyList<(int Year, int Month, short Kind, int People)> Reductions { get; init; }

    public required IReadOnlyList<SyntheticAccounts> Accounts { get; init; }

    /// <summary>Drawn this year under the general kind, fen; 0: nothing.</summary>
    public required long DrawnFen { get; init; }
}

/// <summary>A province of firms that do not exist (虚构企业数据), of any size, for seeding and for load.</summary>
/// <remarks>
/// The same seed, number and count always give the same firm. Firms stand in order of their counties, the first of them having
/// more. Sizes as in life: six in ten have fewer than ten people, one in two hundred 500 or more. Layoffs lie around the
/// thresholds, some firms are in arrears, insured late, unsound or miss facts; from February 2020 contributions of small firms
/// are exempted, of some deferred.
/// </remarks>
/// <param name="counties">GB/T 2260 codes, in order, at least one.</param>
/// <param name="count">How many firms there are, at most 9,999,999.</param>
/// <param name="seed">0 to 9: another seed is another province with other credit codes.</param>
public sealed class SyntheticFirms(IReadOnlyList<string> counties, int count, int seed = 1)
{
    /// <summary>The year of the decisions: months are of the year before and of its first half.</summary>
    public const int Year = 2020;

    private const int MonthsOfThisYear = 6;
    private const long DueFenAHead = 4000;

    // Class of GB/T 4754 and yearly revenue a head, ten thousand yuan.
    private static readonly (string Class, int RevenueWan)[] Industries =
    [
        ("C1711", 60), ("C3670", 90), ("C3021", 70), ("C1353", 80), ("C2614", 150), ("C3411", 65), ("B0610", 110), ("D4412", 160), ("E4710", 50),
        ("F5137", 300), ("F5191", 250), ("F5211", 90), ("H6110", 25), ("H6210", 18), ("I6511", 45), ("K7010", 400), ("K7020", 15), ("L7211", 40),
        ("L7264", 12), ("M7320", 35), ("O8010", 10), ("G5960", 55), ("A0111", 20), ("R8810", 22),
    ];

    /// <summary>Months each city's fund can pay: some below 24, some below 12.</summary>
    private static readonly decimal[] Funds = [30.5m, 26m, 24m, 23.99m, 18.25m, 14m, 12m, 11.99m];

    private readonly uint salt = (uint)seed * 0x9E3779B9u;

    /// <summary>How many firms there are.</summary>
    public int Count => count;

    /// <summary>The cities of the counties.</summary>
    public IReadOnlyList<string> Pools { get; } = [.. counties.Select(PoolOf).Distinct(StringComparer.Ordinal)];

    /// <summary>The counties.</summary>
    public IReadOnlyList<string> Counties => counties;

    /// <summary>The city of a county.</summary>
    public static string PoolOf(string county) => county[..4] + "00";

    /// <summary>Months that a pool's fund could pay at the end of a month; the third city falls below 12 in spring and recovers.</summary>
    public decimal FundMonths(string pool, int year, int month)
    {
        var place = Pools.ToList().IndexOf(pool);
        return place == 2 && year == Year && month is >= 4 and <= 6 ? 11.5m : Funds[place % Funds.Length];
    }

    /// <summary>A county's monthly benefit, fen.</summary>
    public static long BenefitFen(string county) => (county[^1] % 3) switch { 0 => 171_900, 1 => 155_700, _ => 139_500 };

    /// <summary>The firm of a number from 0 to <see cref="Count"/> - 1.</summary>
    public SyntheticFirm Firm(int number)
    {
        var heads = Heads(number);
        var industry = Industries[Spread(number, 2) % (uint)Industries.Length];
        var since = Since(number);
        var months = Months(number, heads, since);
        return new(
            CreditCode(number), string.Create(CultureInfo.InvariantCulture, $"虚构企业{seed}{number:0000000}"), County(number), industry.Class, since,
            Share(number, 3, 20) ? null : !Share(number, 4, 10), Share(number, 5, 5) ? null : Share(number, 6, 5),
            (short)(Share(number, 7, 10) ? 2 : Share(number, 8, 5) ? 3 : 1), Share(number, 9, 3) ? heads * 5000L : 0)
        {
            Months = months,
            Reductions = Reductions(number, heads, since),
            Accounts = Share(number, 10, 10) ? [] : Accounts(number, heads, industry.RevenueWan),
            DrawnFen = Share(number, 11, 50) ? months.Where(month => month.Year < Year).Sum(month => month.PaidFen) / 2 : 0,
        };
    }

    private string County(int number)
    {
        // The square gives the first counties more firms than the last, and keeps firms in their order.
        return counties[(int)((long)counties.Count * number * ((long)count + number) / (2L * count * count))];
    }

    private string CreditCode(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{seed % 10}{number:0000000}");
        var start = $"91{counties[number % counties.Count]}{body}{UnifiedSocialCreditCode.OrganisationCheck(body)}";
        return start + UnifiedSocialCreditCode.CheckCharacter(start);
    }

    private int Heads(int number) => (int)(Spread(number, 1) % 10_000) switch
    {
        < 6000 and var lot => 1 + (lot % 9),
        < 8800 and var lot => 10 + (lot % 21),
        < 9600 and var lot => 31 + (lot % 69),
        < 9950 and var lot => 100 + (lot % 400),
        _ => 500 + (int)(Spread(number, 29) % 8000),
    };

    private (int Year, int Month) Since(int number)
    {
        var month = 1 + (int)(Spread(number, 12) % 12);
        return (Spread(number, 13) % 100) switch
        {
            < 4 => (Year, 1 + (month % 4)),
            < 11 => (Year - 1, month),
            var lot => (2001 + ((int)lot % 18), month),
        };
    }

    private List<SyntheticMonth> Months(int number, int heads, (int Year, int Month) since)
    {
        var months = new List<SyntheticMonth>(18);
        var missing = Share(number, 14, 10) ? (int)(Spread(number, 15) % 12) : -1;
        var arrears = Share(number, 16, 40) ? (int)(Spread(number, 17) % 18) : -1;
        var deferred = Share(number, 18, 20);
        for (var i = 0; i < 12 + MonthsOfThisYear; i++)
        {
            var (year, month) = (Year - 1 + (i / 12), (i % 12) + 1);
            if (i == missing || (year, month).CompareTo(since) < 0)
            {
                continue;
            }

            var due = heads * DueFenAHead;
            var isRelieved = year == Year && month >= 2;
            months.Add(
                isRelieved && heads < 300 ? new(year, month, heads, 0, 0, 2)
                : isRelieved && deferred ? new(year, month, heads, due, 0, 3)
                : i == arrears ? new(year, month, heads, due, due / 2, 1)
                : new(year, month, heads, due, due, 1));
        }

        return months;
    }

    // Seven in ten lay off nobody; the others lie below, at and above what is allowed.
    private List<(int Year, int Month, short Kind, int People)> Reductions(int number, int heads, (int Year, int Month) since)
    {
        if (since.Year >= Year)
        {
            return [];
        }

        var month = Math.Max(since.Year == Year - 1 ? since.Month : 1, 1 + (int)(Spread(number, 19) % 12));
        var ceiling = (int)(heads <= 30 ? heads * 0.2m : heads * 0.055m);
        var people = (Spread(number, 20) % 20) switch { < 14 => 0, < 17 => ceiling / 2, < 18 => ceiling, _ => ceiling + 1 };
        var reductions = new List<(int, int, short, int)>(2);
        if (people > 0)
        {
            reductions.Add((Year - 1, month, 1, people));
        }

        if (Share(number, 21, 300))
        {
            reductions.Add((Year - 1, month, (short)(2 + (Spread(number, 22) % 9)), 1 + (heads / 20)));
        }

        return reductions;
    }

    // One in seven lost money in both years; some of those fell by a third and more.
    private SyntheticAccounts[] Accounts(int number, int heads, int revenueWan)
    {
        var revenue = heads * revenueWan * 1_000_000L / 100 * (50 + (Spread(number, 23) % 100));
        var isLosing = Share(number, 24, 140);
        var later = revenue / 100 * (isLosing ? 25 + (Spread(number, 25) % 60) : 90 + (Spread(number, 26) % 30));
        var assets = revenue / 100 * (60 + (Spread(number, 27) % 100));
        var liabilities = assets / 100 * (20 + (Spread(number, 28) % 60));
        long Profit(long from) => isLosing ? -from / 20 : from / 25;
        return [new(Year - 2, revenue, Profit(revenue), assets, liabilities, heads), new(Year - 1, later, Profit(later), assets, liabilities, heads)];
    }

    // So many in a thousand.
    private bool Share(int number, uint question, uint perMille) => Spread(number, question) % 1000 < perMille;

    // Different for each question, the same for each firm.
    private uint Spread(int number, uint question)
    {
        var mixed = ((uint)number ^ salt) * 0x85EBCA6Bu;
        mixed ^= mixed >> 15;
        mixed = (mixed + (question * 0x9E3779B9u)) * 0xC2B2AE35u;
        mixed ^= mixed >> 13;
        mixed *= 0x27D4EB2Fu;
        return mixed ^ (mixed >> 16);
    }
}
