using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Testing;
using Wenye.Training.Data;
using Enrolment = Wenye.Training.Data.Enrolment;
using Institution = Wenye.Training.Data.Institution;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Host.Tests;

/// <summary>Writes classes and trainees as they stand after months of work, an occupation of its own to each scene.</summary>
internal sealed class RecordScene(TrainingFixture fixture)
{
    // Codes that no institution gets which other tests file: theirs count up from 1.
    private static int lastCode = 7_000;
    private readonly Dictionary<string, Trainee> trainees = [];

    public string Occupation { get; } = $"{5_000_000 + Interlocked.Increment(ref lastCode)}";

    /// <summary>A class of a new institution, held in August 2020 unless its days are named.</summary>
    public async Task<TrainingClass> ClassAsync(
        string division, int from = 3, int to = 28, ClassState state = ClassState.Examined, int trainees = 0, int passed = 0,
        TrainingMode mode = TrainingMode.Offline, string creditCode = "52370000MJ0000001A")
    {
        var code = Interlocked.Increment(ref lastCode);
        var institution = new Institution
        {
            Id = Guid.CreateVersion7(), Kind = InstitutionKind.School, Division = division, Code = code, CreditCode = creditCode,
            Name = $"虚构培训学校{code}", State = InstitutionState.Filed, FiledOn = new(2020, 1, 2),
        };
        var held = new TrainingClass
        {
            Id = Guid.CreateVersion7(), InstitutionId = institution.Id, Division = division, Occupation = Occupation, Level = 5, OccupationName = "中式烹调师",
            Category = TrainingCategory.Employment, LeadsTo = CertificateKind.Completion, Mode = mode, TotalHours = 80, OnlineMinutes = 0,
            StartsOn = new(2020, 8, from), EndsOn = new(2020, 8, to), Places = 5000, State = state, PlanDecision = "{}", Trainees = trainees, Passed = passed,
        };
        await AddAsync(institution, held);
        return held;
    }

    /// <summary>The person in the class; the same person in several.</summary>
    public async Task<Enrolment> EnrolAsync(
        TrainingClass held, SyntheticPerson person, int day = 3, EnrolmentState state = EnrolmentState.Passed, string? household = null,
        string? phone = null, string? employer = null, DateOnly? employedSince = null, string? employedBy = null, params int[] inTheRoom)
    {
        var protector = fixture.Service.Services.GetRequiredService<PersonalDataProtector>();
        var known = trainees.TryGetValue(person.ResidentId, out var trainee);
        trainee ??= trainees[person.ResidentId] = new()
        {
            Id = Guid.CreateVersion7(), Name = person.Name, IdNumber = person.ResidentId, IdHash = protector.LookupHash(person.ResidentId),
        };
        var enrolment = new Enrolment
        {
            Id = Guid.CreateVersion7(), ClassId = held.Id, TraineeId = trainee.Id, MobilePhone = phone ?? person.Phone,
            PhoneHash = protector.LookupHash(phone ?? person.Phone), Group = TraineeGroup.WillingWorker, Evidence = GroupEvidence.SystemChecked,
            HouseholdDivision = household, EmployerCode = employer, EnrolledOn = new(2020, 8, day), AskedAt = new(2020, 8, day, 4, 0, 0, TimeSpan.Zero),
            EmployedSince = employedSince, EmployedBy = employedBy, State = state, AttendedMinutes = inTheRoom.Length * 300, AttendedOnlineMinutes = 45,
            ExaminedOn = state == EnrolmentState.Passed ? held.EndsOn : null, Passed = state == EnrolmentState.Passed ? true : null,
        };
        var days = inTheRoom.Select(one => new AttendanceDay { EnrolmentId = enrolment.Id, Day = new(2020, 8, one), Online = false, Minutes = 300 });
        await AddAsync([.. known ? Array.Empty<object>() : [trainee], enrolment, .. days]);
        return enrolment;
    }

    private async Task AddAsync(params object[] rows)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        database.AddRange(rows);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
