using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Classes;
using Enrolment = Wenye.Training.Data.Enrolment;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Oversight;

/// <summary>The records that show signals, as a supervisor sees them (佐证记录): masked for everybody, people of other divisions not at all.</summary>
internal sealed class SignalRecords(TrainingDbContext database)
{
    /// <summary>The signals with their records (线索及佐证).</summary>
    public async Task<IReadOnlyList<Signal>> ShowAsync(SignalKind kind, IReadOnlyList<FoundSignal> found, Caller caller, CancellationToken cancellation)
    {
        var records = kind == SignalKind.PassRate ? await ClassesAsync(found, cancellation) : await EnrolmentsAsync(found, caller, cancellation);
        return
        [
            .. found.Select(signal => new Signal
            {
                Kind = kind,
                Reason = signal.Reason,
                Records = { (kind == SignalKind.PassRate ? [signal.Record] : signal.Enrolments).Where(records.ContainsKey).Select(id => records[id]) },
            }),
        ];
    }

    private Task<Dictionary<Guid, SignalRecord>> ClassesAsync(IReadOnlyList<FoundSignal> found, CancellationToken cancellation)
    {
        var ids = found.Select(signal => signal.Record).ToList();
        return database.Classes.AsNoTracking().Where(one => ids.Contains(one.Id))
            .Join(database.Institutions, one => one.InstitutionId, institution => institution.Id, (one, institution) => new { Class = one, institution.Name })
            .ToDictionaryAsync(row => row.Class.Id, row => RecordOf(row.Class, row.Name), cancellation);
    }

    private Task<Dictionary<Guid, SignalRecord>> EnrolmentsAsync(IReadOnlyList<FoundSignal> found, Caller caller, CancellationToken cancellation)
    {
        var ids = found.SelectMany(signal => signal.Enrolments).Distinct().ToList();
        return (
            from one in database.Enrolments.AsNoTracking()
            where ids.Contains(one.Id)
            join trainee in database.Trainees on one.TraineeId equals trainee.Id
            join trained in database.Classes on one.ClassId equals trained.Id
            join institution in database.Institutions on trained.InstitutionId equals institution.Id
            select new { Enrolment = one, Trainee = trainee, Class = trained, institution.Name })
            .ToDictionaryAsync(row => row.Enrolment.Id, row => RecordOf(row.Class, row.Name, row.Enrolment, row.Trainee, caller), cancellation);
    }

    private static SignalRecord RecordOf(TrainingClass trained, string institution, Enrolment one, Trainee trainee, Caller caller)
    {
        var record = RecordOf(trained, institution);
        (record.EnrolmentId, record.TraineeId) = (one.Id.ToString(), one.TraineeId.ToString());
        (record.AttendedMinutes, record.AttendedOnlineMinutes) = (one.AttendedMinutes, one.AttendedOnlineMinutes);
        if (caller.MaySee(trained.Division))
        {
            (record.Name, record.IdNumber) = (Masked.Name(trainee.Name), PersonalSight.MaskedId(trainee.IdNumber));
        }

        return record;
    }

    private static SignalRecord RecordOf(TrainingClass trained, string institution) => new()
    {
        ClassId = trained.Id.ToString(),
        InstitutionId = trained.InstitutionId.ToString(),
        InstitutionName = institution,
        Division = trained.Division,
        Occupation = new() { Occupation = trained.Occupation, Level = trained.Level },
        Mode = trained.Mode,
        From = (trained.StartedOn ?? trained.StartsOn).ToContract(),
        To = trained.EndsOn.ToContract(),
    };
}
