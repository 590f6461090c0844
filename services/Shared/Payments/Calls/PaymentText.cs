using System.Globalization;
using Google.Protobuf;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Calls;

/// <summary>What texts of requests must be (文本校验).</summary>
internal static class PaymentText
{
    /// <summary>Whether it is 1 to so many characters, not blank.</summary>
    public static bool Fits(string text, int most) => !string.IsNullOrWhiteSpace(text) && text.EnumerateRunes().Count() <= most;
}

/// <summary>Positions of lists that are ordered by a number (分页位置).</summary>
internal static class PagePosition
{
    /// <summary>After which number to go on; <paramref name="first"/> for the first page.</summary>
    public static long Number(RequestFaults faults, IMessage request, long first = 0)
    {
        var number = first;
        var position = faults.Position(request, parts: 1);
        faults.Demand(
            position is null || long.TryParse(position[0], NumberStyles.None, CultureInfo.InvariantCulture, out number),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        return number;
    }

    public static string After(IMessage request, long number) => PageToken.After(request, number.ToString(CultureInfo.InvariantCulture));
}
