using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Firm = Wenye.Stabilization.Data.Firm;
using Outcome = Wenye.Contracts.Policy.V1.Outcome;

namespace Wenye.Stabilization.Features.Screenings.StreamScreeningResults;

/// <summary>Tells the firms of a run by credit code (筛查名单), page after page: no query lasts as long as the caller reads.</summary>
internal sealed class StreamScreeningResultsHandler(StabilizationDbContext database)
{
    private const int ResultsAMessage = 500;

    public async Task HandleAsync(
        StreamScreeningResultsRequest request, IServerStreamWriter<StreamScreeningResultsResponse> answers, Caller caller, CancellationToken cancellation)
    {
        if (!Enum.IsDefined(request.Outcome))
        {
            throw RpcErrors.InvalidArgument("outcome", "请从接口定义的决定结果中选择，不限时不填");
        }

        var screening = await database.Screenings().LoadEndedAsync(request.ScreeningId, caller, cancellation);
        var wanted = Wanted(request, screening.Id);
        for (var after = request.AfterCreditCode; ;)
        {
            var page = await PageAsync(wanted, after, cancellation);
            if (page.Count > 0)
            {
                await answers.WriteAsync(new() { Results = { page } }, cancellation);
            }

            if (page.Count < ResultsAMessage)
            {
                return;
            }

            after = page[^1].CreditCode;
        }
    }

    private IQueryable<StoredScreeningResult> Wanted(StreamScreeningResultsRequest request, Guid screening)
    {
        var results = database.Set<StoredScreeningResult>().Where(r => r.ScreeningId == screening);
        results = request.Outcome == Outcome.Unspecified ? results : results.Where(r => r.Outcome == (short)request.Outcome);
        results = request.RefusedBy.Length == 0 ? results : results.Where(r => r.RefusedBy!.Contains(request.RefusedBy));
        return request.MissingFact.Length == 0 ? results : results.Where(r => r.Missing!.Contains(request.MissingFact));
    }

    private async Task<List<ScreeningResult>> PageAsync(IQueryable<StoredScreeningResult> wanted, string after, CancellationToken cancellation)
    {
        var page = await wanted.Where(r => string.Compare(r.CreditCode, after) > 0).OrderBy(r => r.CreditCode).Take(ResultsAMessage)
            .Join(database.Set<Firm>(), r => r.FirmId, f => f.Id, (r, f) => new { f.Name, r.CreditCode, r.Division, r.Outcome, r.AmountFen, r.RefusedBy, r.Missing })
            .OrderBy(row => row.CreditCode).ToListAsync(cancellation);
        return page.ConvertAll(row => ScreeningAnswers.Result(row.CreditCode, row.Name, row.Division, row.Outcome, row.AmountFen, row.RefusedBy, row.Missing));
    }
}
