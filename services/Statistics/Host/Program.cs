using Wenye.CodeTables.Distribution;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Statistics;
using Wenye.Statistics.Consumers;
using Wenye.Statistics.Data;
using Wenye.Statistics.Features.GetRegistrationCount;
using Wenye.Statistics.Features.ListLoanCounts;
using Wenye.Statistics.Features.ListPaymentCounts;
using Wenye.Statistics.Features.ListRegistrationCounts;
using Wenye.Statistics.Features.ListTrainingCounts;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddCodeTables();
builder.AddServiceDatabase<StatisticsDbContext>("statistics");
builder.AddMessaging(Consumption.AddConsumers);
builder.Services.AddScoped<GetRegistrationCountHandler>();
builder.Services.AddScoped<ListRegistrationCountsHandler>();
builder.Services.AddScoped<ListPaymentCountsHandler>();
builder.Services.AddScoped<ListTrainingCountsHandler>();
builder.Services.AddScoped<ListLoanCountsHandler>();

var app = builder.Build();
if (await app.RunMigrationsAsync<StatisticsDbContext>(args))
{
    return;
}

app.MapServiceDefaults();
app.MapGrpcService<StatisticsGrpcService>();
await app.RunAsync();
