using Grpc.Core;
using Npgsql;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;
using Wenye.Training.Host.Tests.Certificates;

namespace Wenye.Training.Host.Tests.Files;

/// <summary>The training file of a person, 鲁人社字〔2020〕72号 四: what it holds, who may read it, and that who read it is kept.</summary>
public sealed class TrainingFileTests(TrainingFixture fixture)
{
    private const string County = "370902";
    private const string Other = "370911";
    private readonly RecordScene scene = new(fixture);

    [Fact]
    public async Task A_file_holds_everything_of_the_person_in_the_order_of_time()
    {
        var (person, first, second) = (People.New(), await scene.ClassAsync(County), await scene.ClassAsync(Other));
        var later = await scene.EnrolAsync(second, person, day: 10, state: EnrolmentState.Withdrawn);
        var earlier = await scene.EnrolAsync(first, person, day: 3, inTheRoom: [4, 5]);
        var reviewer = new CertificateService.CertificateServiceClient(fixture.Calls(County, Roles.TrainingReviewer));
        var number = (await reviewer.IssueCertificatesAsync(new() { RequestId = NewId(), ClassId = first.Id.ToString(), Handling = new() { Operator = "王赋号" } })).FirstSerialNumber;
        await reviewer.RevokeCertificateAsync(new() { RequestId = NewId(), SerialNumber = number, Reason = "冒名", Handling = new() { Operator = "王赋号" } });

        var file = await Office(County).GetTrainingFileAsync(new() { TraineeId = later.TraineeId.ToString() });

        (file.TraineeId, file.Name, file.IdNumber, file.NextPageToken).ShouldBe((later.TraineeId.ToString(), person.Name, person.ResidentId, ""));
        file.Entries.Select(entry => (entry.Day.Day, entry.ClassAttended.Enrolment.EnrolmentId)).ShouldBe([(3, earlier.Id.ToString()), (10, later.Id.ToString())]);
        var (attended, left) = (file.Entries[0].ClassAttended, file.Entries[1].ClassAttended);
        (attended.TrainingClass.Occupation.Occupation, attended.TrainingClass.Occupation.Level, attended.TrainingClass.State).ShouldBe((scene.Occupation, 5, ClassState.Examined));
        (attended.Enrolment.AttendedMinutes, attended.Enrolment.AttendedOnlineMinutes, attended.Enrolment.Result.Passed).ShouldBe((600, 45, true));
        (attended.Certificate.SerialNumber, attended.Certificate.State, attended.Enrolment.SerialNumber).ShouldBe((number, CertificateState.Revoked, number));
        (left.TrainingClass.Division, left.Enrolment.State, left.Certificate, left.Enrolment.Result).ShouldBe((Other, EnrolmentState.Withdrawn, null, null));
    }

    [Fact]
    public async Task By_name_and_number_the_same_is_read_and_other_agencies_see_it_masked()
    {
        var person = People.New();
        await scene.EnrolAsync(await scene.ClassAsync(County), person);
        var request = new GetTrainingFileRequest { Name = person.Name, IdNumber = person.ResidentId };

        var full = await Office(County).GetTrainingFileAsync(request);
        var masked = await Files(County, Roles.TrainingFiles).GetTrainingFileAsync(request);

        (full.Name, full.IdNumber, full.Entries[0].ClassAttended.Enrolment.MobilePhone).ShouldBe((person.Name, person.ResidentId, person.Phone));
        masked.TraineeId.ShouldBe(full.TraineeId);
        masked.Name.ShouldNotBe(person.Name);
        masked.IdNumber.ShouldBe(string.Concat(person.ResidentId.AsSpan(0, 3), new string('*', 11), person.ResidentId.AsSpan(14)));
        masked.ToString().ShouldNotContain(person.ResidentId);
        masked.ToString().ShouldNotContain(person.Name);
        masked.ToString().ShouldNotContain(person.Phone);
    }

    [Theory]
    [InlineData(County, true)] // a class
    [InlineData("370900", true)] // the city above it
    [InlineData("371302", true)] // the household that was stated last
    [InlineData("371303", false)] // an earlier household
    [InlineData("371000", false)] // nothing
    public async Task Only_an_office_that_has_to_do_with_the_person_reads_the_file(string division, bool may)
    {
        var person = People.New();
        await scene.EnrolAsync(await scene.ClassAsync(County), person, day: 3, household: "371303");
        await scene.EnrolAsync(await scene.ClassAsync(County), person, day: 5, household: "371302");
        var request = new GetTrainingFileRequest { Name = person.Name, IdNumber = person.ResidentId };

        if (may)
        {
            (await Office(division).GetTrainingFileAsync(request)).Entries.Count.ShouldBe(2);
        }
        else
        {
            (await Refused.ByAsync(Office(division).GetTrainingFileAsync(request))).ShouldBe((StatusCode.NotFound, "TRAINING_FILE_NOT_FOUND"));
        }
    }

