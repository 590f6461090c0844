using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;

namespace Wenye.Registration.Host.Tests;

/// <summary>Finding registrations: each filter, all together, page by page, and who may.</summary>
public sealed class SearchTests(RegistrationFixture fixture)
{
    [Fact]
    public async Task A_person_is_found_by_name_document_office_day_and_all_at_once()
    {
        var person = Applications.NewPerson();
        var office = await fixture.OfficeAsync("371402", $"虚构机构{Applications.NewRequestId()}");
        var id = await fixture.RegisterAsync("371402", person, office);
        await fixture.RegisterAsync("371402");
        var byOffice = new SearchRegistrationsRequest { Division = "371402", OfficeId = office };
        var byName = new SearchRegistrationsRequest { Division = "371402", Name = person.Name };
        var byDocument = new SearchRegistrationsRequest { Division = "371402", Identity = Identity("01", person.ResidentId.ToLowerInvariant()) };
        var all = new SearchRegistrationsRequest
        {
            Division = "371400", OfficeId = office, Name = person.Name, Identity = Identity("01", person.ResidentId),
            Status = RegistrationStatus.Live, RegisteredFrom = Day(2020, 8, 10), RegisteredTo = Day(2020, 8, 10),
        };

        foreach (var request in new[] { byOffice, byName, byDocument, all })
        {
            (await SearchAsync(request)).ShouldBe([id]);
        }

        all.RegisteredTo = all.RegisteredFrom = Day(2020, 8, 9);
        (await SearchAsync(all)).ShouldBeEmpty();
        byName.Name = person.Name[..^1];
        (await SearchAsync(byName)).ShouldBeEmpty();
        byDocument.Identity.IdDocumentType = "02";
        byDocument.Identity.IdDocumentNumber = "H00000000";
        (await SearchAsync(byDocument)).ShouldBeEmpty();
        byOffice.OfficeId = Guid.CreateVersion7().ToString();
        (await SearchAsync(byOffice)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Someone_registered_with_a_permit_is_found_by_the_permit_and_by_the_resident_id()
    {
        var person = Applications.NewPerson();
        var permit = $"H{person.Phone[3..]}";
        var id = await fixture.RegisterAsync("371403", person, change: form =>
        {
            form.IdDocumentType = "02";
            form.IdDocumentNumber = permit;
        });

        (await SearchAsync(new SearchRegistrationsRequest { Division = "371403", Identity = Identity("02", permit) })).ShouldBe([id]);
        (await SearchAsync(new SearchRegistrationsRequest { Division = "371403", Identity = Identity("01", person.ResidentId) })).ShouldBe([id]);
    }

    [Fact]
    public async Task Live_and_ended_registrations_are_told_apart_and_the_latest_comes_first()
    {
        var ended = await fixture.RegisterAsync("371422");
        var live = await fixture.RegisterAsync("371422");
        var earlier = await fixture.RegisterAsync("371422");
        await fixture.ReadAsync<Guid>("update registration set cancelled_on = '2020-08-10', cancellation_reason = '31' where id = $1 returning id", Guid.Parse(ended));
        await fixture.ReadAsync<Guid>("update registration set registered_on = '2020-07-31' where id = $1 returning id", Guid.Parse(earlier));
        SearchRegistrationsRequest In371422(RegistrationStatus status) => new() { Division = "371422", Status = status };

        (await SearchAsync(In371422(RegistrationStatus.Live))).ShouldBe([live, earlier]);
        (await SearchAsync(In371422(RegistrationStatus.Ended))).ShouldBe([ended]);
        (await SearchAsync(In371422(RegistrationStatus.Unspecified))).ShouldBe([live, ended, earlier]);
        var before = In371422(RegistrationStatus.Unspecified);
        before.RegisteredTo = Day(2020, 8, 9);
        (await SearchAsync(before)).ShouldBe([earlier]);
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_miss_a_row_while_rows_are_added()
    {
        var rows = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            rows.Add(await fixture.RegisterAsync("371423"));
        }

        var client = fixture.Register("371423", "reviewer");
        var request = new SearchRegistrationsRequest { Division = "371423", PageSize = 2 };
        var seen = new List<string>();
        do
        {
            var page = await client.SearchRegistrationsAsync(request);
            page.Registrations.Count.ShouldBeInRange(1, 2);
            seen.AddRange(page.Registrations.Select(row => row.RegistrationId));
            request.PageToken = page.NextPageToken;

            // Later than every page to come: the search goes on as if it were not there.
            await fixture.RegisterAsync("371423");
        }
        while (request.PageToken.Length > 0);

        seen.ShouldBe(rows.AsEnumerable().Reverse());
    }

    [Fact]
    public async Task A_county_sees_itself_a_city_its_counties_and_the_provincial_role_all()
    {
        var person = Applications.NewPerson();
        var id = await fixture.RegisterAsync("371424", person);
        SearchRegistrationsRequest Of(string division) => new() { Division = division, Name = person.Name };

        (await SearchAsync(Of("371400"), fixture.Register("371400", "caseworker"))).ShouldBe([id]);
        (await SearchAsync(Of("370000"), fixture.Register("370000", "reviewer", "province"))).ShouldBe([id]);
        (await SearchAsync(Of("371423"), fixture.Register("371400", "caseworker"))).ShouldBeEmpty();
        (await SearchAsync(Of("130000"), fixture.Register("370000", "caseworker", "province"))).ShouldBeEmpty();
        await DeniedAsync(Of("371400"), fixture.Register("371424", "caseworker"), "OTHER_DIVISION");
        await DeniedAsync(Of("371424"), fixture.Register("370100", "caseworker"), "OTHER_DIVISION");
        await DeniedAsync(Of("371424"), fixture.Register("371424", "intake", "statistician", "directory"), "PERMISSION_MISSING");
    }

    [Fact]
    public async Task Those_who_serve_see_the_person_in_full()
    {
        var person = Applications.NewPerson();
        await fixture.RegisterAsync("371425", person);
        var request = new SearchRegistrationsRequest { Division = "371425", Name = person.Name };

        var found = (await fixture.Register("371425", "caseworker").SearchRegistrationsAsync(request)).Registrations.ShouldHaveSingleItem();

        (found.Name, found.Identity.IdDocumentNumber, found.MobilePhone).ShouldBe((person.Name, person.ResidentId, person.Phone));
    }

    [Fact]
    public async Task A_bad_search_is_refused_with_everything_at_fault()
    {
        var request = new SearchRegistrationsRequest
        {
            Division = "000000", Name = "有 空格", Identity = new PersonIdentity { IdDocumentType = "01" }, OfficeId = "1", Status = (RegistrationStatus)9,
            RegisteredFrom = new Date { Year = 2020, Month = 2, Day = 30 }, RegisteredTo = new Date(), PageSize = 201, PageToken = "%",
        };

        var error = await Should.ThrowAsync<RpcException>(async () => await fixture.Register("370000", "caseworker", "province").SearchRegistrationsAsync(request));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(
            ["division", "AAC003", "AAC044", "office_id", "status", "registered_from", "registered_to", "page_size", "page_token"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData(null)]
    public async Task A_page_token_of_another_search_or_of_none_is_refused(string? token)
    {
        var client = fixture.Register("370000", "caseworker", "province");
        if (token is null)
        {
            await fixture.RegisterAsync("371426");
            await fixture.RegisterAsync("371426");
            token = (await client.SearchRegistrationsAsync(new SearchRegistrationsRequest { Division = "371426", PageSize = 1 })).NextPageToken;
            token.ShouldNotBeEmpty();
        }

        var error = await Should.ThrowAsync<RpcException>(
            async () => await client.SearchRegistrationsAsync(new SearchRegistrationsRequest { Division = "371400", PageToken = token }));

        error.Fields().ShouldBe(["page_token"]);
    }

    private static PersonIdentity Identity(string type, string number) => new() { IdDocumentType = type, IdDocumentNumber = number };

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    private static async Task DeniedAsync(
        SearchRegistrationsRequest request, UnemploymentRegisterService.UnemploymentRegisterServiceClient client, string reason)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await client.SearchRegistrationsAsync(request));
        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        error.Reason().ShouldBe(reason);
    }

    private async Task<IEnumerable<string>> SearchAsync(
        SearchRegistrationsRequest request, UnemploymentRegisterService.UnemploymentRegisterServiceClient? client = null) =>
        (await (client ?? fixture.Register("371400", "reviewer")).SearchRegistrationsAsync(request)).Registrations.Select(row => row.RegistrationId);
}
