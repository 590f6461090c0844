using Wenye.Contracts.Payments.V1;

namespace Wenye.Payments;

/// <summary>An amount that a service decided for one payee (待付款项), to be publicised, approved and paid.</summary>
/// <param name="Benefit">What it is paid for, for example <c>stabilization.refund.general</c>.</param>
/// <param name="SubjectId">The case or claim that it pays; a case is paid once.</param>
/// <param name="Payee">统一社会信用代码, or a person's key of this platform; never a resident id.</param>
/// <param name="PayeeName">A firm's or a person's name; encrypted at rest.</param>
/// <param name="BankAccount">基本账户 or the person's account; encrypted at rest; empty until it is known.</param>
/// <param name="BankName">开户银行.</param>
/// <param name="Fund">资金渠道.</param>
/// <param name="Pool">统筹地区, GB/T 2260 of the city.</param>
/// <param name="Division">Where the payee belongs, GB/T 2260.</param>
/// <param name="AmountFen">Fen, above zero.</param>
/// <param name="NeedsPublicity">Whether it is made public before it is approved (是否公示).</param>
public sealed record NewPayable(
    string Benefit,
    Guid SubjectId,
    string Payee,
    string PayeeName,
    string BankAccount,
    string BankName,
    Fund Fund,
    string Pool,
    string Division,
    long AmountFen,
    bool NeedsPublicity);
