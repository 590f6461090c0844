using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Type.V1;

namespace Wenye.Payments.Tests;

/// <summary>A thing that somebody does to the books of a city.</summary>
public enum Deed
{
    Add,
    Budget,
    Approve,
    Batch,
    Answer,
    AnswerAgain,
    Correct,
    Drop,
    Recover,
}

/// <summary>The books of one city as a simple model beside the real ones: what each payable's fate should be.</summary>
internal sealed class Books(PayingHost host)
{
    private readonly Dictionary<string, (PayableState State, long Fen, long Recovered)> payables = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private readonly List<BankReturnLine> answered = [];
    private long budget;

    public string Pool { get; } = host.Pool();

    /// <summary>Does it to both.</summary>
    /// <param name="deed">What.</param>
    /// <param name="amount">1 to 100: fen, or which payable.</param>
    public Task DoAsync(Deed deed, int amount) => deed switch
    {
        Deed.Add => AddAsync(amount),
        Deed.Budget => SetBudgetAsync(amount * 5),
        Deed.Approve => ApproveAsync(),
        Deed.Batch => BatchAsync((amount % 3) + 1),
        Deed.Answer => AnswerAsync(amount),
        Deed.AnswerAgain => AnswerAgainAsync(),
        Deed.Correct => CorrectAsync(amount),
        Deed.Drop => DropAsync(amount),
        _ => RecoverAsync(amount),
    };

    /// <summary>What must hold after every deed.</summary>
    public async Task<string?> BrokenAsync()
    {
        var (reserved, paid, recovered) = (
            Sum(p => p.State is PayableState.Approved or PayableState.Batched or PayableState.Returned ? p.Fen : 0),
            Sum(p => p.State is PayableState.Paid or PayableState.Recovered ? p.Fen : 0),
            Sum(p => p.Recovered));
        var found = (await host.CallAsync(desk => desk.Budgets.ListAsync(new() { Pool = Pool }, PayingHost.Reviewer, CancellationToken.None))).Budgets.SingleOrDefault() ?? new Budget();
        var reconciled = await host.CallAsync(desk => desk.Reconciliation.RunAsync(new() { Pool = Pool }, PayingHost.Reviewer, CancellationToken.None));
        var month = (await host.CallAsync(desk => desk.Statements.GetAsync(
            new() { Fund = Fund.EmploymentSubsidy, Pool = Pool, Month = "2020-07" }, PayingHost.Reviewer, CancellationToken.None))).Statement.Books;
        var unbalanced = await host.Database.ReadAsync<long>(
            "select count(*) from (select g.entry from ledger_posting g join ledger_entry e on e.sequence = g.entry where e.pool = $1 group by g.entry having sum(g.amount_fen) <> 0 or count(*) <> 2) x", Pool);
        return (found.AmountFen, found.ReservedFen, found.PaidFen, found.RecoveredFen) != (budget, reserved, paid, recovered)
                ? $"budget {found} but {(budget, reserved, paid, recovered)} is due"
            : reserved + paid - recovered > budget ? "overspent"
            : reconciled.PaidFen != paid ? "paid"
            : (month.OpeningFen, month.InFen, month.OutFen, month.ReturnedFen, month.ClosingFen) != (0, budget, paid, recovered, budget - paid + recovered) ? $"month {month}"
            : unbalanced > 0 ? "unbalanced"
            : reconciled.Differences.Count > 0 ? reconciled.Differences[0].ToString()
            : null;
    }

    private async Task AddAsync(int fen)
    {
        var id = (await host.AddAsync(PayingHost.Payable(Pool, fen))).Single().ToString();
        order.Add(id);
        payables[id] = (PayableState.Decided, fen, 0);
    }

    private async Task SetBudgetAsync(long fen)
    {
        var allowed = Committed() <= fen;
        var request = new SetBudgetRequest { RequestId = Id(), Fund = Fund.EmploymentSubsidy, Pool = Pool, Year = 2020, AmountFen = fen, Document = "文" };
        await TryAsync(allowed, desk => desk.Budgets.SetAsync(request, PayingHost.Reviewer, CancellationToken.None));
        budget = allowed ? fen : budget;
    }

    private async Task ApproveAsync()
    {
        var wanted = order.Where(id => payables[id].State == PayableState.Decided).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var left = budget - Committed();
        await host.CallAsync(desk => desk.Approvals.ApproveAsync(new() { RequestId = Id(), PayableIds = { wanted } }, PayingHost.Reviewer, CancellationToken.None));
        foreach (var id in wanted.TakeWhile(id => (left -= payables[id].Fen) >= 0).ToList())
        {
            Become(id, PayableState.Approved);
        }
    }

