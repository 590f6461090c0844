using Wenye.CodeTables.Distribution;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Consumers;
using Wenye.Statistics.Data;
using Wenye.Statistics.Domain;
using Wenye.Statistics.Features;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddCodeTables();
builder.AddPersonRegisters();
builder.AddServiceDatabase<StatisticsDbContext>("statistics");
builder.AddMessaging(Consumption.AddConsumers);
builder.AddOutboxRelay<StatisticsDbContext>();
builder.AddPolicyParameters(StatisticsParameters.Shipped);
builder.AddDecisionTrial(StatisticsPrograms.All);
builder.AddFeatures();

var app = builder.Build();
if (await app.RunMigrationsAsync<StatisticsDbContext>(args))
{
    return;
}

app.MapServiceDefaults();
app.MapCalls();
await app.RunAsync();
