using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Data;

namespace Wenye.Payments.Books.Statements;

/// <summary>The five figures of a month (月度收支), fen.</summary>
/// <param name="Opening">期初余额.</param>
/// <param name="In">本月下达.</param>
/// <param name="Out">本月支出.</param>
/// <param name="Returned">本月追回.</param>
/// <param name="Closing">期末余额.</param>
internal sealed record MonthFigures(long Opening, long In, long Out, long Returned, long Closing)
{
    /// <summary>By name of the contract's field and in Chinese.</summary>
    private static readonly (string Name, string Title, Func<MonthFigures, long> Of)[] All =
    [
        ("opening_fen", "期初余额", figures => figures.Opening),
        ("in_fen", "本月下达金额", figures => figures.In),
        ("out_fen", "本月支出金额", figures => figures.Out),
        ("returned_fen", "本月追回金额", figures => figures.Returned),
        ("closing_fen", "期末余额", figures => figures.Closing),
    ];

    /// <summary>What the opening and the movements make the end (应有期末余额).</summary>
    public long Due => unchecked(Opening + In - Out + Returned);

    public static MonthFigures Of(StoredFundStatement stated) => new(stated.OpeningFen, stated.InFen, stated.OutFen, stated.ReturnedFen, stated.ClosingFen);

    /// <summary>Of a ledger: the end follows.</summary>
    public static MonthFigures OfLedger(long opening, long allotted, long paid, long recovered) =>
        new(opening, allotted, paid, recovered, opening + allotted - paid + recovered);

    public FundFigures ToContract() => new() { OpeningFen = Opening, InFen = In, OutFen = Out, ReturnedFen = Returned, ClosingFen = Closing };

    /// <summary>What these figures, finance's, do not agree in (对账差异).</summary>
    /// <param name="books">Ours that they are held against.</param>
    /// <param name="bankDays">Ours by the bank's day.</param>
    public IEnumerable<FundDifference> Against(MonthFigures books, MonthFigures bankDays)
    {
        if (Closing != Due)
        {
            yield return new FundDifference
            {
                Figure = "stated", StatedFen = Closing, BooksFen = Due, BankDaysFen = Due, Message = "财政提供的期末余额不等于期初余额加下达、减支出、加追回，请与财政部门核实",
            };
        }

        foreach (var (name, title, of) in All.Where(figure => figure.Of(this) != figure.Of(books)))
        {
            var known = of(this) == of(bankDays) ? "，与银行记账日期口径相符，差额为未达账项" : "，请与财政部门核对明细";
            yield return new FundDifference { Figure = name, StatedFen = of(this), BooksFen = of(books), BankDaysFen = of(bankDays), Message = $"{title}与财政不一致{known}" };
        }
    }
}
