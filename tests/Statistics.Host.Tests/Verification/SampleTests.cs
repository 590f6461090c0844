using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Verification;

/// <summary>Samples are drawn by county, by a seed that is kept, no record twice in a round; what is wrong comes back as a doubt.</summary>
public sealed class SampleTests(StatisticsFixture fixture) : VerificationTestBase(fixture)
{
    [Fact]
    public async Task A_sample_is_shared_out_by_county_can_be_drawn_again_and_never_takes_a_record_twice_in_a_round()
    {
        var jobs = Enumerable.Range(0, 12).Select(i => Job(i < 8 ? "378902" : "378903", September)).ToArray();
        await AnnounceAsync(jobs);
        await CountsAsync("378900", 12);

        var drawn = await Verifier("378900").DrawSampleAsync(Draw("378900", "first"));
        drawn.Decision.Outputs["size"].ShouldBe("6");
        drawn.Sample.ShouldSatisfyAllConditions(sample => sample.Population.ShouldBe(12), sample => sample.Drawn.ShouldBe(6));
        var whole = await Verifier("378900").GetSampleAsync(new() { SampleId = drawn.Sample.SampleId });
        whole.Counties.Select(one => (one.Division, one.Population, one.Drawn)).ShouldBe([("378902", 8, 4), ("378903", 4, 2)]);
        var records = await RecordsOfAsync(drawn.Sample.SampleId);
        records.Select(record => record.EmploymentId).ShouldBe(Expected(jobs, drawn.Sample.Seed), ignoreOrder: true);
        drawn.Sample.PopulationHash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Join(' ', jobs.Select(job => job.EmploymentId.ToString()).Order(StringComparer.Ordinal))))));

        // The rest of the round, then nothing is left; another round begins anew, with the same seed as the same sample.
        var rest = await Verifier("378900").DrawSampleAsync(Draw("378900", "second", size: 100));
        (await RecordsOfAsync(rest.Sample.SampleId)).Select(record => record.EmploymentId).ShouldBe(jobs.Select(job => job.EmploymentId.ToString()).Except(records.Select(record => record.EmploymentId)), ignoreOrder: true);
        var none = await Verifier("378900").DrawSampleAsync(Draw("378900", "third", size: 1));
        none.Sample.ShouldBeNull();
        none.Decision.Outcome.ShouldBe(Contracts.Policy.V1.Outcome.Refused);
        var again = await Verifier("378900").DrawSampleAsync(new(Draw("378900", "fourth", seed: drawn.Sample.Seed)) { Round = "another" });
        (await RecordsOfAsync(again.Sample.SampleId)).Select(record => record.EmploymentId).ShouldBe(records.Select(record => record.EmploymentId), ignoreOrder: true);
        (await Verifier("378900").ListSamplesAsync(new() { Division = "378900" })).Samples.Select(sample => sample.SampleId)
            .ShouldBe([again.Sample.SampleId, rest.Sample.SampleId, drawn.Sample.SampleId]);
    }

    [Fact]
    public async Task Two_draws_of_a_round_at_once_share_no_record_and_one_request_sent_twice_draws_once()
    {
        var jobs = Enumerable.Range(0, 6).Select(_ => Job("378232", September)).ToArray();
        await AnnounceAsync(jobs);
        await CountsAsync("378232", 6);
        var twice = Draw("378232", "twice", size: 2);
        var drawn = await Task.WhenAll(
            new[] { twice, twice, Draw("378232", "other", size: 2) }.Select(async draw => (await Verifier("378232").DrawSampleAsync(draw)).Sample));
        drawn[1].ShouldBe(drawn[0]);
        var records = (await RecordsOfAsync(drawn[0].SampleId, "378232")).Concat(await RecordsOfAsync(drawn[2].SampleId, "378232")).ToList();
        records.Count.ShouldBe(4);
        records.Select(record => record.EmploymentId).ShouldBeUnique();
    }

    [Fact]
    public async Task Findings_give_the_error_rate_by_county_and_a_wrong_record_becomes_doubtful()
    {
        var jobs = Enumerable.Range(0, 3).Select(i => Job(i < 2 ? "378212" : "378213", September)).ToArray();
        await AnnounceAsync(jobs);
        await CountsAsync("378200", 3, "2020-09", "378212", "378213");
        var sample = (await Verifier("378212").DrawSampleAsync(Draw("378212", "found", size: 2))).Sample;
        var records = await RecordsOfAsync(sample.SampleId, "378212");
        await FindAsync(sample, records[0], SampleFinding.Wrong);
        await FindAsync(sample, records[1], SampleFinding.Correct);

        var rated = await Verifier("378212").GetSampleAsync(new() { SampleId = sample.SampleId });
        rated.Counties.ShouldHaveSingleItem().ErrorRate.ShouldBe("0.5000");
        rated.Total.ShouldSatisfyAllConditions(total => total.Wrong.ShouldBe(1), total => total.Correct.ShouldBe(1), total => total.ErrorRate.ShouldBe("0.5000"));
        (await Verifier("378212").ListSampleRecordsAsync(new() { SampleId = sample.SampleId, OpenOnly = true })).Records.ShouldBeEmpty();
        await CountsAsync("378212", 1);
        (await Verifier("378212").ListDoubtsAsync(new() { Division = "378212" })).Doubts.ShouldHaveSingleItem().EmploymentId.ShouldBe(records[0].EmploymentId);
        (await Should.ThrowAsync<RpcException>(() => FindAsync(sample, records[0], SampleFinding.Correct))).Reason().ShouldBe("SAMPLE_RECORD_FOUND");
    }

    [Fact]
    public async Task Without_a_share_nothing_is_drawn_and_bad_requests_others_and_other_roles_are_refused()
    {
        await AnnounceAsync(Job("378222", September), Job("378502", September));
        await CountsAsync("378502", 1);
        var incomplete = await Verifier("378502").DrawSampleAsync(Draw("378502", "no-share"));
        incomplete.Sample.ShouldBeNull();
        incomplete.Decision.MissingFacts.ShouldBe(["statistics.inspection_share"]);
        var bad = await Should.ThrowAsync<RpcException>(async () => await Verifier("378222").DrawSampleAsync(new() { RequestId = "bad", Division = "1", Period = "x", Size = 0 }));
        bad.Fields().ShouldBe(["division", "period", "round", "size", "AAE011"]);
        (await Should.ThrowAsync<RpcException>(async () => await Verifier("370100").DrawSampleAsync(Draw("378222", "elsewhere")))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(async () => await Verifier("378222", Roles.Statistician).DrawSampleAsync(Draw("378222", "role")))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var sample = (await Verifier("378222").DrawSampleAsync(Draw("378222", "one"))).Sample;
        (await Should.ThrowAsync<RpcException>(async () => await Verifier("370100").GetSampleAsync(new() { SampleId = sample.SampleId }))).StatusCode.ShouldBe(StatusCode.NotFound);
        (await Verifier("378222").DrawSampleAsync(Draw("378222", "one"))).Sample.ShouldBe(sample, "a repeat gets the first answer");
        var nothing = await Should.ThrowAsync<RpcException>(async () => await Verifier("378222").RecordSampleFindingAsync(new() { RequestId = "bad-2", SampleId = "1", EmploymentId = "1" }));
        nothing.Fields().ShouldBe(["sample_id", "employment_id", "finding", "note", "AAE011"]);
        (await Should.ThrowAsync<RpcException>(async () => await Verifier("378222").RecordSampleFindingAsync(new()
        {
            RequestId = "none", SampleId = sample.SampleId, EmploymentId = Guid.CreateVersion7().ToString(), Finding = SampleFinding.Correct, Note = "属实", Handling = Officer,
        }))).Reason().ShouldBe("SAMPLE_RECORD_NOT_FOUND");
    }

    private static DrawSampleRequest Draw(string division, string request, int? size = null, long? seed = null)
    {
        var draw = new DrawSampleRequest { RequestId = $"{division}-{request}", Division = division, Period = "2020-09", Round = division, Handling = Officer };
        if (size is { } records)
        {
            draw.Size = records;
        }

        if (seed is { } by)
        {
            draw.Seed = by;
        }

        return draw;
    }

    // What the seed says, drawn without the service.
    private static IEnumerable<string> Expected(IEnumerable<Contracts.Events.Registration.V1.EmploymentRegistered> jobs, long seed) =>
        jobs.GroupBy(job => job.Division).SelectMany(county => county.Select(job => job.EmploymentId.ToString())
            .OrderBy(id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {id}"))), StringComparer.Ordinal).Take(county.Count() / 2));

    private Task CountsAsync(string city, long expected, string period, params string[] counties) =>
        Eventually.IsTrueAsync(async () => (await Task.WhenAll(counties.Select(county => CountedAsync(county, period)))).Sum() == expected);

    private async Task<List<SampleRecord>> RecordsOfAsync(string sample, string division = "378900") =>
        [.. (await Verifier(division).ListSampleRecordsAsync(new() { SampleId = sample })).Records];

    private async Task FindAsync(Sample sample, SampleRecord record, SampleFinding finding) => await Verifier(sample.Division).RecordSampleFindingAsync(new()
    {
        RequestId = Guid.CreateVersion7().ToString(), SampleId = sample.SampleId, EmploymentId = record.EmploymentId, Finding = finding, Note = "实地核查", Handling = Officer,
    });
}