    private async Task BatchAsync(int most)
    {
        var taken = order.Where(id => payables[id].State == PayableState.Approved).Take(most).ToList();
        var request = new CreatePaymentBatchRequest { RequestId = Id(), Fund = Fund.EmploymentSubsidy, Pool = Pool, MaxPayments = most };
        await TryAsync(taken.Count > 0, desk => desk.Batches.CreateAsync(request, PayingHost.Payer, CancellationToken.None));
        taken.ForEach(id => Become(id, PayableState.Batched));
    }

    private async Task AnswerAsync(int amount)
    {
        if (Pick(PayableState.Batched, amount) is not { } id)
        {
            return;
        }

        var number = await host.Database.ReadAsync<string>("select payment_no from payment where payable_id = $1 and state = 1", Guid.Parse(id));
        var line = new BankReturnLine
        {
            Row = 1, PaymentNo = number, AmountFen = payables[id].Fen, ValueDate = new Date { Year = 2020, Month = 7, Day = 10 }, Paid = amount % 2 == 0,
            BankReference = amount % 2 == 0 ? "B" : "", Reason = amount % 2 == 0 ? "" : "户名不符",
        };
        answered.Add(line);
        await SendAsync(line);
        Become(id, line.Paid ? PayableState.Paid : PayableState.Returned);
    }

    private Task AnswerAgainAsync() => answered.Count == 0 ? Task.CompletedTask
        : SendAsync([.. answered, .. answered.Select(line => new BankReturnLine(line) { Paid = !line.Paid, BankReference = "C", Reason = line.Paid ? "矛盾" : "" })]);

    private async Task CorrectAsync(int amount)
    {
        if (Pick(PayableState.Returned, amount) is { } id)
        {
            var request = new CorrectAccountRequest { RequestId = Id(), PayableId = id, BankAccount = "123456789", BankName = "某银行" };
            await host.CallAsync(desk => desk.Corrections.CorrectAccountAsync(request, PayingHost.Reviewer, CancellationToken.None));
            Become(id, PayableState.Approved);
        }
    }

    private async Task DropAsync(int amount)
    {
        if (order.Count > 0)
        {
            var id = order[amount % order.Count];
            var allowed = payables[id].State is PayableState.Decided or PayableState.Approved or PayableState.Returned;
            await TryAsync(allowed, desk => desk.Corrections.DropAsync(new() { RequestId = Id(), PayableId = id, Reason = "放弃" }, PayingHost.Reviewer, CancellationToken.None));
            Become(id, allowed ? PayableState.Dropped : payables[id].State);
        }
    }

    private async Task RecoverAsync(int amount)
    {
        if (order.Count > 0)
        {
            var id = order[amount % order.Count];
            var (state, fen, recovered) = payables[id];
            var allowed = state == PayableState.Paid && recovered + amount <= fen;
            var request = new RecordRecoveryRequest { RequestId = Id(), PayableId = id, AmountFen = amount, BankReference = "R", ValueDate = new Date { Year = 2020, Month = 7, Day = 10 } };
            await TryAsync(allowed, desk => desk.Recoveries.RecordAsync(request, PayingHost.Payer, CancellationToken.None));
            payables[id] = allowed ? (recovered + amount == fen ? PayableState.Recovered : PayableState.Paid, fen, recovered + amount) : payables[id];
        }
    }

    private Task<ImportBankReturnsResponse> SendAsync(params IReadOnlyList<BankReturnLine> lines) =>
        host.CallAsync(desk => desk.Returns.ImportAsync(new BankFile(lines), PayingHost.Payer, CancellationToken.None));

    private async Task TryAsync<T>(bool allowed, Func<PaymentDesk, Task<T>> call)
    {
        if (allowed)
        {
            await host.CallAsync(call);
        }
        else
        {
            (await Should.ThrowAsync<RpcException>(() => host.CallAsync(call))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        }
    }

    private string? Pick(PayableState state, int amount) =>
        order.Where(id => payables[id].State == state).ToList() is { Count: > 0 } found ? found[amount % found.Count] : null;

    private void Become(string id, PayableState state) => payables[id] = payables[id] with { State = state };

    private long Committed() => Sum(p => p.State is PayableState.Decided or PayableState.Dropped ? 0 : p.Fen - p.Recovered);

    private long Sum(Func<(PayableState State, long Fen, long Recovered), long> part) => payables.Values.Sum(part);

    private static string Id() => Guid.CreateVersion7().ToString();
}
