// The system: what it is made of, who speaks to whom, and who waits for whom.
using Wenye.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
if (args is ["down"])
{
    return await PlatformFile.In(builder).StopRunningAsync();
}

var postgres = builder.AddPostgres("postgres");
var registrationDb = postgres.AddDatabase("registration-db", "registration");
var trainingDb = postgres.AddDatabase("training-db", "training");
var loansDb = postgres.AddDatabase("loans-db", "loans");
var stabilizationDb = postgres.AddDatabase("stabilization-db", "stabilization");
var welfarePostsDb = postgres.AddDatabase("welfare-posts-db", "welfare-posts");
var statisticsDb = postgres.AddDatabase("statistics-db", "statistics");
var rabbitmq = builder.AddRabbitMQ("rabbitmq");
var redis = builder.AddRedis("redis");
var keys = PersonalDataKeys.Create(builder);

var gateway = builder.AddGateway<Projects.Gateway>("gateway");

var registrationMigrate = builder.AddMigration<Projects.Registration>("registration-migrate")
    .WithReference(registrationDb, "registration").WithReference(rabbitmq).WithKeys(keys)
    .WaitFor(registrationDb);
var registration = builder.AddService<Projects.Registration>("registration", gateway)
    .WithReference(registrationDb, "registration").WithReference(rabbitmq).WithReference(redis).WithKeys(keys)
    .WaitForCompletion(registrationMigrate).WaitFor(rabbitmq);
builder.AddSimulatedMinistry(registration);

var statisticsMigrate = builder.AddMigration<Projects.Statistics>("statistics-migrate")
    .WithReference(statisticsDb, "statistics").WithReference(rabbitmq)
    .WaitFor(statisticsDb);
var statistics = builder.AddService<Projects.Statistics>("statistics", gateway)
    .WithReference(statisticsDb, "statistics").WithReference(rabbitmq).WithReference(redis).WithReference(registration)
    .WaitForCompletion(statisticsMigrate).WaitFor(rabbitmq);

var trainingMigrate = builder.AddMigration<Projects.Training>("training-migrate")
    .WithReference(trainingDb, "training").WithReference(rabbitmq).WithKeys(keys)
    .WaitFor(trainingDb);
var training = builder.AddService<Projects.Training>("training", gateway)
    .WithReference(trainingDb, "training").WithReference(rabbitmq).WithReference(redis).WithReference(registration).WithKeys(keys)
    .WaitForCompletion(trainingMigrate).WaitFor(rabbitmq);
var loans = builder.AddService<Projects.Loans>("loans", gateway)
    .WithReference(loansDb, "loans").WithReference(rabbitmq).WithReference(redis).WithReference(registration);
var stabilizationMigrate = builder.AddMigration<Projects.Stabilization>("stabilization-migrate")
    .WithReference(stabilizationDb, "stabilization").WithReference(rabbitmq).WithKeys(keys)
    .WaitFor(stabilizationDb);
var stabilization = builder.AddService<Projects.Stabilization>("stabilization", gateway)
    .WithReference(stabilizationDb, "stabilization").WithReference(rabbitmq).WithReference(redis).WithReference(registration).WithKeys(keys)
    .WaitForCompletion(stabilizationMigrate).WaitFor(rabbitmq);
var welfarePosts = builder.AddService<Projects.WelfarePosts>("welfare-posts", gateway)
    .WithReference(welfarePostsDb, "welfare-posts").WithReference(rabbitmq).WithReference(redis).WithReference(registration);

gateway
    .WithReference(registration).WithReference(training).WithReference(loans)
    .WithReference(stabilization).WithReference(welfarePosts).WithReference(statistics);

builder.AddDevelopmentClients(gateway, training, loans, stabilization, welfarePosts, statistics);
builder.Build().Run();
return Environment.ExitCode;
