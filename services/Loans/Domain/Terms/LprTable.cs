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

/// <summary>The publications of the LPR as the province states them (LPR历史). Immutable; the platform ships no figures.</summary>
/// <remarks>A day on which a publication was due that nobody has stated yet is unknown: a contract must not bear last month's rate.</remarks>
public sealed class LprTable
{
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

    /// <summary>The publication that holds on a day (当日有效的公布): the last on or before it.</summary>
    /// <returns>Null before the first publication, and from the 20th of a month of which none is stated.</returns>
    public LprPublication? PublicationOn(DateOnly day)
    {
        var (low, high) = (0, publications.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = publications[middle].PublishedOn <= day ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && day < EndOf(low - 1) ? publications[low - 1] : null;
    }

    /// <summary>The rate on a signing day (签订日LPR).</summary>
    /// <returns>Decimal; unproven as <c>lpr</c> where <see cref="PublicationOn"/> knows none.</returns>
    public Fact<decimal> On(DateOnly day, LprTenor tenor) =>
        PublicationOn(day) is { } publication ? Fact.Known("lpr", publication.Of(tenor)) : Fact.Unproven<decimal>("lpr");

    // The first day on which a publication surely holds no more: that of the next, or the 20th of the next month where its publication is not stated.
    private DateOnly EndOf(int index)
    {
        var nextMonth = YearMonth.Of(publications[index].PublishedOn).AddMonths(1);
        return index + 1 < publications.Length && YearMonth.Of(publications[index + 1].PublishedOn) <= nextMonth
            ? publications[index + 1].PublishedOn
            : nextMonth.Day(PublicationDay);
    }
}
