using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Enrolment = Wenye.Training.Data.Enrolment;
using Institution = Wenye.Training.Data.Institution;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Host.Tests.Certificates;

/// <summary>An institution with one class that was examined on 28 August 2020, and the offices of its county.</summary>
internal sealed class CertificateScene
{
    // A city that no other test of this project reads lists of; 3714 in the notice.
    public const string Liaocheng = "371502";

    // Codes that no institution gets which other tests file: theirs count up from 1.
    private static int lastCode = 4_000;
    private readonly TrainingFixture fixture;

    private CertificateScene(TrainingFixture fixture, Institution institution, TrainingClass trained) =>
        (this.fixture, Institution, Class) = (fixture, institution, trained);

    public Institution Institution { get; }

    public TrainingClass Class { get; }

    public string ClassId => Class.Id.ToString();

    public CertificateService.CertificateServiceClient Reviewer => As(Roles.TrainingReviewer);

    public CertificateService.CertificateServiceClient Portal => As(Roles.TrainingPortal);

    public CertificateService.CertificateServiceClient As(params string[] roles) => new(fixture.Calls(Institution.Division, roles));

    /// <summary>A new institution with a class.</summary>
    public static async Task<CertificateScene> SetAsync(
        TrainingFixture fixture, string division = Liaocheng, TrainingCategory category = TrainingCategory.Employment,
        CertificateKind leadsTo = CertificateKind.Completion, ClassState state = ClassState.Examined, InstitutionState filed = InstitutionState.Filed)
    {
        var institution = new Institution
        {
            Id = Guid.CreateVersion7(),
            Kind = InstitutionKind.School,
            Division = division,
            Code = Interlocked.Increment(ref lastCode),
            CreditCode = "52370000MJ0000001A",
            Name = "聊城某某职业培训学校",
            State = filed,
            FiledOn = new(2020, 1, 2),
        };
        var scene = new CertificateScene(fixture, institution, ClassOf(institution, category, leadsTo, state));
        await scene.CopyAsync<Institution>([institution]);
        await scene.CopyAsync<TrainingClass>([scene.Class]);
        return scene;
    }

    /// <summary>The same institution with one more class.</summary>
    public async Task<CertificateScene> AnotherClassAsync(TrainingCategory category = TrainingCategory.Employment)
    {
        var scene = new CertificateScene(fixture, Institution, ClassOf(Institution, category, CertificateKind.Completion, ClassState.Accepted));
        await scene.CopyAsync<TrainingClass>([scene.Class]);
        return scene;
    }

    /// <summary>People of the class, in their order.</summary>
    public async Task<string[]> EnrolAsync(
        int count, bool? passed = true, bool? entitled = null, TraineeGroup group = TraineeGroup.MigrantWorker, bool withdrawn = false)
    {
        var protector = fixture.Service.Services.GetRequiredService<PersonalDataProtector>();
        var people = Enumerable.Range(0, count).Select(_ => People.New()).ToList();
        var trainees = people.ConvertAll(one => new Trainee
        {
            Id = Guid.CreateVersion7(),
            Name = one.Name,
            IdNumber = one.ResidentId,
            IdHash = protector.LookupHash(one.ResidentId),
        });

        // Ids of one millisecond are in no order of their own.
        var ids = people.Select(_ => Guid.CreateVersion7()).OrderBy(id => id.ToString(), StringComparer.Ordinal).ToList();
        var enrolments = trainees.Zip(people, ids).Select(one => EnrolmentOf(one.Third, one.First, one.Second.Phone, protector, group)).ToList();
        enrolments.ForEach(one => (one.Passed, one.EntitledToOther, one.State) = (passed, entitled, withdrawn ? EnrolmentState.Withdrawn : StateOf(passed)));
        await CopyAsync<Trainee>(trainees);
        await CopyAsync<Enrolment>(enrolments);
        return [.. enrolments.Select(one => one.Id.ToString())];
    }

    /// <summary>A batch, not asked for yet.</summary>
    public IssueCertificatesRequest Asked(params IEnumerable<string> enrolments) => new()
    {
        RequestId = Guid.CreateVersion7().ToString(),
        ClassId = ClassId,
        EnrolmentIds = { enrolments },
        Handling = new() { Operator = "王赋号" },
    };

    /// <summary>Numbers a batch.</summary>
    public async Task<IssueCertificatesResponse> IssueAsync(params IEnumerable<string> enrolments) => await Reviewer.IssueCertificatesAsync(Asked(enrolments));

    /// <summary>One certificate of a person who passed.</summary>
    public async Task<string> IssueOneAsync()
    {
        await EnrolAsync(1);
        return (await IssueAsync()).FirstSerialNumber;
    }

    /// <summary>The name and id number of a certificate's holder.</summary>
    public async Task<(string Name, string IdNumber)> HolderAsync(string number)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        var certificate = await database.Certificates.FindAsync(number);
        return (certificate!.HolderName, (await database.Trainees.FindAsync(certificate.TraineeId))!.IdNumber);
    }

    /// <summary>What there is of something in the database.</summary>
    public Task<long> CountAsync(string from, params IReadOnlyList<object> values) => fixture.Database.ReadAsync<long>($"select count(*) from {from}", values);

    /// <summary>The text of a serial number of this institution in 2020.</summary>
    public string Number(int sequence, string place = "371402", char category = 'A') => $"{place}{Institution.Code:0000}20{sequence:00000}{category}";

    private static EnrolmentState StateOf(bool? passed) => passed switch { true => EnrolmentState.Passed, false => EnrolmentState.Failed, _ => EnrolmentState.Enrolled };

    private Enrolment EnrolmentOf(Guid id, Trainee trainee, string phone, PersonalDataProtector protector, TraineeGroup group) => new()
    {
        Id = id,
        ClassId = Class.Id,
        TraineeId = trainee.Id,
        MobilePhone = phone,
        PhoneHash = protector.LookupHash(phone),
        Group = group,
        Evidence = GroupEvidence.SystemChecked,
        EnrolledOn = new(2020, 8, 3),
        AskedAt = new(2020, 8, 3, 4, 0, 0, TimeSpan.Zero),
        State = EnrolmentState.Enrolled,
        ExaminedOn = new(2020, 8, 28),
    };

    private static TrainingClass ClassOf(Institution institution, TrainingCategory category, CertificateKind leadsTo, ClassState state) => new()
    {
        Id = Guid.CreateVersion7(),
        InstitutionId = institution.Id,
        Division = institution.Division,
        Occupation = "4020301",
        Level = 5,
        OccupationName = "中式烹调师",
        Category = category,
        LeadsTo = leadsTo,
        Mode = TrainingMode.Offline,
        TotalHours = 80,
        OnlineMinutes = 0,
        StartsOn = new(2020, 8, 3),
        EndsOn = new(2020, 8, 28),
        Places = 5000,
        State = state,
        StartedOn = new(2020, 8, 4),
        PlanDecision = "{}",
    };

    private async Task CopyAsync<TEntity>(IReadOnlyList<TEntity> rows)
        where TEntity : class
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        await using var connection = new NpgsqlConnection(fixture.Database.ConnectionString);
        await connection.OpenAsync();
        await new RowTable<TEntity>(scope.ServiceProvider.GetRequiredService<TrainingDbContext>().Model).CopyAsync(connection, rows, CancellationToken.None);
    }
}
