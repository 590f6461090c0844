using System.Collections.Concurrent;
using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Testing;

/// <summary>Registration's real host beside another service's, on a database and a virtual host of its own, with ways to fill its registers.</summary>
/// <remarks>It stands on the other's day, after August 2020; what took time before was done on days before. 济南市 has set what hardship needs.</remarks>
public sealed class RegistrationBeside : IAsyncDisposable
{
    /// <summary>Since when those employed here are.</summary>
    public static readonly DateOnly EmployedOn = new(2020, 8, 3);

    private const string Division = "370102";

    private const string Parameters = """
        - name: registration.hardship_publicity_working_days
          values: [{region: "370100", from: 2020-01-01, value: 5, cite: {document: 样例市文件, item: 一}}]
        - name: registration.hardship_valid_months
          values: [{region: "370100", from: 2020-01-01, value: 12, cite: {document: 样例市文件, item: 二}}]
        """;

    private static readonly DateOnly Applied = new(2020, 8, 10);
    private static readonly DateOnly Publicised = new(2020, 8, 18);

    private readonly ConcurrentDictionary<DateOnly, Lazy<ServiceUnderTest<RegistrationDbContext>>> hosts = new();
    private readonly string file = Path.Combine(Path.GetTempPath(), $"wenye-{Guid.CreateVersion7():n}.yaml");
    private readonly TestIssuer issuer;
    private readonly DateOnly today;
    private Dictionary<string, string> settings = null!;

    private RegistrationBeside(TestIssuer issuer, DateOnly today) => (this.issuer, this.today) = (issuer, today);

    /// <summary>Where it answers.</summary>
    public Uri Address => On(today).Address;

    /// <summary>Starts it, with tables.</summary>
    /// <param name="servers">Where its database is.</param>
    /// <param name="issuer">Whose tokens it takes.</param>
    /// <param name="keys">The ring of all hosts of the process: EF Core keeps one model for them.</param>
    /// <param name="today">On which it stands.</param>
    /// <param name="broker">To which it announces: the other service's, which hears it.</param>
    public static async Task<RegistrationBeside> StartAsync(
        TestServers servers, TestIssuer issuer, IReadOnlyDictionary<string, string> keys, DateOnly today, TestVirtualHost broker)
    {
        var beside = new RegistrationBeside(issuer, today);
        await File.WriteAllTextAsync(beside.file, Parameters);
        var database = await servers.CreateDatabaseAsync();
        beside.settings = new(keys, StringComparer.Ordinal)
        {
            ["ConnectionStrings:registration"] = database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
            ["Auth:Authority"] = issuer.Authority,
            ["Auth:RequireHttpsMetadata"] = "false",
            ["Policy:OperatorParameters"] = beside.file,
        };
        await beside.On(today).Services.MigrateAsync<RegistrationDbContext>(CancellationToken.None);
        await database.DemandEntriesAsync();
        return beside;
    }

    /// <summary>Calls to it with these roles, on that day or another.</summary>
    public CallInvoker Calls(DateOnly? day, params string[] roles) => On(day ?? today).Calls(issuer.Token("registration-office", "370000", roles));

    /// <summary>Registers someone as unemployed on 2020-08-10 in 历下区 (失业登记); the registration's id.</summary>
    public Task<string> RegisterUnemployedAsync(SyntheticPerson person) => RegisterAsync(Applied, Form(person));

    /// <summary>The same today, of someone who lost work today for a reason of table AJC093.</summary>
    public Task<string> RegisterAgainAsync(SyntheticPerson person, string reason)
    {
        var form = Form(person);
        (form.AppliedOn, form.UnemployedOn, form.UnemploymentReason) = (Day(today), Day(today), reason);
        return RegisterAsync(today, form);
    }

    /// <summary>Registers someone's work for a unit since 2020-08-03 (就业登记), which ends their unemployment.</summary>
    /// <returns>The employment's id.</returns>
    public async Task<string> EmployAsync(SyntheticPerson person, string employerCode)
    {
        var office = new EmploymentService.EmploymentServiceClient(Calls(Applied, "caseworker", "province"));
        return (await office.RegisterEmploymentAsync(new RegisterEmploymentRequest
        {
            RequestId = NewId(), Form = Work(person, employerCode), Handling = Officer(),
        })).Employment.EmploymentId;
    }

