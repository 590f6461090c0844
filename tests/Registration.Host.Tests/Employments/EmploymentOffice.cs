using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests.Employments;

/// <summary>An office that registers people and their employment; every instance is an agency of its own.</summary>
internal sealed class EmploymentOffice
{
    public const string EmployerCode = "91370100MA0000007J";
    public const string OtherEmployerCode = "91210300YY99999909";

    private static readonly string[] AllRoles = ["intake", "reviewer", "caseworker"];

    public EmploymentOffice(RegistrationFixture fixture, string division = "370102", params string[] roles)
    {
        Agency = $"agency-{Guid.CreateVersion7():n}";
        var token = fixture.Issuer.Token(Agency, division, roles.Length == 0 ? AllRoles : roles);
        Applications = fixture.Client(token);
        Employments = new EmploymentService.EmploymentServiceClient(fixture.Service.Calls(token));
        Register = new UnemploymentRegisterService.UnemploymentRegisterServiceClient(fixture.Service.Calls(token));
    }

    public string Agency { get; }

    public RegistrationService.RegistrationServiceClient Applications { get; }

    public EmploymentService.EmploymentServiceClient Employments { get; }

    public UnemploymentRegisterService.UnemploymentRegisterServiceClient Register { get; }

    public static Handling By() => new() { Operator = "虚构经办", Remarks = "虚构的备注" };

    /// <summary>A request without fault: a unit's, unless said otherwise.</summary>
    public static RegisterEmploymentRequest Request(SyntheticPerson person, EmploymentManner manner = EmploymentManner.Unit)
    {
        var form = new EmploymentForm
        {
            Name = person.Name,
            Sex = person.IsFemale ? "2" : "1",
            Identity = Identity(person),
            MobilePhone = person.Phone,
            WorkplaceDivision = "370102",
            Urban = true,
            Type = EmploymentType.ReEmployment,
            Manner = manner,
            EmployedOn = Day(2020, 8, 3),
            Basis = EmploymentBasis.EmploymentRegistration,
            EmployerName = "虚构单位",
            Sector = IndustrySector.Tertiary,
        };
        if (manner == EmploymentManner.Flexible)
        {
            form.IncomeReachesMinimum = true;
        }
        else
        {
            form.EmployerCode = EmployerCode;
            form.EmployerAddress = "虚构路三号";
        }

        return new RegisterEmploymentRequest { RequestId = Host.Tests.Applications.NewRequestId(), Form = form, Handling = By() };
    }

    public static PersonIdentity Identity(SyntheticPerson person) => new() { IdDocumentType = "01", IdDocumentNumber = person.ResidentId };

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    /// <summary>Registers a person as unemployed and returns the registration's id.</summary>
    public async Task<string> RegisterUnemployedAsync(SyntheticPerson person, string division = "370102")
    {
        var id = (await Applications.SubmitApplicationAsync(Host.Tests.Applications.Submit(Host.Tests.Applications.Form(person, division)))).Application.ApplicationId;
        return (await Applications.ReviewApplicationAsync(Host.Tests.Applications.Approve(id))).Application.RegistrationId;
    }

    public async Task<Employment> EmployAsync(RegisterEmploymentRequest request) => (await Employments.RegisterEmploymentAsync(request)).Employment;

    public async Task<EndEmploymentResponse> EndAsync(string employmentId) => await Employments.EndEmploymentAsync(End(employmentId));

    public static EndEmploymentRequest End(string employmentId) => new()
    {
        RequestId = Host.Tests.Applications.NewRequestId(),
        EmploymentId = employmentId,
        EndedOn = Day(2020, 8, 10),
        ReasonCode = "22",
        Handling = By(),
    };
}
