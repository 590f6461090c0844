using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Operator.Books;
using Wenye.Testing;

namespace Wenye.Operator.Tests;

/// <summary>./platform reconcile looks at the books of every service that pays, and says what it found.</summary>
public sealed class ReconcileBooksTests
{
    [Fact]
    public void Every_service_that_pays_is_asked()
    {
        var paying = typeof(ReconcileRequest).Assembly.GetTypes().Where(type => type.Name == "PaymentServiceClient").ToList();
        paying.Count.ShouldBeGreaterThanOrEqualTo(2);
        BooksOfService.All(new NoCalls()).Select(service => service.Client.GetType()).ShouldBe(paying, ignoreOrder: true);
    }

    [Fact]
    public async Task A_difference_in_one_service_is_told_with_its_name()
    {
        var (code, text) = await RunAsync(null, Books("甲", new()), Books("乙", new() { Differences = { new ReconciliationDifference { Rule = "paid_once", Subject = "S", ExpectedFen = 1, FoundFen = 2, Message = "不符" } } }));
        code.ShouldBe(1);
        text.ShouldContain("乙：");
        text.ShouldContain("不符（paid_once）：S，应为 1，实为 2");
        text.ShouldEndWith("差异 1 项\n");
        (await RunAsync(null, Books("甲", new()), Books("乙", new()))).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Months_that_are_missing_or_different_are_listed_from_every_page()
    {
        var balanced = new FundStatement { Pool = "370100", Fund = Fund.SkillsSpecialAccount, Status = FundMonthStatus.Balanced, Books = new() { ClosingFen = 123_45 }, Closing = new() };
        var missing = new FundStatement { Pool = "370102", Fund = Fund.EmploymentSubsidy, Status = FundMonthStatus.FiguresMissing, Books = new() };
        (await RunAsync("2020-07", Books("甲", new(), balanced))).Code.ShouldBe(0);
        var (code, text) = await RunAsync("2020-07", Books("甲", new(), balanced, missing));
        code.ShouldBe(1);
        text.ShouldContain("370100 职业技能提升行动专账 2020-07：已结账，期末余额 123.45 元");
        text.ShouldContain("370102 就业补助资金 2020-07：财政数据未到");
    }

    [Fact]
    public async Task Guarantee_funds_of_every_page_are_checked_and_those_that_differ_told()
    {
        string[] names = ["甲基金", "乙基金"];
        var funds = new GuaranteeFundBooks(
            (request, _) =>
            {
                var page = request.PageToken.Length;
                return Answered(new Contracts.Loans.V1.ListFundsResponse
                {
                    Funds = { new Contracts.Loans.V1.Fund { FundId = names[page], Name = names[page], Division = "370102" } }, NextPageToken = page == 0 ? "x" : "",
                });
            },
            (request, _) => Answered(new Contracts.Loans.V1.VerifyFundResponse { Balanced = request.FundId == "甲基金", BalanceFen = 100_00, EntriesFen = 90_00, BrokenLines = 1 }));
        await using var output = new StringWriter { NewLine = "\n" };

        (await funds.CheckAsync("370000", output, default)).ShouldBe(1);
        output.ToString().ShouldBe(
            "  ✗ 370102 乙基金：存款余额 100.00 元，明细账合计 90.00 元；在保余额 0.00 元，贷款台账合计 0.00 元；余额不连续 1 行\n担保基金：已核对 2 个，不符 1 个\n");
    }

    private static async Task<(int Code, string Text)> RunAsync(string? month, params IReadOnlyList<BooksOfService> services)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var code = await ReconcileBooks.RunAsync(services, "370000", 0, month, output, default);
        return (code, output.ToString());
    }

    // Each month on a page of its own.
    private static BooksOfService Books(string name, ReconcileResponse answer, params IReadOnlyList<FundStatement> months) => new(
        name, new Contracts.Training.V1.PaymentService.PaymentServiceClient(new NoCalls()),
        (_, _) => Answered(answer),
        (request, _) =>
        {
            var page = request.PageToken.Length;
            return Answered(new ListFundStatementsResponse { Statements = { months.Skip(page).Take(1) }, NextPageToken = new string('x', page + 1 < months.Count ? page + 1 : 0) });
        });

    private static AsyncUnaryCall<T> Answered<T>(T answer) =>
        new(Task.FromResult(answer), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    private sealed class NoCalls : CallInvoker
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            throw new NotSupportedException();

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            throw new NotSupportedException();
    }
}
