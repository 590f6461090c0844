using Wenye.CodeTables.Distribution;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Domain;
using Wenye.Training.Features;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<TrainingDbContext>("training");
builder.AddMessaging();
builder.AddOutboxRelay<TrainingDbContext>();
builder.AddCodeTables();
builder.AddPolicyParameters(TrainingParameters.Shipped);
builder.AddDecisionTrial(TrainingPrograms.All);
builder.AddPersonRegisters();
builder.AddFeatures();

var app = builder.Build();
if (await app.RunMigrationsAsync<TrainingDbContext>(args))
{
    return;
}

app.MapServiceDefaults();
app.MapCalls();
await app.RunAsync();
