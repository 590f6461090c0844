using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Training.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Course = Wenye.Training.Data.Course;
using Enrolment = Wenye.Contracts.Training.V1.Enrolment;
using Institution = Wenye.Training.Data.Institution;
using TrainingClass = Wenye.Contracts.Training.V1.TrainingClass;

namespace Wenye.Training.Host.Tests.Classes;

/// <summary>An institution filed in a county, with a course of its own in the city's catalogue, its service hall and its office.</summary>
public sealed class ClassScene
{
    /// <summary>In the second week of a class that began today.</summary>
    public static readonly DateOnly Later = new(2020, 9, 10);

    private static int last;
    private readonly TrainingFixture fixture;
    private readonly string agency = $"hall-{Guid.CreateVersion7():n}";

    private ClassScene(TrainingFixture fixture, string division)
    {
        (this.fixture, Division) = (fixture, division);
        var number = Interlocked.Increment(ref last);
        Occupation = $"{4_000_000 + number}";
        Code = number;
    }

    public string Division { get; }

    public string Occupation { get; }

    public string InstitutionId { get; } = Guid.CreateVersion7().ToString();

    private int Code { get; }

    public static async Task<ClassScene> SetAsync(
        TrainingFixture fixture, string division = "370304", InstitutionKind kind = InstitutionKind.School,
        TrainingCategory category = TrainingCategory.Employment, DateOnly? inCatalogueUntil = null)
    {
        var scene = new ClassScene(fixture, division);
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        database.Add(new Institution
        {
            Id = Guid.Parse(scene.InstitutionId),
            Kind = kind,
            Division = division,
            Code = scene.Code,
            CreditCode = People.EmployerCode,
            Name = $"虚构培训学校{scene.Code}",
            State = InstitutionState.Filed,
            FiledOn = new DateOnly(2020, 1, 2),
        });
        database.Add(new Course
        {
            City = $"{division[..4]}00",
            Occupation = scene.Occupation,
            Level = 5,
            From = new DateOnly(2020, 1, 1),
            Until = inCatalogueUntil,
            Name = "中式烹调师",
            Category = category,
            Hours = 40,
            LeadsTo = CertificateKind.Completion,
        });
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        return scene;
    }

    /// <summary>The service hall through which institutions work; one agency, so that it goes on with its imports.</summary>
    public ClassService.ClassServiceClient Hall(DateOnly? day = null) =>
        new(day is { } other ? fixture.On(other, Division, Roles.TrainingPortal) : fixture.Service.Calls(fixture.Issuer.Token(agency, Division, Roles.TrainingPortal)));

    public ClassService.ClassServiceClient Reviewer(DateOnly? day = null) =>
        new(day is { } other ? fixture.On(other, Division, Roles.TrainingReviewer) : fixture.Calls(Division, Roles.TrainingReviewer));

    /// <summary>A plan of 40 hours from today to 20 September, in the room, not sent yet.</summary>
    public PlanClassRequest Asked(int places = 50, int onlineMinutes = 0) => new()
    {
        RequestId = NewId(),
        InstitutionId = InstitutionId,
        Occupation = new() { Occupation = Occupation, Level = 5 },
        Mode = onlineMinutes > 0 ? TrainingMode.Combined : TrainingMode.Offline,
        OnlineMinutes = onlineMinutes,
        TotalHours = 40,
        StartsOn = TrainingFixture.Today.ToContract(),
        EndsOn = Day(20),
        Places = places,
    };

    /// <summary>A planned class.</summary>
    public async Task<TrainingClass> PlanAsync(int places = 50, int onlineMinutes = 0) => (await Hall().PlanClassAsync(Asked(places, onlineMinutes))).TrainingClass;

    /// <summary>A class that enrols.</summary>
    public async Task<TrainingClass> OpenAsync(int places = 50, int onlineMinutes = 0) =>
        (await Reviewer().OpenClassAsync(new() { RequestId = NewId(), ClassId = (await PlanAsync(places, onlineMinutes)).ClassId })).TrainingClass;

    /// <summary>A class under way with so many trainees, in the order enrolled.</summary>
    public async Task<(string ClassId, IReadOnlyList<Enrolment> Trainees)> UnderWayAsync(int people = 2, int onlineMinutes = 0)
    {
        var id = (await OpenAsync(onlineMinutes: onlineMinutes)).ClassId;
        await new Roster(Hall()).SendAsync(id, Roster.Of(people));
        await Hall().StartClassAsync(new() { RequestId = NewId(), ClassId = id });
        return (id, await TraineesAsync(id));
    }

    /// <summary>An examined class whose first trainee passed and the others did not.</summary>
    public async Task<(string ClassId, IReadOnlyList<Enrolment> Trainees)> ExaminedAsync(int people = 2)
    {
        var (id, trainees) = await UnderWayAsync(people);
        await Hall().RecordResultsAsync(Results(id, [.. trainees.Select((one, i) => (one.EnrolmentId, (bool?)(i == 0)))]));
        return (id, trainees);
    }

    public async Task<IReadOnlyList<Enrolment>> TraineesAsync(string classId) =>
        (await Hall().ListTraineesAsync(new() { ClassId = classId, PageSize = 1000 })).Enrolments;

    /// <summary>The class as its office sees it.</summary>
    public async Task<TrainingClass> GetAsync(string classId) => (await Reviewer().GetClassAsync(new() { ClassId = classId })).TrainingClass;

    /// <summary>Results of today, not sent yet; without a word on who has none.</summary>
    public static RecordResultsRequest Results(string classId, params IEnumerable<(string EnrolmentId, bool? Passed)> results)
    {
        var request = new RecordResultsRequest { RequestId = NewId(), ClassId = classId };
        foreach (var (id, passed) in results)
        {
            var result = new ExamResult { ExaminedOn = TrainingFixture.Today.ToContract() };
            if (passed is { } known)
            {
                result.Passed = known;
            }

            request.Results.Add(new EnrolmentResult { EnrolmentId = id, Result = result });
        }

        return request;
    }

    /// <summary>Attendance, not sent yet.</summary>
    public static RecordAttendanceRequest Attendance(string classId, params IEnumerable<(string EnrolmentId, int Day, bool Online, int Minutes)> rows) => new()
    {
        RequestId = NewId(),
        ClassId = classId,
        Attendances = { rows.Select(row => new Attendance { EnrolmentId = row.EnrolmentId, Day = Day(row.Day), Online = row.Online, Minutes = row.Minutes }) },
    };

    /// <summary>A day of September 2020.</summary>
    public static Date Day(int day) => new() { Year = 2020, Month = 9, Day = day };

    public static string NewId() => Guid.CreateVersion7().ToString();
}
