using Wenye.CodeTables.Distribution;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<StabilizationDbContext>("stabilization");
builder.AddMessaging();
builder.AddOutboxRelay<StabilizationDbContext>();
builder.AddCodeTables();

var app = builder.Build();
if (await app.RunMigrationsAsync<StabilizationDbContext>(args))
{
    return;
}

app.MapServiceDefaults();
await app.RunAsync();
