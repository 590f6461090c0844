using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.Stabilization.Data;
using Wenye.Statistics.Data;
using Wenye.Training.Data;
using Wenye.WelfarePosts.Data;

// The startup program of `dotnet ef` (README.md). EF builds it to learn how each service configures its DbContext;
// the database named here is never opened and the key protects nothing.
var builder = WebApplication.CreateBuilder(args);
var key = Convert.ToBase64String(new byte[32]);
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["ConnectionStrings:loans"] = "Host=design-time",
    ["ConnectionStrings:registration"] = "Host=design-time",
    ["ConnectionStrings:stabilization"] = "Host=design-time",
    ["ConnectionStrings:statistics"] = "Host=design-time",
    ["ConnectionStrings:training"] = "Host=design-time",
    ["ConnectionStrings:welfare-posts"] = "Host=design-time",
    ["PersonalData:Keys:0:Id"] = "design-time",
    ["PersonalData:Keys:0:Key"] = key,
    ["PersonalData:LookupKey"] = key,
});

// One line a service with a database, the same line as in its own Program.cs.
builder.AddServiceDatabase<LoansDbContext>("loans");
builder.AddServiceDatabase<RegistrationDbContext>("registration");
builder.AddServiceDatabase<StabilizationDbContext>("stabilization");
builder.AddServiceDatabase<StatisticsDbContext>("statistics");
builder.AddServiceDatabase<TrainingDbContext>("training");
builder.AddServiceDatabase<WelfarePostsDbContext>("welfare-posts");

builder.Build();
