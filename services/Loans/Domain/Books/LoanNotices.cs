namespace Wenye.Loans.Domain.Books;

/// <summary>When a bank must tell of a loan (贷款通知), 鲁人社字〔2020〕27号 第十一条.</summary>
public static class LoanNotices
{
    // 27号 第十一条  贷款回收由经办银行在贷款到期前1个月，通知借款人按时履约还贷
    private const int ReminderMonths = 1;

    // 27号 第十一条  对逾期90天经努力仍不能回收的贷款，须将借款人纳入不良贷款征信
    private const int CreditRecordDays = 90;

    /// <summary>Until which due day borrowers are reminded by now (应提醒的到期日截止).</summary>
    public static DateOnly RemindUntil(DateOnly today) => today.AddMonths(ReminderMonths);

    /// <summary>Since which day or earlier a loan is overdue that goes into the credit record by now (应纳入征信的逾期起始日截止).</summary>
    public static DateOnly OverdueSinceForCreditRecord(DateOnly today) => OverdueSince(today, CreditRecordDays);

    /// <summary>The first day of being overdue for so many days by today, that day counted (逾期天数对应的起始日).</summary>
    public static DateOnly OverdueSince(DateOnly today, int days) => today.AddDays(1 - days);

    /// <summary>Days overdue by today, the first counted (逾期天数).</summary>
    public static int OverdueDays(DateOnly since, DateOnly today) => today.DayNumber - since.DayNumber + 1;
}
