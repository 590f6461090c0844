using Wenye.Testing;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Host.Tests;

[assembly: AssemblyFixture(typeof(WelfarePostsFixture))]

namespace Wenye.WelfarePosts.Host.Tests;

/// <summary>Welfare-Posts' host and Registration's beside it; today is Tuesday 2020-09-01.</summary>
public sealed class WelfarePostsFixture() : AskingServiceFixture<WelfarePostsDbContext>("welfare-posts", Today), IAsyncLifetime
{
    /// <summary>A Tuesday.</summary>
    public static readonly DateOnly Today = new(2020, 9, 1);

    /// <summary>As <see cref="Ring"/>.</summary>
    public static IReadOnlyDictionary<string, string> Keys { get; } = PersonalDataKeys.Fresh();

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Ring => Keys;
}