    /// <summary>Recognises someone registered as unemployed as of a family without employment, from 2020-08-18 on (就业困难人员认定).</summary>
    public async Task RecogniseHardshipAsync(string registrationId)
    {
        var office = new HardshipService.HardshipServiceClient(Calls(Applied, "caseworker", "reviewer", "province"));
        var applied = await office.ApplyForRecognitionAsync(new ApplyForRecognitionRequest
        {
            RequestId = NewId(), RegistrationId = registrationId, Category = HardshipCategory.ZeroEmploymentFamily, Evidence = { Family() },
        });
        var id = applied.Recognition.RecognitionId;
        await office.ReviewRecognitionAsync(new ReviewRecognitionRequest { RequestId = NewId(), RecognitionId = id, Handling = Officer() });
        await new HardshipService.HardshipServiceClient(Calls(Publicised, "reviewer", "province")).ConfirmRecognitionAsync(
            new ConfirmRecognitionRequest { RequestId = NewId(), RecognitionId = id, Handling = Officer() });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts.Values)
        {
            await host.Value.DisposeAsync();
        }

        File.Delete(file);
    }

    private async Task<string> RegisterAsync(DateOnly on, ApplicationForm form)
    {
        var office = new RegistrationService.RegistrationServiceClient(Calls(on, "intake", "reviewer", "province"));
        var application = await office.SubmitApplicationAsync(new SubmitApplicationRequest { RequestId = NewId(), Form = form });
        var approved = await office.ReviewApplicationAsync(new ReviewApplicationRequest
        {
            RequestId = NewId(),
            ApplicationId = application.Application.ApplicationId,
            Approval = new Approval { ReceivesPension = false, AbleToWork = true, Employed = false },
            Handling = Officer(),
        });
        return approved.Application.RegistrationId;
    }

    private ServiceUnderTest<RegistrationDbContext> On(DateOnly day) => hosts.GetOrAdd(day, day => new(() =>
        new ServiceUnderTest<RegistrationDbContext>(settings, FixedClock.On(day.Year, day.Month, day.Day)).Start())).Value;

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);

    private static string NewId() => Guid.CreateVersion7().ToString();

    private static Handling Officer() => new() { Operator = "虚构经办" };

    private static Evidence Family() =>
        new() { Fact = "zero_employment_family", Value = "true", Source = "虚构的比对结果", ObtainedOn = Applied.ToContract() };

    private static ApplicationForm Form(SyntheticPerson person) => new()
    {
        ApplicationNumber = $"3701{Guid.CreateVersion7():N}",
        RegistrationDivision = Division,
        AppliedOn = "20200810",
        Name = person.Name,
        Sex = person.IsFemale ? "2" : "1",
        Nationality = "01",
        Education = "30",
        Health = "1",
        UnemployedOn = "20200715",
        SocialSecurityNumber = person.ResidentId,
        IdDocumentType = "01",
        IdDocumentNumber = person.ResidentId,
        HouseholdDivision = Division,
        HouseholdAddress = "虚构街道一号院",
        ResidenceDivision = Division,
        ResidenceAddress = "虚构街道二号院",
        MobilePhone = person.Phone,
        RegistrationPlaceType = "1",
        UnemploymentReason = "21",
        ClaimsBenefit = "2",
    };

    private static EmploymentForm Work(SyntheticPerson person, string employerCode) => new()
    {
        Name = person.Name,
        Sex = person.IsFemale ? "2" : "1",
        Identity = new PersonIdentity { IdDocumentType = "01", IdDocumentNumber = person.ResidentId },
        MobilePhone = person.Phone,
        WorkplaceDivision = Division,
        Urban = true,
        Type = EmploymentType.ReEmployment,
        Manner = EmploymentManner.Unit,
        EmployedOn = EmployedOn.ToContract(),
        Basis = EmploymentBasis.EmploymentRegistration,
        EmployerName = "虚构单位",
        EmployerCode = employerCode,
        EmployerAddress = "虚构路三号",
        Sector = IndustrySector.Tertiary,
    };
}
