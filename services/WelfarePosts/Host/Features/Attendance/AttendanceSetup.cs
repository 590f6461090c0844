using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenye.Persistence;
using Wenye.WelfarePosts.Features.Attendance.GetAttendance;
using Wenye.WelfarePosts.Features.Attendance.GetAttendanceImport;
using Wenye.WelfarePosts.Features.Attendance.ListAttendanceFaults;
using Wenye.WelfarePosts.Features.Attendance.ListMissingAttendance;
using Wenye.WelfarePosts.Features.Attendance.RecordAppraisal;
using Wenye.WelfarePosts.Features.Attendance.RecordAttendance;

namespace Wenye.WelfarePosts.Features.Attendance;

/// <summary>What attendance and appraisal need (考勤与考核).</summary>
internal static class AttendanceSetup
{
    public static void AddAttendance(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<OpenImports>();
        builder.Services.AddSingleton<AttendanceTables>();
        builder.Services.AddScoped<AttendanceImports>();
        builder.Services.AddScoped<AttendanceStatements>();
        builder.Services.AddScoped<PlacementsOfRows>();
        builder.Services.AddScoped<AttendanceWriter>();
        builder.Services.AddScoped<RecordAttendanceHandler>();
        builder.Services.AddScoped<GetAttendanceImportHandler>();
        builder.Services.AddScoped<ListAttendanceFaultsHandler>();
        builder.Services.AddScoped<GetAttendanceHandler>();
        builder.Services.AddScoped<ListMissingAttendanceHandler>();
        builder.Services.AddScoped<RecordAppraisalHandler>();
    }
}
