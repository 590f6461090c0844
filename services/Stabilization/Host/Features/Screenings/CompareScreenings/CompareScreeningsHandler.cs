using Grpc.Core;
using Npgsql;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.Screenings.CompareScreenings;

/// <summary>Tells where two runs differ, by credit code (补差、追回).</summary>
/// <remarks>
/// The runs are joined window after window of codes, each bounded by what either run has: memory and the length of a query do
/// not grow with the runs, and a broken stream goes on after the last firm told.
/// </remarks>
internal sealed class CompareScreeningsHandler(StabilizationDbContext database, NpgsqlDataSource source)
{
    private const int FirmsAWindow = 20_000;
    private const int DifferencesAMessage = 500;

    public async Task HandleAsync(
        CompareScreeningsRequest request, IServerStreamWriter<CompareScreeningsResponse> answers, Caller caller, CancellationToken cancellation)
    {
        var (earlier, later) = await database.Screenings().LoadPairAsync(request.EarlierScreeningId, request.LaterScreeningId, caller, cancellation);
        string? until;
        for (var after = request.AfterCreditCode; ; after = until)
        {
            until = await WindowEndAsync(earlier, later, after, cancellation);
            foreach (var message in (await DifferencesAsync(earlier, later, after, until, cancellation)).Chunk(DifferencesAMessage))
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
        StoredScreening earlier, StoredScreening later, string after, string? until, CancellationToken cancellation)
    {
        await using var command = Command(CompareSql.Differences, earlier, later, after, until ?? CompareSql.LastCode);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var differences = new List<ScreeningDifference>();
        while (await reader.ReadAsync(cancellation))
        {
            differences.Add(CompareSql.Read(reader));
        }

        return differences;
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
