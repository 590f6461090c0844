using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Employer = Wenye.WelfarePosts.Data.Employer;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Features.Posts;

/// <summary>Employers and posts as callers see them (用人单位与岗位应答).</summary>
internal static class PostAnswers
{
    /// <summary>The post.</summary>
    /// <param name="post">As stored.</param>
    /// <param name="placed">How many are placed in it.</param>
    public static Contract.Post ToContract(this Post post, int placed)
    {
        var answer = new Contract.Post
        {
            PostId = post.Id.ToString(),
            EmployerId = post.EmployerId.ToString(),
            Division = post.Division,
            VillageCode = post.VillageCode ?? "",
            Kind = post.Kind,
            Duty = post.Duty,
            WorkingTime = post.WorkingTime,
            AddedForPoor = post.AddedForPoor,
            Texts = TextsOf(post),
            Urban = post.Urban,
            Sector = post.Sector,
            Months = post.Months ?? 0,
            Places = post.Places,
            State = post.State,
            ProposedOn = post.ProposedOn.ToContract(),
            Vacancies = post.State == PostState.Open ? Math.Max(0, post.Places - placed) : 0,
        };
        if (post.NonProfit is { } nonProfit)
        {
            answer.NonProfit = nonProfit;
        }

        if (post.VillageBurdened is { } burdened)
        {
            answer.VillageBurdened = burdened;
        }

        return answer;
    }

    /// <summary>The employer: its account in full for those who handle its division's posts, else masked.</summary>
    public static Contract.Employer ToContract(this Employer employer, Caller caller) => new()
    {
        EmployerId = employer.Id.ToString(),
        Name = employer.Name,
        CreditCode = employer.CreditCode,
        Division = employer.Division,
        BankAccount = caller.MaySee(employer.Division) && caller.SeesPeople() ? employer.BankAccount ?? "" : Masked.Account(employer.BankAccount),
        BankName = employer.BankName ?? "",
    };

    /// <summary>Takes over what is announced (公告内容).</summary>
    public static void Take(this Post post, PostTexts texts) =>
        (post.Title, post.Duties, post.Requirements, post.Pay, post.Workplace, post.Hours, post.Period) =
        (texts.Title, texts.Duties, texts.Requirements, texts.Pay, texts.Workplace, texts.Hours, texts.Period);

    private static PostTexts TextsOf(Post post) => new()
    {
        Title = post.Title,
        Duties = post.Duties,
        Requirements = post.Requirements,
        Pay = post.Pay,
        Workplace = post.Workplace,
        Hours = post.Hours,
        Period = post.Period,
    };
}
