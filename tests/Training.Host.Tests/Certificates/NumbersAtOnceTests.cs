using Grpc.Core;
using Npgsql;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Host.Tests.Certificates;

/// <summary>No gap and no double, whatever happens at once and whatever is cut.</summary>
public sealed class NumbersAtOnceTests(TrainingFixture fixture)
{
    [Fact]
    public async Task Batches_of_one_class_at_the_same_moment_share_its_people()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        await scene.EnrolAsync(40);

        var batches = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => scene.IssueAsync()));

        batches.Select(batch => batch.Issued).Order().ShouldBe([0, 0, 0, 0, 0, 0, 0, 40]);
        (await GapsAsync(scene)).ShouldBe((1, 40, 40));
    }

    [Fact]
    public async Task Batches_of_one_institution_at_the_same_moment_follow_each_other()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var classes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => scene.AnotherClassAsync((TrainingCategory)(1 + (i % 3)))));
        await Task.WhenAll(classes.Select((one, i) => one.EnrolAsync(5 + i)));

        var batches = await Task.WhenAll(classes.Select(one => one.IssueAsync()));

        batches.Sum(batch => batch.Issued).ShouldBe(126);
        batches.ShouldAllBe(batch => Sequence(batch.LastSerialNumber) - Sequence(batch.FirstSerialNumber) == batch.Issued - 1);
        (await GapsAsync(scene)).ShouldBe((1, 126, 126));
    }

    [Fact]
    public async Task A_call_that_is_cut_after_its_numbers_were_taken_gives_them_back()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var people = await scene.EnrolAsync(3);
        await using var other = new NpgsqlConnection(fixture.Database.ConnectionString);
        await other.OpenAsync();
        await using (var held = await other.BeginTransactionAsync())
        {
            // Certificates refer to enrolments: with one of these held, the batch stops at writing them, its numbers taken.
            await using (var hold = new NpgsqlCommand("select id from enrolment where id = $1 for update", other) { Parameters = { new() { Value = Guid.Parse(people[2]) } } })
            {
                await hold.ExecuteNonQueryAsync();
            }

            using var cut = new CancellationTokenSource();
            var call = scene.Reviewer.IssueCertificatesAsync(scene.Asked(), cancellationToken: cut.Token).ResponseAsync;
            await Eventually.IsTrueAsync(async () => await scene.CountAsync("pg_stat_activity where $1 = any(pg_blocking_pids(pid))", other.ProcessID) == 1);
            await cut.CancelAsync();
            (await Should.ThrowAsync<RpcException>(() => call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        }

        (await scene.IssueAsync()).FirstSerialNumber.ShouldBe(scene.Number(1));
        (await GapsAsync(scene)).ShouldBe((1, 3, 3));
    }

    [Fact]
    public async Task Fifty_institutions_issue_four_batches_each_at_once()
    {
        // ./platform bench certificates does the same with 2,000 certificates each, and looks at every number.
        const int institutions = 50;
        const int classes = 4;
        const int each = 50;
        var scenes = new CertificateScene[institutions][];
        await Parallel.ForAsync(0, institutions, async (i, _) =>
        {
            var first = await CertificateScene.SetAsync(fixture, $"37{15 + (i % 3)}{2 + (i % 9):00}", (TrainingCategory)(1 + (i % 3)));
            scenes[i] = [first, await first.AnotherClassAsync(), await first.AnotherClassAsync(), await first.AnotherClassAsync()];
            foreach (var scene in scenes[i])
            {
                await scene.EnrolAsync(each);
            }
        });

        // All are under way before the first ends; how long the last waits depends on the machine.
        var deadline = TimeProvider.System.GetUtcNow().AddMinutes(5).UtcDateTime;
        var batches = await Task.WhenAll(scenes.SelectMany(own => own).Select(async scene => await scene.Reviewer.IssueCertificatesAsync(scene.Asked(), deadline: deadline)));

        batches.ShouldAllBe(batch => batch.Issued == each);
        var ids = scenes.Select(own => own[0].Institution.Id).ToArray();
        (await fixture.Database.ReadAsync<long>("select count(distinct serial_number) from certificate where institution_id = any($1) and state = 1", ids)).ShouldBe(institutions * classes * each);
        foreach (var own in scenes)
        {
            (await GapsAsync(own[0])).ShouldBe((1, classes * each, classes * each));
        }

        var anyone = new CertificateService.CertificateServiceClient(fixture.Calls("110101", Roles.FirmPortal));
        foreach (var number in batches.SelectMany(batch => new[] { batch.FirstSerialNumber, batch.LastSerialNumber }))
        {
            (await anyone.VerifyCertificateAsync(new() { SerialNumber = number })).Verification.ShouldBe(Verification.Valid);
        }
    }

    private static int Sequence(string number) => int.Parse(number[12..17]);

    private async Task<(int First, int Last, long Count)> GapsAsync(CertificateScene scene)
    {
        const string own = "from certificate where institution_id = $1";
        return (
            await fixture.Database.ReadAsync<int>($"select min(substring(serial_number, 13, 5)::int) {own}", scene.Institution.Id),
            await fixture.Database.ReadAsync<int>($"select max(substring(serial_number, 13, 5)::int) {own}", scene.Institution.Id),
            await fixture.Database.ReadAsync<long>($"select count(distinct substring(serial_number, 13, 5)) {own}", scene.Institution.Id));
    }
}
