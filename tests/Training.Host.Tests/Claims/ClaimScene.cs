using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Certificate = Wenye.Training.Data.Certificate;
using Claim = Wenye.Contracts.Training.V1.Claim;
using ClaimLine = Wenye.Contracts.Training.V1.ClaimLine;
using Course = Wenye.Training.Data.Course;
using Enrolment = Wenye.Training.Data.Enrolment;
using Institution = Wenye.Training.Data.Institution;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Host.Tests.Claims;

// Long because a line of a claim rests on rows of five other parts of the service, which are written here as those parts would.
/// <summary>An institution with a class in an occupation of its own that the city pays 1,800 yuan for, its service hall and its office.</summary>
public sealed class ClaimScene
{
    public const long Standard = 180_000;
    public const long Fee = 30_000;
    private static int last;
    private readonly TrainingFixture fixture;

    private ClaimScene(TrainingFixture fixture, string division) => (this.fixture, Division) = (fixture, division);

    public string Division { get; }

    public string Occupation { get; } = NewOccupation();

    public Guid Institution { get; private set; }

    public Guid Class { get; private set; }

    /// <summary>Sets it up.</summary>
    /// <param name="fixture">The service.</param>
    /// <param name="division">The county.</param>
    /// <param name="mode">How the class is held; on a platform the institution is one.</param>
    /// <param name="inCatalogue">Whether the city's catalogue has the occupation.</param>
    public static async Task<ClaimScene> SetAsync(TrainingFixture fixture, string division = "370102", TrainingMode mode = TrainingMode.Combined, bool inCatalogue = true)
    {
        var scene = new ClaimScene(fixture, division);
        var number = Interlocked.Increment(ref last);
        var institution = new Institution
        {
            Id = Guid.CreateVersion7(),
            Kind = mode == TrainingMode.OnlinePlatform ? InstitutionKind.OnlinePlatform : InstitutionKind.School,
            Division = division,
            Code = 4000 + number,
            CreditCode = People.EmployerCode,
            Name = "某某职业培训学校",
            BankAccount = "37010000000000009999",
            BankName = "某银行",
            State = InstitutionState.Filed,
            FiledOn = new(2019, 1, 1),
        };
        scene.Institution = institution.Id;
        await scene.AddAsync(institution);
        if (inCatalogue)
        {
            await scene.AddCourseAsync(scene.Occupation);
        }

        scene.Class = await scene.AddClassAsync(mode, scene.Occupation);
        return scene;
    }

    /// <summary>An occupation no other test has.</summary>
    public static string NewOccupation() => string.Create(CultureInfo.InvariantCulture, $"49{Interlocked.Increment(ref last):00000}");

    /// <summary>Calls of the service hall.</summary>
    public ClaimService.ClaimServiceClient Portal(DateOnly? day = null) => new(fixture.On(day ?? TrainingFixture.Today, Division, Roles.TrainingPortal));

    /// <summary>Calls of the office's reviewer.</summary>
    public ClaimService.ClaimServiceClient Reviewer(DateOnly? day = null) => new(fixture.On(day ?? TrainingFixture.Today, Division, Roles.TrainingReviewer));

    /// <summary>The city's standard and fee for the occupation at level 5.</summary>
    public Task AddCourseAsync(string occupation, long? standard = Standard) => AddAsync(new Course
    {
        City = $"{Division[..4]}00",
        Occupation = occupation,
        Level = 5,
        From = new(2020, 1, 1),
        Name = "育婴员",
        Category = TrainingCategory.Employment,
        Hours = 100,
        LeadsTo = CertificateKind.Completion,
        StandardFen = standard,
        AppraisalFeeFen = Fee,
    });

    /// <summary>A further class of the institution.</summary>
    public async Task<Guid> AddClassAsync(TrainingMode mode, string occupation)
    {
        var held = new TrainingClass
        {
            Id = Guid.CreateVersion7(),
            InstitutionId = Institution,
            Division = Division,
            Occupation = occupation,
            Level = 5,
            OccupationName = "育婴员",
            Category = TrainingCategory.Employment,
            LeadsTo = CertificateKind.Completion,
            Mode = mode,
            TotalHours = 100,
            OnlineMinutes = 1800,
            StartsOn = new(2020, 5, 1),
            EndsOn = new(2020, 8, 1),
            Places = 100,
            State = ClassState.Accepted,
            PlanDecision = "{}",
        };
        await AddAsync(held);
        return held.Id;
    }

