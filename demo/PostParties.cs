namespace Wenye.Demo;

/// <summary>Who has a part in public-benefit posts: the office, its reviewer, and the service hall of employers and people.</summary>
internal sealed record PostParties(Agency Office, Agency Reviewer, Agency Portal) : IDisposable
{
    public const string City = "370100";
    public const string County = "370102";

    public static async Task<PostParties> SignInAsync(RunningSystem system) =>
        new(await system.SignInAsync("welfare-posts"), await system.SignInAsync("welfare-posts-reviewer"), await system.SignInAsync("post-portal"));

    public void Dispose()
    {
        Office.Dispose();
        Reviewer.Dispose();
        Portal.Dispose();
    }
}
