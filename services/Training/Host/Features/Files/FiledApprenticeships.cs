using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Files;

/// <summary>Apprenticeships in which the person is named (新型学徒制记录).</summary>
internal sealed class FiledApprenticeships(TrainingDbContext database)
{
    public async Task<IEnumerable<FiledEntry>> OfAsync(Trainee person, CancellationToken cancellation)
    {
        var found = await (
            from one in database.Set<FundingApprentice>().AsNoTracking()
            where one.TraineeId == person.Id
            join funding in database.Fundings on one.FundingId equals funding.Id
            join line in database.Set<FundingApprentices>() on new { one.FundingId, one.Line } equals new { line.FundingId, line.Line }
            select new { Apprentice = one, Funding = funding, Line = line }).ToListAsync(cancellation);
        return found.Select(row => new FiledEntry(
            row.Funding.OpenedOn, row.Apprentice.Id.ToString(), new() { Day = row.Funding.OpenedOn.ToContract(), Apprenticeship = AnswerOf(row.Apprentice, row.Funding, row.Line) }));
    }

    private static Contract.FiledApprenticeship AnswerOf(FundingApprentice one, Funding funding, FundingApprentices line)
    {
        var answer = new Contract.FiledApprenticeship
        {
            FundingId = funding.Id.ToString(),
            Division = funding.Division,
            FirmName = funding.PayeeName,
            Occupation = new() { Occupation = line.Occupation, Level = line.Level },
            Years = line.Years.ToString("0.##", CultureInfo.InvariantCulture),
            StartedOn = line.StartedOn.ToContract(),
            State = funding.State,
            Outcome = one.Outcome,
        };
        if (one.Finished is { } finished)
        {
            answer.Finished = finished;
        }

        return answer;
    }
}
