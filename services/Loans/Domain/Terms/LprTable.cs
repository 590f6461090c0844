using System.Globalization;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Terms;

/// <summary>The tenor of an LPR (LPR期限品种).</summary>
public enum LprTenor
{
    /// <summary>一年期.</summary>
    OneYear = 1,

    /// <summary>五年期以上.</summary>
    FiveYear,
}

/// <summary>One publication of the loan prime rate (贷款市场报价利率).</summary>
/// <param name="PublishedOn">公布日.</param>
/// <param name="OneYear">Decimal, 0.0385 for 3.85 % (一年期).</param>
/// <param name="FiveYear">Decimal (五年期以上).</param>
public readonly record struct LprPublication(DateOnly PublishedOn, decimal OneYear, decimal FiveYear)
{
    /// <summary>The rate of a tenor, decimal.</summary>
    public decimal Of(LprTenor tenor) => tenor switch
    {
        LprTenor.OneYear => OneYear,
        LprTenor.FiveYear => FiveYear,
        _ => throw new ArgumentOutOfRangeException(nameof(tenor), tenor, "The LPR has two tenors."),
    };
}

/// <summary>The publications of the LPR as the operator imports them (LPR历史). Immutable; the platform ships no figures.</summary>
public sealed class LprTable
{
    /// <summary>The head of the file (表头): day YYYY-MM-DD, rates in percent as published.</summary>
    public const string Header = "published_on,one_year,five_year";

    private const decimal Percent = 0.01m;
    private const decimal LowestPercent = 0.1m;
    private const decimal HighestPercent = 24m;

    // 中国人民银行公告〔2019〕第15号: published on the 20th of each month, later where that is a holiday.
    private const int PublicationDay = 20;
    private readonly LprPublication[] publications;

    /// <summary>A table of its publications in any order.</summary>
    /// <exception cref="ArgumentException">A day stands twice.</exception>
    public LprTable(IEnumerable<LprPublication> publications)
    {
        this.publications = [.. publications.OrderBy(one => one.PublishedOn)];
        for (var i = 1; i < this.publications.Length; i++)
        {
            if (this.publications[i].PublishedOn == this.publications[i - 1].PublishedOn)
            {
                throw new ArgumentException($"{this.publications[i].PublishedOn:yyyy-MM-dd} stands twice.", nameof(publications));
            }
        }
    }

    /// <summary>Publications, the earliest first (历次公布).</summary>
    public IReadOnlyList<LprPublication> Publications => publications;

    /// <summary>The last day on which the table surely knows the rate (已知截止日): the day before the publication after the last; null for an empty table.</summary>
    public DateOnly? KnownThrough => publications.Length == 0 ? null : YearMonth.Of(publications[^1].PublishedOn).AddMonths(1).Day(PublicationDay).AddDays(-1);

    /// <summary>The rate on a signing day (签订日LPR): that of the last publication on or before it.</summary>
    /// <returns>Decimal; unproven as <c>lpr</c> before the first publication and after <see cref="KnownThrough"/>.</returns>
    public Fact<decimal> On(DateOnly day, LprTenor tenor)
    {
        var (low, high) = (0, publications.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = publications[middle].PublishedOn <= day ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && day <= KnownThrough ? Fact.Known("lpr", publications[low - 1].Of(tenor)) : Fact.Unproven<decimal>("lpr");
    }

    /// <summary>Reads a row of the file (读取一行).</summary>
    /// <param name="line">For example <c>2020-04-20,3.85,4.65</c>: percent as published.</param>
    /// <param name="publication">The publication.</param>
    /// <param name="fault">What is wrong and how to put it right, in Chinese; empty when it is read.</param>
    public static bool TryReadRow(string line, out LprPublication publication, out string fault)
    {
        publication = default;
        fault = "应为“公布日,一年期,五年期以上”，例如 2020-04-20,3.85,4.65（百分数）。";
        if (line.Split(',') is not [var day, var one, var five]
            || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var publishedOn))
        {
            return false;
        }

        if (Rate(one) is not { } oneYear || Rate(five) is not { } fiveYear)
        {
            fault = $"利率应为{LowestPercent}至{HighestPercent}之间的百分数，例如 3.85。";
            return false;
        }

        (publication, fault) = (new(publishedOn, oneYear, fiveYear), "");
        return true;
    }

    private static decimal? Rate(string percent) =>
        decimal.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is >= LowestPercent and <= HighestPercent
            ? rate * Percent
            : null;
}
