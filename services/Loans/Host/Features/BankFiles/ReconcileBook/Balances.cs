using Wenye.Contracts.Loans.V1;

namespace Wenye.Loans.Features.BankFiles.ReconcileBook;

/// <summary>Balances of a bank's file beside those of its books (逐行核对).</summary>
/// <param name="booked">By contract, at the end of the day, fen.</param>
internal sealed class Balances(IReadOnlyDictionary<string, long> booked)
{
    private const int MostShown = 1000;
    private readonly HashSet<string> stated = new(StringComparer.Ordinal);
    private readonly List<BalanceDifference> shown = [];
    private long matched;
    private long different;
    private long statedFen;

    /// <summary>How many rows were compared (行数).</summary>
    public long Rows { get; private set; }

    /// <summary>Compares the next row (核对一行).</summary>
    public void Compare(BalanceRow row)
    {
        Rows++;
        statedFen += row.OutstandingFen;
        var isBooked = booked.TryGetValue(row.ContractNumber, out var fen);
        if (!stated.Add(row.ContractNumber))
        {
            Differ(Rows, DifferenceKind.StatedTwice, row.ContractNumber, row.OutstandingFen, fen);
        }
        else if (!isBooked)
        {
            Differ(Rows, DifferenceKind.UnknownContract, row.ContractNumber, row.OutstandingFen, 0);
        }
        else if (fen != row.OutstandingFen)
        {
            Differ(Rows, DifferenceKind.Balance, row.ContractNumber, row.OutstandingFen, fen);
        }
        else
        {
            matched++;
        }
    }

    /// <summary>What was found (核对结果).</summary>
    /// <param name="isComplete">Whether the file names every loan with a balance.</param>
    public ReconcileBookResponse Answer(bool isComplete)
    {
        foreach (var (number, fen) in booked.Where(one => isComplete && one.Value != 0 && !stated.Contains(one.Key)).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Differ(row: 0, DifferenceKind.NotStated, number, 0, fen);
        }

        return new ReconcileBookResponse
        {
            Stated = Rows, Matched = matched, Different = different, Differences = { shown }, StatedFen = statedFen, BookedFen = booked.Values.Sum(),
        };
    }

    private void Differ(long row, DifferenceKind kind, string number, long stated, long fen)
    {
        different++;
        if (shown.Count < MostShown)
        {
            shown.Add(new BalanceDifference { Row = row, Kind = kind, ContractNumber = number, StatedFen = stated, BookedFen = fen });
        }
    }
}
