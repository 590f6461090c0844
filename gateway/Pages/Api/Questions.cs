using System.Globalization;
using Wenye.ServiceDefaults;
using Day = Wenye.Contracts.Type.V1.Date;

namespace Wenye.Gateway.Pages.Api;

/// <summary>Reads what pages ask (读取页面参数) and writes days as they read them.</summary>
internal static class Questions
{
    /// <summary>A day YYYY-MM-DD; false when it is none. An empty text is no day, and right (日期).</summary>
    public static bool TryDay(string? text, out Day? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found);
        day = read ? found.ToContract() : null;
        return read;
    }

    /// <summary>As YYYY-MM-DD; null for no day (日期文本).</summary>
    public static string? Text(this Day? day) => day?.ToDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
