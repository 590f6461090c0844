using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Consumers;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;
using static Wenye.Contracts.Statistics.V1.EmploymentFactRow;

namespace Wenye.Statistics.Features.NewEmployment.ImportEmploymentFacts;

/// <summary>Commits chunks of rows with the import's progress (分批提交), and asks for whom they are about to be judged again.</summary>
internal sealed class FactWriter(StatisticsDbContext database, NewEmploymentTables tables)
{
    private NpgsqlConnection Connection => (NpgsqlConnection)database.Database.GetDbConnection();

    /// <summary>Writes a chunk and returns how far the import is then.</summary>
    /// <exception cref="Grpc.Core.RpcException">ABORTED when another stream has gone on with this import, or another import changed the same rows.</exception>
    public async Task<EmploymentFactImport> WriteAsync(EmploymentFactImport import, ImportChunk<CheckedFact> chunk, Caller caller, CancellationToken cancellation)
    {
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var people = await PeopleAsync(chunk.Rows, cancellation);
            var faults = chunk.Rows.SelectMany(row => import.Rejected(row.Row.Row, FaultsOf(row, people, caller))).ToList();
            var bad = faults.Select(fault => fault.Row).ToHashSet();
            var taken = chunk.Rows.Where(row => !bad.Contains(row.Row.Row)).Select(row => row.Row).ToLookup(row => row.FactCase);
            var next = await database.AdvanceImportAsync(import, chunk.Rows.Count - bad.Count, bad.Count, chunk.Content, cancellation);
            await TakeAsync(taken, import.Agency, cancellation);
            await tables.Faults.CopyAsync(Connection, faults, cancellation);
            await database.AskToJudgeAsync(await ToldOfAsync(taken, people, cancellation), cancellation);
            await transaction.CommitAsync(cancellation);
            return next;
        }
        catch (Exception conflict) when (conflict.GetBaseException() is PostgresException
            { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected })
        {
            throw ImportErrors.Conflict();
        }
    }

    private async Task<Dictionary<Guid, (Guid Person, string Division)>> PeopleAsync(IReadOnlyList<CheckedFact> rows, CancellationToken cancellation)
    {
        var named = rows.Where(row => row.Faults.Count == 0).Select(row => FactRows.EmploymentOf(row.Row)).OfType<Guid>().Distinct().ToList();
        return await database.Set<RegisteredEmployment>().AsNoTracking().Where(employment => named.Contains(employment.EmploymentId))
            .ToDictionaryAsync(employment => employment.EmploymentId, employment => (employment.PersonId, employment.Division), cancellation);
    }

    private static IReadOnlyList<FieldError> FaultsOf(CheckedFact row, Dictionary<Guid, (Guid Person, string Division)> people, Caller caller)
    {
        if (row.Faults.Count > 0 || FactRows.EmploymentOf(row.Row) is not { } employment)
        {
            return row.Faults;
        }

        var part = row.Row.FactCase == FactOneofCase.Mark ? "mark" : "record_place";
        if (!people.TryGetValue(employment, out var known) || !caller.MaySee(known.Division))
        {
            return [new($"{part}.employment_id", "统计中没有该就业登记，或不属于本机构的行政区划，请核对；刚登记的请稍后再导入")];
        }

        return row.Row.FactCase == FactOneofCase.RecordPlace && !PlaceChecks.IsInCityOf(row.Row.RecordPlace.Place, known.Division)
            ? [new("record_place.place", "村居不在该就业登记的就业地所在市，请核对")]
            : [];
    }

    private async Task TakeAsync(ILookup<FactOneofCase, EmploymentFactRow> taken, string agency, CancellationToken cancellation)
    {
        var spells = taken[FactOneofCase.Spell].Select(row => FactRows.Of(row.Spell));
        await tables.Spells.ReplaceAsync(
            Connection, RowReplacement.Last(spells, spell => (spell.PersonId, spell.Kind, spell.Begins, spell.EmployerCode)), ["person_id", "kind", "begins", "employer_code"], cancellation);
        var marks = taken[FactOneofCase.Mark].Select(row => FactRows.Of(row.Mark, agency));
        await tables.Marks.ReplaceAsync(Connection, RowReplacement.Last(marks, mark => mark.EmploymentId), ["employment_id"], cancellation);
        var attrition = taken[FactOneofCase.Attrition].Select(row => FactRows.Of(row.Attrition));
        await tables.Attrition.ReplaceAsync(Connection, RowReplacement.Last(attrition, one => (one.Division, one.Period)), ["division", "period"], cancellation);
        var employed = taken[FactOneofCase.Employed].Select(row => FactRows.Of(row.Employed));
        await tables.Employed.ReplaceAsync(Connection, RowReplacement.Last(employed, one => (one.Division, one.Year)), ["division", "year"], cancellation);
        var targets = taken[FactOneofCase.Target].Select(row => FactRows.Of(row.Target));
        await tables.Targets.ReplaceAsync(Connection, RowReplacement.Last(targets, one => (one.Division, one.Year, one.Measure)), ["division", "year", "measure"], cancellation);
        var classes = taken[FactOneofCase.PlaceClass].Select(row => FactRows.Of(row.PlaceClass));
        await tables.PlaceClasses.ReplaceAsync(Connection, RowReplacement.Last(classes, one => (one.Place, one.ValidFrom)), ["place", "valid_from"], cancellation);
        var places = taken[FactOneofCase.RecordPlace].Select(row => FactRows.Of(row.RecordPlace));
        await tables.RecordPlaces.ReplaceAsync(Connection, RowReplacement.Last(places, one => one.EmploymentId), ["employment_id"], cancellation);
    }

    /// <summary>Whose employments the rows tell something of: those in the places whose class is told, too.</summary>
    private async Task<List<Guid>> ToldOfAsync(
        ILookup<FactOneofCase, EmploymentFactRow> taken, Dictionary<Guid, (Guid Person, string Division)> people, CancellationToken cancellation)
    {
        var places = taken[FactOneofCase.PlaceClass].Select(row => row.PlaceClass.Place).Distinct().ToArray();
        var there = places.Length == 0 ? [] : await database.Set<RecordPlace>().Where(record => places.Contains(record.Place))
            .Join(database.Set<RegisteredEmployment>(), record => record.EmploymentId, employment => employment.EmploymentId, (_, employment) => employment.PersonId)
            .Distinct().ToListAsync(cancellation);
        return
        [
            .. taken[FactOneofCase.Spell].Select(row => Guid.Parse(row.Spell.PersonId)),
            .. taken[FactOneofCase.Mark].Concat(taken[FactOneofCase.RecordPlace]).Select(row => people[FactRows.EmploymentOf(row)!.Value].Person),
            .. there,
        ];
    }
}
