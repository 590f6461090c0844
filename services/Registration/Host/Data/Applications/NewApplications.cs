using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Data;

/// <summary>Writes new applications of people of whom nothing is on record (新申请入库), with their answers, those of concurrent calls together.</summary>
internal sealed class NewApplications
{
    private readonly NpgsqlDataSource database;
    private readonly RowTable<HandledRequest> requests;
    private readonly RowTable<StoredApplication> applications;
    private readonly RowTable<StoredStep> steps;
    private readonly string insert;
    private readonly CallBatcher<NewApplication, bool> commits;
    private readonly AuditTrail audit;

    public NewApplications([FromKeyedServices(ServiceDatabase.Batches)] NpgsqlDataSource database, DbContextOptions<RegistrationDbContext> options, AuditTrail audit)
    {
        using var context = new RegistrationDbContext(options);
        this.database = database;
        this.audit = audit;
        requests = new(context.Model);
        applications = new(context.Model, nameof(StoredApplication.Serial));
        steps = new(context.Model);
        insert = Insert();
        commits = new("write applications", WriteAsync, new CallBatcherOptions());
    }

    /// <summary>Commits an application with its first step and the answer to its call, if nothing stands against it (核查并提交).</summary>
    /// <returns>
    /// False, with nothing written: something is on record of the person, or the application's number or the call's request_id is
    /// taken. Which, <see cref="StatusRecords"/> and the ordinary commit say.
    /// </returns>
    public Task<bool> TryAddAsync(StoredApplication application, HandledRequest request, Asked asked, CancellationToken cancellation) =>
        commits.RunAsync(new(application, request, asked, AuditedCall.Current), cancellation);

    // One statement looks, writes and commits. A step's key to its application is checked when the statement ends.
    private string Insert()
    {
        var (first, last) = (requests.ColumnCount + 1, requests.ColumnCount + applications.ColumnCount + steps.ColumnCount);
        return $"""
            WITH free AS MATERIALIZED (
                SELECT asked.*
                FROM unnest({requests.Arrays(1)}, {applications.Arrays(first)}, {steps.Arrays(first + applications.ColumnCount)},
                        ${last + 1}::bytea[], ${last + 2}::bytea[], ${last + 3}::text[])
                    WITH ORDINALITY AS asked({requests.Named("request")}, {applications.Named("application")}, {steps.Named("step")}, applicant, other, number, place)
                    LEFT JOIN person ON person.identity = asked.applicant
                WHERE NOT EXISTS (SELECT FROM handled_request WHERE caller = asked.request_caller AND request_id = asked.request_request_id OFFSET 0)
                    AND {StatusRecords.NothingOnRecord}),
            answered AS (
                INSERT INTO handled_request ({requests.ColumnList}) SELECT {requests.Named("request")} FROM free),
            audited AS (
                INSERT INTO audit_entry (id, mac, body, done)
                SELECT ${last + 4}, ${last + 5}, ${last + 6}, CASE WHEN count(*) < ${last + 7} THEN array_agg((place - 1)::smallint) END FROM free HAVING count(*) > 0),
            taken AS (
                INSERT INTO application ({applications.ColumnList}) SELECT {applications.Named("application")} FROM free)
            INSERT INTO application_step ({steps.ColumnList}) SELECT {steps.Named("step")} FROM free RETURNING application_id
            """;
    }

    // Who is in the way of another of the same batch goes the ordinary way; who is in the way of another batch fails it, it is
    // halved, and alone that is all there is to say.
    private async Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<NewApplication> batch)
    {
        NewApplication[] apart =
        [
            .. batch.DistinctBy(one => (one.Request.Caller, one.Request.RequestId)).DistinctBy(one => one.Application.Number ?? one.Application.Serial),
        ];
        try
        {
            var written = await InsertAsync(apart);
            return [.. batch.Select(one => written.Contains(one.Application.Id))];
        }
        catch (PostgresException taken) when (batch.Count == 1 && taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return [false];
        }
    }

    private async Task<HashSet<Guid>> InsertAsync(IReadOnlyList<NewApplication> batch)
    {
        await using var command = database.CreateCommand(insert);
        command.Parameters.AddRange(requests.Parameters([.. batch.Select(one => one.Request)]));
        command.Parameters.AddRange(applications.Parameters([.. batch.Select(one => one.Application)]));
        command.Parameters.AddRange(steps.Parameters([.. batch.Select(one => one.Application.Steps.Single())]));
        command.Parameters.AddRange(StatusRecords.Parameters([.. batch.Select(one => one.Asked)]));
        command.Parameters.AddRange(AuditTrail.Parameters(audit.Entry([.. batch.Select(one => one.Call)])));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = batch.Count });
        await using var inserted = await command.ExecuteReaderAsync();
        var written = new HashSet<Guid>();
        while (await inserted.ReadAsync())
        {
            written.Add(inserted.GetGuid(0));
        }

        return written;
    }

    private sealed record NewApplication(StoredApplication Application, HandledRequest Request, Asked Asked, AuditedCall? Call);
}
