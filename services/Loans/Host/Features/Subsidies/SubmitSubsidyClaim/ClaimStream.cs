using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies.SubmitSubsidyClaim;

/// <summary>A bank's claim out of its messages (读取申请).</summary>
internal static class ClaimStream
{
    private const int MostFigures = 200_000;
    private const int MostInAMessage = 5_000;
    private const int LongestContractNumber = 64;
    private const int MostFaults = 100;

    /// <summary>All messages as one.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT with the faults of the figures.</exception>
    public static async Task<SubmitSubsidyClaimRequest> ReadAsync(IAsyncStreamReader<SubmitSubsidyClaimRequest> messages, CancellationToken cancellation)
    {
        var whole = new SubmitSubsidyClaimRequest();
        var faults = new RequestFaults();
        while (await messages.MoveNext(cancellation))
        {
            var one = messages.Current;
            faults.Demand(one.Figures.Count <= MostInAMessage, "figures", $"每条消息不超过 {MostInAMessage} 笔");
            faults.Demand(whole.Figures.Count + one.Figures.Count <= MostFigures, "figures", $"一次申请不超过 {MostFigures} 笔").ThrowIfAny();
            if (whole.RequestId.Length == 0)
            {
                (whole.RequestId, whole.Pool, whole.Quarter, whole.Handling) = (one.RequestId, one.Pool, one.Quarter, one.Handling);
            }

            whole.Figures.AddRange(one.Figures);
        }

        faults.Add(Faults(whole).Take(MostFaults)).ThrowIfAny();
        return whole;
    }

    private static IEnumerable<FieldError> Faults(SubmitSubsidyClaimRequest whole)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < whole.Figures.Count; i++)
        {
            var figure = whole.Figures[i];
            if (figure.ContractNumber.Length is 0 or > LongestContractNumber)
            {
                yield return new($"figures[{i + 1}].contract_number", $"请填写借款合同编号，不超过 {LongestContractNumber} 个字符");
            }
            else if (!seen.Add(figure.ContractNumber))
            {
                yield return new($"figures[{i + 1}].contract_number", "同一合同在一次申请中只填一次，请合并");
            }

            if (figure.ToldFen < 0)
            {
                yield return new($"figures[{i + 1}].told_fen", "测算数应为不小于 0 的整数（分）");
            }
        }
    }
}
