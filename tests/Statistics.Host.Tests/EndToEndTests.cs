using System.Collections.Concurrent;
using System.Diagnostics;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Type.V1;
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

    [Fact]
    public async Task A_person_who_finds_work_leaves_the_register_and_every_event_arrives()
    {
        const string division = "370304";
        await using var database = await fixture.Servers.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await using var registration = await StartRegistrationAsync(database);
        var calls = registration.Calls(fixture.Issuer.Token("office", division, "intake", "reviewer", "caseworker"));
        var office = new RegistrationService.RegistrationServiceClient(calls);
        var employments = new EmploymentService.EmploymentServiceClient(calls);
        var form = Form(9_000_001, division);
        var submitted = await office.SubmitApplicationAsync(new SubmitApplicationRequest { RequestId = "submit", Form = form });
        await office.ReviewApplicationAsync(new ReviewApplicationRequest
        {
            RequestId = "approve",
            ApplicationId = submitted.Application.ApplicationId,
            Approval = new Approval { ReceivesPension = false, AbleToWork = true, Employed = false },
            Handling = new Handling { Operator = "虚构经办" },
        });

        var employed = await employments.RegisterEmploymentAsync(new RegisterEmploymentRequest
        {
            RequestId = "employ", Form = Employment(form), Handling = new Handling { Operator = "虚构经办" },
        });
        await employments.EndEmploymentAsync(new EndEmploymentRequest
        {
            RequestId = "end",
            EmploymentId = employed.Employment.EmploymentId,
            EndedOn = employed.Employment.Form.EmployedOn,
            Handling = new Handling { Operator = "虚构经办" },
        });

        var ask = new GetRegistrationCountRequest { Division = division, Period = "2020-08" };
        await Eventually.IsTrueAsync(async () => (await fixture.Client(division).GetRegistrationCountAsync(ask)).Count.Equals(new RegistrationCount
        {
            Division = division, Period = "2020-08", Registered = 1, Cancelled = 1, BecameEmployed = 1, LiveAtEnd = 0, EmploymentsRegistered = 1, EmploymentsEnded = 1,
        }));
        await Eventually.IsTrueAsync(async () => await database.ReadAsync<long>("select count(*) from outbox") == 0);
    }

    private async Task<ServiceUnderTest<RegistrationDbContext>> StartRegistrationAsync(TestDatabase database)
    {
        var service = new ServiceUnderTest<RegistrationDbContext>(
            new Dictionary<string, string>(StatisticsFixture.Ring, StringComparer.Ordinal)
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

    private static EmploymentForm Employment(ApplicationForm person) => new()
    {
        Name = person.Name, Sex = person.Sex, MobilePhone = person.MobilePhone,
        Identity = new PersonIdentity { IdDocumentType = person.IdDocumentType, IdDocumentNumber = person.IdDocumentNumber },
        WorkplaceDivision = person.RegistrationDivision, Urban = true, Type = EmploymentType.ReEmployment, Manner = EmploymentManner.Flexible,
        EmployedOn = new Contracts.Type.V1.Date { Year = 2020, Month = 8, Day = 10 }, Basis = EmploymentBasis.EmploymentRegistration,
        EmployerName = "虚构的配送工作", Sector = IndustrySector.Tertiary, IncomeReachesMinimum = true,
    };

    private static ApplicationForm Form(int index = 9_000_000, string division = Division)
    {
        var person = SyntheticPeople.Person(index);
        return new ApplicationForm
        {
            ApplicationNumber = $"3703{Guid.CreateVersion7():N}", RegistrationDivision = division, AppliedOn = "20200810",
            Name = person.Name, Sex = person.IsFemale ? "2" : "1", Nationality = "01", Education = "30", Health = "1",
            UnemployedOn = "20200715", IdDocumentType = "01", IdDocumentNumber = person.ResidentId,
            HouseholdDivision = division, HouseholdAddress = "虚构街道一号院", ResidenceDivision = division,
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
