using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Forms;

/// <summary>Days of a request (请求中的日期).</summary>
internal static class RequestDays
{
    /// <summary>What is wrong with a day that must lie between two others, both included; nothing for a good one.</summary>
    /// <param name="date">As requested.</param>
    /// <param name="field">As errors name it.</param>
    /// <param name="name">Chinese name.</param>
    /// <param name="from">The earliest; <paramref name="fromWhat"/> says what it is.</param>
    /// <param name="fromWhat">Chinese name of the earliest day.</param>
    /// <param name="today">The latest.</param>
    public static IEnumerable<FieldError> Faults(Date? date, string field, string name, DateOnly from, string fromWhat, DateOnly today)
    {
        if (date is null || !date.IsDay())
        {
            yield return new(field, $"请填写{name}，应为有效的日期");
        }
        else if (date.ToDay() > today)
        {
            yield return new(field, $"{name}晚于今天，请核对后填写今天或以前的日期");
        }
        else if (date.ToDay() < from)
        {
            yield return new(field, $"{name}早于{fromWhat}，请核对后重新填写");
        }
    }
}
