namespace Wenye.WelfarePosts.Placements;

/// <summary>When Registration is asked again of its own accord (自动续办参数), configuration section <see cref="Section"/>.</summary>
internal sealed class OpenEmploymentOptions
{
    public const string Section = "OpenEmployments";

    /// <summary>After it was asked last; longer than a call takes, so that what somebody does just now is left to them.</summary>
    public TimeSpan After { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often to look for what is open.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(10);
}
