using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.NewEmployment;

/// <summary>What other agencies know moves the figures; rows at fault are told, and the rest is taken.</summary>
public sealed class ImportTests(StatisticsFixture fixture) : NewEmploymentTestBase(fixture)
{
    private static readonly DateOnly September = new(2020, 9, 10);

    [Fact]
    public async Task Pensions_businesses_and_marks_keep_people_out_and_attrition_is_taken_off()
    {
        var (retired, owner, doubtful, fine) = (Job("375702", September), Job("375702", September) with { Manner = "individual_business", EmployerCode = "" }, Job("375702", September), Job("375702", September));
        await AnnounceAsync(retired, owner, doubtful, fine);
        (await FiguresAsync("375700", "2020-09", "2020-09")).Single().NewWorkers.ShouldBe(4);

        var answer = await ImportAsync(
            "375700", "facts",
            Spell(retired.PersonId, SpellKind.Pension, new(2020, 9, 1)),
            Spell(owner.PersonId, SpellKind.IndividualBusiness, new(2017, 5, 1)),
            new() { Mark = new() { EmploymentId = doubtful.EmploymentId.ToString(), Doubtful = true, Reason = "单位名称与社保信息不一致" } },
            new() { Attrition = new() { Division = "375700", Period = "2020-09", Retired = 2, WorkDeaths = 1, OfPeriod = "2020-08" } });
        answer.Taken.ShouldBe(4);
        answer.Faults.ShouldBeEmpty();

        await Eventually.IsTrueAsync(async () => (await FiguresAsync("375700", "2020-09", "2020-09")).Single().NewWorkers == 1);
        var figure = (await FiguresAsync("375700", "2020-09", "2020-09")).Single();
        figure.Attrition.ShouldBe(3);
        figure.AttritionOfEarlierPeriod.ShouldBeTrue();
        figure.NewUrbanEmployment.ShouldBe(-2);
        figure.Excluded.Select(one => one.Clause.Item).ShouldBe(["附件四(三)", "附件四(二)3", "附件四(二)6"], ignoreOrder: true);

        // The county's own row lacks what was delivered for the city; together the rows are the city's.
        var rows = await FiguresAsync("375700", "2020-09", "2020-09", Breakdown.Below);
        rows.Select(row => (row.Division, row.NewWorkers, row.HasAttrition)).ShouldBe([("375700", 0, true), ("375702", 1, false)]);
        rows[1].HasNewUrbanEmployment.ShouldBeFalse();

        // Verified: the doubt goes.
        await ImportAsync("375700", "verified", new EmploymentFactRow { Mark = new() { EmploymentId = doubtful.EmploymentId.ToString(), Doubtful = false, Reason = "电话核实属实" } });
        await Eventually.IsTrueAsync(async () => (await FiguresAsync("375700", "2020-09", "2020-09")).Single().NewWorkers == 2);
    }

    [Fact]
    public async Task Every_fault_is_told_by_row_and_field_and_the_same_file_again_changes_nothing()
    {
        var elsewhere = Job("375602", September);
        await AnnounceAsync(elsewhere);
        EmploymentFactRow[] rows =
        [
            new() { Spell = new() { PersonId = "x", Kind = SpellKind.Unspecified, EmployerCode = "1" } },
            new() { Mark = new() { EmploymentId = elsewhere.EmploymentId.ToString(), Doubtful = true, Reason = "不实" } },
            new() { Mark = new() { EmploymentId = "x" } },
            new() { Attrition = new() { Division = "375600", Period = "2020-13", Retired = -1, WorkDeaths = -1, OfPeriod = "2" } },
            new(),
            new() { Attrition = new() { Division = "375983", Period = "2020-09", Retired = 1 } },
        ];
        var answer = await ImportAsync("375983", "faults", rows.Select(row => row.Clone()).ToArray());

        answer.Taken.ShouldBe(1);
        answer.Rejected.ShouldBe(5);
        answer.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe(
        [
            (1, "spell.person_id"), (1, "spell.person_id"), (1, "spell.kind"), (1, "spell.begins"), (1, "spell.employer_code"),
            (2, "mark.employment_id"), (3, "mark.employment_id"), (3, "mark.reason"),
            (4, "attrition.period"), (4, "attrition.of_period"), (4, "attrition.retired"), (4, "attrition.work_deaths"), (4, "attrition.division"),
            (5, "fact"),
        ]);
        var again = await ImportAsync("375983", "faults", rows);
        again.NextRow.ShouldBe(7);
        again.Taken.ShouldBe(1);
        var page = await Client("375983").ListEmploymentFactFaultsAsync(new() { ImportId = "faults", PageSize = 3 });
        page.Faults.Count.ShouldBe(3);
        page.NextPageToken.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_role_without_the_permission_is_refused()
    {
        using var call = Client("375983", Roles.Payer).ImportEmploymentFacts();
        (await Should.ThrowAsync<RpcException>(async () => await call.AnswerAsync(
            () => call.RequestStream.WriteAsync(new() { Header = new() { ImportId = "x" } })))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static EmploymentFactRow Spell(Guid person, SpellKind kind, DateOnly begins) =>
        new() { Spell = new() { PersonId = person.ToString(), Kind = kind, Begins = begins.ToContract() } };

    private async Task<ImportEmploymentFactsResponse> ImportAsync(string division, string id, params EmploymentFactRow[] rows)
    {
        // A city's office may not deliver what is known of people; the province's may.
        var roles = division == "375700" ? new[] { Roles.Statistician, Roles.Province } : [Roles.Statistician];
        using var call = Client(division, roles).ImportEmploymentFacts();
        return await call.AnswerAsync(async () =>
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = id } });
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { rows.Select((row, index) => { row.Row = index + 1; return row; }) } } });
        });
    }
}
