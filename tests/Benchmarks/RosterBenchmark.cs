using System.Diagnostics;
using Npgsql;
using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;
using ChinaTime = Wenye.Policy.ChinaTime;

namespace Wenye.Benchmarks;

/// <summary>Rows of rosters a second, 2 % of them at fault, Registration asked about every good one, beside a bare COPY of the trainees and enrolments that were stored; same PostgreSQL.</summary>
internal static class RosterBenchmark
{
    // A class has 10,000 places at most.
    private const int Rosters = 5;
    private const int Rows = 10_000;
    private const int RowsAMessage = 500;
    private const string Occupation = "4020301";
    private static readonly Guid Institution = Guid.CreateVersion7();
    private static int _enrolled;

    public static async Task<Comparison> RunAsync()
    {
        await using var servers = new TestServers();
        await using var issuer = await TestIssuer.StartAsync();
        var registration = (await SubmitBenchmark.StartRegistrationAsync(servers, issuer)).Service;
        await using (registration)
        {
            var settings = Settings.OfService(issuer);
            var database = (await servers.CreateDatabaseAsync()).ConnectionString;
            settings["ConnectionStrings:training"] = database;
            settings["ConnectionStrings:rabbitmq"] = (await servers.CreateVirtualHostAsync()).ConnectionString;
            settings["ConnectionStrings:redis"] = await servers.GetRedisAsync();
            settings["ServiceClient:Id"] = "service-training";
            settings["services:registration:http:0"] = registration.Url;
            await BenchProcess.RunAsync("Training", ["migrate"], settings);
            await FileAsync(database);
            await using var ours = await Service.StartOursAsync("Training", settings);
            (CopiedRows Trainees, CopiedRows Enrolments)? stored = null;
            return await Comparison.RunAsync(
                "rows/s", aim: null, warmUps: 3, rounds: 5,
                new Contender("EnrolTrainees", () => EnrolAsync(ours, issuer)),
                new Contender("bare COPY of the stored rows", async () => await CopyAsync(database, stored ??= await StoredAsync(database))));
        }
    }

    // An institution and the course it trains; nothing of a person.
    private static Task<object?> FileAsync(string database) => Sql.ExecuteAsync(
        database,
        $"""
        INSERT INTO institution (id, kind, division, code, credit_code, name, state, filed_on)
        VALUES ('{Institution}', {(int)InstitutionKind.School}, '{Settings.Division}', 1, '52370000MJ0000001A', '某某职业培训学校', {(int)InstitutionState.Filed}, '2020-01-02');
        INSERT INTO course (city, occupation, level, "from", name, category, hours, leads_to)
        VALUES ('370100', '{Occupation}', 5, '2020-01-01', '中式烹调师', {(int)TrainingCategory.Employment}, 40, {(int)CertificateKind.Completion})
        """);

    private static async Task<double> EnrolAsync(Service target, TestIssuer issuer)
    {
        var client = new ClassService.ClassServiceClient(target.Channel);
        var token = Settings.Token(issuer, "training", "training-reviewer");
        var rosters = new List<(string ClassId, List<EnrolTraineesRequest> Parts)>();
        for (var i = 0; i < Rosters; i++)
        {
            rosters.Add((await OpenAsync(client, token), [.. Enumerable.Range(0, Rows / RowsAMessage).Select(NewPart)]));
        }

        var before = target.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        foreach (var (classId, parts) in rosters)
        {
            using var call = client.EnrolTrainees(token);
            await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = classId, ClassId = classId } });
            foreach (var part in parts)
            {
                await call.RequestStream.WriteAsync(part);
            }

            await call.RequestStream.CompleteAsync();
            var import = (await call).Import;
            if ((import.Taken, import.Rejected) != (Rows / 50 * 49, Rows / 50))
            {
                throw new InvalidOperationException($"{import.Taken} rows were taken and {import.Rejected} rejected.");
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Console.Error.WriteAsync($"{(target.ProcessorTime - before).TotalMicroseconds / (Rosters * Rows):N1} µs of the server's CPU a row; ");
        return Rosters * Rows / elapsed;
    }

    private static async Task<string> OpenAsync(ClassService.ClassServiceClient client, Grpc.Core.Metadata token)
    {
        var today = ChinaTime.Today(TimeProvider.System);
        var planned = await client.PlanClassAsync(
            new()
            {
                RequestId = Guid.CreateVersion7().ToString(),
                InstitutionId = Institution.ToString(),
                Occupation = new() { Occupation = Occupation, Level = 5 },
                Mode = TrainingMode.Offline,
                TotalHours = 40,
                StartsOn = today.ToContract(),
                EndsOn = today.AddDays(20).ToContract(),
                Places = Rows,
            },
            token);
        var id = planned.TrainingClass.ClassId;
        await client.OpenClassAsync(new() { RequestId = id, ClassId = id }, token);
        return id;
    }

    private static EnrolTraineesRequest NewPart(int part) => new()
    {
        Rows = new() { Rows = { Enumerable.Range(1, RowsAMessage).Select(i => NewRow((part * RowsAMessage) + i)) } },
    };

    private static RosterRow NewRow(int row)
    {
        var person = SyntheticPeople.Person(Interlocked.Increment(ref _enrolled));
        return new()
        {
            Row = row,
            Name = person.Name,
            IdNumber = person.ResidentId,
            MobilePhone = row % 50 == 0 ? "123" : person.Phone,
            Group = TraineeGroup.WillingWorker,
            Evidence = GroupEvidence.SystemChecked,
            HouseholdDivision = Settings.Division,
        };
    }

    // What a process would do that has the finished rows in memory: a COPY into each of two tables of the same columns and indexes.
    private static async Task<double> CopyAsync(string database, (CopiedRows Trainees, CopiedRows Enrolments) stored)
    {
        await Sql.ExecuteAsync(database, "DROP TABLE IF EXISTS bare_trainee, bare_enrolment");
        await Sql.ExecuteAsync(database, "CREATE TABLE bare_trainee (LIKE trainee INCLUDING ALL); CREATE TABLE bare_enrolment (LIKE enrolment INCLUDING ALL)");
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        var started = Stopwatch.GetTimestamp();
        await stored.Trainees.WriteAsync(connection, "COPY bare_trainee FROM STDIN (FORMAT BINARY)");
        await stored.Enrolments.WriteAsync(connection, "COPY bare_enrolment FROM STDIN (FORMAT BINARY)");
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (long)(await Sql.ExecuteAsync(database, "SELECT count(*) FROM bare_enrolment"))! / elapsed;
    }

    // The rows of the first round serve all.
    private static async Task<(CopiedRows Trainees, CopiedRows Enrolments)> StoredAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        return (
            await CopiedRows.ReadAsync(connection, "COPY trainee TO STDOUT (FORMAT BINARY)"),
            await CopiedRows.ReadAsync(connection, "COPY enrolment TO STDOUT (FORMAT BINARY)"));
    }
}
