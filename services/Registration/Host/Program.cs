using Wenye.Persistence;
using Wenye.Registration.Features.Applications;
using Wenye.Registration.Data;
using Wenye.Registration.Domain;
using Wenye.Registration.Exchange;
using Wenye.Registration.Features;
using Wenye.Registration.Features.Employments;
using Wenye.Registration.Features.Hardship;
using Wenye.Registration.Features.Offices;
using Wenye.Registration.Features.Exchange;
using Wenye.Registration.Features.CodeTables;
using Wenye.Registration.Features.Imports;
using Wenye.Registration.Features.Register;
using Wenye.Registration.Features.Status;
using Wenye.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<RegistrationDbContext>("registration");
builder.AddMessaging();
builder.AddOutboxRelay<RegistrationDbContext>();
builder.AddDecisionTrial(RegistrationPrograms.All);
builder.AddCodeTables();
builder.AddExchange();
builder.AddApplications();
builder.AddRegister();
builder.AddImports();
builder.AddEmployments();
builder.AddHardship();
builder.AddOffices();
builder.AddPersonStatuses();

var app = builder.Build();
if (await app.RunMigrationsAsync<RegistrationDbContext>(args))
{
    return;
}

app.MapServiceDefaults();
app.MapCalls();
await app.RunAsync();
