namespace Wenye.Registration.Exchange;

/// <summary>How the ministry's platform is reached (部级平台对接配置), section Ministry. Without an address the exchange is off.</summary>
public sealed class MinistryOptions
{
    /// <summary>Base address of the platform (业务专网), or of an adapter before it; null: off.</summary>
    public Uri? Address { get; set; }

    /// <summary>What the platform knows this system by, from the operator's secret store; null: none is asked for.</summary>
    public string? Token { get; set; }

    /// <summary>Divisions exchanged for (已经入网地区), GB/T 2260; each covers all below it.</summary>
    public IList<string> Divisions { get; } = [];

    /// <summary>How long after a download the next is due. 39号 附件5 三(一)2: 下载周期为1小时.</summary>
    public TimeSpan DownloadPeriod { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The hour of the day in China, 0 to 23, at which exits go. 79号 附件 二(一): 每日.</summary>
    public int ExitHour { get; set; } = 20;

    /// <summary>How long one question to the platform may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often this process looks for something to do.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);
}
