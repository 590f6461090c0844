using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenye.Persistence;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Features.NewEmployment.GetEmploymentRecord;
using Wenye.Statistics.Features.NewEmployment.ImportEmploymentFacts;
using Wenye.Statistics.Features.NewEmployment.Judging;
using Wenye.Statistics.Features.NewEmployment.ListEmploymentRecords;
using Wenye.Statistics.Features.NewEmployment.ListImportedFacts;
using Wenye.Statistics.Features.NewEmployment.ListNewEmployment;
using Wenye.Statistics.Features.NewEmployment.RebuildNewEmployment;

namespace Wenye.Statistics.Features.NewEmployment;

/// <summary>What new urban employment needs (城镇新增就业).</summary>
internal static class NewEmploymentSetup
{
    public static void AddNewEmployment(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<OpenImports>();
        builder.Services.AddSingleton<NewEmploymentTables>();
        builder.Services.AddSingleton<PersonJudge>();
        builder.Services.AddSingleton<DoubtQueue>();
        builder.Services.AddSingleton<JudgeBatch>();
        builder.Services.AddHostedService<JudgeWorker>();
        builder.Services.AddScoped<FactWriter>();
        builder.Services.AddScoped<NamedPeople>();
        builder.Services.AddScoped<ImportEmploymentFactsHandler>();
        builder.Services.AddScoped<ListTargetsHandler>();
        builder.Services.AddScoped<ListPlaceClassesHandler>();
        builder.Services.AddScoped<ListNewEmploymentHandler>();
        builder.Services.AddScoped<ListEmploymentRecordsHandler>();
        builder.Services.AddScoped<GetEmploymentRecordHandler>();
        builder.Services.AddScoped<RebuildNewEmploymentHandler>();
    }
}
