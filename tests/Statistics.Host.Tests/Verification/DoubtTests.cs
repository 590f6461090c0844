using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Verification;

/// <summary>Doubtful records wait in a queue, out of the figure, until somebody verifies them; a new reason opens them again.</summary>
public sealed class DoubtTests(StatisticsFixture fixture) : VerificationTestBase(fixture)
{
    private const string OtherFirm = "91370100MA0000015D";

    [Fact]
    public async Task Each_kind_of_doubt_is_found_queued_with_its_clause_and_kept_out_of_the_figure()
    {
        var (differs, nameless, insured, fine) = (Job("378402", September), Job("378402", September) with { EmployerCode = "" }, Job("378403", September), Job("378403", September));
        await AnnounceAsync(differs, nameless, insured, fine);
        await CountsAsync("378400", 3);
        await ImportAsync(
            "378400", "insurance",
            Insured(differs.PersonId, new(2020, 9, 1), null, OtherFirm),
            Insured(insured.PersonId, new(2018, 1, 1), new(2019, 5, 31), OtherFirm), Insured(insured.PersonId, new(2020, 9, 5), null, insured.EmployerCode),
            Insured(fine.PersonId, new(2020, 9, 5), null, fine.EmployerCode));
        await CountsAsync("378400", 1);

        var page = await Verifier("378400").ListDoubtsAsync(new() { Division = "378400", Period = "2020-09", PageSize = 2 });
        var rest = await Verifier("378400").ListDoubtsAsync(new() { Division = "378400", Period = "2020-09", PageSize = 2, PageToken = page.NextPageToken });
        rest.NextPageToken.ShouldBeEmpty();
        var doubts = page.Doubts.Concat(rest.Doubts).ToDictionary(doubt => doubt.EmploymentId);
        doubts[differs.EmploymentId.ToString()].Kinds.ShouldBe([DoubtKind.EmployerDiffers]);
        doubts[nameless.EmploymentId.ToString()].Kinds.ShouldBe([DoubtKind.DetailsMissing]);
        doubts[insured.EmploymentId.ToString()].Kinds.ShouldBe([DoubtKind.InsuredBefore]);
        doubts.Values.ShouldAllBe(doubt => doubt.Clause.Item == "附件四(三)" && doubt.Decides && doubt.State == DoubtState.Open && doubt.Since != null);
        doubts.Count.ShouldBe(3);
        (await Verifier("378400").ListDoubtsAsync(new() { Division = "378400", Kind = DoubtKind.InsuredBefore })).Doubts.ShouldHaveSingleItem().EmploymentId.ShouldBe(insured.EmploymentId.ToString());
        var whole = await Verifier("378400").GetDoubtAsync(new() { EmploymentId = insured.EmploymentId.ToString() });
        whole.Decision.Outcome.ShouldBe(Contracts.Policy.V1.Outcome.Refused);
        whole.Steps.ShouldHaveSingleItem().Agency.ShouldBeEmpty("the service found it");

        // The insurance data is corrected: the doubt goes by itself.
        await ImportAsync("378400", "corrected", Insured(differs.PersonId, new(2020, 9, 1), new(2020, 9, 2), OtherFirm));
        await CountsAsync("378400", 2);
        (await Verifier("378400").GetDoubtAsync(new() { EmploymentId = differs.EmploymentId.ToString() })).Doubt.State.ShouldBe(DoubtState.Lapsed);
    }

