using Wenye.Testing;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Host.Tests;

[assembly: AssemblyFixture(typeof(WelfarePostsFixture))]

namespace Wenye.WelfarePosts.Host.Tests;

/// <summary>Welfare-Posts' host and Registration's beside it; today is Tuesday 2020-09-01.</summary>
public sealed class WelfarePostsFixture() : AskingServiceFixture<WelfarePostsDbContext>("welfare-posts", Today, Parameters), IAsyncLifetime
{
    // 烟台市 asks for more days of publicity than the platform's least, 潍坊市 for fewer; 临沂市 warns of villages with three places.
    private const string Parameters = """
        - name: welfare_posts.hire_publicity_working_days
          values:
            - {region: "370600", from: 2020-01-01, value: 7, cite: {document: 样例市文件, item: 六}}
            - {region: "370700", from: 2020-01-01, value: 3, cite: {document: 样例市文件, item: 七}}
        - name: welfare_posts.village_posts_city
          values:
            - {region: "371300", from: 2020-01-01, value: 3, cite: {document: 样例市文件, item: 八}}
        """;

    /// <summary>A Tuesday.</summary>
    public static readonly DateOnly Today = new(2020, 9, 1);

    /// <summary>As <see cref="Ring"/>.</summary>
    public static IReadOnlyDictionary<string, string> Keys { get; } = PersonalDataKeys.Fresh();

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Ring => Keys;

    /// <summary>As ever, but for what goes on by itself: replicas stand on other days, and would take what tests leave open.</summary>
    public override Dictionary<string, string> Settings()
    {
        var settings = base.Settings();
        settings["OpenEmployments:After"] = "3650.00:00:00";
        return settings;
    }
}
