using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;
using Wenye.Training.Host.Tests.Certificates;
using Enrolment = Wenye.Training.Data.Enrolment;

namespace Wenye.Training.Host.Tests.Oversight;

/// <summary>What a supervisor should look into: each signal with its reason and records, and what is none. A county to each test.</summary>
public sealed class ListSignalsTests(TrainingFixture fixture)
{
    private readonly RecordScene scene = new(fixture);

    [Fact]
    public async Task One_person_in_two_classes_whose_days_overlap()
    {
        var (county, person) = ("371326", People.New());
        var (first, second) = (await scene.ClassAsync(county, 3, 14), await scene.ClassAsync("371321", 14, 28));
        var later = await scene.ClassAsync(county, 15, 28, ClassState.Open);
        var (one, two) = (await scene.EnrolAsync(first, person), await scene.EnrolAsync(second, person));

        // Who is in classes one after the other, who left, and a class that was cancelled show nothing.
        var (steady, leaver, cancelled) = (People.New(), People.New(), People.New());
        await scene.EnrolAsync(first, steady);
        await scene.EnrolAsync(later, steady);
        await scene.EnrolAsync(first, leaver, state: EnrolmentState.Withdrawn);
        await scene.EnrolAsync(second, leaver);
        await scene.EnrolAsync(first, cancelled);
        await scene.EnrolAsync(await scene.ClassAsync(county, 3, 28, ClassState.Cancelled), cancelled);

        var signal = (await ListAsync(county, SignalKind.OverlappingClasses)).ShouldHaveSingleItem();

        signal.Reason.ShouldBe("同一人同时在两个班级参训，培训日期重叠 1 天（2020-08-14 至 2020-08-14）");
        signal.Records.Select(record => (record.EnrolmentId, record.Division)).ShouldBe([(two.Id.ToString(), "371321"), (one.Id.ToString(), county)]);
        (signal.Records[0].Name, signal.Records[0].IdNumber).ShouldBe(("", ""));
        signal.Records[1].Name.ShouldStartWith(person.Name[..1]);
        signal.Records[1].IdNumber.ShouldBe(string.Concat(person.ResidentId.AsSpan(0, 3), new string('*', 11), person.ResidentId.AsSpan(14)));
        signal.ToString().ShouldNotContain(person.Name);
        (await ListAsync("371321", SignalKind.OverlappingClasses)).ShouldHaveSingleItem().Records.Count(record => record.Name.Length > 0).ShouldBe(1);
    }

    [Fact]
    public async Task The_stages_of_a_course_overlap_and_are_told_to_be_stages()
    {
        const string County = "371327";
        var person = People.New();
        await scene.EnrolAsync(await scene.ClassAsync(County, mode: TrainingMode.OnlinePlatform), person);
        await scene.EnrolAsync(await scene.ClassAsync(County), person);
        (await ListAsync(County, SignalKind.OverlappingClasses)).ShouldHaveSingleItem().Reason.ShouldEndWith("重叠 26 天（2020-08-03 至 2020-08-28）；其中一个为线上平台培训，可能属分段培训");
    }

    [Fact]
    public async Task In_the_room_on_weekdays_while_employed_elsewhere()
    {
        const string County = "371325";
        const string Firm = People.EmployerCode;
        var held = await scene.ClassAsync(County);
        var ofTheFirm = await scene.ClassAsync(County, creditCode: Firm);
        var since = new DateOnly(2020, 8, 6);
        var found = await scene.EnrolAsync(held, People.New(), employedSince: since, employedBy: Firm, inTheRoom: [5, 6, 7, 8, 10]);
        var unnamed = await scene.EnrolAsync(held, People.New(), employedSince: since, inTheRoom: 11);
        await scene.EnrolAsync(held, People.New(), employedSince: since, employedBy: Firm, inTheRoom: [5, 8, 9]); // before it, and a weekend
        await scene.EnrolAsync(held, People.New(), employer: Firm, employedSince: since, employedBy: Firm, inTheRoom: 7); // its own firm sends
        await scene.EnrolAsync(held, People.New(), employer: Firm, employedSince: since, inTheRoom: 7); // which firm is not known
        await scene.EnrolAsync(ofTheFirm, People.New(), employedSince: since, employedBy: Firm, inTheRoom: 7); // its own firm trains
        await scene.EnrolAsync(held, People.New(), inTheRoom: 7); // not employed
        await scene.EnrolAsync(held, People.New(), state: EnrolmentState.Withdrawn, employedSince: since, employedBy: Firm, inTheRoom: 7);

        var signals = await ListAsync(County, SignalKind.EmployedElsewhere);

        signals.Select(signal => signal.Records.Single().EnrolmentId).ShouldBe([unnamed.Id.ToString(), found.Id.ToString()]);
        signals[1].Reason.ShouldBe("就业登记显示自 2020-08-06 起在其他用人单位就业，仍于周一至周五线下到课 3 天（2020-08-06 至 2020-08-10）");
    }

