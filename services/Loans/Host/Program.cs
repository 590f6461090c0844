using Wenye.CodeTables.Distribution;
using Wenye.Loans.Consumers;
using Wenye.Loans.Data;
using Wenye.Loans.Domain;
using Wenye.Loans.Features;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<LoansDbContext>("loans");
builder.AddMessaging(Consumption.AddConsumers);
builder.AddOutboxRelay<LoansDbContext>();
builder.AddCodeTables();
builder.AddPolicyParameters(LoansParameters.Shipped);
builder.AddDecisionTrial(LoansPrograms.All);
builder.AddPersonRegisters();
builder.AddFeatures();

var app = builder.Build();
if (await app.RunMigrationsAsync<LoansDbContext>(args))
{
    return;
}

app.MapServiceDefaults();
app.MapCalls();
await app.RunAsync();
