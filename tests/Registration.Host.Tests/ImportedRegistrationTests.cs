using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;

namespace Wenye.Registration.Host.Tests;

/// <summary>Bulk import of registrations that an earlier system made.</summary>
public sealed class ImportedRegistrationTests(RegistrationFixture fixture)
{
    private readonly TestImporter importer = fixture.Importer("370102");

    [Fact]
    public async Task A_row_that_an_earlier_system_registered_is_registered_and_announced()
    {
        var rows = Rows(3);
        rows[0].RegisteredOn = new Date { Year = 2020, Month = 7, Day = 1 };
        rows[1].RegisteredOn = new Date { Year = 2020, Month = 8, Day = 11 };

        var answer = await importer.ImportAsync("registered", rows);

        answer.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe([(2, "registered_on")]);
        const string registered =
            """
            select count(*) from application a join registration r on r.application_id = a.id and r.id = a.registration_id
            join registration_step s on s.registration_id = r.id join person p on p.id = r.person_id and p.identity = a.applicant
            where a.number = $1 and r.registered_on = '2020-07-01' and s.agency = $2 and a.state = 3
            """;
        (await fixture.ReadAsync<long>(registered, rows[0].Form.ApplicationNumber, importer.Id)).ShouldBe(1);
        (await fixture.ReadAsync<long>("select count(*) from registration r join application a on a.id = r.application_id where a.number = $1", rows[2].Form.ApplicationNumber)).ShouldBe(0);
        const string announced = "select count(*) from outbox where body->>'RegistrationId' = (select registration_id::text from application where number = $1)";
        (await fixture.ReadAsync<long>(announced, rows[0].Form.ApplicationNumber)).ShouldBe(1);
    }

    [Fact]
    public async Task A_person_registered_already_is_a_fault_of_the_row()
    {
        var day = new Date { Year = 2020, Month = 7, Day = 1 };
        var rows = Rows(4);
        rows[0].RegisteredOn = rows[1].RegisteredOn = day;
        (rows[1].Form.IdDocumentNumber, rows[1].Form.Sex) = (rows[0].Form.IdDocumentNumber, rows[0].Form.Sex);
        rows[1].Form.SocialSecurityNumber = rows[0].Form.SocialSecurityNumber;
        var first = await importer.ImportAsync("persons", rows);
        var later = Rows(1);
        later[0].RegisteredOn = day;
        (later[0].Form.IdDocumentNumber, later[0].Form.Sex) = (rows[0].Form.IdDocumentNumber, rows[0].Form.Sex);
        later[0].Form.SocialSecurityNumber = rows[0].Form.SocialSecurityNumber;

        var second = await importer.ImportAsync("persons later", later);

        first.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe([(2, "AAC044")]);
        second.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe([(1, "AAC044")]);
    }

    private static List<ApplicationRow> Rows(int count) => TestImporter.Rows(count);
}
