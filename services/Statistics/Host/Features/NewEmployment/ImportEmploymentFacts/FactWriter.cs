using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Consumers;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;
using static Wenye.Contracts.Statistics.V1.EmploymentFactRow;
using DomainSpellKind = Wenye.Statistics.Domain.NewEmployment.SpellKind;

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
            await database.AskToJudgeAsync(
                [
                    .. taken[FactOneofCase.Spell].Select(row => Guid.Parse(row.Spell.PersonId)),
                    .. taken[FactOneofCase.Mark].Select(row => people[Guid.Parse(row.Mark.EmploymentId)].Person),
                ],
                cancellation);
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
        var marked = rows.Where(row => row.Faults.Count == 0 && row.Row.FactCase == FactOneofCase.Mark).Select(row => Guid.Parse(row.Row.Mark.EmploymentId)).Distinct().ToList();
        return await database.Set<RegisteredEmployment>().AsNoTracking().Where(employment => marked.Contains(employment.EmploymentId))
            .ToDictionaryAsync(employment => employment.EmploymentId, employment => (employment.PersonId, employment.Division), cancellation);
    }

    private static IReadOnlyList<FieldError> FaultsOf(CheckedFact row, Dictionary<Guid, (Guid Person, string Division)> people, Caller caller) =>
        row.Faults.Count > 0 || row.Row.FactCase != FactOneofCase.Mark ? row.Faults
        : people.TryGetValue(Guid.Parse(row.Row.Mark.EmploymentId), out var known) && caller.MaySee(known.Division) ? []
        : [new("mark.employment_id", "统计中没有该就业登记，或不属于本机构的行政区划，请核对；刚登记的请稍后再导入")];

    private async Task TakeAsync(ILookup<FactOneofCase, EmploymentFactRow> taken, string agency, CancellationToken cancellation)
    {
        var spells = taken[FactOneofCase.Spell].Select(row => Of(row.Spell));
        await tables.Spells.ReplaceAsync(
            Connection, RowReplacement.Last(spells, spell => (spell.PersonId, spell.Kind, spell.Begins, spell.EmployerCode)), ["person_id", "kind", "begins", "employer_code"], cancellation);
        var marks = taken[FactOneofCase.Mark].Select(row => Of(row.Mark, agency));
        await tables.Marks.ReplaceAsync(Connection, RowReplacement.Last(marks, mark => mark.EmploymentId), ["employment_id"], cancellation);
        var attrition = taken[FactOneofCase.Attrition].Select(row => Of(row.Attrition));
        await tables.Attrition.ReplaceAsync(Connection, RowReplacement.Last(attrition, one => (one.Division, one.Period)), ["division", "period"], cancellation);
    }

    private static PersonSpell Of(PersonSpellRow row) => new()
    {
        PersonId = Guid.Parse(row.PersonId),
        Kind = Term<DomainSpellKind>.Text((DomainSpellKind)(int)row.Kind),
        Begins = row.Begins.ToDay(),
        Ends = row.Ends?.ToDay(),
        EmployerCode = row.EmployerCode,
    };

    private static RecordMark Of(RecordMarkRow row, string agency) => new()
    {
        EmploymentId = Guid.Parse(row.EmploymentId),
        Doubtful = row.HasDoubtful ? row.Doubtful : null,
        HandlingError = row.HasHandlingError ? row.HandlingError : null,
        RuralPostOrWorkshop = row.HasRuralPostOrWorkshop ? row.RuralPostOrWorkshop : null,
        TransferOrRenewal = row.HasTransferOrRenewal ? row.TransferOrRenewal : null,
        Reason = row.Reason,
        Agency = agency,
    };

    private static DivisionAttrition Of(AttritionRow row) => new()
    {
        Division = row.Division,
        Period = row.Period,
        Retired = row.Retired,
        WorkDeaths = row.WorkDeaths,
        OfPeriod = row.OfPeriod.Length > 0 ? row.OfPeriod : row.Period,
    };
}
