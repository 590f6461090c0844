using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests;

/// <summary>What the tests of offices and search have in common: clients, and people registered at a place of their own.</summary>
internal static class Finding
{
    public static OfficeService.OfficeServiceClient Offices(this RegistrationFixture fixture, string division, params string[] roles) =>
        new(fixture.Service.Calls(fixture.Issuer.Token($"agency-{Guid.CreateVersion7():n}", division, roles)));

    public static UnemploymentRegisterService.UnemploymentRegisterServiceClient Register(this RegistrationFixture fixture, string division, params string[] roles) =>
        new(fixture.Service.Calls(fixture.Issuer.Token($"agency-{Guid.CreateVersion7():n}", division, roles)));

    /// <summary>Imports one office and gives its id.</summary>
    public static async Task<string> OfficeAsync(this RegistrationFixture fixture, string division, string name)
    {
        await ImportAsync(fixture.Offices("370000", "directory", "province"), division[..6], complete: false, Row(1, division, name));
        var found = await fixture.Offices("370000", "intake").SearchOfficesAsync(new SearchOfficesRequest { Division = division, Name = name });
        return found.Offices.Single(office => office.Division == division).OfficeId;
    }

    public static OfficeRow Row(long row, string division, string name) => new()
    {
        Row = row,
        Division = division,
        DivisionName = "虚构的行政区划名称",
        Name = name,
        Address = "虚构路1号",
        Phone = "0531-00000000",
        OnlineChannels = "https://example.invalid/",
        Services = { "失业登记", "就业登记" },
    };

    public static async Task<ImportOfficesResponse> ImportAsync(
        OfficeService.OfficeServiceClient client, string division, bool complete, params OfficeRow[] rows)
    {
        using var call = client.ImportOffices();
        return await call.AnswerAsync(async () =>
        {
            await call.RequestStream.WriteAsync(new ImportOfficesRequest { Header = new OfficeListHeader { Division = division, Complete = complete } });
            foreach (var row in rows)
            {
                await call.RequestStream.WriteAsync(new ImportOfficesRequest { Row = row });
            }
        });
    }

    /// <summary>Registers a person by application and approval; gives the registration's id.</summary>
    public static async Task<string> RegisterAsync(
        this RegistrationFixture fixture, string division, SyntheticPerson? person = null, string? office = null, Action<ApplicationForm>? change = null,
        DateOnly? bornOn = null)
    {
        var form = Applications.Form(person, division);
        change?.Invoke(form);
        var id = (await fixture.Agency(division, "intake").Client.SubmitApplicationAsync(Applications.Submit(form))).Application.ApplicationId;
        var approval = Applications.Approve(id);
        approval.Approval.WorkedInProvince = true;
        approval.Approval.BirthDate = bornOn?.ToContract();
        approval.Handling = new Handling { Operator = "虚构经办", OfficeId = office ?? "" };
        var answer = await fixture.Agency(division, "reviewer").Client.ReviewApplicationAsync(approval);
        answer.Applied.ShouldBeTrue();
        return answer.Application.RegistrationId;
    }
}
