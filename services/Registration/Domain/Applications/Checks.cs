namespace Wenye.Registration.Domain.Applications;

/// <summary>The printed rules (校验规则) of 鲁人社字〔2020〕39号 附件5 四 and 人社厅发〔2020〕79号 附件 二, each quoted above its code.</summary>
/// <remarks>Asked only of a filled field whose type, length and code table are right.</remarks>
public static class Checks
{
    /// <summary>Code of 残疾 in the health table (AAC033, GB/T 2261.3).</summary>
    private const string Disabled = "6";

    /// <summary>Code of 其他 in the table of reasons (AJC093).</summary>
    private const string OtherReason = "90";

    /// <summary>Code of 审核不通过 in the table of results (AAE540).</summary>
    private const string Rejected = "2";

    private const int MostIntentions = 3;

    // 【业务】健康状况为残疾的，需注明伤残等级。
    /// <summary>A disabled applicant states the grade (需注明伤残等级).</summary>
    public static Presence RequiredWhenDisabled { get; } =
        Presence.RequiredWhen((in form) => form["AAC033"] == Disabled, "健康状况为残疾的，");

    // 【业务】当审核结果为“审核不通过”时必填
    /// <summary>A rejection says why (审核不通过时必填).</summary>
    public static Presence RequiredWhenRejected { get; } =
        Presence.RequiredWhen((in form) => form["AAE540"] == Rejected, "审核结果为审核不通过的，");

    // 二(一)：本地办理的失业登记申请，以行政区划代码、本地系统流水号为唯一标识
    /// <summary>Only the ministry's platform numbers applications (仅人社政务服务平台编号): empty in one made here.</summary>
    public static string? IsOfTheMinistrysPlatform(FieldRule rule, string text, in Form form) =>
        $"{rule.Name}由全国人社政务服务平台编制，本地办理的申请请留空";

    // 【数据】格式为YYYYMMDD的有效日期
    /// <summary>A day of the calendar written YYYYMMDD (有效日期).</summary>
    public static string? IsDay(FieldRule rule, string text, in Form form) =>
        FormText.TryDay(text, out _) ? null : $"{rule.Name}不是有效日期，请按YYYYMMDD填写，如20200810";

    // 【业务】早于或等于系统当前日期
    /// <summary>Today or earlier (早于或等于系统当前日期); the day itself is checked before.</summary>
    public static string? IsNotAfterToday(FieldRule rule, string text, in Form form) =>
        FormText.TryDay(text, out var day) && day > form.Today ? $"{rule.Name}晚于今天，请核对后填写今天或以前的日期" : null;

    // 【数据】格式为YYYYMM的有效日期
    /// <summary>A month of the calendar written YYYYMM, or, as the printed length of 8 allows, a day of it (有效日期).</summary>
    public static string? IsMonth(FieldRule rule, string text, in Form form) =>
        FormText.TryMonth(text, out _) ? null : $"{rule.Name}不是有效日期，请按YYYYMM填写，如202008";

    // 【业务】早于或等于系统当前日期
    /// <summary>This month or earlier (早于或等于系统当前日期); of a day given in full, the day counts.</summary>
    public static string? IsMonthNotAfterToday(FieldRule rule, string text, in Form form) =>
        FormText.TryMonth(text, out var from) && from > form.Today ? $"{rule.Name}晚于今天，请核对后填写本月或以前的月份" : null;

    // 【数据】不能含有半角或全角空格
    /// <summary>No space of any width (不能含有空格).</summary>
    public static string? HasNoSpace(FieldRule rule, string text, in Form form)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                return $"{rule.Name}不能含有半角或全角空格，请删去空格";
            }
        }

        return null;
    }

    // 【数据】11位数字字符
    /// <summary>Eleven digits (11位数字字符).</summary>
    public static string? IsMobileNumber(FieldRule rule, string text, in Form form) =>
        text.Length == 11 && FormText.IsDigits(text) ? null : $"{rule.Name}应为11位半角数字，请核对后重新填写";

    // 【数据】固定电话必须填写区号。区号、电话、分机间通过半角字符“-”分隔（如010-88888888）。多个号码以半角字符“,”分隔
    /// <summary>Landline numbers with area code (固定电话).</summary>
    public static string? IsLandline(FieldRule rule, string text, in Form form)
    {
        var rest = text.AsSpan();
        foreach (var number in rest.Split(','))
        {
            if (!IsLandlineNumber(rest[number]))
            {
                return $"{rule.Name}应填写区号，区号、电话、分机间用半角“-”分隔，多个号码用半角“,”分隔，如010-88888888";
            }
        }

        return null;
    }

    // 【业务】当失业原因为其他时，可填写
    /// <summary>Only with the reason 其他; a faulty reason is reported by itself.</summary>
    public static string? OnlyForOtherReason(FieldRule rule, string text, in Form form) =>
        form["AJC093"] is OtherReason or "" || form.Find("AJC093", form["AJC093"]) != Policy.CodeStatus.Known
            ? null
            : $"只有失业登记原因为“其他”（90）时才可填写{rule.Name}，请留空或改正失业登记原因";

    // 【业务】可写三个意向，中间用“|”隔开。
    /// <summary>At most three intentions (可写三个意向).</summary>
    public static string? HasAtMostThreeIntentions(FieldRule rule, string text, in Form form) =>
        text.AsSpan().Count('|') < MostIntentions ? null : $"{rule.Name}最多写三个，中间用半角“|”隔开，请删去多余的意向";

    // Area codes are 0 and two or three digits, numbers seven or eight digits; an extension is at most six.
    private static bool IsLandlineNumber(ReadOnlySpan<char> number)
    {
        Span<Range> parts = stackalloc Range[4];
        var count = number.Split(parts, '-');
        return count is 2 or 3
            && IsDigits(number[parts[0]], 3, 4) && number[0] == '0'
            && IsDigits(number[parts[1]], 7, 8)
            && (count == 2 || IsDigits(number[parts[2]], 1, 6));
    }

    private static bool IsDigits(ReadOnlySpan<char> text, int least, int most) =>
        text.Length >= least && text.Length <= most && FormText.IsDigits(text);
}
