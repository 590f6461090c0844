using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.NewEmployment;

/// <summary>People named by document, classes of places, year-end employment and targets, as they are imported.</summary>
public sealed class FurtherImportTests(StatisticsFixture fixture) : NewEmploymentTestBase(fixture)
{
    private const string ResidentIdCard = "01";
    private static readonly DateOnly September = new(2020, 9, 10);

    [Fact]
    public async Task A_person_named_by_document_is_found_at_Registration_and_the_number_is_not_kept()
    {
        var (known, unknown) = (SyntheticPeople.Person(7_300_001), SyntheticPeople.Person(7_300_002));
        var id = Guid.Parse(await Fixture.Registration.EmployAsync(known, "91370100MA0000007J"));
        await Eventually.IsTrueAsync(async () => await Fixture.ReadAsync<long>("select count(*) from registered_employment where employment_id = $1", id) == 1);
        var person = await Fixture.ReadAsync<Guid>("select person_id from registered_employment where employment_id = $1", id);

        var answer = await ImportAsync("370000", "by-number", province: true, Spell(ResidentIdCard, known.ResidentId), Spell(ResidentIdCard, unknown.ResidentId), Spell("", ""), Spell(ResidentIdCard, "370102199001011234"));

        answer.Taken.ShouldBe(1);
        answer.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe([(2, "AAC044"), (3, "AAC058"), (3, "AAC044"), (4, "AAC044")]);
        answer.Faults[0].Message.ShouldContain("没有该证件号码的人员");
        answer.Faults.ShouldAllBe(fault => !fault.Message.Contains(unknown.ResidentId));
        (await Fixture.ReadAsync<long>("select count(*) from person_spell where person_id = $1 and kind = 'pension'", person)).ShouldBe(1);

        // The same file again changes nothing; both ways to name a person at once is a fault.
        (await ImportAsync("370000", "by-number", province: true, Spell(ResidentIdCard, known.ResidentId), Spell(ResidentIdCard, unknown.ResidentId), Spell("", ""), Spell(ResidentIdCard, "370102199001011234")))
            .NextRow.ShouldBe(5);
        var both = Spell(ResidentIdCard, known.ResidentId);
        both.Spell.PersonId = person.ToString();
        (await ImportAsync("370000", "both", province: true, both)).Faults.Single().Field.ShouldBe("spell.person_id");
    }

    [Fact]
    public async Task The_class_of_the_place_says_whether_an_employment_is_urban_where_it_is_known()
    {
        const string village = "375601201201";
        var (rural, urban, unplaced) = (Job("375601", September), Job("375601", September) with { Urban = false }, Job("375601", September) with { Urban = false });
        await AnnounceAsync(rural, urban, unplaced);
        (await FiguresAsync("375601", "2020-09", "2020-09")).Single().NewWorkers.ShouldBe(1);

        // Without a class of that day what was registered stands.
        await ImportAsync("375600", "places", province: false, At(rural.EmploymentId, village), At(urban.EmploymentId, "375601001001"), Class("375601001001", 2021, "111"));
        await JudgedAsync(rural.PersonId, urban.PersonId);
        (await FiguresAsync("375601", "2020-09", "2020-09")).Single().NewWorkers.ShouldBe(1);

        await ImportAsync("375600", "classes", province: false, Class(village, 2020, "220"), Class("375601001001", 2020, "121"));
        var first = await Client("375600").ListPlaceClassesAsync(new() { Division = "375601", PageSize = 2 });
        var second = await Client("375600").ListPlaceClassesAsync(new() { Division = "375601", PageSize = 2, PageToken = first.NextPageToken });
        ((PlaceClassRow[])[.. first.Classes, .. second.Classes]).Select(one => (one.Place, one.ValidFrom.Year, one.Class)).ShouldBe(
            [("375601001001", 2020, "121"), ("375601001001", 2021, "111"), (village, 2020, "220")]);
        second.NextPageToken.ShouldBeEmpty();
        (await Client("375600").ListPlaceClassesAsync(new() { Division = "375602" })).Classes.ShouldBeEmpty();
        await JudgedAsync(rural.PersonId, urban.PersonId);
        (await RecordsAsync("375601", "2020-09")).Where(record => record.Outcome == RecordOutcome.Counted).Select(record => record.EmploymentId)
            .ShouldBe([urban.EmploymentId.ToString()]);
        var decided = await Client("375601").GetEmploymentRecordAsync(new() { EmploymentId = rural.EmploymentId.ToString() });
        decided.Decision.Findings.Single(finding => finding.Answer == Contracts.Policy.V1.Answer.NotMet).Clause.Item.ShouldBe("附件一1");

        var faults = await ImportAsync("375600", "bad", province: false, At(rural.EmploymentId, "370102001001"), At(Guid.CreateVersion7(), village), Class("370102001001", 2020, "111"), Class("3756012012", 2020, "311"));
        faults.Taken.ShouldBe(0);
        faults.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe(
            [(1, "record_place.place"), (2, "record_place.employment_id"), (3, "place_class.place"), (4, "place_class.place"), (4, "place_class.class")]);
    }

