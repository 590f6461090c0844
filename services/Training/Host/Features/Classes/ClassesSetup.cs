using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenye.Persistence;
using Wenye.Training.Data;
using Wenye.Training.Features.Classes.CancelClass;
using Wenye.Training.Features.Classes.CloseClass;
using Wenye.Training.Features.Classes.EnrolTrainees;
using Wenye.Training.Features.Classes.GetClass;
using Wenye.Training.Features.Classes.GetRosterImport;
using Wenye.Training.Features.Classes.ListClasses;
using Wenye.Training.Features.Classes.ListRosterFaults;
using Wenye.Training.Features.Classes.ListTrainees;
using Wenye.Training.Features.Classes.OpenClass;
using Wenye.Training.Features.Classes.PlanClass;
using Wenye.Training.Features.Classes.RecordAttendance;
using Wenye.Training.Features.Classes.RecordResults;
using Wenye.Training.Features.Classes.Rosters;
using Wenye.Training.Features.Classes.StartClass;
using Wenye.Training.Features.Classes.WithdrawTrainee;

namespace Wenye.Training.Features.Classes;

/// <summary>What classes need (班级).</summary>
internal static class ClassesSetup
{
    public static void AddClasses(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<OpenImports>();
        builder.Services.AddSingleton<ClassTables>();
        builder.Services.AddScoped<ClassChanges>();
        builder.Services.AddScoped<ClassCounts>();
        builder.Services.AddScoped<EnrolmentWriting>();
        builder.Services.AddScoped<AskedRows>();
        builder.Services.AddScoped<RosterWriter>();
        builder.Services.AddScoped<AttendanceWriting>();
        builder.Services.AddScoped<ResultWriting>();
        builder.Services.AddScoped<PlanClassHandler>();
        builder.Services.AddScoped<OpenClassHandler>();
        builder.Services.AddScoped<EnrolTraineesHandler>();
        builder.Services.AddScoped<GetRosterImportHandler>();
        builder.Services.AddScoped<ListRosterFaultsHandler>();
        builder.Services.AddScoped<WithdrawTraineeHandler>();
        builder.Services.AddScoped<StartClassHandler>();
        builder.Services.AddScoped<RecordAttendanceHandler>();
        builder.Services.AddScoped<RecordResultsHandler>();
        builder.Services.AddScoped<CloseClassHandler>();
        builder.Services.AddScoped<CancelClassHandler>();
        builder.Services.AddScoped<GetClassHandler>();
        builder.Services.AddScoped<ListClassesHandler>();
        builder.Services.AddScoped<ListTraineesHandler>();
    }
}
