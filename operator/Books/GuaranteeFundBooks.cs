using Grpc.Core;
using Wenye.Contracts.Loans.V1;

namespace Wenye.Operator.Books;

/// <summary>The guarantee funds (担保基金), with the calls that look at their books: balance by entries, exposure by loans.</summary>
/// <param name="ListAsync">担保基金清单.</param>
/// <param name="VerifyAsync">担保基金对账.</param>
internal sealed record GuaranteeFundBooks(
    Func<ListFundsRequest, CallOptions, AsyncUnaryCall<ListFundsResponse>> ListAsync, Func<VerifyFundRequest, CallOptions, AsyncUnaryCall<VerifyFundResponse>> VerifyAsync)
{
    private const int PageSize = 1000;

    public static GuaranteeFundBooks Of(CallInvoker calls)
    {
        var client = new GuaranteeFundService.GuaranteeFundServiceClient(calls);
        return new(client.ListFundsAsync, client.VerifyFundAsync);
    }

    /// <summary>Checks every fund of a place (核对担保基金), and how many differ.</summary>
    /// <param name="division">All below it too.</param>
    /// <param name="output">Where it is told.</param>
    /// <param name="options">Of the calls.</param>
    public async Task<int> CheckAsync(string division, TextWriter output, CallOptions options)
    {
        var request = new ListFundsRequest { Division = division, PageSize = PageSize };
        var (funds, differing) = (0, 0);
        do
        {
            var page = await ListAsync(request, options);
            foreach (var fund in page.Funds)
            {
                funds++;
                differing += await IsRightAsync(fund, output, options) ? 0 : 1;
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        await output.WriteLineAsync($"担保基金：已核对 {funds} 个，不符 {differing} 个");
        return differing;
    }

    private async Task<bool> IsRightAsync(Fund fund, TextWriter output, CallOptions options)
    {
        var found = await VerifyAsync(new VerifyFundRequest { FundId = fund.FundId }, options);
        if (!found.Balanced)
        {
            await output.WriteLineAsync(
                $"  ✗ {fund.Division} {fund.Name}：存款余额 {ReconcileBooks.Yuan(found.BalanceFen)} 元，明细账合计 {ReconcileBooks.Yuan(found.EntriesFen)} 元；"
                + $"在保余额 {ReconcileBooks.Yuan(found.ExposureFen)} 元，贷款台账合计 {ReconcileBooks.Yuan(found.LoansFen)} 元；余额不连续 {found.BrokenLines} 行");
        }

        return found.Balanced;
    }
}
