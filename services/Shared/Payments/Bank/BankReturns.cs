using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Bank;

/// <summary>The bank's answers (银行回盘): good lines are taken, bad ones come back, repeated ones count once.</summary>
public sealed class BankReturns(ServiceDbContext database, Segregation segregation, BankAnswers answers, TimeProvider time)
{
    private const int LinesAMessage = 1000;
    private const int FaultsShown = 1000;

    /// <summary>Takes a stream of answers (导入回盘); a message's lines are committed together.</summary>
    public async Task<ImportBankReturnsResponse> ImportAsync(IAsyncStreamReader<ImportBankReturnsRequest> messages, Caller caller, CancellationToken cancellation)
    {
        segregation.DemandPayerOnly(caller);
        var result = new ImportBankReturnsResponse();
        await foreach (var message in messages.ReadAllAsync(cancellation))
        {
            if (message.Lines.Count > LinesAMessage)
            {
                throw RpcErrors.InvalidArgument("lines", $"每条消息最多 {LinesAMessage} 行");
            }

            await TakeAsync(message, result, caller, cancellation);
        }

        return result;
    }

    private async Task TakeAsync(ImportBankReturnsRequest message, ImportBankReturnsResponse result, Caller caller, CancellationToken cancellation)
    {
        var by = HandledBy.Of(null, caller, time);
        var faults = message.Lines.SelectMany(line => BankLine.Faults(line, ChinaTime.DayOf(by.At))).ToList();
        var bad = faults.Select(fault => fault.Row).ToHashSet();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var judged = await answers.JudgeAsync([.. message.Lines.Where(line => !bad.Contains(line.Row))], caller, cancellation);
        faults.AddRange(judged.Faults);
        await answers.ApplyAsync(judged.Fresh, by, cancellation);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        database.ChangeTracker.Clear();
        result.Paid += judged.Fresh.Count(answer => answer.Line.Paid);
        result.Returned += judged.Fresh.Count(answer => !answer.Line.Paid);
        result.RepeatedLines += judged.Repeated;
        result.FaultCount += faults.Count;
        result.Faults.AddRange(faults.OrderBy(fault => fault.Row).Take(FaultsShown - result.Faults.Count));
    }
}
