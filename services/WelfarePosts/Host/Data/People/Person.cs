using Wenye.Persistence;

namespace Wenye.WelfarePosts.Data;

/// <summary>Someone who seeks or holds a post (安置对象). One person, one post (人社部发〔2020〕38号 八): decided under the person's lock.</summary>
public sealed class Person : KnownPerson
{
    /// <summary>联系方式, encrypted at rest; null: not told.</summary>
    public string? Phone { get; set; }

    /// <summary>Registration's key of the person, by which its events are matched; null: its registers did not know the person when asked.</summary>
    public Guid? RegisterKey { get; set; }
}
