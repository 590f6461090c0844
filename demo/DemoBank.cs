using Grpc.Core;
using Wenye.Contracts.Payments.V1;

namespace Wenye.Demo;

/// <summary>A bank that pays all of a file (虚构银行).</summary>
internal static class DemoBank
{
    /// <summary>Reads the file and answers it.</summary>
    /// <param name="file">As StreamPaymentFile gives it.</param>
    /// <param name="open">ImportBankReturns.</param>
    /// <param name="day">The bank's day.</param>
    public static async Task<ImportBankReturnsResponse> AnswerAsync(
        AsyncServerStreamingCall<StreamPaymentFileResponse> file, Func<AsyncClientStreamingCall<ImportBankReturnsRequest, ImportBankReturnsResponse>> open, DateOnly day)
    {
        var lines = new List<PaymentLine>();
        using (file)
        {
            await foreach (var part in file.ResponseStream.ReadAllAsync())
            {
                lines.AddRange(part.Lines);
            }
        }

        using var answer = open();
        await answer.RequestStream.WriteAsync(new()
        {
            Lines =
            {
                lines.Select((line, i) => new BankReturnLine
                {
                    Row = i + 1, PaymentNo = line.PaymentNo, Paid = true, BankReference = $"虚构流水{line.PaymentNo}", AmountFen = line.AmountFen, ValueDate = Days.Of(day),
                }),
            },
        });
        await answer.RequestStream.CompleteAsync();
        return await answer;
    }
}
