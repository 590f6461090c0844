// The system: what it is made of, who speaks to whom, and who waits for whom.
using Wenye.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
if (args is ["down"])
{
    return await PlatformFile.In(builder).StopRunningAsync();
}

var postgres = builder.AddPostgres("postgres");
var rabbitmq = builder.AddRabbitMQ("rabbitmq");
var redis = builder.AddRedis("redis");
var keys = PersonalDataKeys.Create(builder);
var gateway = builder.AddGateway<Projects.Gateway>("gateway");

// A service with its database: migrated before the service starts. Keys only for those that hold personal data.
var registration = builder.AddServiceWithDatabase<Projects.Registration>("registration", gateway, postgres, rabbitmq, keys).WithReference(redis);
var training = builder.AddServiceWithDatabase<Projects.Training>("training", gateway, postgres, rabbitmq, keys).WithReference(redis);
var stabilization = builder.AddServiceWithDatabase<Projects.Stabilization>("stabilization", gateway, postgres, rabbitmq, keys).WithReference(redis);
var loans = builder.AddServiceWithDatabase<Projects.Loans>("loans", gateway, postgres, rabbitmq, keys).WithReference(redis);
var welfarePosts = builder.AddServiceWithDatabase<Projects.WelfarePosts>("welfare-posts", gateway, postgres, rabbitmq, keys).WithReference(redis);
var statistics = builder.AddServiceWithDatabase<Projects.Statistics>("statistics", gateway, postgres, rabbitmq, keys).WithReference(redis);

// Code tables are kept, and people looked up, in Registration.
foreach (var service in new[] { training, loans, stabilization, welfarePosts, statistics })
{
    service.WithReference(registration);
}

var ministry = builder.AddSimulatedMinistry(registration);
gateway
    .WithReference(registration).WithReference(training).WithReference(loans)
    .WithReference(stabilization).WithReference(welfarePosts).WithReference(statistics);

builder.AddDevelopmentDay(gateway, registration, training, loans, stabilization, welfarePosts, statistics, ministry);
builder.AddDevelopmentParameters(registration, training, loans, stabilization, welfarePosts, statistics);
builder.AddDevelopmentClients(gateway, training, loans, stabilization, welfarePosts, statistics);
builder.Build().Run();
return Environment.ExitCode;
