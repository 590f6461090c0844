using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.Registration.Domain;
using Wenye.Registration.Features;
using Wenye.Registration.Features.CodeTables;
using Wenye.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<RegistrationDbContext>("registration");
builder.AddMessaging();
builder.AddOutboxRelay<RegistrationDbContext>();
builder.AddCodeTables();
builder.AddDecisionTrial(RegistrationPrograms.All);
builder.AddFeatures();

var app = builder.Build();
if (await app.RunMigrationsAsync<RegistrationDbContext>(args))
{
    return;
}

app.MapServiceDefaults();
app.MapCalls();
await app.RunAsync();
