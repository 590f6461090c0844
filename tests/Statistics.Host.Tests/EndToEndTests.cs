using System.Collections.Concurrent;
using System.Diagnostics;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests;

/// <summary>One person from application to figure: Registration, its outbox, RabbitMQ, Statistics, in one trace.</summary>
public sealed class EndToEndTests(StatisticsFixture fixture)
{
    private const string Division = "370303";

    [Fact]
    public async Task An_approved_person_is_counted_once_and_one_trace_tells_the_whole_way()
    {
        await using var database = await fixture.Servers.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await using var registration = await StartRegistrationAsync(database);
        var office = new RegistrationService.RegistrationServiceClient(
            registration.Calls(fixture.Issuer.Token("office", Division, "intake", "reviewer")));
        var submitted = await office.SubmitApplicationAsync(new SubmitApplicationRequest { RequestId = "submit", Form = Form() });
        var id = submitted.Application.ApplicationId;
        await office.StartReviewAsync(new StartReviewRequest { RequestId = "start", ApplicationId = id });

        using var trace = new RecordedTrace();
        var approve = new ReviewApplicationRequest
        {
            RequestId = "approve",
            ApplicationId = id,
            Approval = new Approval { ReceivesPension = false, AbleToWork = true, Employed = false },
            Handling = new Handling { Operator = "测经办" },
        };
        var approved = await office.ReviewApplicationAsync(approve);
        (await office.ReviewApplicationAsync(approve)).ShouldBe(approved);

        var registrationId = Guid.Parse(approved.Application.RegistrationId);
        await Eventually.IsTrueAsync(async () =>
            await fixture.ReadAsync<long>("select count(*) from registered_person where registration_id = $1", registrationId) == 1);
        var figure = await fixture.Client(Division).GetRegistrationCountAsync(
            new GetRegistrationCountRequest { Division = Division, Period = "2020-08" });
        figure.Count.Registered.ShouldBe(1);
        await Eventually.IsTrueAsync(() => trace.Has("Microsoft.AspNetCore") && trace.Has("MassTransit") && trace.HasSqlOf("registered_person"));
    }

    private async Task<ServiceUnderTest<RegistrationDbContext>> StartRegistrationAsync(TestDatabase database)
    {
        var service = new ServiceUnderTest<RegistrationDbContext>(
            new Dictionary<string, string>(PersonalDataKeys.Fresh(), StringComparer.Ordinal)
            {
                ["ConnectionStrings:registration"] = database.ConnectionString,
                ["ConnectionStrings:rabbitmq"] = fixture.Broker.ConnectionString,
                ["Auth:Authority"] = fixture.Issuer.Authority,
                ["Auth:RequireHttpsMetadata"] = "false",
            },
            FixedClock.On(2020, 8, 10));
        service.Start();
        await service.Services.MigrateAsync<RegistrationDbContext>(TestContext.Current.CancellationToken);
        return service;
    }

    private static ApplicationForm Form()
    {
        var person = SyntheticPeople.Person(9_000_000);
        return new ApplicationForm
        {
            ApplicationNumber = $"3703{Guid.CreateVersion7():N}", RegistrationDivision = Division, AppliedOn = "20200810",
            Name = person.Name, Sex = person.IsFemale ? "2" : "1", Nationality = "01", Education = "30", Health = "1",
            UnemployedOn = "20200715", IdDocumentType = "01", IdDocumentNumber = person.ResidentId,
            HouseholdDivision = Division, HouseholdAddress = "虚构街道一号院", ResidenceDivision = Division,
            ResidenceAddress = "虚构街道一号院", MobilePhone = person.Phone, RegistrationPlaceType = "1",
            UnemploymentReason = "21", ClaimsBenefit = "2",
        };
    }

    /// <summary>Every finished span of the trace that this test begins.</summary>
    private sealed class RecordedTrace : IDisposable
    {
        private readonly ConcurrentQueue<Activity> spans = new();
        private readonly ActivityListener listener;
        private readonly Activity root;

        public RecordedTrace()
        {
            root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);
            root.ActivityTraceFlags = ActivityTraceFlags.Recorded;
            root.Start();
            listener = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = span =>
                {
                    if (span.TraceId == root.TraceId)
                    {
                        spans.Enqueue(span);
                    }
                },
            };
            ActivitySource.AddActivityListener(listener);
        }

        public bool Has(string source) => spans.Any(span => span.Source.Name == source);

        public bool HasSqlOf(string table) => spans.Any(span =>
            span.Source.Name == "Npgsql" && span.Tags.Any(tag => tag.Value?.Contains(table, StringComparison.Ordinal) == true));

        public void Dispose()
        {
            root.Dispose();
            listener.Dispose();
        }
    }
}