    [Fact]
    public async Task Targets_come_from_above_in_order_and_counties_that_do_not_add_up_to_their_city_are_warned_of()
    {
        var taken = await ImportAsync(
            "370000", "targets", province: true, Target("375900", "1000", "1200", ""), Target("375901", "400"), Target("375902", "500", "500", "700"),
            Rate("375900", "0.05", "0.045", "0.04"), new() { Employed = new() { Division = "375900", Year = 2019, People = 1_200_000 } });
        taken.Faults.ShouldBeEmpty();
        taken.Shortfalls.ShouldBe([new TargetShortfall { Division = "375900", Year = 2020, Measure = TargetMeasure.NewUrbanEmployment, Target = 1000, Counties = 900 }]);
        (await ImportAsync("375900", "more", province: false, Target("375901", "500"))).Shortfalls.ShouldBeEmpty();
        (await Fixture.ReadAsync<decimal>("select sum(lowest) from target where division like '37590%' and measure = 'new_urban_employment'")).ShouldBe(2000);
        (await Fixture.ReadAsync<decimal>("select highest from target where division = '375900' and measure = 'unemployment_rate'")).ShouldBe(0.04m);
        (await Fixture.ReadAsync<long>("select people from employed_at_year_end where division = '375900' and year = 2019")).ShouldBe(1_200_000);
        var first = await Client("375900").ListTargetsAsync(new() { Division = "375900", PageSize = 2 });
        var second = await Client("375900").ListTargetsAsync(new() { Division = "375900", PageSize = 2, PageToken = first.NextPageToken });
        second.NextPageToken.ShouldBeEmpty();
        ((TargetRow[])[.. first.Targets, .. second.Targets]).ShouldBe(
            [Target("375900", "1000", "1200", "").Target, Rate("375900", "0.05", "0.045", "0.04").Target, Target("375901", "500").Target, Target("375902", "500", "500", "700").Target]);
        (await Client("375900").ListTargetsAsync(new() { Division = "375900", Year = 2019 })).Targets.ShouldBeEmpty();
        (await Should.ThrowAsync<RpcException>(async () => await Client("375900").ListTargetsAsync(new() { Division = "370100" }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(async () => await Client("375900").ListTargetsAsync(new() { Division = "1", PageSize = -1, PageToken = "x" })))
            .Fields().ShouldBe(["division", "page_size", "page_token"]);

        var faults = await ImportAsync(
            "375900", "faults", province: false, Target("375900", "1000"), Target("370000", "1000"), Target("375901", "500", "400", "450"), Rate("375901", "0.04", "0.05"), Rate("375901", "4.5"),
            Target("375901", ""), new() { Target = new() }, new() { Employed = new() { Division = "370100", Year = 2999 } });
        faults.Taken.ShouldBe(0);
        faults.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe(
        [
            (1, "target.division"), (2, "target.division"), (3, "target.highest"), (4, "target.highest"), (5, "target.lowest"), (6, "target.lowest"),
            (7, "target.year"), (7, "target.measure"), (7, "target.division"), (7, "target.lowest"),
            (8, "employed.year"), (8, "employed.people"), (8, "employed.division"),
        ]);
    }

    private static EmploymentFactRow Spell(string type, string number) => new()
    {
        Spell = new() { Person = new PersonIdentity { IdDocumentType = type, IdDocumentNumber = number }, Kind = SpellKind.Pension, Begins = new DateOnly(2020, 9, 1).ToContract() },
    };

    private static EmploymentFactRow At(Guid employment, string place) => new() { RecordPlace = new() { EmploymentId = employment.ToString(), Place = place } };

    private static EmploymentFactRow Class(string place, int year, string code) =>
        new() { PlaceClass = new() { Place = place, ValidFrom = new DateOnly(year, 1, 1).ToContract(), Class = code } };

    private static EmploymentFactRow Target(string division, string lowest, string middle = "", string highest = "") => new()
    {
        Target = new() { Division = division, Year = 2020, Measure = TargetMeasure.NewUrbanEmployment, Lowest = lowest, Middle = middle, Highest = highest },
    };

    private static EmploymentFactRow Rate(string division, string lowest, string middle = "", string highest = "")
    {
        var row = Target(division, lowest, middle, highest);
        row.Target.Measure = TargetMeasure.UnemploymentRate;
        return row;
    }

    private Task JudgedAsync(params Guid[] people) => Eventually.IsTrueAsync(
        async () => await Fixture.ReadAsync<long>("select count(*) from person_to_judge where person_id = any($1)", people) == 0);

    private async Task<ImportEmploymentFactsResponse> ImportAsync(string division, string id, bool province, params EmploymentFactRow[] rows)
    {
        using var call = (province ? Client(division, Roles.Statistician, Roles.Province) : Client(division)).ImportEmploymentFacts();
        return await call.AnswerAsync(async () =>
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = $"further-{id}" } });
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { rows.Select((row, index) => { row.Row = index + 1; return row; }) } } });
        });
    }
}
