using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Verification;

namespace Wenye.Statistics.Features.Verification;

/// <summary>Samples as callers see them (抽查应答).</summary>
internal static class Samples
{
    public const string NoId = "抽查标识应为抽取时给出的 UUID";

    /// <summary>A sample the caller may see.</summary>
    /// <exception cref="RpcException">NOT_FOUND also for one of another division.</exception>
    public static async Task<InspectionSample> SampleAsync(this StatisticsDbContext database, Guid id, Caller caller, CancellationToken cancellation)
    {
        var sample = await database.Set<InspectionSample>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        return sample is not null && caller.MaySee(sample.Division) ? sample : throw RpcErrors.NotFound("SAMPLE_NOT_FOUND", "没有该抽查批次，请核对");
    }

    /// <summary>A sample with how far it is.</summary>
    public static Sample ToContract(this InspectionSample sample, long drawn, long found) => new()
    {
        SampleId = sample.Id.ToString(),
        Division = sample.Division,
        Period = sample.Period,
        Round = sample.Round,
        Seed = sample.Seed,
        Population = sample.Population,
        PopulationHash = Convert.ToHexStringLower(sample.PopulationHash),
        Drawn = drawn,
        Found = found,
        DrawnAt = VerificationAnswers.Moment(sample.DrawnAt),
    };

    /// <summary>A record of a sample.</summary>
    public static SampleRecord ToContract(this InspectedRecord record, bool showNotes) => new()
    {
        EmploymentId = record.EmploymentId.ToString(),
        PersonId = record.PersonId.ToString(),
        Division = record.Division,
        Finding = record.Finding is { } finding && Term<SampleFinding>.TryParse(finding, out var found) ? found : SampleFinding.Unspecified,
        FoundOn = record.FoundAt is { } at ? ChinaTime.DayOf(at).ToContract() : null,
        Note = showNotes ? record.Note ?? "" : "",
        Operator = showNotes ? record.Operator ?? "" : "",
    };
}
