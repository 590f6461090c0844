using Wenye.Calls;
using Wenye.Payments;
using Wenye.Persistence;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Features.Attendance;
using Wenye.WelfarePosts.Features.Months;
using Wenye.WelfarePosts.Features.Payments;
using Wenye.WelfarePosts.Features.Placements;
using Wenye.WelfarePosts.Features.Posts;
using Wenye.WelfarePosts.Features.Recruitment;
using Wenye.WelfarePosts.Features.Supervision;
using Wenye.WelfarePosts.Features.Wages;

namespace Wenye.WelfarePosts.Features;

/// <summary>Every feature and gRPC service of Welfare-Posts (公益性岗位各接口), one a line.</summary>
internal static class WelfarePostsCalls
{
    public static void AddFeatures(this IHostApplicationBuilder builder)
    {
        builder.AddPayments<PublicityTerms>("welfare_posts", "WP");
        builder.Services.AddScoped<HeldPeople<Person>>();
        builder.Services.AddScoped<Records>();
        builder.Services.AddScoped<PostFields>();
        builder.AddPosts();
        builder.AddWages();
        builder.AddSupervision();
        builder.AddRecruitment();
        builder.AddPlacements();
        builder.AddAttendance();
        builder.AddMonths();
    }

    public static void MapCalls(this WebApplication app)
    {
        app.MapGrpcService<PostGrpcService>();
        app.MapGrpcService<WageGrpcService>();
        app.MapGrpcService<PostMonthGrpcService>();
        app.MapGrpcService<PlacementGrpcService>();
        app.MapGrpcService<AttendanceGrpcService>();
        app.MapGrpcService<SupervisionGrpcService>();
        app.MapGrpcService<RecruitmentGrpcService>();
        app.MapGrpcService<PaymentGrpcService>();
        app.MapGrpcService<DecisionGrpcService>();
        app.MapGrpcService<AuditGrpcService>();
    }
}
