using Grpc.Core;
using Wenye.Contracts.Payments.V1;

namespace Wenye.Operator.Books;

/// <summary>A month of all funds and pools as agreed with finance or not (月度对账情况), 鲁人社字〔2020〕55号 第十六条.</summary>
internal static class MonthStatements
{
    private const int PageSize = 1000;

    /// <summary>Prints a line each (列出); how many are not agreed.</summary>
    public static async Task<int> ShowAsync(BooksOfService service, string pool, string month, TextWriter output, CallOptions options)
    {
        var open = 0;
        var request = new ListFundStatementsRequest { Pool = pool, Month = month, PageSize = PageSize };
        do
        {
            var page = await service.MonthsAsync(request, options);
            foreach (var statement in page.Statements)
            {
                open += statement.Status == FundMonthStatus.Balanced ? 0 : 1;
                await output.WriteLineAsync($"  {statement.Pool} {Title(statement.Fund)} {month}：{State(statement)}，期末余额 {ReconcileBooks.Yuan(statement.Books.ClosingFen)} 元");
                foreach (var difference in statement.Differences)
                {
                    await output.WriteLineAsync($"    ✗ {difference.Message}：财政 {ReconcileBooks.Yuan(difference.StatedFen)}，本级账 {ReconcileBooks.Yuan(difference.BooksFen)}");
                }
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return open;
    }

    private static string State(FundStatement statement) => statement switch
    {
        { Status: FundMonthStatus.FiguresMissing } => "财政数据未到",
        { Status: FundMonthStatus.Different, Closing: null } => "与财政不一致",
        { Status: FundMonthStatus.Different } => "结账后有变动",
        { Closing: null } => "一致，未结账",
        _ => "已结账",
    };

    private static string Title(Fund fund) => fund switch
    {
        Fund.UnemploymentInsurance => "失业保险基金",
        Fund.EmploymentSubsidy => "就业补助资金",
        Fund.SkillsSpecialAccount => "职业技能提升行动专账",
        Fund.Entrepreneurship => "创业带动就业扶持资金",
        Fund.LoanGuarantee => "创业担保贷款担保基金",
        _ => fund.ToString(),
    };
}