    [Fact]
    public async Task Whether_a_person_is_known_is_not_said()
    {
        var (person, stranger) = (People.New(), People.New());
        var enrolled = await scene.EnrolAsync(await scene.ClassAsync(County), person);
        GetTrainingFileRequest[] requests =
        [
            new() { Name = person.Name, IdNumber = person.ResidentId }, new() { TraineeId = enrolled.TraineeId.ToString() },
            new() { Name = stranger.Name, IdNumber = stranger.ResidentId }, new() { TraineeId = NewId() },
        ];

        var answers = await Task.WhenAll(requests.Select(request => Should.ThrowAsync<RpcException>(async () => await Office("371000").GetTrainingFileAsync(request))));
        answers.Select(answer => answer.Status).Distinct().ShouldHaveSingleItem().StatusCode.ShouldBe(StatusCode.NotFound);
        (await Refused.ByAsync(Office(County).GetTrainingFileAsync(new() { Name = person.Name + "某", IdNumber = person.ResidentId })))
            .ShouldBe((StatusCode.NotFound, "TRAINING_FILE_NOT_FOUND"));
        (await Files("371000", Roles.Training, Roles.Province).GetTrainingFileAsync(requests[1])).Entries.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_read_a_file_is_kept_and_nothing_takes_it_away()
    {
        var enrolled = await scene.EnrolAsync(await scene.ClassAsync(County), People.New());
        var request = new GetTrainingFileRequest { TraineeId = enrolled.TraineeId.ToString() };

        await Office(County).GetTrainingFileAsync(request);
        await Files("370900", Roles.TrainingFiles).GetTrainingFileAsync(request);
        await Refused.ByAsync(Office("371000").GetTrainingFileAsync(request));

        (await fixture.ReadAsync<string>(
            "select string_agg(concat_ws(' ', division, in_full, agency like 'agency-%', read_at > '2020-08-31'), '|' order by id) from training_file_read where trainee_id = $1", enrolled.TraineeId))
            .ShouldBe($"{County} t t t|370900 f t t");
        foreach (var change in (string[])["delete from training_file_read where trainee_id = $1 returning 1", "update training_file_read set agency = '' where trainee_id = $1 returning 1"])
        {
            await Should.ThrowAsync<PostgresException>(() => fixture.ReadAsync<int>(change, enrolled.TraineeId));
        }
    }

    [Fact]
    public async Task A_long_file_comes_in_pages()
    {
        var person = People.New();
        foreach (var day in (int[])[7, 5, 5, 9])
        {
            await scene.EnrolAsync(await scene.ClassAsync(County), person, day);
        }

        var request = new GetTrainingFileRequest { Name = person.Name, IdNumber = person.ResidentId, PageSize = 3 };
        var (office, days) = (Office(County), new List<string>());
        do
        {
            var page = await office.GetTrainingFileAsync(request);
            days.AddRange(page.Entries.Select(entry => $"{entry.Day.Day} {entry.ClassAttended.Enrolment.EnrolmentId}"));
            (request.PageToken, request.PageSize) = (page.NextPageToken, 1);
        }
        while (request.PageToken.Length > 0);

        days.Select(day => day[..1]).ShouldBe(["5", "5", "7", "9"]);
        days.ShouldBeUnique();
    }

    [Fact]
    public async Task What_is_asked_for_badly_is_told_field_by_field()
    {
        string[] Fields(GetTrainingFileRequest request) => [.. Should.Throw<RpcException>(() => Office(County).GetTrainingFile(request)).Fields()];

        Fields(new()).ShouldBe(["trainee_id", "AAC003", "AAC147"]);
        Fields(new() { TraineeId = NewId(), Name = "张三" }).ShouldBe(["trainee_id"]);
        Fields(new() { TraineeId = "7", PageSize = 501, PageToken = "x" }).ShouldBe(["trainee_id", "page_size", "page_token"]);
        Fields(new() { Name = "张三", IdNumber = "370902199001011234" }).ShouldBe(["AAC147"]);
        (await Refused.ByAsync(Files(County, Roles.TrainingPortal).GetTrainingFileAsync(new() { TraineeId = NewId() }))).Code.ShouldBe(StatusCode.PermissionDenied);
    }

    private static string NewId() => Guid.CreateVersion7().ToString();

    private TrainingFileService.TrainingFileServiceClient Office(string division) => Files(division, Roles.Training);

    private TrainingFileService.TrainingFileServiceClient Files(string division, params string[] roles) => new(fixture.Calls(division, roles));
}
