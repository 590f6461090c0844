using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;

namespace Wenye.Registration.Exchange;

/// <summary>The review result as the ministry asks for it (失业登记申请审核结果信息), 39号 附件5 四(二): 46 fields.</summary>
internal static class ReviewResultRecord
{
    private const int AddressLength = 100;
    private const int MonthLength = 6;

    /// <summary>The record of a decided application, loaded with its steps.</summary>
    /// <param name="application">The application.</param>
    /// <param name="takenOver">The day on which an earlier system registered the person; null for a decision made here.</param>
    /// <remarks>
    /// The list differs from the application's in three places: the day of unemployment is a month (AJC090), addresses have 100
    /// characters instead of 150 (longer ones are cut, 0038), and the landline may be longer.
    /// </remarks>
    public static Dictionary<string, string> Of(StoredApplication application, DateOnly? takenOver)
    {
        var decided = application.Steps.Single(step => step.State is ApplicationState.Approved or ApplicationState.Rejected);
        var fields = FormJson.Read(application.Form);
        Replace(fields, "AJC090", day => day.Length > MonthLength ? day[..MonthLength] : day);
        Replace(fields, "AAC010", Cut);
        Replace(fields, "AAC046", Cut);
        fields["AAZ341"] = application.Serial;
        fields["AAE540"] = decided.State == ApplicationState.Approved ? "1" : "2";
        fields["AAE011"] = decided.Operator ?? "";
        fields["AAE036"] = (takenOver ?? ChinaTime.DayOf(decided.OccurredAt)).ToString("yyyyMMdd");

        // 【业务】当审核结果为“审核不通过”时必填
        if (decided.State == ApplicationState.Rejected)
        {
            fields["AAE360"] = decided.Reason ?? "";
        }

        return fields;
    }

    private static void Replace(Dictionary<string, string> fields, string code, Func<string, string> change)
    {
        if (fields.TryGetValue(code, out var text))
        {
            fields[code] = change(text);
        }
    }

    // Characters are code points, as the lists count them.
    private static string Cut(string address) => string.Concat(address.EnumerateRunes().Take(AddressLength));
}
