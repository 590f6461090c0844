using Wenye.Payments.Approval;
using Wenye.Payments.Bank;
using Wenye.Payments.Books;
using Wenye.Payments.Books.Statements;
using Wenye.Payments.PublicLists;

namespace Wenye.Payments;

/// <summary>All that a service's PaymentService calls (资金拨付), so that its face is one line a call.</summary>
/// <param name="Publicities">公示.</param>
/// <param name="Notices">公示栏.</param>
/// <param name="Objections">异议.</param>
/// <param name="Approvals">批准.</param>
/// <param name="Corrections">更正、不予拨付.</param>
/// <param name="Budgets">预算.</param>
/// <param name="Batches">批次.</param>
/// <param name="Files">拨付文件.</param>
/// <param name="Returns">回盘.</param>
/// <param name="Recoveries">追回.</param>
/// <param name="Queries">查询.</param>
/// <param name="Reconciliation">对账.</param>
/// <param name="Statements">月度对账单.</param>
/// <param name="Months">财政对账数据、月度结账.</param>
public sealed record PaymentDesk(
    Publicities Publicities, PublicNotices Notices, Objections Objections, Approvals Approvals, Corrections Corrections, Budgets Budgets, Batches Batches,
    PaymentFiles Files, BankReturns Returns, Recoveries Recoveries, PaymentQueries Queries, Reconciliation Reconciliation, FundStatements Statements, FundMonths Months);
