using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Screenings;

namespace Wenye.Stabilization.Features.Screenings.CompareScreenings;

/// <summary>Tells where two runs differ, by credit code (补差、追回).</summary>
/// <remarks>
/// The runs are joined window after window of codes, each bounded by what either run has: memory and the length of a query do
/// not grow with the runs, and a broken stream goes on after the last firm told. Every pair is decided again as if nothing had
/// been drawn: what was stored says what was payable then, and a firm paid meanwhile would look like one that is due less.
/// </remarks>
internal sealed class CompareScreeningsHandler(StabilizationDbContext database, NpgsqlDataSource source, ParameterSet parameters)
{
    private const int FirmsAWindow = 10_000;
    private const int DifferencesAMessage = 500;

    public async Task HandleAsync(
        CompareScreeningsRequest request, IServerStreamWriter<CompareScreeningsResponse> answers, Caller caller, CancellationToken cancellation)
    {
        var (earlier, later) = await database.Screenings().LoadPairAsync(request.EarlierScreeningId, request.LaterScreeningId, caller, cancellation);
        if (earlier.AsOf.Year != later.AsOf.Year)
        {
            throw RpcErrors.InvalidArgument("later_screening_id", "两次筛查应属同一年度，请核对");
        }

        var reassessment = new Reassessment(parameters, earlier, later);
        string? until;
        for (var after = request.AfterCreditCode; ; after = until)
        {
            until = await WindowEndAsync(earlier, later, after, cancellation);
            foreach (var message in (await DifferencesAsync(reassessment, earlier, later, after, until, cancellation)).Chunk(DifferencesAMessage))
            {
                await answers.WriteAsync(new() { Differences = { message } }, cancellation);
            }

            if (until is null)
            {
                return;
            }
        }
    }

    private async Task<string?> WindowEndAsync(StoredScreening earlier, StoredScreening later, string after, CancellationToken cancellation)
    {
        await using var command = Command(CompareSql.WindowEnd, earlier, later, after, FirmsAWindow);
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    private async Task<List<ScreeningDifference>> DifferencesAsync(
        Reassessment reassessment, StoredScreening earlier, StoredScreening later, string after, string? until, CancellationToken cancellation)
    {
        var pairs = await PairsAsync(earlier, later, after, until, cancellation);
        var positions = await database.PositionsAsync([.. pairs.Select(pair => pair.FirmId)], later, cancellation);
        var told = pairs
            .Select(pair => (pair.FirmId, Is: DifferenceAnswers.Of(pair, positions.GetValueOrDefault(pair.FirmId, RefundPosition.Nothing), reassessment, later.Kind)))
            .Where(one => one.Is is not null).Select(one => (one.FirmId, Is: one.Is!)).ToList();
        await NameAsync(told, cancellation);
        return [.. told.Select(one => one.Is)];
    }

    private async Task<List<ScreenedPair>> PairsAsync(
        StoredScreening earlier, StoredScreening later, string after, string? until, CancellationToken cancellation)
    {
        var traced = earlier.ParameterVersion != parameters.Version || later.ParameterVersion != parameters.Version;
        await using var command = Command(CompareSql.Pairs, earlier, later, after, until ?? CompareSql.LastCode, traced);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var pairs = new List<ScreenedPair>(FirmsAWindow);
        while (await reader.ReadAsync(cancellation))
        {
            pairs.Add(CompareSql.Read(reader, earlier.Id, later.Id));
        }

        return pairs;
    }

    // Only of those told: joined to the pairs, every window would read the firms of the whole province.
    private async Task NameAsync(List<(long FirmId, ScreeningDifference Is)> told, CancellationToken cancellation)
    {
        var ids = told.Select(one => one.FirmId).ToArray();
        var names = await database.Firms.Where(firm => ids.Contains(firm.Id)).Select(firm => new { firm.Id, firm.Name })
            .ToDictionaryAsync(firm => firm.Id, firm => firm.Name, cancellation);
        foreach (var (firm, difference) in told)
        {
            difference.Earlier?.Name = names[firm];
            difference.Later?.Name = names[firm];
        }
    }

    private NpgsqlCommand Command(string sql, StoredScreening earlier, StoredScreening later, params object[] rest)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in (object[])[earlier.Id, later.Id, .. rest])
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
