using Wenye.CodeTables.Distribution;
using Wenye.Payments;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain;
using Wenye.Stabilization.Features;
using Wenye.Stabilization.Features.FirmData;
using Wenye.Stabilization.Features.Payments;
using Wenye.Stabilization.Features.Refunds;
using Wenye.Stabilization.Features.Screenings;
using Wenye.Stabilization.Features.WorkTraining;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<StabilizationDbContext>("stabilization");
builder.AddMessaging();
builder.AddOutboxRelay<StabilizationDbContext>();
builder.AddCodeTables();
builder.AddPolicyParameters(StabilizationParameters.Shipped);
builder.AddDecisionTrial(StabilizationPrograms.All);
builder.AddFirmData();
builder.AddPayments<PublicityTerms>("stabilization", "ST");
builder.AddScreenings();
builder.AddRefunds();
builder.AddWorkTraining();

var app = builder.Build();
if (await app.RunMigrationsAsync<StabilizationDbContext>(args))
{
    return;
}

app.MapServiceDefaults();
app.MapCalls();
await app.RunAsync();