    [Fact]
    public async Task What_verification_finds_moves_the_figure_and_a_new_reason_opens_the_doubt_again()
    {
        var job = Job("378712", September) with { EmployerCode = "" };
        await AnnounceAsync(job);
        await CountsAsync("378712", 0);
        var request = new ResolveDoubtRequest
        {
            RequestId = Guid.CreateVersion7().ToString(), EmploymentId = job.EmploymentId.ToString(), Outcome = DoubtState.Confirmed, Note = "电话回访属实", Handling = Officer,
        };
        var settled = await Verifier("378712").ResolveDoubtAsync(request);
        settled.Doubt.State.ShouldBe(DoubtState.Confirmed);
        (await Verifier("378712").ResolveDoubtAsync(request)).ShouldBe(settled, "a repeat gets the first answer");
        await CountsAsync("378712", 1);
        (await RefusedAsync(StatusCode.FailedPrecondition, async () => await Verifier("378712").ResolveDoubtAsync(new(request) { RequestId = "other-1" }))).Reason().ShouldBe("DOUBT_SETTLED");

        // Insured before, and newly: another reason than the one that was looked at.
        await ImportAsync("378712", "later", Insured(job.PersonId, new(2018, 1, 1), new(2019, 5, 31), OtherFirm), Insured(job.PersonId, new(2020, 9, 5), null, OtherFirm));
        await CountsAsync("378712", 0);
        var again = await Verifier("378712").GetDoubtAsync(new() { EmploymentId = job.EmploymentId.ToString() });
        again.Doubt.Kinds.ShouldBe([DoubtKind.InsuredBefore], "what was verified stays verified");
        again.Steps.Select(step => step.State).ShouldBe(["open", "confirmed", "open"]);
        again.Steps[1].Operator.ShouldBe("核查员甲");
        (await Verifier("378712", Roles.Statistician).GetDoubtAsync(new() { EmploymentId = job.EmploymentId.ToString() })).Steps[1].Operator.ShouldBeEmpty();

        // Could not be verified: out for the time being, and may be settled later.
        await Verifier("378712").ResolveDoubtAsync(new(request) { RequestId = "later-1", Outcome = DoubtState.Unverifiable });
        await Verifier("378712").ResolveDoubtAsync(new(request) { RequestId = "later-2", Outcome = DoubtState.HandlingError, Note = "窗口误录" });
        await Eventually.IsTrueAsync(async () => (await RecordsAsync("378712", "2020-09")).Single().Clause?.Item == "附件四(二)10");
        (await Verifier("378712").ListDoubtsAsync(new() { Division = "378712", State = DoubtState.HandlingError })).Doubts.ShouldHaveSingleItem().Decides.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_officers_at_once_settle_it_once()
    {
        var job = Job("378713", September);
        await AnnounceAsync(job);
        await ImportAsync("378713", "marked", new EmploymentFactRow { Mark = new() { EmploymentId = job.EmploymentId.ToString(), Doubtful = true, Reason = "联系不上" } });
        await CountsAsync("378713", 0);
        (await Verifier("378713").ListDoubtsAsync(new() { Division = "378713" })).Doubts.ShouldHaveSingleItem().Kinds.ShouldBe([DoubtKind.Marked]);
        var outcomes = new[] { DoubtState.Confirmed, DoubtState.Untrue };
        var calls = outcomes.Select(async outcome =>
        {
            try
            {
                return (await Verifier("378713").ResolveDoubtAsync(new()
                {
                    RequestId = Guid.CreateVersion7().ToString(), EmploymentId = job.EmploymentId.ToString(), Outcome = outcome, Note = "实地核查", Handling = Officer,
                })).Doubt.State;
            }
            catch (RpcException refused)
            {
                refused.Reason().ShouldBe("DOUBT_SETTLED");
                return DoubtState.Unspecified;
            }
        });
        var settled = (await Task.WhenAll(calls)).Where(state => state != DoubtState.Unspecified).ShouldHaveSingleItem();
        await CountsAsync("378713", settled == DoubtState.Confirmed ? 1 : 0);
    }

    [Fact]
    public async Task Other_divisions_other_roles_and_bad_requests_are_refused()
    {
        var job = Job("378722", September) with { EmployerCode = "" };
        await AnnounceAsync(job);
        var id = job.EmploymentId.ToString();
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Verifier("370100").ListDoubtsAsync(new() { Division = "378722" }));
        await RefusedAsync(StatusCode.NotFound, async () => await Verifier("370100").GetDoubtAsync(new() { EmploymentId = id }));
        await RefusedAsync(StatusCode.NotFound, async () => await Verifier("370100").ResolveDoubtAsync(
            new() { RequestId = "elsewhere", EmploymentId = id, Outcome = DoubtState.Confirmed, Note = "属实", Handling = Officer }));
        await RefusedAsync(StatusCode.PermissionDenied, async () => await Verifier("378722", Roles.Statistician).ResolveDoubtAsync(
            new() { RequestId = "role", EmploymentId = id, Outcome = DoubtState.Confirmed, Note = "属实", Handling = Officer }));
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Verifier("378722").ResolveDoubtAsync(
            new() { RequestId = "bad", EmploymentId = "1", Outcome = DoubtState.Lapsed }))).Fields().ShouldBe(["employment_id", "outcome", "note", "AAE011"]);
        (await RefusedAsync(StatusCode.InvalidArgument, async () => await Verifier("378722").ListDoubtsAsync(
            new() { Division = "1", Period = "2020", State = (DoubtState)99, Kind = (DoubtKind)99, PageSize = -1, PageToken = "x" }))).Fields()
            .ShouldBe(["division", "period", "state", "kind", "page_size", "page_token"]);
        (await Verifier("378722").GetDoubtAsync(new() { EmploymentId = id })).Doubt.State.ShouldBe(DoubtState.Open, "nothing was written");
    }

    private static async Task<RpcException> RefusedAsync(StatusCode code, Func<Task> call)
    {
        var refusal = await Should.ThrowAsync<RpcException>(call);
        refusal.StatusCode.ShouldBe(code);
        return refusal;
    }
}