    [Fact]
    public async Task One_phone_for_many_people()
    {
        const string County = "371324";
        var (held, elsewhere, phone, pair) = (await scene.ClassAsync(County), await scene.ClassAsync("371322"), People.New().Phone, People.New().Phone);
        var shared = new List<Enrolment>
        {
            await scene.EnrolAsync(held, People.New(), phone: phone), await scene.EnrolAsync(held, People.New(), phone: phone), await scene.EnrolAsync(elsewhere, People.New(), phone: phone),
        };
        var person = People.New();
        await scene.EnrolAsync(held, People.New(), phone: pair);
        await scene.EnrolAsync(held, person, phone: pair);
        await scene.EnrolAsync(await scene.ClassAsync(County), person, phone: pair);

        var signal = (await ListAsync(County, SignalKind.SharedPhone)).ShouldHaveSingleItem();

        signal.Reason.ShouldBe("3 人在 2 个班级报名时填写同一手机号码");
        signal.Records.Select(record => record.EnrolmentId).ShouldBe(shared.Select(one => one.Id.ToString()).Reverse());
        signal.Records.Select(record => record.Name.Length > 0).ShouldBe([false, true, true]);
        signal.ToString().ShouldNotContain(phone);
        (await ListAsync(County, SignalKind.SharedPhone, request => request.People = 2)).Select(one => one.Reason)
            .ShouldBe(["2 人在 2 个班级报名时填写同一手机号码", "3 人在 2 个班级报名时填写同一手机号码"]);
    }

    [Fact]
    public async Task Pass_rates_far_from_those_of_the_same_occupation_and_level()
    {
        const string County = "371329";
        await scene.ClassAsync("371323", trainees: 100, passed: 60);
        var high = await scene.ClassAsync(County, trainees: 10, passed: 10);
        await scene.ClassAsync(County, trainees: 10, passed: 6);
        await scene.ClassAsync(County, trainees: 9, passed: 9); // too few
        await scene.ClassAsync(County, state: ClassState.UnderWay, trainees: 50, passed: 50); // not examined
        await new RecordScene(fixture).ClassAsync(County, trainees: 50, passed: 0); // nothing to compare with

        var signal = (await ListAsync(County, SignalKind.PassRate)).ShouldHaveSingleItem();

        signal.Reason.ShouldBe("本班合格率 100%（10/10），同职业（工种）同等级其他班级合格率 63%（75/119）");
        var record = signal.Records.ShouldHaveSingleItem();
        (record.ClassId, record.Occupation.Occupation, record.TraineeId, record.From.Day, record.To.Day).ShouldBe((high.Id.ToString(), scene.Occupation, "", 3, 28));
        (await ListAsync(County, SignalKind.PassRate, request => request.Points = 38)).ShouldBeEmpty();
        (await ListAsync(County, SignalKind.PassRate, request => request.Results = 9)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Signals_come_in_pages_latest_first()
    {
        const string County = "371328";
        var (person, classes) = (People.New(), new List<Guid>());
        for (var i = 0; i < 3; i++)
        {
            classes.Add((await scene.EnrolAsync(await scene.ClassAsync(County), person)).Id);
        }

        var signals = await ListAsync(County, SignalKind.OverlappingClasses, request => request.PageSize = 1);

        signals.Select(signal => (signal.Records[0].EnrolmentId, signal.Records[1].EnrolmentId)).ShouldBe(
            [(classes[2].ToString(), classes[1].ToString()), (classes[2].ToString(), classes[0].ToString()), (classes[1].ToString(), classes[0].ToString())]);
        signals.ShouldBe(await ListAsync("371300", SignalKind.OverlappingClasses, request => request.Division = County));
    }

    [Fact]
    public async Task Others_see_no_signals_and_what_is_asked_for_badly_is_told_field_by_field()
    {
        var request = new ListSignalsRequest { Kind = SignalKind.SharedPhone, Division = "370900" };
        (await Refused.ByAsync(Client("371326").ListSignalsAsync(request))).ShouldBe((StatusCode.PermissionDenied, "OTHER_DIVISION"));
        (await Refused.ByAsync(Client("370900", Roles.TrainingPortal).ListSignalsAsync(request))).Code.ShouldBe(StatusCode.PermissionDenied);
        (await Refused.ByAsync(Client("370900", Roles.TrainingFiles).ListSignalsAsync(request))).Code.ShouldBe(StatusCode.PermissionDenied);

        var bad = new ListSignalsRequest { Division = "9", People = 1, Points = 101, Results = -1, PageSize = 101, PageToken = "x" };
        (await Should.ThrowAsync<RpcException>(async () => await Client("370900").ListSignalsAsync(bad))).Fields()
            .ShouldBe(["kind", "division", "page_size", "page_token", "people", "points", "results"]);
    }

    // Every page of it.
    private async Task<IReadOnlyList<Signal>> ListAsync(string division, SignalKind kind, Action<ListSignalsRequest>? change = null)
    {
        var (client, signals, request) = (Client(division), new List<Signal>(), new ListSignalsRequest { Kind = kind });
        change?.Invoke(request);
        do
        {
            var page = await client.ListSignalsAsync(request);
            signals.AddRange(page.Signals);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return signals;
    }

    private OversightService.OversightServiceClient Client(string division, string role = Roles.TrainingReviewer) => new(fixture.Calls(division, role));
}
