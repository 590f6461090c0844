using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Terms;
using LprTenor = Wenye.Contracts.Loans.V1.LprTenor;

namespace Wenye.Loans.Features.Rates;

/// <summary>The loan prime rates of a day (当日有效LPR): the one way to ask which rate a contract refers to.</summary>
internal sealed class ReferenceRates(LoansDbContext database)
{
    /// <summary>The last publication on or before the day; null: none until then, or a later one was due by then and is not stated yet.</summary>
    public async Task<LprRate?> OnAsync(DateOnly day, CancellationToken cancellation)
    {
        var inForce = (await TableAsync(cancellation)).PublicationOn(day);
        return inForce is { } one ? new LprRate { PublishedOn = one.PublishedOn, OneYear = one.OneYear, FiveYears = one.FiveYear } : null;
    }

    /// <summary>All publications (LPR历史) as the domain reads them: one a month, the whole table is a hundred rows or so.</summary>
    public async Task<LprTable> TableAsync(CancellationToken cancellation) =>
        new((await database.LprRates.AsNoTracking().ToListAsync(cancellation)).Select(rate => new LprPublication(rate.PublishedOn, rate.OneYear, rate.FiveYears)));

    /// <summary>The rate of one of the two terms (期限品种).</summary>
    public static decimal Of(LprRate rate, LprTenor tenor) => tenor == LprTenor.OneYear ? rate.OneYear : rate.FiveYears;

    /// <summary>A rate as the contract writes it (利率文本): 0.0385, without zeros that say nothing.</summary>
    public static string Text(decimal rate) => rate.ToString("0.0#####", CultureInfo.InvariantCulture);

    /// <summary>Reads a rate (读取利率): above 0 and below 1, at most six decimals.</summary>
    public static bool TryRead(string text, out decimal rate) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out rate)
        && rate is > 0 and < 1 && decimal.Round(rate, 6) == rate;
}
