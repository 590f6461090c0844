using Wenye.WelfarePosts.Features.Recruitment.CancelRound;
using Wenye.WelfarePosts.Features.Recruitment.CloseRound;
using Wenye.WelfarePosts.Features.Recruitment.ConfirmPublicity;
using Wenye.WelfarePosts.Features.Recruitment.GetCandidacy;
using Wenye.WelfarePosts.Features.Recruitment.GetRanking;
using Wenye.WelfarePosts.Features.Recruitment.GetRound;
using Wenye.WelfarePosts.Features.Recruitment.ListCandidacies;
using Wenye.WelfarePosts.Features.Recruitment.ListPublicNames;
using Wenye.WelfarePosts.Features.Recruitment.ListRounds;
using Wenye.WelfarePosts.Features.Recruitment.OpenRound;
using Wenye.WelfarePosts.Features.Recruitment.PublishRound;
using Wenye.WelfarePosts.Features.Recruitment.RaiseObjection;
using Wenye.WelfarePosts.Features.Recruitment.RankCandidates;
using Wenye.WelfarePosts.Features.Recruitment.ResolveObjection;
using Wenye.WelfarePosts.Features.Recruitment.StartPublicity;
using Wenye.WelfarePosts.Features.Recruitment.SubmitCandidacy;
using Wenye.WelfarePosts.Features.Recruitment.SupplyEvidence;
using Wenye.WelfarePosts.Features.Recruitment.WithdrawCandidacy;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>What the calls of recruitment need (公益性岗位招聘).</summary>
internal static class RecruitmentSetup
{
    public static void AddRecruitment(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<RoundQueries>();
        builder.Services.AddScoped<Vacancies>();
        builder.Services.AddScoped<RecruitmentAnswers>();
        builder.Services.AddScoped<EndedRounds>();
        builder.Services.AddScoped<CandidateRegisters>();
        builder.Services.AddScoped<CandidacyDecisions>();
        builder.Services.AddScoped<PostsHeld>();
        builder.Services.AddScoped<PostOrders>();
        builder.Services.AddScoped<Reserves>();
        builder.Services.AddScoped<PublicNames>();
        builder.Services.AddScoped<OpenRoundHandler>();
        builder.Services.AddScoped<PublishRoundHandler>();
        builder.Services.AddScoped<CloseRoundHandler>();
        builder.Services.AddScoped<CancelRoundHandler>();
        builder.Services.AddScoped<GetRoundHandler>();
        builder.Services.AddScoped<ListRoundsHandler>();
        builder.Services.AddScoped<SubmitCandidacyHandler>();
        builder.Services.AddScoped<SupplyEvidenceHandler>();
        builder.Services.AddScoped<WithdrawCandidacyHandler>();
        builder.Services.AddScoped<RankCandidatesHandler>();
        builder.Services.AddScoped<GetRankingHandler>();
        builder.Services.AddScoped<StartPublicityHandler>();
        builder.Services.AddScoped<ListPublicNamesHandler>();
        builder.Services.AddScoped<RaiseObjectionHandler>();
        builder.Services.AddScoped<ResolveObjectionHandler>();
        builder.Services.AddScoped<ConfirmPublicityHandler>();
        builder.Services.AddScoped<GetCandidacyHandler>();
        builder.Services.AddScoped<ListCandidaciesHandler>();
    }
}
