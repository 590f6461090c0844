using Wenye.CodeTables.Distribution;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Consumers;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain;
using Wenye.WelfarePosts.Features;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<WelfarePostsDbContext>("welfare-posts");
builder.AddMessaging(Consumption.AddConsumers);
builder.AddOutboxRelay<WelfarePostsDbContext>();
builder.AddCodeTables();
builder.AddPolicyParameters(WelfarePostsParameters.Shipped);
builder.AddDecisionTrial(WelfarePostsPrograms.All);
builder.AddPersonRegisters();
builder.AddFeatures();

var app = builder.Build();
if (await app.RunMigrationsAsync<WelfarePostsDbContext>(args))
{
    return;
}

app.MapServiceDefaults();
app.MapCalls();
await app.RunAsync();
