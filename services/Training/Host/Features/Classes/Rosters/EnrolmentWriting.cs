using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Enrolment = Wenye.Training.Data.Enrolment;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Classes.Rosters;

/// <summary>Finds and writes the people of a chunk and their enrolments (学员查找与写入), in the caller's transaction.</summary>
internal sealed class EnrolmentWriting(TrainingDbContext database, ClassTables tables, PersonalDataProtector protector, TimeProvider time)
{
    // In one order: rosters with people in common wait for each other, and make one trainee of each.
    private readonly string upsert =
        $"""
        INSERT INTO trainee ({tables.Trainees.ColumnList}) SELECT {tables.Trainees.ColumnList} FROM {tables.Trainees.Rows("r")} ORDER BY r.id_hash
        ON CONFLICT (id_hash) DO UPDATE SET name = EXCLUDED.name RETURNING id, id_hash
        """;

    private readonly string enrolAgain =
        $"""
        INSERT INTO enrolment ({tables.Enrolments.ColumnList}) SELECT {tables.Enrolments.ColumnList} FROM {tables.Enrolments.Rows("r")}
        ON CONFLICT (class_id, trainee_id) DO UPDATE SET
            {string.Join(", ", tables.Enrolments.ColumnList.Split(", ").Except(["\"id\""]).Select(column => $"{column} = EXCLUDED.{column}"))}
        """;

    public NpgsqlConnection Connection => (NpgsqlConnection)database.Database.GetDbConnection();

    /// <summary>The class, its row held until the transaction ends (锁定班级).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason CLASS_STATE or INSTITUTION_WITHDRAWN: it does not enrol.</exception>
    public async Task<TrainingClass> HoldOpenAsync(Guid classId, CancellationToken cancellation)
    {
        var held = (await database.Classes.FromSql($"SELECT * FROM training_class WHERE id = {classId} FOR NO KEY UPDATE").AsNoTracking().ToListAsync(cancellation)).Single();
        held.DemandState("报名", ClassState.Open);
        await database.HoldFiledAsync(held.InstitutionId, cancellation);
        return held;
    }

    /// <summary>Who of these stands in the class (已报名人员).</summary>
    public async Task<EnrolledPeople> EnrolledAsync(Guid classId, IEnumerable<RosterPerson> people, CancellationToken cancellation)
    {
        var hashes = people.Select(person => person.IdHash).ToArray();
        var found = await (
            from trainee in database.Trainees
            join enrolment in database.Enrolments on trainee.Id equals enrolment.TraineeId
            where enrolment.ClassId == classId && hashes.Contains(trainee.IdHash)
            select new { trainee.IdHash, enrolment.State }).ToListAsync(cancellation);
        var keys = found.ToLookup(one => one.State == EnrolmentState.Withdrawn, one => Convert.ToHexString(one.IdHash));
        return new(keys[false].ToHashSet(StringComparer.Ordinal), keys[true].ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Writes people and enrolments, and counts them (报名). Who had withdrawn takes up the place they had.</summary>
    public async Task EnrolAsync(
        Guid classId, IReadOnlyList<RosterPerson> people, IReadOnlyDictionary<long, RegisterAnswer> known, EnrolledPeople enrolled, CancellationToken cancellation)
    {
        if (people.Count == 0)
        {
            return;
        }

        var ids = await TraineesAsync(people, cancellation);
        var rows = people.ToLookup(person => enrolled.HadWithdrawn(person.Key), person => EnrolmentOf(classId, ids[person.Key], person.Row, known[person.Row.Row]));
        await tables.Enrolments.CopyAsync(Connection, [.. rows[false]], cancellation);
        if (rows[true].ToList() is { Count: > 0 } again)
        {
            await using var command = new NpgsqlCommand(enrolAgain, Connection);
            command.Parameters.AddRange(tables.Enrolments.Parameters(again));
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await database.Classes.Where(one => one.Id == classId).ExecuteUpdateAsync(set => set.SetProperty(one => one.Trainees, one => one.Trainees + people.Count), cancellation);
    }

    private async Task<Dictionary<string, Guid>> TraineesAsync(IReadOnlyList<RosterPerson> people, CancellationToken cancellation)
    {
        var trainees = people.Select(person => new Trainee
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Name = person.Row.Name,
            IdNumber = person.Row.IdNumber,
            IdHash = person.IdHash,
        }).ToList();
        await using var command = new NpgsqlCommand(upsert, Connection);
        command.Parameters.AddRange(tables.Trainees.Parameters(trainees));
        var ids = new Dictionary<string, Guid>(people.Count, StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            ids.Add(Convert.ToHexString(rows.GetFieldValue<byte[]>(1)), rows.GetGuid(0));
        }

        return ids;
    }

    private Enrolment EnrolmentOf(Guid classId, Guid traineeId, RosterRow row, RegisterAnswer said) => new()
    {
        Id = RosterIds.Of(time.GetUtcNow(), row.Row),
        ClassId = classId,
        TraineeId = traineeId,
        MobilePhone = row.MobilePhone,
        PhoneHash = protector.LookupHash(row.MobilePhone),
        Group = row.Group,
        Evidence = GroupEvidences.Of(row.Group).IsAsked ? GroupEvidence.SystemChecked : row.Evidence,
        HouseholdDivision = NullIfEmpty(row.HouseholdDivision),
        EmployerCode = NullIfEmpty(row.EmployerCode),
        EnrolledOn = row.EnrolledOn?.ToDay() ?? ChinaTime.Today(time),
        AskedAt = said.AskedAt,
        RegisterKey = said.Key,
        UnemployedSince = said.UnemployedSince,
        InHardship = said.InHardship,
        EmployedSince = said.EmployedSince,
        EmployedBy = said.EmployedBy,
        State = EnrolmentState.Enrolled,
    };

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