    /// <summary>Somebody who passed the class on 20 August 2020 after 40 hours online, with the completion certificate.</summary>
    /// <param name="person">Whose key; null: somebody new.</param>
    /// <param name="change">What is different.</param>
    /// <param name="certified">Whether the certificate was issued.</param>
    public async Task<Enrolled> EnrolAsync(Guid? person = null, Action<EnrolmentOptions>? change = null, bool certified = true)
    {
        var options = new EnrolmentOptions { Class = Class };
        change?.Invoke(options);
        var trainee = person ?? await AddPersonAsync();
        var enrolment = new Enrolment
        {
            Id = Guid.CreateVersion7(),
            ClassId = options.Class,
            TraineeId = trainee,
            MobilePhone = "19900000000",
            PhoneHash = [1],
            Group = options.Group,
            Evidence = options.Evidence,
            HouseholdDivision = options.Household,
            EmployerCode = options.Employer,
            EmployedBy = options.Employer,
            EnrolledOn = new(2020, 5, 1),
            AskedAt = DateTimeOffset.UnixEpoch,
            State = EnrolmentState.Passed,
            AttendedMinutes = 4000,
            AttendedOnlineMinutes = 1800,
            ExaminedOn = options.ExaminedOn,
            Passed = true,
        };
        await AddAsync(enrolment);
        if (certified)
        {
            await AddAsync(new Certificate
            {
                SerialNumber = string.Create(CultureInfo.InvariantCulture, $"3701{Interlocked.Increment(ref last):0000000000000}A"),
                EnrolmentId = enrolment.Id,
                ClassId = options.Class,
                InstitutionId = Institution,
                TraineeId = trainee,
                BatchId = Guid.CreateVersion7(),
                HolderName = "测甲",
                IssuedOn = options.ExaminedOn,
                State = CertificateState.Valid,
                DecisionNumber = 1,
            });
        }

        return new(enrolment.Id, trainee);
    }

    /// <summary>A person whom the platform knows.</summary>
    public async Task<Guid> AddPersonAsync(SyntheticPerson? known = null)
    {
        var person = known ?? People.New();
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var trainee = new Trainee
        {
            Id = Guid.CreateVersion7(),
            Name = person.Name,
            IdNumber = person.ResidentId,
            IdHash = scope.ServiceProvider.GetRequiredService<Persistence.PersonalDataProtector>().LookupHash(person.ResidentId),
        };
        await AddAsync(trainee);
        return trainee.Id;
    }

    /// <summary>A claim of the institution for enrolments, every paper at hand, not sent yet.</summary>
    public SubmitClaimRequest OnBehalf(params IEnumerable<Enrolled> enrolled) => new()
    {
        RequestId = RequestId(),
        Kind = ClaimKind.TrainingSubsidy,
        Channel = ClaimChannel.Institution,
        InstitutionId = Institution.ToString(),
        Materials =
        {
            Paper(ClaimMaterial.AgencyAgreement), Paper(ClaimMaterial.Invoice), Paper(ClaimMaterial.ApplicationForm),
        },
        Lines = { enrolled.Select(one => Line(one)) },
    };

    /// <summary>A claim of a person on a qualification certificate, every paper at hand, not sent yet.</summary>
    public SubmitClaimRequest OfPerson(SyntheticPerson person, string? occupation = null, string number = "Q2020-1") => new()
    {
        RequestId = RequestId(),
        Kind = ClaimKind.TrainingSubsidy,
        Channel = ClaimChannel.Person,
        Division = Division,
        BankAccount = "6222000011112222",
        BankName = "某银行",
        Materials = { Paper(ClaimMaterial.ApplicationForm, MaterialForm.FilledIn) },
        Lines = { Stated(person, CertificateKind.Qualification, occupation ?? Occupation, number) },
    };

