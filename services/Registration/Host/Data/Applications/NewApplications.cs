using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;

namespace Wenye.Registration.Data;

/// <summary>Writes new applications with their answers (新申请入库), those of concurrent calls in one transaction.</summary>
internal sealed class NewApplications
{
    private readonly NpgsqlDataSource database;
    private readonly RowTable<HandledRequest> requests;
    private readonly RowTable<StoredApplication> applications;
    private readonly RowTable<StoredStep> steps;
    private readonly string insertRequests;
    private readonly string insertApplications;
    private readonly CallBatcher<NewApplication, bool> commits;

    public NewApplications([FromKeyedServices(ServiceDatabase.Batches)] NpgsqlDataSource database, DbContextOptions<RegistrationDbContext> options)
    {
        using var context = new RegistrationDbContext(options);
        this.database = database;
        requests = new(context.Model);
        applications = new(context.Model, nameof(StoredApplication.Serial));
        steps = new(context.Model);
        insertRequests =
            $"""
            INSERT INTO handled_request ({requests.ColumnList}) SELECT * FROM {requests.Rows("new")}
            ON CONFLICT DO NOTHING RETURNING caller, request_id
            """;

        // A step's key to its application is checked when the statement ends, so one statement can write both.
        insertApplications =
            $"""
            WITH taken AS (
                INSERT INTO application ({applications.ColumnList}) SELECT * FROM {applications.Rows("new")}
                ON CONFLICT DO NOTHING RETURNING id),
            received AS (
                INSERT INTO application_step ({steps.ColumnList})
                SELECT new.* FROM {steps.Rows("new", applications.ColumnCount + 1)} JOIN taken ON taken.id = new.application_id)
            SELECT id FROM taken
            """;
        commits = new("write applications", WriteAsync, new CallBatcherOptions());
    }

    /// <summary>Commits an application with its first step and the answer to its call (提交).</summary>
    /// <returns>False, with nothing written, when its number or the call's request_id is taken: which, the ordinary commit says.</returns>
    public Task<bool> TryAddAsync(StoredApplication application, HandledRequest request, CancellationToken cancellation) =>
        commits.RunAsync(new(application, request), cancellation);

    // What conflicts is left out and the rest written anew: all of a batch stands, or nothing of it.
    private async Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<NewApplication> batch)
    {
        await using var connection = await database.OpenConnectionAsync();
        var fitting = batch;
        while (fitting.Count > 0)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var written = await InsertAsync(connection, fitting);
            if (written.Count == fitting.Count)
            {
                await transaction.CommitAsync();
                break;
            }

            await transaction.RollbackAsync();
            fitting = written;
        }

        var taken = fitting.ToHashSet();
        return [.. batch.Select(taken.Contains)];
    }

    // Those of which both rows could be inserted. Of two that name the same request or number, one.
    private async Task<IReadOnlyList<NewApplication>> InsertAsync(NpgsqlConnection connection, IReadOnlyList<NewApplication> batch)
    {
        await using var inserts = new NpgsqlBatch(connection) { BatchCommands = { new(insertRequests), new(insertApplications) } };
        var rows = batch.Select(row => row.Application).ToList();
        inserts.BatchCommands[0].Parameters.AddRange(requests.Parameters([.. batch.Select(row => row.Request)]));
        inserts.BatchCommands[1].Parameters.AddRange(applications.Parameters(rows));
        inserts.BatchCommands[1].Parameters.AddRange(steps.Parameters([.. rows.SelectMany(row => row.Steps)]));
        await using var inserted = await inserts.ExecuteReaderAsync();
        var answered = new HashSet<(string, string)>();
        while (await inserted.ReadAsync())
        {
            answered.Add((inserted.GetString(0), inserted.GetString(1)));
        }

        await inserted.NextResultAsync();
        var taken = new HashSet<Guid>();
        while (await inserted.ReadAsync())
        {
            taken.Add(inserted.GetGuid(0));
        }

        return [.. batch.Where(row => taken.Contains(row.Application.Id) && answered.Remove((row.Request.Caller, row.Request.RequestId)))];
    }

    private sealed record NewApplication(StoredApplication Application, HandledRequest Request);
}
