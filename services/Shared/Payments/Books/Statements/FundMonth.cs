using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Data;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Books.Statements;

/// <summary>A month of a fund and pool: our books, finance's figures, what was agreed (月度对账单).</summary>
/// <param name="Fund">资金渠道.</param>
/// <param name="Pool">统筹地区.</param>
/// <param name="Month">月份.</param>
/// <param name="Books">By the day of booking.</param>
/// <param name="BankDays">By the bank's day.</param>
/// <param name="Stated">Latest first.</param>
/// <param name="Closings">Latest first.</param>
internal sealed record FundMonth(
    Fund Fund, string Pool, YearMonth Month, MonthFigures Books, MonthFigures BankDays,
    IReadOnlyList<StoredFundStatement> Stated, IReadOnlyList<StoredFundClosing> Closings)
{
    /// <summary>What counts of what finance stated; null while it is missing.</summary>
    public StoredFundStatement? Latest => Stated.Count > 0 ? Stated[0] : null;

    /// <summary>The agreement to what counts; null while the month is open.</summary>
    public StoredFundClosing? Closing => Closings.FirstOrDefault(closing => closing.Number == Latest?.Number);

    /// <summary>Whether finance's figures agree with ours by one of the two days; of a closed month by the day it was closed by.</summary>
    public FundMonthStatus Status => Latest switch
    {
        null => FundMonthStatus.FiguresMissing,
        _ when Closing is null => Agrees(Books) || Agrees(BankDays) ? FundMonthStatus.Balanced : FundMonthStatus.Different,
        _ => Agrees(Basis) ? FundMonthStatus.Balanced : FundMonthStatus.Different,
    };

    private MonthFigures Basis => Closing?.ByBankDays == true ? BankDays : Books;

    /// <summary>Whether finance's figures are these.</summary>
    public bool Agrees(MonthFigures ours) => Latest is { } stated && MonthFigures.Of(stated) == ours;

    public FundStatement ToContract(bool withEarlier)
    {
        var status = Status;
        var answer = new FundStatement
        {
            Fund = Fund, Pool = Pool, Month = Month.ToString(), Books = Books.ToContract(), BankDays = BankDays.ToContract(), Status = status,
            Stated = Latest is { } latest ? Answer(latest) : null, Closing = Closing is { } closing ? Answer(closing) : null,
        };
        if (status == FundMonthStatus.Different)
        {
            answer.Differences.AddRange(MonthFigures.Of(Latest!).Against(Basis, BankDays));
        }

        if (withEarlier)
        {
            answer.Earlier.AddRange(Stated.Skip(1).Select(Answer));
            answer.EarlierClosings.AddRange(Closings.Where(one => one != Closing).Select(Answer));
        }

        return answer;
    }

    private static StatedFigures Answer(StoredFundStatement stated) => new()
    {
        Number = stated.Number,
        Figures = MonthFigures.Of(stated).ToContract(),
        Document = stated.Document,
        StatedAt = stated.StatedAt.ToTimestamp(),
        Agency = stated.Agency,
        Operator = Masked.Name(stated.Operator),
    };

    private static FundMonthClosing Answer(StoredFundClosing closing) => new()
    {
        StatementNumber = closing.Number,
        ClosedAt = closing.ClosedAt.ToTimestamp(),
        Agency = closing.Agency,
        Operator = Masked.Name(closing.Operator),
        ByBankDays = closing.ByBankDays,
    };
}