    /// <summary>A line on a certificate of someone trained elsewhere, every paper at hand.</summary>
    public static ClaimLine Stated(SyntheticPerson person, CertificateKind kind, string occupation, string number, TraineeGroup group = TraineeGroup.Veteran) => new()
    {
        Person = new() { Name = person.Name, IdNumber = person.ResidentId },
        Certificate = new()
        {
            Kind = kind,
            Number = number,
            IssuedOn = new Date { Year = 2020, Month = 8, Day = 20 },
            Occupation = new() { Occupation = occupation, Level = 5 },
        },
        Group = group,
        Mode = TrainingMode.Offline,
        Materials =
        {
            Paper(ClaimMaterial.Identity), Paper(ClaimMaterial.Group), Paper(ClaimMaterial.Certificate, MaterialForm.SystemChecked),
        },
    };

    /// <summary>A line of an enrolment with the id card.</summary>
    public static ClaimLine Line(Enrolled enrolled) => new() { EnrolmentId = enrolled.Enrolment.ToString(), Materials = { Paper(ClaimMaterial.Identity) } };

    public static MaterialAtHand Paper(ClaimMaterial material, MaterialForm form = MaterialForm.Uploaded) => new() { Material = material, Form = form };

    public static string RequestId() => Guid.CreateVersion7().ToString();

    /// <summary>Sends a claim.</summary>
    public async Task<SubmitClaimResponse> SubmitAsync(SubmitClaimRequest request, DateOnly? day = null) => await Portal(day).SubmitClaimAsync(request);

    /// <summary>Reviews a claim.</summary>
    public async Task<ReviewClaimResponse> ReviewAsync(Claim claim, params RejectedClaimLine[] rejected) => await Reviewer().ReviewClaimAsync(Reviewing(claim, rejected));

    /// <summary>A review, not sent yet.</summary>
    public static ReviewClaimRequest Reviewing(Claim claim, params RejectedClaimLine[] rejected) =>
        new() { RequestId = RequestId(), ClaimId = claim.ClaimId, Handling = new() { Operator = "测审" }, Rejected = { rejected } };

    /// <summary>The lines of a claim with every decision.</summary>
    public async Task<IReadOnlyList<DecidedLine>> LinesAsync(Claim claim) => (await Reviewer().GetClaimAsync(new() { ClaimId = claim.ClaimId })).Lines;

    /// <summary>Clauses of the findings of a line, as text.</summary>
    public static IEnumerable<string> Cited(DecidedLine line) => line.Decisions.SelectMany(one => one.Findings).Select(finding => Text(finding.Clause)).Distinct();

    /// <summary>Clauses that are not met.</summary>
    public static IEnumerable<string> RefusedBy(DecidedLine line) => line.Clauses.Select(Text);

    /// <summary>What the person had before this platform.</summary>
    public async Task RecordAsync(SyntheticPerson person, int count, bool inCollege = false, string? occupation = null) =>
        (await Reviewer().RecordPriorSubsidiesAsync(new()
        {
            RequestId = RequestId(),
            Division = Division,
            Subsidies =
            {
                Enumerable.Range(1, count).Select(month => new Contracts.Training.V1.PriorSubsidy
                {
                    Person = new() { Name = person.Name, IdNumber = person.ResidentId },
                    Kind = ClaimKind.TrainingSubsidy,
                    Occupation = new() { Occupation = occupation ?? NewOccupation(), Level = 5 },
                    PaidOn = new Date { Year = 2020, Month = month, Day = 5 },
                    InCollege = inCollege,
                }),
            },
        })).Recorded.ShouldBe(count);

    /// <summary>Writes rows as other parts of the service would.</summary>
    public async Task AddAsync(object row)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        database.Add(row);
        await database.SaveChangesAsync();
    }

    private static string Text(Clause clause) => $"{clause.Document} {clause.Item}";
}

/// <summary>Somebody in a class.</summary>
public sealed record Enrolled(Guid Enrolment, Guid Person);

/// <summary>What an enrolment says.</summary>
public sealed class EnrolmentOptions
{
    public Guid Class { get; set; }

    public TraineeGroup Group { get; set; } = TraineeGroup.MigrantWorker;

    public GroupEvidence Evidence { get; set; } = GroupEvidence.SystemChecked;

    public string? Household { get; set; } = "370102";

    public string? Employer { get; set; }

    public DateOnly ExaminedOn { get; set; } = new(2020, 8, 20);
}
